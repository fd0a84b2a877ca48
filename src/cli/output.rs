//! Writing: answers to stdout, everything else to stderr. A reader that goes away is no error.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use super::exit::{Exit, Failure};

/// Writes an answer.
pub(super) fn print(text: &str) -> Result<Exit, Failure> {
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
    print(&format!("{text}\n"))
}

/// Writes what is not the answer. Nothing is left to do where even that fails.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
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
