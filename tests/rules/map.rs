//! The tree as text, as Mermaid and for Graphviz: each holds the map, and walking it reaches what the engine reaches.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use epipath::report::{Graph, NodeKind, dot, graph, map_text, mermaid};
use epipath::session::parse_facts;
use epipath::tree::map::{Map, Place};
use epipath::tree::{Answers, Book, Status};
use rstest::rstest;

use crate::support::{book, context};

/// What an export says: nodes by name with kind and text, and arrows.
#[derive(Debug, Default, PartialEq, Eq)]
struct Read {
    nodes: BTreeMap<String, (NodeKind, String)>,
    edges: Vec<(String, String, String)>,
}

/// A string in quotes at the start, and what follows; `\` escapes as Graphviz has it.
fn quoted(text: &str, escapes: bool) -> (String, &str) {
    let rest = text.strip_prefix('"').unwrap_or_else(|| panic!("no quote: {text}"));
    let mut value = String::new();
    let mut letters = rest.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if escapes => value.push(letters.next().unwrap().1),
            '"' => return (value, &rest[at + 1..]),
            _ => value.push(letter),
        }
    }
    panic!("a quote is left open: {text}")
}

fn read_mermaid(text: &str) -> Read {
    let shapes = [
        ("([", "])", "code", NodeKind::Code),
        ("{{", "}}", "undetermined", NodeKind::Undetermined),
        ("{", "}", "question", NodeKind::Question),
        (">", "]", "signpost", NodeKind::Signpost),
    ];
    let plain = |text: String| text.replace("#quot;", "\"").replace("#35;", "#");
    let mut read = Read::default();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("flowchart LR"));
    for line in lines.map(str::trim).filter(|line| !line.starts_with("class")) {
        if let Some((from, rest)) = line.split_once(" --> ").or_else(|| line.split_once(" -->|")) {
            let (label, rest) = quoted(rest, false);
            let to = rest.strip_prefix("| ").unwrap();
            read.edges.push((from.to_owned(), plain(label), to.to_owned()));
            continue;
        }
        let name: String = line.chars().take_while(char::is_ascii_alphanumeric).collect();
        let (open, close, class, kind) = shapes
            .iter()
            .find(|(open, ..)| line[name.len()..].starts_with(open))
            .unwrap();
        let (label, rest) = quoted(&line[name.len() + open.len()..], false);
        assert_eq!(rest, format!("{close}:::{class}"), "{line}");
        assert_eq!(read.nodes.insert(name, (*kind, plain(label))), None, "{line}");
    }
    read
}

fn read_dot(text: &str) -> Read {
    let body = text
        .strip_prefix("digraph epipath {\n")
        .unwrap()
        .strip_suffix("}\n")
        .unwrap();
    let mut read = Read::default();
    for line in body.lines().map(str::trim) {
        let line = line.strip_suffix(';').unwrap();
        let Some((name, rest)) = line.split_once(" [").filter(|(name, _)| *name != "node") else {
            continue;
        };
        let rest = rest.strip_suffix(']').unwrap();
        if let Some((from, to)) = name.split_once(" -> ") {
            let (label, rest) = quoted(rest.strip_prefix("label=").unwrap(), true);
            assert_eq!(rest, "");
            read.edges.push((from.to_owned(), label, to.to_owned()));
            continue;
        }
        let (shape, label) = rest.split_once(", label=").unwrap();
        let kind = match shape {
            "shape=diamond" => NodeKind::Question,
            "shape=box" => NodeKind::Code,
            "shape=note" => NodeKind::Signpost,
            "shape=octagon" => NodeKind::Undetermined,
            _ => panic!("{line}"),
        };
        let (label, rest) = quoted(label, true);
        assert_eq!(rest, "");
        assert_eq!(read.nodes.insert(name.to_owned(), (kind, label)), None);
    }
    read
}

/// Node kind and text of a place, told from the book.
fn told(book: &Book, place: &Place) -> (NodeKind, String) {
    match place {
        Place::Ask(question, _) => (NodeKind::Question, book.question(*question).unwrap().title.clone()),
        Place::End(outcome) => {
            let outcome = book.outcome(outcome.unwrap()).unwrap();
            match (&outcome.code, &outcome.signpost) {
                (Some(code), _) => (NodeKind::Code, code.clone()),
                (_, Some(id)) => (NodeKind::Signpost, book.signpost(id).unwrap().title.clone()),
                _ => (NodeKind::Undetermined, format!("undetermined: {}", outcome.id)),
            }
        }
    }
}

fn plain() -> Graph {
    graph(book(), &Answers::default())
}

#[test]
fn both_exports_hold_exactly_the_places_and_branches_of_the_map() {
    let book = book();
    let map = Map::new(&book.tree);
    let mut expected = Read::default();
    for (index, place) in map.places().iter().enumerate() {
        expected.nodes.insert(format!("n{index}"), told(book, place));
        if let Place::Ask(question, branches) = place {
            for (set, next) in branches {
                let named = set
                    .iter()
                    .map(|answer| book.answer(*question, answer).unwrap().short.clone());
                let label = named.collect::<Vec<_>>().join(", ");
                expected.edges.push((format!("n{index}"), label, format!("n{next}")));
            }
        }
    }
    let kinds: BTreeSet<String> = expected.nodes.values().map(|(kind, _)| format!("{kind:?}")).collect();
    assert_eq!(kinds.len(), 4);
    assert!(expected.nodes.len() > 50 && expected.edges.len() > 100);
    assert_eq!(read_mermaid(&mermaid(&plain())), expected);
    assert_eq!(read_dot(&dot(&plain())), expected);
}

/// Every single answer at every question of a graph that was read back: the engine asks the same and ends the same.
#[rstest]
#[case::mermaid(read_mermaid(&mermaid(&plain())))]
#[case::graphviz(read_dot(&dot(&plain())))]
fn walking_an_export_reaches_what_the_engine_reaches(#[case] read: Read) {
    let book = book();
    let root = format!("n{}", Map::new(&book.tree).root());
    let mut ways = vec![(root, Answers::default())];
    let mut ends = 0;
    while let Some((at, answers)) = ways.pop() {
        let (kind, text) = &read.nodes[&at];
        let Some(question) = book.tree.next_question(&answers) else {
            let end = match book.tree.status_of(&answers) {
                Status::Code(code) => (NodeKind::Code, code),
                Status::Signpost(id) => (NodeKind::Signpost, book.signpost(&id).unwrap().title.clone()),
                Status::OpenByRule(rule) => {
                    let id = &book.outcome(rule).unwrap().id;
                    (NodeKind::Undetermined, format!("undetermined: {id}"))
                }
                Status::Open => panic!("{at} is open"),
            };
            assert_eq!((*kind, text.clone()), end, "{at}");
            ends += 1;
            continue;
        };
        let asked = book.question(question).unwrap();
        assert_eq!((*kind, text), (NodeKind::Question, &asked.title), "{at}");
        for (index, answer) in asked.answers.iter().enumerate() {
            let mut own = read
                .edges
                .iter()
                .filter(|(from, label, _)| *from == at && label.split(", ").any(|short| short == answer.short));
            let (_, _, to) = own
                .next()
                .unwrap_or_else(|| panic!("{at} has no way for {}", answer.id));
            assert_eq!(own.next(), None, "{at} has two ways for {}", answer.id);
            ways.push((
                to.clone(),
                answers.with(question, book.tree.one(question, index).unwrap()),
            ));
        }
    }
    assert!(ends > 500, "{ends}");
}

#[test]
fn quotes_and_backslashes_are_escaped() {
    let mut graph = plain();
    let odd = r#"a "b" \ # c"#;
    graph.nodes[0].text = odd.to_owned();
    graph.edges[0].text = odd.to_owned();
    for read in [read_mermaid(&mermaid(&graph)), read_dot(&dot(&graph))] {
        assert_eq!(read.nodes["n0"].1, odd);
        assert_eq!(read.edges[0].1, odd);
    }
}

fn facts(words: &[&str]) -> Answers {
    parse_facts(book(), &context(), words).unwrap().answers
}

#[test]
fn facts_light_their_way_and_no_other() {
    let answers = facts(&[
        "region=lumbar",
        "approach=interlaminar",
        "imaging=ct",
        "delivery=needle",
        "substance=steroid-anesthetic",
    ]);
    let graph = graph(book(), &answers);
    let lit: Vec<&str> = graph
        .nodes
        .iter()
        .filter(|node| node.lit)
        .map(|node| node.text.as_str())
        .collect();
    assert_eq!(lit.len(), 6, "{lit:?}");
    assert!(lit.contains(&"62323") && lit.contains(&"Substance"), "{lit:?}");
    assert_eq!(graph.edges.iter().filter(|edge| edge.lit).count(), 5);
    assert_eq!(mermaid(&graph).matches("==>").count(), 5);
    assert_eq!(dot(&graph).matches("penwidth").count(), 11);
    let text = map_text(book(), &answers);
    let end: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("* ") && line.contains("->"))
        .collect();
    assert!(end.len() == 1 && end[0].ends_with("-> 62323"), "{end:?}");
}

#[test]
fn facts_that_leave_it_open_light_every_way_left() {
    let answers = facts(&["region=lumbar", "approach=interlaminar", "imaging=ct,none"]);
    let graph = graph(book(), &answers);
    assert_eq!(graph.edges.iter().filter(|edge| edge.lit).count(), 4);
    assert!(!map_text(book(), &Answers::default()).contains("* "));
}

#[rstest]
#[case::text("tree", 0, "Region? [")]
#[case::lit("tree region=lumbar", 0, "* ")]
#[case::dot("tree --format dot", 0, "digraph epipath {")]
#[case::lit_dot("tree --format dot region=lumbar", 0, "penwidth")]
#[case::mermaid("tree --format mermaid", 0, "flowchart LR")]
#[case::no_such_fact("tree regon=lumbar", 2, "did you mean `region`?")]
fn the_command(#[case] arguments: &str, #[case] code: i32, #[case] words: &str) {
    let output = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(arguments.split(' '))
        .output()
        .unwrap();
    let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(code), "{text}");
    assert!(text.contains(words), "{text}");
}
