//! The recordings in `screenshots/`: keys sent to the real program in a pseudo-terminal, each screen a frame of an animated SVG.
//! A stale one fails; `EPIPATH_BLESS=1` writes it anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "helpers of tests are tests"
)]

#[path = "../screens/colors.rs"]
mod colors;
mod film;
mod frame;
#[path = "../pty/mod.rs"]
mod pty;
#[path = "../screens/svg.rs"]
#[allow(dead_code, reason = "the still pictures use the rest")]
mod svg;

use std::fs;

use film::film;
use frame::{Frame, buffer};
use pty::{PROGRAM, Terminal, command, key};
use ratatui::layout::Position;
use tempfile::TempDir;

/// What is pressed, what a person calls it, what must then be in view, what is said of it, and how many tenths of a second it is shown.
type Take = (&'static str, &'static str, &'static str, &'static str, u32);

/// A case that is got wrong on its fork, marked, and got right.
#[rustfmt::skip]
const DRILL: [Take; 18] = [
    ("", "", "H hint", "epipath drill: a note, and the questions to answer from it", 50),
    ("5", "5", "By which route", "the entry: sacral", 15),
    ("2", "2", "live", "the route: caudal", 15),
    ("1", "1", "how long", "the imaging: fluoroscopy", 20),
    ("H", "H", "It turns on", "a hint; a second one would tell the rule, a third one the answer", 35),
    (key::ESC, "Esc", "how long", "back to the question", 10),
    ("2", "2", "What was given", "a slip: the catheter stayed until the next day", 25),
    ("1", "1", "hand in", "steroid", 20),
    (key::ENTER, "Enter", "Where the paths part", "handed in: what is wrong, and where the two paths part", 70),
    ("\x1b[6~", "PgDn", "question:delivery", "why, by which rule, and what others enter", 45),
    ("r", "r", "H hint", "once more", 15),
    ("=", "=", "What is billed?", "this time the lines are typed", 10),
    ("6", "6", "= 6", "this time the lines are typed", 3),
    ("2", "2", "= 62", "this time the lines are typed", 3),
    ("3", "3", "= 623", "this time the lines are typed", 3),
    ("27", "27", "= 62327", "this time the lines are typed", 10),
    (key::ENTER, "Enter", "Right.", "right", 25),
    ("n", "n", "H hint", "the next case", 25),
];

/// A case before a class: the words, a question, another answer tried, the answer, the trap, the rule.
#[rustfmt::skip]
const DEMO: [Take; 17] = [
    ("", "", "Read the note.", "epipath demo picture-and-tube: the class reads", 50),
    (key::RIGHT, "Right", "step 2 of", "the words that decide, one by one", 25),
    (key::RIGHT, "Right", "step 3 of", "the words that decide, one by one", 20),
    (key::RIGHT, "Right", "step 4 of", "the words that decide, one by one", 25),
    (key::RIGHT, "Right", "step 5 of", "the words that decide, one by one", 15),
    (key::RIGHT, "Right", "step 6 of", "the words that decide, one by one", 15),
    (key::RIGHT, "Right", "step 7 of", "the class answers", 30),
    (key::RIGHT, "Right", "step 8 of", "the answer, when it is asked for", 25),
    ("x", "x", "Which answer?", "what if it had been otherwise?", 15),
    (key::UP, "Up", ">", "another answer", 5),
    (key::UP, "Up", ">", "another answer", 5),
    (key::ENTER, "Enter", "as now", "every answer, and what it would come to", 40),
    (key::ESC, "Esc", "Which answer?", "back; nothing was changed", 3),
    (key::ESC, "Esc", "step 8 of", "back; nothing was changed", 10),
    (key::RIGHT, "Right", "step 9 of", "what is often entered, and why it is wrong", 30),
    (key::RIGHT, "Right", "It turns on", "what it teaches, with its rules", 50),
    ("n", "n", "case 2 of", "the next case", 20),
];

/// Plays the keys to the program, and keeps what is on the screen after each.
fn recorded(args: &[&str], takes: &[Take]) -> Vec<Frame> {
    let kept = TempDir::new().unwrap();
    let mut program = command(PROGRAM);
    program.env("EPIPATH_DATA_DIR", kept.path());
    program.args(args);
    let mut terminal = Terminal::start(program, 80, 24);
    let frames = takes.iter().map(|(keys, name, shown, told, tenths)| {
        if !keys.is_empty() {
            terminal.press(keys);
        }
        terminal.wait_for(shown);
        let cursor = terminal.cursor().map(|(y, x)| Position { x, y });
        Frame {
            buffer: buffer(terminal.screen()),
            cursor,
            key: name,
            told,
            tenths: *tenths,
        }
    });
    frames.collect()
}

/// Compares a recording with the one that is kept, or writes it.
fn fresh(name: &str, frames: &[Frame], still: usize) {
    let seconds: u32 = frames.iter().map(|frame| frame.tenths).sum::<u32>() / 10;
    assert!((20..=45).contains(&seconds), "{name}: {seconds} seconds");
    let picture = film(frames, still);
    assert!(picture.len() < 300_000, "{name}: {} bytes", picture.len());
    let path = format!("screenshots/{name}.svg");
    if std::env::var_os("EPIPATH_BLESS").is_some() {
        fs::write(&path, picture).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == picture,
        "stale: {path}\nrun: EPIPATH_BLESS=1 cargo test --test recording, and look at it"
    );
}

#[test]
fn the_recording_of_a_drill_is_fresh() {
    fresh("drill", &recorded(&["drill", "three-doses-from-the-tail"], &DRILL), 8);
}

#[test]
fn the_recording_of_a_demonstration_is_fresh() {
    fresh("demo", &recorded(&["demo", "picture-and-tube"], &DEMO), 11);
}
