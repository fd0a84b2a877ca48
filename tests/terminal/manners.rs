//! The wizard's manners in a pseudo-terminal: the window's size, signals, color, and what it leaves behind.

use std::process::{Command, Stdio};

use vt100::{Color, Screen};

use crate::pty::screen::{marked, rows};
use crate::pty::{PROGRAM, Terminal, assert_given_back, command, key, script, wizard};

const FIRST: &str = "Where did the needle";

/// Runs the wizard, says how it ended, and waits for a key.
const ONCE: &str = r#"set -m; echo ready; read go; "$0"; echo "left $?"; read go"#;
/// The same for one that is suspended and taken up again.
const SUSPENDED: &str =
    r#"set -m; echo ready; read go; "$0"; echo "stopped $?"; read go; fg >/dev/null; echo "left $?"; read go"#;
/// The same with the result going to a file.
const TO_FILE: &str = r#"echo ready; read go; "$0" >"$1"; echo "left $?"; read go"#;

/// Leaves the wizard somehow; the terminal must then be as it was.
fn leaves_no_trace(leave: impl FnOnce(&mut Terminal)) {
    let mut terminal = Terminal::start(script(ONCE), 80, 24);
    terminal.wait_for("ready");
    let before = terminal.modes();
    terminal.send("\r");
    terminal.wait_for(FIRST);
    terminal.send("4");
    terminal.wait_for("By which route");
    assert!(terminal.screen().alternate_screen());
    assert_ne!(terminal.modes(), before, "raw mode is on");
    leave(&mut terminal);
    terminal.wait_for("left");
    assert_given_back(terminal.screen());
    assert_eq!(terminal.modes(), before);
}

#[test]
fn quitting_gives_the_terminal_back() {
    leaves_no_trace(|terminal| {
        terminal.send("q");
        terminal.wait_for("not finished");
        terminal.send("q");
    });
}

#[test]
fn ctrl_c_gives_the_terminal_back_at_once() {
    leaves_no_trace(|terminal| terminal.send(key::CTRL_C));
}

#[test]
fn sigterm_gives_the_terminal_back() {
    leaves_no_trace(|terminal| terminal.signal("TERM"));
}

#[test]
fn sighup_gives_the_terminal_back() {
    leaves_no_trace(|terminal| terminal.signal("HUP"));
}

#[test]
fn sigint_from_outside_gives_the_terminal_back() {
    leaves_no_trace(|terminal| terminal.signal("INT"));
}

#[test]
fn ctrl_z_suspends_and_fg_comes_back() {
    let mut terminal = Terminal::start(script(SUSPENDED), 80, 24);
    terminal.wait_for("ready");
    let before = terminal.modes();
    terminal.send("\r");
    terminal.wait_for(FIRST);
    let raw = terminal.modes();
    terminal.send("4");
    terminal.wait_for("By which route");
    terminal.send(key::CTRL_Z);
    terminal.wait_for("stopped");
    assert_given_back(terminal.screen());
    assert_eq!(terminal.modes(), before);

    terminal.send("\r");
    terminal.wait_for("By which route");
    assert!(terminal.screen().alternate_screen());
    assert_eq!(terminal.modes(), raw);
    terminal.send("1");
    terminal.wait_for("Was the needle placed");
    terminal.send(key::CTRL_C);
    terminal.wait_for("left");
    assert_given_back(terminal.screen());
    assert_eq!(terminal.modes(), before);
}

#[test]
fn a_new_size_is_drawn_at_once_and_keeps_the_case() {
    let mut terminal = wizard(80, 24);
    terminal.send("4");
    terminal.wait_for("By which route");
    for (columns, lines) in [(120, 40), (60, 18), (200, 60), (80, 24)] {
        terminal.resize(columns, lines);
        // The footer is in the last row, and the name of the program in the first.
        terminal.wait_until(&format!("a screen of {columns} by {lines}"), |screen| {
            let rows = rows(screen);
            let footer = rows.last().is_some_and(|row| row.contains("? help"));
            footer && rows.iter().any(|row| row.contains("By which route"))
        });
    }
    terminal.send("1");
    terminal.wait_for("Was the needle placed");
}

#[test]
fn a_resize_and_a_key_at_once_lose_nothing() {
    let mut terminal = wizard(80, 24);
    for (key, next) in [
        ("4", "By which route"),
        ("1", "Was the needle placed"),
        ("1", "How was it delivered"),
    ] {
        terminal.resize(100, 30);
        terminal.send(key);
        terminal.wait_for(next);
        terminal.resize(80, 24);
    }
}

#[test]
fn a_window_too_small_says_the_size_it_needs() {
    let mut terminal = wizard(80, 24);
    terminal.send("4");
    terminal.wait_for("By which route");
    terminal.resize(20, 5);
    terminal.wait_until("the size it needs", says_the_size);
    terminal.resize(80, 24);
    terminal.wait_for("By which route");
    terminal.send("1");
    terminal.wait_for("Was the needle placed");
}

#[test]
fn a_window_too_small_from_the_start_can_be_left() {
    let mut terminal = Terminal::start(command(PROGRAM), 20, 5);
    terminal.wait_until("the size it needs", says_the_size);
    terminal.send("q");
    terminal.wait_exit();
}

fn says_the_size(screen: &Screen) -> bool {
    rows(screen).join(" ").contains("at least 60 by 18")
}

#[test]
fn a_resize_just_after_the_first_frame_is_not_missed() {
    for _ in 0..5 {
        let mut terminal = Terminal::start(command(PROGRAM), 20, 5);
        terminal.wait_until("the size it needs", says_the_size);
        terminal.resize(80, 24);
        terminal.wait_for(FIRST);
    }
}

#[test]
fn a_signal_just_after_the_first_frame_gives_the_terminal_back() {
    let mut terminal = Terminal::start(script(ONCE), 80, 24);
    terminal.wait_for("ready");
    let before = terminal.modes();
    terminal.send("\r");
    terminal.wait_for(FIRST);
    terminal.signal("TERM");
    terminal.wait_for("left");
    assert_given_back(terminal.screen());
    assert_eq!(terminal.modes(), before);
}

/// Whether a cell differs from its neighbors in the row above and below by more than color.
fn is_set_off(screen: &Screen, row: u16) -> bool {
    let (_, columns) = screen.size();
    let look = |row: u16| {
        let cells = (0..columns.get()).filter_map(|column| screen.cell(row, column));
        cells.filter(|cell| cell.inverse()).count()
    };
    look(row) > 0 && look(row + 1) == 0
}

#[test]
fn without_color_the_row_in_focus_still_stands_out() {
    let mut colorless = command(PROGRAM);
    colorless.env("NO_COLOR", "1");
    let mut terminal = Terminal::start(colorless, 80, 24);
    terminal.wait_for(FIRST);
    for _ in 0..2 {
        let screen = terminal.screen();
        let (lines, columns) = screen.size();
        for (row, column) in (0..lines.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column))) {
            let cell = screen.cell(row, column).unwrap();
            let colors = (cell.fgcolor(), cell.bgcolor());
            assert_eq!(colors, (Color::Default, Color::Default), "color at {row}, {column}");
        }
        let (row, text) = marked(screen).unwrap();
        assert!(text.contains('>') && is_set_off(screen, row), "{text}");
        assert_eq!(terminal.cursor().map(|(row, _)| row), Some(row));
        terminal.send(key::DOWN);
        terminal.wait_until("the next row", |screen| {
            marked(screen).is_some_and(|(now, _)| now == row + 1) && !screen.hide_cursor()
        });
    }
}

#[test]
fn the_result_stays_in_the_scrollback() {
    let mut terminal = wizard(80, 24);
    terminal.send("41111");
    terminal.wait_for("Checklist");
    terminal.send("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert_given_back(terminal.screen());
    let text = terminal.text();
    assert!(text.contains("62323") && !text.contains("Checklist"), "{text}");
}

#[test]
fn what_stays_in_the_scrollback_can_be_typed_back_in() {
    let mut terminal = wizard(400, 100);
    terminal.send("4411v");
    terminal.send(key::DOWN);
    terminal.send("b");
    terminal.wait_for("64483-50");
    terminal.send(key::ESC);
    terminal.wait_gone("Levels and sides");
    terminal.send("+");
    terminal.wait_for("2 of 2");
    terminal.send("11111");
    terminal.wait_for("[2 62321]");
    terminal.send("iq");
    assert_eq!(terminal.wait_exit(), 0);
    let text = terminal.text();
    let typed = text
        .lines()
        .find_map(|line| line.trim_end().strip_prefix("From: "))
        .unwrap()
        .to_owned();
    for part in ["level=L2-L3:both", " --and ", "payer=medicare", "date="] {
        assert!(typed.contains(part), "{text}");
    }
    let output = Command::new(PROGRAM)
        .arg("code")
        .args(typed.split(' '))
        .output()
        .unwrap();
    let again = String::from_utf8(output.stdout).unwrap();
    for line in ["64483-50 x 1", "62321 x 1"] {
        assert!(text.contains(line) && again.contains(line), "{text}\n{again}");
    }
}

#[test]
fn a_terminal_without_a_cursor_is_talked_to_in_lines() {
    for (term, because) in [("dumb", "TERM=dumb"), ("", "TERM, which names no terminal")] {
        let mut program = command(PROGRAM);
        program.env("TERM", term);
        let mut terminal = Terminal::start(program, 160, 50);
        terminal.wait_for(&format!("epipath in line mode, switched on by {because}."));
        for (answer, next) in [
            ("4", "By which route"),
            ("6", "What was the target"),
            ("1", "Result: outside"),
        ] {
            terminal.wait_for("Or say:");
            terminal.send(&format!("{answer}\r"));
            terminal.wait_for(next);
        }
        terminal.send("quit\r");
        assert_eq!(terminal.wait_exit(), 3, "{}", terminal.text());
        assert!(
            terminal.text().contains("Ended with this result:"),
            "{}",
            terminal.text()
        );
    }
}

#[test]
fn line_mode_in_a_terminal_ends_with_the_input() {
    let mut program = command(PROGRAM);
    program.env("EPIPATH_PLAIN", "yes");
    let mut terminal = Terminal::start(program, 160, 50);
    terminal.wait_for("switched on by EPIPATH_PLAIN.");
    terminal.send("\x04");
    assert_eq!(terminal.wait_exit(), 4, "{}", terminal.text());
}

#[test]
fn complaints_have_color_on_a_terminal_only_and_not_under_no_color() {
    let output = Command::new(PROGRAM)
        .arg("frob")
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("frob") && !said.contains('\x1b'), "{said:?}");
    assert_eq!(output.status.code(), Some(2));
    for (no_color, colored) in [("", true), ("1", false)] {
        let mut program = command(PROGRAM);
        program.arg("frob");
        program.env("NO_COLOR", no_color);
        let mut terminal = Terminal::start(program, 80, 24);
        assert_eq!(terminal.wait_exit(), 2);
        let screen = terminal.screen();
        let cell = screen.cell(0, 0).unwrap();
        let shown = cell.fgcolor() != Color::Default || cell.bold();
        assert_eq!(shown, colored, "{}", terminal.text());
    }
}

#[test]
fn only_the_result_goes_to_stdout() {
    let file = std::env::temp_dir().join(format!("epipath-stdout-{}", std::process::id()));
    let mut to_file = script(TO_FILE);
    to_file.arg(&file);
    let mut terminal = Terminal::start(to_file, 80, 24);
    terminal.wait_for("ready");
    terminal.send("\r");
    terminal.wait_for(FIRST);
    terminal.send("41111");
    terminal.wait_for("Checklist");
    // Drawn anew, which must not ask the terminal anything by way of stdout.
    terminal.send(key::CTRL_L);
    terminal.send("6");
    terminal.wait_for("Your answers");
    terminal.send("q");
    terminal.wait_for("left 0");
    let result = std::fs::read_to_string(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(result.starts_with("62323"), "{result}");
    assert!(!result.contains('\x1b'), "{result:?}");
    assert!(!terminal.text().contains("62323"), "{}", terminal.text());
}

#[test]
fn without_a_terminal_a_sentence_names_the_command_to_use() {
    let output = Command::new(PROGRAM)
        .stdin(Stdio::null())
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("epipath code"), "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
    assert_eq!(output.status.code(), Some(2));
}

/// "62323" in base 64.
const CODE: &str = "NjIzMjM=";

#[test]
fn the_code_goes_to_the_clipboard_of_the_terminal_and_is_called_sent() {
    let mut terminal = wizard(80, 24);
    terminal.send("41111");
    terminal.wait_for("Entry in the low back");
    terminal.send("y");
    terminal.wait_for("62323 was sent to the terminal's clipboard");
    assert_eq!(terminal.clipboard(), Some(CODE));
}

#[test]
fn a_file_is_written_only_on_the_key_for_it_and_never_over_another() {
    let folder = std::env::temp_dir().join(format!("epipath-export-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut wizard = command(PROGRAM);
    wizard.cwd(&folder);
    let mut terminal = Terminal::start(wizard, 80, 24);
    terminal.wait_for(FIRST);
    terminal.send("41111");
    terminal.wait_for("Entry in the low back");
    terminal.send("e3");
    terminal.wait_for("line,code,modifiers");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "a file unasked");
    terminal.send("w");
    terminal.wait_for("Written into ./epipath-62323.csv.");
    terminal.send("w");
    terminal.wait_for("Written into ./epipath-62323-2.csv.");
    let first = std::fs::read_to_string(folder.join("epipath-62323.csv")).unwrap();
    assert!(
        first.starts_with("line,code,modifiers,units") && first.contains("\n1,62323,,1,"),
        "{first}"
    );
    std::fs::remove_dir_all(&folder).unwrap();
}
