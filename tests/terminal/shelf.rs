//! The shelf in a pseudo-terminal: nothing is written unasked, and what is asked for is written.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::pty::{PROGRAM, Terminal, command, key};

fn wizard(config: &Path) -> Terminal {
    let mut command = command(PROGRAM);
    command.env("EPIPATH_CONFIG_DIR", config);
    Terminal::start(command, 80, 24)
}

/// A whole case with its tabs, layers and a card, without a key that keeps something.
#[test]
fn a_whole_case_writes_nothing() {
    let dir = TempDir::new().unwrap();
    let config = dir.path().join("epipath");
    let mut terminal = wizard(&config);
    terminal.wait_for("Where did the needle");
    terminal.send("4111");
    terminal.wait_for("What was given");
    terminal.send("1");
    terminal.wait_for("Checklist");
    terminal.send("2 3456");
    terminal.wait_for("Claim");
    terminal.send("/62323\r");
    terminal.wait_for("What the note must say");
    terminal.send(key::ESC);
    terminal.wait_gone("What the note must say");
    terminal.send("F");
    terminal.wait_for("Your shelf");
    terminal.send(key::ESC);
    terminal.wait_gone("Your shelf");
    terminal.send("q");
    terminal.wait_exit();
    assert!(!config.exists());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

#[test]
fn a_favorite_and_a_report_are_written_and_a_favorite_comes_back() {
    let dir = TempDir::new().unwrap();
    let config = dir.path().join("epipath");
    let mut terminal = wizard(&config);
    terminal.wait_for("Where did the needle");
    terminal.send("/64483\r");
    terminal.wait_for("What the note must say");
    terminal.send("f");
    terminal.wait_for("64483 is a favorite");
    terminal.send("!the unit rule\r");
    terminal.wait_for("Nothing was sent");
    terminal.send(key::CTRL_C);
    terminal.wait_exit();
    let kept = fs::read_to_string(config.join("shelf.yaml")).unwrap();
    assert!(kept.contains("favorites: [\"64483\"]"), "{kept}");
    let log = fs::read_to_string(config.join("reports.log")).unwrap();
    assert!(
        log.contains("\tcard:64483\t") && log.ends_with("\tthe unit rule\n"),
        "{log}"
    );
    let mut terminal = wizard(&config);
    terminal.wait_for("Where did the needle");
    terminal.send("F\r");
    terminal.wait_for("64483 (favorite)");
}

#[test]
fn a_broken_shelf_is_said_and_left_alone_and_the_case_goes_on() {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join("shelf.yaml");
    fs::write(&path, "favorits: []\n").unwrap();
    let mut terminal = wizard(dir.path());
    terminal.wait_for("favorits");
    terminal.send("4");
    terminal.wait_for("By which route");
    terminal.send("/64483\r");
    terminal.wait_for("What the note must say");
    terminal.send("f");
    terminal.wait_for("favorits");
    assert!(!terminal.text().contains("(favorite)"), "{}", terminal.text());
    terminal.send(key::CTRL_C);
    terminal.wait_exit();
    assert_eq!(fs::read_to_string(&path).unwrap(), "favorits: []\n");
}

#[test]
fn the_shelf_comes_first_where_that_was_chosen() {
    let dir = TempDir::new().unwrap();
    let mut terminal = wizard(dir.path());
    terminal.wait_for("Where did the needle");
    terminal.send("F");
    terminal.wait_for("Your shelf");
    terminal.send("\r");
    terminal.wait_for("will start with the shelf");
    terminal.send(key::CTRL_C);
    terminal.wait_exit();
    let mut terminal = wizard(dir.path());
    terminal.wait_for("Your shelf");
    terminal.send(key::ESC);
    terminal.wait_for("Where did the needle");
}
