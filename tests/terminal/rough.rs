//! The wizard treated roughly: bursts of keys, windows that change while it draws, pasted text, stopped from outside, a terminal
//! that goes away, a reader that does.

use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{PtySize, native_pty_system};
use rstest::rstest;
use tempfile::TempDir;

use crate::pty::screen::{marked, rows, text};
use crate::pty::{PROGRAM, Terminal, assert_given_back, key, script, wizard, wizard_in};

/// Far more than any of these takes.
const SOON: Duration = Duration::from_secs(10);

#[rstest]
fn a_burst_of_keys_is_taken_in_order_and_ends_where_it_should(
    #[values("xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color")] term: &str,
) {
    let mut terminal = wizard_in(term, 80, 24);
    let start = Instant::now();
    let burst = format!("{}{}", key::DOWN.repeat(1000), key::UP.repeat(1000));
    terminal.send(&burst);
    terminal.send(&"4\x1b[D".repeat(50));
    terminal.send("41111");
    terminal.wait_for("Checklist");
    assert!(terminal.text().contains("62323"), "{}", terminal.text());
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
}

#[rstest]
fn a_window_that_changes_while_it_draws_ends_in_a_whole_screen(
    #[values("xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color")] term: &str,
) {
    let mut terminal = wizard_in(term, 80, 24);
    for round in 0..30 {
        terminal.resize(61 + round * 4, 18 + round);
        terminal.send(if round % 2 == 0 { key::DOWN } else { key::UP });
        terminal.resize(200 - round, 60 - round);
        terminal.send(key::HOME);
        terminal.resize(20, 5);
    }
    terminal.resize(80, 24);
    // While the window is too small a key means nothing; whatever comes after this key is taken at the last size.
    terminal.send(key::CTRL_L);
    terminal.send("41");
    terminal.wait_until("the last size", |screen| {
        text(screen).contains("Was the needle placed") && rows(screen).last().is_some_and(|row| row.contains("? help"))
    });
    let seen = terminal.text();
    terminal.press(key::CTRL_L);
    assert_eq!(terminal.text(), seen, "what was shown is what a fresh screen shows");
}

#[test]
fn pasted_text_is_typed_where_one_types_and_nowhere_else() {
    let paste = |text: &str| format!("\x1b[200~{text}\x1b[201~");
    let mut terminal = wizard(80, 24);
    terminal.send(&paste("41111q"));
    terminal.press(key::DOWN);
    assert!(terminal.text().contains("Where did the needle"), "{}", terminal.text());
    assert_eq!(
        marked(terminal.screen()).map(|(_, row)| row.contains("2  Thoracic")),
        Some(true)
    );
    terminal.send("/");
    terminal.wait_for("Find a code");
    // A line break, an escape and a bell in it are neither keys nor sent on.
    terminal.send(&paste("caudal\r\x1b[31m\x07steroid"));
    terminal.wait_for("caudal [31msteroid");
    terminal.send("\x15");
    terminal.wait_gone("steroid");
    terminal.send(&paste(&"caudal \u{202e}\u{301}\u{200b}".repeat(20_000)));
    terminal.wait_for("caudal \u{301}caudal");
    for hidden in ["\u{202e}", "\u{200b}"] {
        assert!(!String::from_utf8_lossy(terminal.raw()).contains(hidden), "{hidden:?}");
    }
    terminal.send(key::ESC);
    terminal.wait_gone("Find a code");
    assert!(!terminal.raw().windows(5).any(|bytes| bytes == b"\x1b[31m"));
    assert!(!terminal.raw().contains(&7));
}

/// Runs the wizard, says how it stopped, and takes it up again.
const TWICE: &str =
    r#"set -m; echo ready; read go; "$0"; echo "stopped $?"; read go; fg >/dev/null; echo "left $?"; read go"#;

#[test]
fn stopped_from_outside_it_comes_back_whole() {
    let mut terminal = Terminal::start(script(TWICE), 80, 24);
    terminal.wait_for("ready");
    let before = terminal.modes();
    terminal.send("\r");
    terminal.wait_for("Where did the needle");
    let raw = terminal.modes();
    terminal.send("4");
    terminal.wait_for("By which route");
    // STOP cannot be caught: the shell gets a raw terminal, and its line break must still do.
    terminal.signal("STOP");
    terminal.wait_for("stopped");
    terminal.send("\n");
    terminal.wait_until("the screen again", |screen| {
        screen.alternate_screen() && text(screen).contains("By which route") && !text(screen).contains("stopped")
    });
    assert_eq!(terminal.modes(), raw);
    terminal.send(key::CTRL_C);
    terminal.wait_for("left 0");
    assert_given_back(terminal.screen());
    assert_eq!(terminal.modes(), before);
}

#[test]
fn a_reader_of_the_result_that_is_gone_is_no_failure() {
    let mut terminal = Terminal::start(script(r#"{ "$0"; echo "left $?" >&2; } | true; read go"#), 80, 24);
    terminal.wait_for("Where did the needle");
    terminal.send("41111");
    terminal.wait_for("Checklist");
    terminal.send("q");
    terminal.wait_for("left 0");
    assert_given_back(terminal.screen());
}

#[rstest]
#[case(&["code", "region=lumbar", "approach=caudal", "imaging=ct", "delivery=needle", "substance=steroid-anesthetic"])]
#[case(&["card", "62323"])]
#[case(&["table"])]
#[case(&["sources", "--json"])]
#[case(&["find", "caudal"])]
#[case(&["man"])]
#[case(&["completions", "bash"])]
fn a_pipe_that_is_closed_is_no_failure_of_a_command(#[case] arguments: &[&str]) {
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The terminal is closed under the program: in the terminal's session it is told by SIGHUP, in another one only by the read that
/// fails. The shell stays to tell how it ended.
#[rstest]
#[case::told(r#"trap "" HUP; "$0"; echo $? >"$1""#)]
#[case::not_told(r#"trap "" HUP; setsid --wait "$0"; echo $? >"$1""#)]
fn a_terminal_that_is_closed_ends_it_quietly_and_soon(#[case] run: &str) {
    let folder = TempDir::new().unwrap();
    let told = folder.path().join("exit");
    let mut shell = script(run);
    shell.arg(&told);
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut child = pair.slave.spawn_command(shell).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut seen = Vec::new();
    let mut read_until = |wanted: &str| {
        while !String::from_utf8_lossy(&seen).contains(wanted) {
            let mut bytes = [0; 4096];
            let count = reader.read(&mut bytes).unwrap();
            assert!(count > 0, "ended before {wanted}");
            seen.extend_from_slice(&bytes[..count]);
            seen.extend_from_slice(&bytes[..count]);
        }
    };
    read_until("needle");
    writer.write_all(b"4").unwrap();
    read_until("Transforaminal");
    drop((reader, writer, pair.master));
    let start = Instant::now();
    let (sender, ended) = channel();
    thread::spawn(move || sender.send(child.wait()));
    ended.recv_timeout(SOON).expect("it ends").unwrap();
    let exit = fs::read_to_string(told).unwrap();
    assert_eq!(exit, "0\n", "after {:?}", start.elapsed());
}
