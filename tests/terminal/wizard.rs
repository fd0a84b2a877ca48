//! The wizard in a pseudo-terminal, by keys alone: every outcome of the pack, and the same result from `epipath code`.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use epipath::claim::StatusWord;
use serde_json::Value;

use crate::pty::drive::Drive;
use crate::pty::screen::{marked, rows};
use crate::pty::ways::{Way, ways};
use crate::pty::{PROGRAM, key, wizard};

/// What `epipath code ... --json` says, and its exit code.
fn code(facts: &[String]) -> (Value, i32) {
    let output = Command::new(PROGRAM)
        .arg("code")
        .args(facts)
        .args(["--json", "date=2026-11-21"])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let answer = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{facts:?}: {error}"));
    (answer, output.status.code().unwrap())
}

/// Drives the wizard to the outcome, which must show what `epipath code` says of the same facts.
fn reach(drive: &mut Drive<'_>, way: &Way) -> Value {
    drive.go(way);
    let (shown, facts) = (drive.result(), drive.facts());
    let (told, exit) = code(&facts);
    let expected = serde_json::to_value(&shown).unwrap();
    for part in ["status", "code", "candidates"] {
        assert_eq!(told[part], expected[part], "{part} of {facts:?}");
    }
    assert_eq!(
        told["signpost"]["id"], expected["signpost"]["id"],
        "signpost of {facts:?}"
    );
    let wanted = match shown.status {
        StatusWord::Code => 0,
        StatusWord::Signpost => 3,
        StatusWord::Undetermined => 4,
    };
    assert_eq!(exit, wanted, "exit code of {facts:?}");
    told
}

#[test]
fn five_keys_show_62323() {
    let mut terminal = wizard(80, 24);
    for (key, next) in [
        ("4", "By which route"),
        ("1", "Was the needle placed"),
        ("1", "How was it delivered"),
        ("1", "What was given"),
        ("1", "Checklist"),
    ] {
        terminal.send(key);
        terminal.wait_for(next);
    }
    terminal.wait_until("62323 as the result", |screen| {
        rows(screen).iter().any(|row| row.trim_start().starts_with("62323  "))
    });
}

#[test]
fn five_keys_at_once_show_62323() {
    let mut terminal = wizard(80, 24);
    terminal.send("41111");
    terminal.wait_for("Checklist");
    assert!(terminal.text().contains("62323"), "{}", terminal.text());
}

#[test]
fn every_outcome_is_reached_by_keys_and_by_the_code_command() {
    let (book, context) = (crate::support::book(), crate::support::context());
    let ways = ways(book, &context);
    let without_way = book.file.outcomes.iter().enumerate();
    let without_way: Vec<&str> = without_way
        .filter(|(index, _)| ways.iter().all(|way| way.outcome.index() != *index))
        .map(|(_, outcome)| outcome.id.as_str())
        .collect();
    assert!(without_way.is_empty(), "no keys lead to {without_way:?}");

    let mut drive = Drive::new(book, &context);
    let (mut codes, mut signposts) = (BTreeSet::new(), BTreeSet::new());
    for way in &ways {
        let told = reach(&mut drive, way);
        codes.extend(told["code"].as_str().map(str::to_owned));
        signposts.extend(told["signpost"]["id"].as_str().map(str::to_owned));
        drive.next_case();
    }
    let primary = book.pack().cards.iter().filter(|card| card.parent.is_none());
    assert_eq!(codes, primary.map(|card| card.code.clone()).collect());
    let known = &book.pack().signposts.signposts;
    assert_eq!(signposts, known.iter().map(|signpost| signpost.id.clone()).collect());
}

#[test]
fn going_back_and_changing_an_answer_keeps_the_others() {
    let mut terminal = wizard(80, 24);
    terminal.send("4111");
    terminal.wait_for("What was given");
    for (key, question) in [
        (key::ESC, "How was it delivered"),
        (key::LEFT, "Was the needle placed"),
        (key::BACKSPACE, "By which route"),
    ] {
        terminal.send(key);
        terminal.wait_for(question);
    }
    let (_, row) = marked(terminal.screen()).unwrap();
    assert!(row.contains("1* Interlaminar"), "{row}");
    // Caudal instead of interlaminar: imaging and delivery still hold.
    terminal.send("2");
    terminal.wait_for("What was given");
    terminal.send("1");
    terminal.wait_for("Checklist");
    assert!(terminal.text().contains("62323"), "{}", terminal.text());
    // Back at the first question there is nothing before it, and the program says so.
    let mut terminal = wizard(80, 24);
    terminal.send(key::ESC);
    terminal.wait_for("This is the first question");
}

#[test]
fn the_mark_and_the_real_cursor_move_together() {
    let mut terminal = wizard(80, 24);
    let mut before = marked(terminal.screen()).unwrap().0;
    for _ in 0..3 {
        terminal.send(key::DOWN);
        terminal.wait_until("the next row", |screen| {
            marked(screen).is_some_and(|(row, _)| row == before + 1) && !screen.hide_cursor()
        });
        before += 1;
        assert_eq!(terminal.cursor().map(|(row, _)| row), Some(before));
    }
    terminal.send(key::ENTER);
    terminal.wait_for("Lumbar >");
}

#[test]
fn an_unfinished_case_is_left_by_a_second_press() {
    let mut terminal = wizard(80, 24);
    terminal.send("4");
    terminal.wait_for("By which route");
    terminal.send("q");
    terminal.wait_for("not finished");
    terminal.send("q");
    terminal.wait_exit();
}

#[test]
fn the_overlays_open_and_close() {
    let mut terminal = wizard(100, 30);
    terminal.send("4");
    terminal.wait_for("By which route");
    for (open, title) in [
        ("?", "Every key"),
        ("w", "Why: Approach"),
        ("a", "Answers so far"),
        ("d", "Details, never"),
        ("s", "Sources"),
        ("t", "tree"),
    ] {
        terminal.send(open);
        terminal.wait_for(title);
        terminal.send(key::ESC);
        terminal.wait_until(&format!("no layer {title}"), |screen| {
            rows(screen).iter().all(|row| !row.starts_with("\u{250c}"))
        });
    }
    terminal.send("/64483");
    terminal.wait_for("64483");
    terminal.send(key::ENTER);
    terminal.wait_for("oot");
}
