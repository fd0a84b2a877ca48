//! A procedure note in the real program: pasted, confirmed question by question, forgotten; and nothing of it is left in the terminal.

mod pty;

use std::fs;

use pty::screen::text;
use pty::{PROGRAM, Terminal, assert_given_back, command, key};
use tempfile::TempDir;

/// A note with every answer in its narrative.
const NOTE: &str = "\
PROCEDURE: LUMBAR INTERLAMINAR EPIDURAL STEROID INJECTION L4-L5 UNDER FLUOROSCOPY

DESCRIPTION OF PROCEDURE: The patient was placed prone on the fluoroscopy table and the low back was prepped and draped. Under \
fluoroscopic guidance a 20 gauge Tuohy needle was advanced into the L4-L5 interlaminar epidural space by loss of resistance to \
saline. 2 mL of Omnipaque 300 showed epidural spread, and the images were saved. A solution of 80 mg methylprednisolone and 3 mL \
preservative-free saline was injected through it. The needle was removed intact.
";

const CTRL_X: &str = "\x18";

fn bracketed(text: &str) -> String {
    format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r"))
}

/// The wizard with a clear that comes after so many minutes, and the folder in which it keeps things.
fn wizard(minutes: &str) -> (TempDir, Terminal) {
    let folder = TempDir::new().unwrap();
    let mut command = command(PROGRAM);
    for name in ["EPIPATH_CONFIG_DIR", "EPIPATH_DATA_DIR"] {
        command.env(name, folder.path());
    }
    command.env("EPIPATH_IDLE_MINUTES", minutes);
    let mut terminal = Terminal::start(command, 100, 30);
    terminal.wait_for("Where did the needle");
    (folder, terminal)
}

/// The wizard with the note beside its first question.
fn with_note(minutes: &str) -> (TempDir, Terminal) {
    let (folder, mut terminal) = wizard(minutes);
    terminal.send("n");
    terminal.wait_for("Paste the procedure note now");
    terminal.send(&bracketed(NOTE));
    terminal.wait_for("The note suggests");
    (folder, terminal)
}

/// Presses Enter until the questions have come to an end; a second time where words are weak. Returns how many keys that took.
fn confirm(terminal: &mut Terminal) -> usize {
    for pressed in 0..14 {
        if terminal.text().contains("2 Checklist") {
            return pressed;
        }
        if terminal.text().contains("The note suggests") {
            terminal.press(key::ENTER);
        } else {
            // What no word of the note tells is told by hand.
            assert!(terminal.text().contains("What was given"), "{}", terminal.text());
            terminal.press("1");
        }
    }
    panic!("{}", terminal.text());
}

#[test]
fn from_paste_to_the_line_with_one_enter_a_question() {
    let (_folder, mut terminal) = with_note("0");
    let pressed = confirm(&mut terminal);
    assert!(pressed <= 6, "{pressed} keys");
    assert!(terminal.text().contains("62323"), "{}", terminal.text());
    terminal.send("4");
    terminal.wait_for("62323 x 1");
}

#[test]
fn a_terminal_without_bracketed_paste_sends_keys_that_are_no_commands() {
    let (_folder, mut terminal) = wizard("0");
    // Where nobody asked for it.
    terminal.send(&NOTE.replace('\n', "\r"));
    terminal.wait_for("That was a paste.");
    assert!(terminal.text().contains("Where did the needle"), "{}", terminal.text());
    terminal.send("n");
    terminal.wait_for("Paste the procedure note now");
    terminal.send(&NOTE.replace('\n', "\r"));
    terminal.wait_for("characters in 3 lines");
    terminal.press(key::ENTER);
    terminal.wait_for("The note suggests");
}

#[test]
fn a_file_is_read() {
    let (folder, mut terminal) = wizard("0");
    let path = folder.path().join("note.txt");
    fs::write(&path, NOTE).unwrap();
    terminal.send("n");
    terminal.wait_for("Paste the procedure note now");
    terminal.send(key::TAB);
    terminal.wait_for("file:");
    terminal.send(&path.display().to_string());
    terminal.press(key::ENTER);
    terminal.wait_for("The note suggests");
}

/// Whether the screen shows words of the note.
fn shows(terminal: &Terminal) -> bool {
    text(terminal.screen()).contains("Tuohy")
}

#[test]
fn the_blank_key_and_a_long_time_without_a_key_drop_it() {
    let (_folder, mut terminal) = with_note("0");
    terminal.send("N");
    terminal.wait_for("Tuohy");
    terminal.send(CTRL_X);
    terminal.wait_for("Blanked; nothing of the case is left.");
    terminal.send("N");
    terminal.wait_for("No note was read");
    assert!(!shows(&terminal), "{}", terminal.text());
    let (_folder, mut terminal) = with_note("0.05");
    terminal.wait_for("Cleared after 3 seconds without a key.");
    terminal.send("N");
    terminal.wait_for("No note was read");
    assert!(!shows(&terminal), "{}", terminal.text());
}

#[test]
fn nothing_of_it_is_left_when_the_program_is_left() {
    let (folder, mut terminal) = with_note("0");
    confirm(&mut terminal);
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert_given_back(terminal.screen());
    assert!(
        terminal.text().contains("62323") && !shows(&terminal),
        "{}",
        terminal.text()
    );
    for file in fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            !text.contains("Tuohy") && !text.contains("methylprednisolone"),
            "{}",
            path.display()
        );
    }
    // Neither the title of the window nor the clipboard was ever set.
    let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
    assert!(!raw.contains("\x1b]"), "an operating system command was sent");
}
