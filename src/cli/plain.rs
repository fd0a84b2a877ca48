//! The wizard as lines: when it runs so, and how it ends.

use std::io::{self, IsTerminal as _};

use super::exit::{Exit, Failure};
use super::{code, read};
use crate::claim::Context;
use crate::config::{Chosen, Origin};
use crate::line::{Because, Dialogue, Talked, talk};
use crate::session::Session;
use crate::shelf::Kept;
use crate::tree::Book;

/// What switches line mode on, if anything does: what was asked for, then a terminal that cannot show a screen. The screen is drawn
/// on stderr, so stdout may be a file.
pub(super) fn because(asked: &Chosen<bool>) -> Option<Because> {
    let term = std::env::var_os("TERM").unwrap_or_default();
    if asked.value {
        Some(match asked.from {
            Origin::Environment(_) => Because::Environment,
            Origin::File(_) => Because::File,
            Origin::Flag(_) | Origin::Default => Because::Option,
        })
    } else if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        Some(Because::NoTerminal)
    } else if term == "dumb" {
        Some(Because::Dumb)
    } else {
        // Windows consoles can show a screen, and have no TERM.
        (term.is_empty() && !cfg!(windows)).then_some(Because::NoTerm)
    }
}

/// Talks on stdin and stdout.
pub(super) fn run(
    book: &Book,
    context: Context,
    because: Because,
    (kept, notes): (Kept, &read::Files),
) -> Result<Exit, Failure> {
    let mut dialogue = Dialogue::new(book, Session::new(context), because, kept).with_notes(notes);
    let talked = talk(&mut dialogue, io::stdin().lock(), io::stdout().lock());
    match talked.map_err(|error| failure(&error))? {
        Talked::Ended(end) => Ok(end.status.map_or(Exit::Code, code::exit)),
        Talked::Silent if because == Because::NoTerminal => Err(Failure::usage(
            "there is no terminal to ask on and no answer on standard input; write the facts: epipath code region=lumbar \
             approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic (epipath code --help)",
        )),
        Talked::Silent | Talked::Unanswered => Ok(Exit::Undetermined),
        Talked::Unheard => Ok(Exit::Code),
    }
}

/// Why nobody could talk.
pub(super) fn failure(error: &io::Error) -> Failure {
    let told = format!("line mode cannot read or write: {error}");
    match error.kind() {
        io::ErrorKind::InvalidData => Failure::usage(told),
        _ => Failure::unexpected(told),
    }
}
