//! The README says what is true: its keys are the program's, its pictures exist, its commands run.

#[path = "written/mod.rs"]
mod written;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use epipath::tui::key_table;
use epipath::tui::keys::Command;
use written::{assert_fresh, assert_said, blocks, document};

/// The keys that a person needs on the first day; `docs/keys.md` has all of them.
const FIRST: [Command; 13] = [
    Command::Choose,
    Command::NotDocumented,
    Command::Mark,
    Command::Back,
    Command::Find,
    Command::Why,
    Command::Details,
    Command::Levels,
    Command::Copy,
    Command::NextCase,
    Command::Undo,
    Command::Quit,
    Command::Help,
];

fn readme() -> String {
    document("README.md")
}

fn keys() -> String {
    let mut table = String::from("| keys | what they do |\n|---|---|\n");
    for command in FIRST {
        let binding = key_table().iter().find(|binding| binding.command == command).unwrap();
        let names: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.name())).collect();
        writeln!(table, "| {} | {} |", names.join(", "), binding.help).unwrap();
    }
    table
}

#[test]
fn the_table_of_keys_is_the_programs() {
    assert_fresh("README.md", &[("keys", keys)]);
}

#[test]
fn its_commands_say_what_stands_there() {
    let mut run = 0;
    for block in blocks(&readme()).iter().filter(|block| block.kind == "console") {
        assert_said(block, Path::new(env!("CARGO_MANIFEST_DIR")));
        run += 1;
    }
    assert!(run >= 5, "only {run} blocks");
}

#[test]
fn its_pictures_exist() {
    for picture in readme().split("](screenshots/").skip(1) {
        let name = picture.split(')').next().unwrap();
        assert!(fs::metadata(format!("screenshots/{name}")).is_ok(), "{name}");
    }
}

#[test]
fn its_test_command_is_the_one_ci_calls() {
    let ci = fs::read_to_string(".ci/run").unwrap();
    assert!(readme().contains("\ncargo test ") && ci.contains("cargo test"));
    assert!(readme().contains("\ncargo run --release "));
}
