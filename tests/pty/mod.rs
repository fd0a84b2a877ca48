//! The real program in a pseudo-terminal. Tests press keys and wait for what must appear on the parsed screen; nothing sleeps and
//! nothing is polled: whoever waits, waits for bytes, with a limit.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test harness")]

pub(crate) mod drive;
pub(crate) mod screen;
mod terminal;
pub(crate) mod ways;

pub(crate) use terminal::Terminal;

use portable_pty::CommandBuilder;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_epipath");

/// A folder that nobody makes.
pub(crate) const NO_SHELF: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-shelf");

/// Keys by the bytes that a terminal sends for them.
pub(crate) mod key {
    pub(crate) const UP: &str = "\x1b[A";
    pub(crate) const DOWN: &str = "\x1b[B";
    pub(crate) const RIGHT: &str = "\x1b[C";
    pub(crate) const LEFT: &str = "\x1b[D";
    pub(crate) const HOME: &str = "\x1b[H";
    pub(crate) const ESC: &str = "\x1b";
    pub(crate) const TAB: &str = "\t";
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const BACKSPACE: &str = "\x7f";
    pub(crate) const CTRL_C: &str = "\x03";
    pub(crate) const CTRL_L: &str = "\x0c";
    pub(crate) const CTRL_Z: &str = "\x1a";
}

/// A command with a known environment.
pub(crate) fn command(program: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    for name in ["NO_COLOR", "TMUX", "STY"] {
        command.env_remove(name);
    }
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("EPIPATH_")) {
        command.env_remove(name);
    }
    // What the person at this computer keeps is none of the tests' business.
    command.env("EPIPATH_CONFIG_DIR", NO_SHELF);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

/// The wizard at the first question, in a window of this size.
pub(crate) fn wizard(columns: u16, rows: u16) -> Terminal {
    let mut terminal = Terminal::start(command(PROGRAM), columns, rows);
    terminal.wait_for("Where did the needle");
    terminal
}

/// The wizard at the first question in a terminal that calls itself `term`.
pub(crate) fn wizard_in(term: &str, columns: u16, rows: u16) -> Terminal {
    let mut command = command(PROGRAM);
    command.env("TERM", term);
    let mut terminal = Terminal::start(command, columns, rows);
    terminal.wait_for("Where did the needle");
    terminal
}

/// The names by which the terminals that people use call themselves.
pub(crate) const TERMS: [&str; 5] = ["xterm-256color", "linux", "vt100", "screen-256color", "tmux-256color"];

/// What a program that leaves must have given back: the other screen, the cursor, pasting, and modes that were never asked for.
pub(crate) fn assert_given_back(screen: &vt100::Screen) {
    assert!(!screen.alternate_screen(), "still on the alternate screen");
    assert!(!screen.hide_cursor(), "cursor still hidden");
    assert!(!screen.bracketed_paste(), "bracketed paste still on");
    assert!(
        !screen.application_cursor() && !screen.application_keypad(),
        "keys still changed"
    );
    assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    assert_eq!(
        (screen.fgcolor(), screen.bgcolor()),
        (vt100::Color::Default, vt100::Color::Default)
    );
    assert!(!screen.inverse() && !screen.bold(), "still in reverse or bold");
}

/// Runs a shell script in which `$0` is the program under test. The shell stays the leader of the terminal's session: when the
/// leader ends, the kernel itself resets the terminal, and a program that forgot to do so would get away with it.
pub(crate) fn script(script: &str) -> CommandBuilder {
    let mut sh = command("sh");
    sh.args(["-c", script, PROGRAM]);
    sh
}
