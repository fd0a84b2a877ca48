//! The wizard under every name by which terminals call themselves: the same case, the same ways to leave, and no word that a plain
//! terminal does not know or pass over.

use std::collections::BTreeSet;

use rstest::rstest;

use crate::pty::screen::rows;
use crate::pty::{TERMS, Terminal, assert_given_back, key, script, wizard_in};

/// Runs the wizard, says how it ended, and waits for a key.
const ONCE: &str = r#"set -m; echo ready; read go; "$0"; echo "left $?"; read go"#;
/// The word that makes a debug build panic, pasted.
const PANIC: &str = "\x1b[200~fall over\x1b[201~";

/// How to leave.
#[derive(Debug, Clone, Copy)]
enum Leave {
    Keys(&'static str),
    Signal(&'static str),
}

/// The terminal is as it was, whatever the program's end: the modes byte by byte, the screen with what stood on it.
#[rstest]
fn every_end_gives_every_terminal_back(
    #[values("xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color")] term: &str,
    #[values(
        (Leave::Keys("q"), 0),
        (Leave::Keys(key::CTRL_C), 0),
        (Leave::Signal("TERM"), 143),
        (Leave::Signal("HUP"), 129),
        (Leave::Signal("QUIT"), 131),
        (Leave::Signal("INT"), 0),
        (Leave::Keys(PANIC), 1)
    )]
    (leave, exit): (Leave, i32),
) {
    let mut shell = script(ONCE);
    shell.env("TERM", term);
    shell.env("EPIPATH_TEST_PANIC", "fall over");
    let mut terminal = Terminal::start(shell, 80, 24);
    terminal.wait_for("ready");
    let before = terminal.modes();
    terminal.send("\r");
    terminal.wait_for("Where did the needle");
    assert_ne!(terminal.modes(), before, "raw mode is on");
    match leave {
        Leave::Keys(PANIC) if !cfg!(debug_assertions) => return,
        Leave::Keys(keys) => terminal.send(keys),
        Leave::Signal(name) => terminal.signal(name),
    }
    terminal.wait_for(&format!("left {exit}"));
    assert_given_back(terminal.screen());
    assert_eq!(terminal.modes(), before);
    let shown = rows(terminal.screen());
    assert_eq!(shown.first().map(String::as_str), Some("ready"), "{shown:?}");
    if exit == 1 {
        // Wrapped by the terminal, wherever a row ends.
        let text = shown.concat().replace(' ', "");
        for part in [
            "told to panic",
            "src/tui/events.rs",
            "Please report it",
            "without anything about a patient",
        ] {
            assert!(text.contains(&part.replace(' ', "")), "{text}");
        }
    }
}

#[test]
fn the_same_case_looks_the_same_in_every_terminal() {
    let mut seen = BTreeSet::new();
    for term in TERMS {
        let mut terminal = wizard_in(term, 80, 24);
        terminal.send("41111");
        terminal.wait_for("Checklist");
        terminal.send("2");
        terminal.wait_for("Before");
        terminal.send("/dural\r");
        terminal.wait_gone("Checklist");
        seen.insert(terminal.text());
    }
    assert_eq!(seen.len(), 1, "{seen:#?}");
}

/// Every escape sequence that the program sends, by its kind. A VT100 knows or passes over all of these.
const SPOKEN: [&str; 13] = [
    "'\\r'",
    "'\\n'",
    "CSI C",
    "CSI H",
    "CSI m",
    "CSI J",
    "CSI K",
    "CSI ?25h",
    "CSI ?25l",
    "CSI ?1049",
    "CSI ?2004",
    "CSI ?2026",
    "OSC 52",
];

/// The sequences in what was sent, and whether anything else below the blank was.
fn sequences(raw: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8(raw.to_vec()).unwrap();
    let mut found = BTreeSet::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(char::is_control) {
        let from = &rest[at..];
        let (kind, length) = if let Some(body) = from.strip_prefix("\x1b[") {
            let end = body.find(|c: char| ('@'..='~').contains(&c)).unwrap();
            let last = &body[end..=end];
            let kind = match body.strip_prefix('?').map(|_| &body[..end]) {
                Some("?25") => format!("CSI ?25{last}"),
                Some(mode) => format!("CSI {mode}"),
                None => format!("CSI {last}"),
            };
            (kind, 2 + end + 1)
        } else if let Some(body) = from.strip_prefix("\x1b]") {
            let end = body.find("\x1b\\").unwrap();
            (format!("OSC {}", body.split(';').next().unwrap()), 2 + end + 2)
        } else {
            let control = from.chars().next().unwrap();
            (format!("{control:?}"), control.len_utf8())
        };
        found.insert(kind);
        rest = &from[length..];
    }
    found
}

#[test]
fn nothing_is_sent_that_a_plain_terminal_would_stumble_over() {
    let mut terminal = wizard_in("vt100", 80, 24);
    terminal.send("41111");
    terminal.wait_for("Checklist");
    terminal.press("y");
    for keys in [
        "2",
        " ",
        "3",
        "4",
        "5",
        "6",
        "?",
        key::ESC,
        "/caudal",
        key::ESC,
        "c",
        key::ESC,
        key::CTRL_L,
    ] {
        terminal.press(keys);
    }
    terminal.resize(100, 30);
    terminal.wait_until("the new size", |screen| {
        rows(screen).last().is_some_and(|row| !row.is_empty())
    });
    let said = sequences(terminal.raw());
    let known: BTreeSet<String> = SPOKEN.map(str::to_owned).into();
    let strange: Vec<&String> = said.difference(&known).collect();
    assert!(strange.is_empty(), "{strange:?}");
    for must in ["CSI H", "CSI m", "OSC 52", "CSI ?2026"] {
        assert!(said.contains(must), "{said:?}");
    }
}
