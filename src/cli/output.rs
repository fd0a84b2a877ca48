//! Writing: answers to stdout, everything else to stderr. A reader that goes away is no error.

use std::ffi::OsString;
use std::io::{self, ErrorKind, IsTerminal as _, Write};

use clap::builder::StyledStr;
use serde::Serialize;

use super::exit::{Exit, Failure};
use crate::pack::{harmless, harmless_json, steers};

/// Writes an answer; nothing in it steers a terminal.
pub(super) fn print(text: &str) -> Result<Exit, Failure> {
    print_styled(&harmless(text))
}

/// Writes an answer that is colored; its maker saw to it that nothing else in it steers a terminal.
pub(super) fn print_styled(text: &str) -> Result<Exit, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::unexpected(format!("cannot write the answer: {error}")))
        }
        _ => Ok(Exit::Code),
    }
}

/// Writes one JSON object.
pub(super) fn print_json(value: &impl Serialize) -> Result<Exit, Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::unexpected(error.to_string()))?;
    print_styled(&format!("{}\n", harmless_json(&text)))
}

/// Writes what is not the answer; nothing in it steers a terminal. Nothing is left to do where even that fails.
pub(super) fn complain(text: &str) {
    write_stderr(&harmless(text));
}

fn write_stderr(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Anything in `NO_COLOR` turns color off.
pub(super) fn is_colorless() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Writes a text of the parser of arguments that is not the answer, in color only where a terminal may show it, and where the
/// arguments, which it quotes, do not steer the terminal themselves.
pub(super) fn complain_styled(text: &StyledStr, arguments: &[OsString]) {
    let honest = !arguments.iter().any(|one| one.to_string_lossy().contains(steers));
    if honest && io::stderr().is_terminal() && !is_colorless() {
        write_stderr(&text.ansi().to_string());
    } else {
        complain(&text.to_string());
    }
}

/// Tells a failure the way the caller listens.
pub(super) fn report_failure(failure: &Failure, json: bool) -> Exit {
    if json {
        let _ = print_json(&serde_json::json!({ "error": failure.message }));
    } else {
        complain(&format!("epipath: {}\n", failure.message));
    }
    failure.exit
}
