//! The place of every key and value, and the way to it.

#![allow(clippy::unwrap_used, reason = "a test may panic in its helpers too")]

use epipath::pack::yaml::{self, Place, Value};
use epipath::pack::{File, Files, Findings, Path, nearest};

const TEXT: &str = "\
# caf\u{e9}
name: \"caf\u{e9} noir\"
list:
  - id: one
    when: [{a: [x, \u{e9}y]}]
  - id: two
    text: >-
      folded
      text
";

fn text_at(path: &Path) -> (usize, usize, &'static str) {
    let Place {
        line,
        column,
        offset,
        len,
    } = yaml::parse(TEXT).unwrap().place_of(path);
    (line, column, &TEXT[offset..offset + len])
}

#[test]
fn keys_and_values() {
    let top = Path::top();
    assert_eq!(text_at(&top.key("name")), (2, 7, "\"caf\u{e9} noir\""));
    assert_eq!(text_at(&top.name("name")), (2, 1, "name"));
    assert_eq!(text_at(&top.key("list").at(1).key("id")), (6, 9, "two"));
    let answer = top.key("list").at(0).key("when").at(0).key("a").at(1);
    assert_eq!(text_at(&answer), (5, 20, "\u{e9}y"));
    assert_eq!(
        text_at(&top.key("list").at(0).key("when").at(0).name("a")),
        (5, 13, "a")
    );
}

#[test]
fn lists_and_maps_have_their_first_line() {
    assert_eq!(text_at(&Path::top().key("list").at(0)), (4, 5, "id: one"));
    assert_eq!(
        text_at(&Path::top().key("list").at(0).key("when")),
        (5, 11, "[{a: [x, \u{e9}y]}]")
    );
}

#[test]
fn a_path_that_leads_nowhere_ends_at_the_last_step_that_exists() {
    assert_eq!(
        text_at(&Path::top().key("list").at(1).key("absent").at(3)),
        (6, 5, "id: two")
    );
    assert_eq!(
        text_at(&Path::top().key("list").at(1).name("absent")),
        (6, 5, "id: two")
    );
}

#[test]
fn kinds_of_values() {
    let node = yaml::parse("a: 1\nb: \"1\"\nc: no\nd: true\ne: 2026-01-01\nf:\ng: 0777T\nh: 1.5\n").unwrap();
    let value = |key: &str| node.get(key).map(|node| node.value.clone()).unwrap();
    let text = |text: &str| Value::Text(text.to_owned());
    assert_eq!(value("a"), Value::Number(1.into()));
    assert_eq!(value("b"), text("1"));
    assert_eq!(value("c"), text("no"));
    assert_eq!(value("d"), Value::Bool(true));
    assert_eq!(value("e"), text("2026-01-01"));
    assert_eq!(value("f"), Value::Empty);
    assert_eq!(value("g"), text("0777T"));
    assert!(matches!(value("h"), Value::Number(_)));
}

#[test]
fn a_path_reads_as_it_is_walked() {
    let path = Path::top().key("outcomes").at(3).key("when").at(0).name("region");
    assert_eq!(path.to_string(), "outcomes / 3 / when / 0 / region");
}

#[test]
fn findings_are_placed_and_sorted() {
    let node = yaml::parse(TEXT).ok();
    let file = File {
        name: "tree.yaml".to_owned(),
        text: TEXT.to_owned(),
        node,
    };
    let mut findings = Findings::new(Files::new("data/", [file]));
    let path = Path::top().key("list").at(1).key("id");
    findings
        .add("gap", "tree.yaml", &path, "second", "help")
        .see("tree.yaml", &Path::top().key("name"), "here");
    findings.add("gap", "tree.yaml", &Path::top().key("name"), "first", "help");
    findings.add("gap", "absent.yaml", &Path::top(), "no place", "help");
    let sorted = findings.sorted();
    assert_eq!(
        sorted.iter().map(|one| one.message.as_str()).collect::<Vec<_>>(),
        ["no place", "first", "second"]
    );
    assert_eq!(sorted[2].related.as_ref().map(|related| related.place.line), Some(2));
    assert_eq!(sorted[0].place, None);
    assert_eq!(findings.summary(), "3 findings in 2 files");
    assert_eq!(findings.files().shown("tree.yaml"), "data/tree.yaml");
}

#[test]
fn the_nearest_name() {
    let names = ["interlaminar", "caudal", "transforaminal"];
    assert_eq!(nearest("interlaminer", names), Some("interlaminar"));
    assert_eq!(nearest("CAUDAL", names), Some("caudal"));
    assert_eq!(nearest("facet", names), None);
    assert_eq!(nearest("", names), None);
}
