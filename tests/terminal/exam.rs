//! An exam in a pseudo-terminal, to its sheet: on the screen, on standard output, and in a file.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::pty::{PROGRAM, Terminal, command};

fn start(data: &Path, args: &[&str]) -> Terminal {
    let mut command = command(PROGRAM);
    command.env("EPIPATH_DATA_DIR", data);
    command.args(args);
    Terminal::start(command, 80, 24)
}

#[test]
fn an_exam_to_its_sheet() {
    let dir = TempDir::new().unwrap();
    let (data, file) = (dir.path().join("data"), dir.path().join("sheet.json"));
    let path = file.display().to_string();
    let mut terminal = start(
        &data,
        &["exam", "short", "--seed", "7", "--minutes", "30", "--sheet", &path],
    );
    terminal.wait_for("Short exam: case 1 of 10");
    terminal.wait_for("30 minutes left");
    terminal.send("=");
    terminal.wait_for("What is billed?");
    // Every key typed here is text.
    terminal.send("qnPSfL");
    terminal.wait_for("= qnPSfL");
    terminal.send("\x15outside\r");
    terminal.wait_for("Entered: outside");
    terminal.send("nf");
    terminal.wait_for("case 2 of 10, flagged");
    terminal.send("L");
    terminal.wait_for("1 of 10 answered, 1 flagged");
    terminal.send("\x1b");
    terminal.wait_gone("1 of 10 answered");
    terminal.send("S");
    terminal.wait_for("once more hands the exam in");
    terminal.send("S");
    terminal.wait_for("Not passed");
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 3);
    assert!(terminal.text().contains("Short exam"), "{}", terminal.text());
    let sheet: serde_json::Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(sheet["seed"], 7);
    assert_eq!(sheet["limit"], serde_json::json!({ "minutes": 30, "ran_out": false }));
    assert_eq!(sheet["marks"].as_array().unwrap().len(), 10);
    assert!(!data.exists(), "an exam keeps nothing");
    // A file that is there is not written over, and this is said before the first case.
    let mut again = start(&data, &["exam", "short", "--sheet", &path]);
    again.wait_for("is there already");
    assert_eq!(again.wait_exit(), 2);
}

#[test]
fn an_exam_that_is_left_leaves_nothing() {
    let dir = TempDir::new().unwrap();
    let mut terminal = start(dir.path(), &["exam", "short"]);
    terminal.wait_for("case 1 of 10");
    terminal.send("q");
    terminal.wait_for("Press q again to leave it");
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 3);
    assert!(!terminal.text().contains("Not passed"), "{}", terminal.text());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn lines_have_no_time_limit_and_say_why_they_are_lines() {
    let dir = TempDir::new().unwrap();
    let mut refused = start(dir.path(), &["exam", "short", "--plain", "--minutes", "30"]);
    refused.wait_for("a time limit holds on the full screen only");
    assert_eq!(refused.wait_exit(), 2);
    let mut plain = start(dir.path(), &["exam", "short", "--plain"]);
    plain.wait_for("The note.");
    plain.send("quit\r");
    plain.wait_for("Not passed");
    assert_eq!(plain.wait_exit(), 3);
}
