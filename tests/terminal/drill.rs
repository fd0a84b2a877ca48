//! The drill and the demonstration in a pseudo-terminal: what is handed in is written, nothing before; the next start goes on.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::pty::{PROGRAM, Terminal, command, key};

fn start(data: &Path, args: &[&str]) -> Terminal {
    let mut command = command(PROGRAM);
    command.env("EPIPATH_DATA_DIR", data);
    command.args(args);
    Terminal::start(command, 80, 24)
}

#[test]
fn a_drill_of_two_cases_is_kept_and_gone_on_with() {
    let dir = TempDir::new().unwrap();
    let data = dir.path().join("epipath");
    let file = data.join("training.yaml");
    let mut terminal = start(&data, &["drill", "caudal-tilt"]);
    terminal.wait_for("A caudal tilt");
    terminal.send("4111");
    terminal.wait_for("What was given");
    terminal.send("1");
    terminal.wait_for("hand in");
    assert!(!data.exists(), "written before anything was handed in");
    terminal.send(key::ENTER);
    terminal.wait_for("Right.");
    terminal.send("n");
    terminal.wait_gone("Right.");
    let first = kept(&file);
    assert!(
        first.contains("\"caudal-tilt\"") && first.contains("\"best\":100"),
        "{first}"
    );
    // Every key typed here is text.
    terminal.send("=");
    terminal.wait_for("What is billed?");
    terminal.send("qnTHNLW 99999");
    terminal.wait_for("= qnTHNLW 99999");
    terminal.send("\x15outside nowhere\r");
    terminal.wait_for("Not right: 0 of 100.");
    terminal.send("q");
    terminal.wait_gone("Not right");
    terminal.send("4q");
    terminal.wait_exit();
    let second = kept(&file);
    assert_eq!(second.matches("\"tries\":1,\"best\"").count(), 2, "{second}");
    assert!(!second.contains("nowhere"), "{second}");
    // A case in work is not kept; the one solved does not come again.
    let mut terminal = start(&data, &["drill"]);
    terminal.wait_for("H hint");
    assert!(!terminal.text().contains("A caudal tilt"), "{}", terminal.text());
    terminal.send("q");
    terminal.wait_exit();
    assert_eq!(kept(&file), second);
}

fn kept(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

#[test]
fn the_wizard_starts_it_with_a_key_and_writes_nothing() {
    let dir = TempDir::new().unwrap();
    let data = dir.path().join("epipath");
    let mut terminal = start(&data, &[]);
    terminal.wait_for("Where did the needle");
    terminal.send("T");
    terminal.wait_for("H hint");
    terminal.send("T");
    terminal.wait_for("The drill is over.");
    terminal.send("q");
    terminal.wait_exit();
    assert!(!data.exists());
}

#[test]
fn a_demonstration_goes_on_and_back_with_one_key_each() {
    let dir = TempDir::new().unwrap();
    let mut terminal = start(dir.path(), &["demo", "caudal-tilt", "a-very-short-lesi"]);
    terminal.wait_for("step 1 of");
    for step in 2..5 {
        terminal.send(" ");
        terminal.wait_for(&format!("step {step} of"));
    }
    assert!(!terminal.text().contains("62323"), "{}", terminal.text());
    for step in (2..4).rev() {
        terminal.send(key::LEFT);
        terminal.wait_for(&format!("step {step} of"));
    }
    terminal.send(".");
    terminal.wait_for("62323 x1.");
    terminal.send("n");
    terminal.wait_for("case 2 of 2");
    terminal.send("q");
    terminal.wait_exit();
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}
