//! Config file, idle clear and blank key in a pseudo-terminal.

use std::fs;

use tempfile::TempDir;

use crate::pty::{PROGRAM, Terminal, command, key};

fn wizard(config: &str, env: &[(&str, &str)]) -> (TempDir, Terminal) {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("config.yaml"), config).unwrap();
    let mut command = command(PROGRAM);
    command.env("EPIPATH_CONFIG_DIR", dir.path());
    for (name, value) in env {
        command.env(name, value);
    }
    let mut terminal = Terminal::start(command, 80, 24);
    terminal.wait_for("Where did the needle");
    (dir, terminal)
}

#[test]
fn the_wizard_starts_as_the_file_says() {
    let text = "ascii: true\nsetting: asc\npayer: medicare:TX\ntheme: light\nkeys:\n  quit: [Z]\n";
    let (_dir, mut terminal) = wizard(text, &[]);
    terminal.wait_for("asc, Medicare TX");
    terminal.wait_for("Z quit");
    assert!(terminal.text().is_ascii(), "{}", terminal.text());
    let ground = terminal.screen().cell(12, 40).map(vt100::Cell::bgcolor);
    assert_eq!(ground, Some(vt100::Color::Idx(231)));
    terminal.send("Z");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn a_broken_file_is_said_and_the_defaults_hold() {
    let (_dir, mut terminal) = wizard("theme: drak\n", &[]);
    terminal.wait_for("`epipath config`");
    assert!(terminal.text().contains("Config.yaml:1:8") || terminal.text().contains("config.yaml:1:8"));
    terminal.send("4");
    terminal.wait_for("By which route");
    terminal.send(key::CTRL_C);
    terminal.wait_exit();
}

#[test]
fn a_payer_that_is_not_known_is_said() {
    let (_dir, mut terminal) = wizard("payer: medicare:ZZ\n", &[]);
    terminal.wait_for("no payer `medicare:ZZ`");
    terminal.wait_for("professional, CPT rules");
    terminal.send(key::CTRL_C);
    terminal.wait_exit();
}

#[test]
fn a_case_that_nobody_touches_is_cleared_and_leaves_nothing_behind() {
    let (_dir, mut terminal) = wizard("", &[("EPIPATH_IDLE_MINUTES", "0.03")]);
    terminal.send("4");
    terminal.wait_for("Cleared after 1 second without a key.");
    terminal.wait_for("Where did the needle");
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(!terminal.text().contains("Lumbar"), "{}", terminal.text());
}

#[test]
fn the_blank_key_clears_at_once() {
    let (_dir, mut terminal) = wizard("idle_minutes: 0\n", &[]);
    terminal.send("4");
    terminal.wait_for("By which route");
    terminal.send("\x18");
    terminal.wait_for("Blanked; nothing of the case is left.");
    terminal.wait_for("Where did the needle");
    terminal.send("u");
    terminal.wait_for("Nothing to undo.");
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 0);
}
