//! What a whole dialogue reads like, and that every outcome is reached in it.

use std::collections::BTreeSet;

use epipath::claim::session_result;
use epipath::report::{Format, export};
use serde_json::Value;

use crate::door::{Talk, facts_of, json};
use crate::support::{book, context, local_book};
use crate::ways::{Pick, ways};

#[test]
fn the_commonest_case_reads_well_aloud() {
    let mut talk = Talk::new(book());
    talk.all(&["4", "1", "1", "1", "1", "claim", "quit"]);
    insta::assert_snapshot!("commonest", talk.heard);
    assert!(talk.last().contains("62323"), "{}", talk.last());
}

#[test]
fn a_case_with_levels_reads_well_aloud() {
    let mut talk = Talk::new(book());
    talk.all(&[
        "lumbar",
        "transforaminal",
        "c-arm",
        "steroid",
        "levels",
        "L4-L5 both",
        "L5-S1 right",
        "done",
        "tick 1 2",
        "use 59",
        "modifiers 59",
        "back",
        "none",
        "undo",
        "payer medicare tx",
        "next case",
        "7",
        "",
        "quit",
    ]);
    insta::assert_snapshot!("levels", talk.heard);
}

#[test]
fn an_open_case_reads_well_aloud() {
    let mut talk = Talk::new(book());
    talk.all(&[
        "4",
        "1",
        "not documented",
        "1",
        "1,2",
        "query",
        "what if imaging=ct",
        "reasons",
        "quit",
    ]);
    insta::assert_snapshot!("open", talk.heard);
}

/// By number, by name, and as a fact: the end is the one of the engine, as the command line tells it.
#[test]
fn every_outcome_is_reached_by_lines() {
    let (book, context) = (book(), context());
    let ways = ways(book, &context);
    let mut reached = BTreeSet::new();
    for (nth, way) in ways.iter().enumerate() {
        let mut talk = Talk::new(book);
        for pick in &way.details {
            talk.say(&fact(*pick));
        }
        for pick in &way.path {
            assert_eq!(
                talk.question(),
                Some(pick.0),
                "the way leads elsewhere: {}",
                talk.last()
            );
            talk.say(&if nth % 2 == 0 {
                (pick.1 + 1).to_string()
            } else {
                id(*pick)
            });
        }
        for pick in &way.corrections {
            talk.say(&fact(*pick));
        }
        let case = talk.dialogue.session().case();
        let expected = session_result(book, &case.procedures(), &case.context);
        assert_eq!(talk.question(), None, "{}", talk.last());
        let words = talk.last().to_owned();
        let head = match (&expected.code, &expected.signpost) {
            (Some(code), _) => format!("Result: {code}."),
            (_, Some(signpost)) => format!("Result: outside this family. {}.", signpost.title),
            _ => "Result: undetermined.".to_owned(),
        };
        assert!(words.contains(&head), "{head}\n{words}");
        assert_eq!(
            json(&mut talk),
            serde_json::to_value(&expected).unwrap(),
            "{:?}",
            facts_of(&talk)
        );
        reached.insert(talk.session_end());
    }
    let outcomes: BTreeSet<usize> = ways.iter().map(|way| way.outcome.index()).collect();
    assert_eq!(outcomes.len(), book.file.outcomes.len());
    let primary = book.pack().cards.iter().filter(|card| card.parent.is_none());
    let signposts = book
        .pack()
        .signposts
        .signposts
        .iter()
        .map(|signpost| signpost.id.clone());
    let missing: Vec<String> = primary
        .map(|card| card.code.clone())
        .chain(signposts)
        .filter(|end| !reached.contains(end))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn id((question, answer): Pick) -> String {
    book().answer(question, answer).unwrap().id.clone()
}

fn fact(pick: Pick) -> String {
    format!("{}={}", book().question(pick.0).unwrap().id, id(pick))
}

#[test]
fn an_export_is_the_report_itself() {
    for format in [Format::Text, Format::Csv, Format::Json, Format::Markdown, Format::Html] {
        let mut talk = Talk::new(book());
        talk.all(&["4", "1", "1", "1", "1"]);
        let case = talk.dialogue.session().case();
        let result = session_result(book(), &case.procedures(), &case.context);
        let text = export(book(), &result, format).unwrap();
        talk.say(&format!("export {format}"));
        assert!(
            talk.last().contains(&epipath::line::clean(&text)),
            "{format}: {}",
            talk.last()
        );
    }
}

#[test]
fn coverage_names_the_contractor_or_says_how_to_name_a_state() {
    let mut talk = Talk::new(book());
    talk.all(&["4", "4", "1", "1", "payer medicare", "coverage"]);
    assert!(talk.last().contains("payer medicare:TX names one"), "{}", talk.last());
    talk.all(&["payer medicare:TX", "coverage"]);
    assert!(talk.last().contains("Novitas (JH), "), "{}", talk.last());
}

#[test]
fn several_procedures_are_one_session() {
    let mut talk = Talk::new(book());
    talk.all(&["4", "1", "1", "1", "1", "add procedure", "1", "4", "1", "1"]);
    let told = json(&mut talk);
    assert_eq!(told["groups"].as_array().map(Vec::len), Some(2), "{told}");
    assert!(
        talk.heard.contains("Procedure 2 of 2, this one: 64479."),
        "{}",
        talk.heard
    );
    talk.say("drop procedure");
    assert_eq!(json(&mut talk)["groups"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_words_of_a_site_are_marked_and_said() {
    let mut talk = Talk::new(local_book());
    assert!(talk.heard.contains("+ local: "), "{}", talk.heard);
    talk.all(&["4", "1", "1", "1", "1", "card"]);
    assert!(talk.last().contains("Descriptor (local, licensed)"), "{}", talk.last());
}

#[test]
fn what_is_said_is_ascii_in_one_direction() {
    let mut talk = Talk::new(book());
    let words = [
        "help", "tree all", "details", "payer", "shelf", "possible", "why", "sources", "4", "4", "1", "1",
    ];
    let tabs = [
        "code",
        "claim",
        "checklist",
        "modifiers",
        "coverage",
        "reasons",
        "card",
        "receipt",
        "copy",
        "facts",
    ];
    for line in words.into_iter().chain(tabs) {
        talk.say(line);
    }
    assert!(
        talk.heard
            .bytes()
            .all(|byte| byte == b'\n' || (b' '..0x7f).contains(&byte))
    );
    assert!(!talk.heard.contains("  ") && !talk.heard.contains(" \n"));
}

#[test]
fn a_receipt_said_here_is_replayed_there() {
    let mut talk = Talk::new(book());
    talk.all(&["4", "4", "1", "1", "level L4-5 both", "receipt"]);
    let receipt = talk.last().lines().next().unwrap().to_owned();
    let replay = epipath::session::Receipt::read(&receipt)
        .unwrap()
        .replay(book())
        .unwrap();
    assert_eq!(replay.changes, []);
    assert_eq!(
        serde_json::to_value(replay.result).unwrap()["code"],
        Value::from("64483")
    );
}
