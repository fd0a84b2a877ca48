//! A note from a file or from standard input. What goes wrong is told without a word of the note.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::Path;

use super::super::exit::Failure;
use crate::note::{Given, LARGEST};

/// Stands for standard input.
const STDIN: &str = "-";

/// The note that is named.
pub(super) fn read(file: &Path) -> Result<Given, Failure> {
    let place = if file.as_os_str() == STDIN {
        "standard input".to_owned()
    } else {
        format!("`{}`", file.display())
    };
    let unreadable = |error: io::Error| {
        Failure::usage(format!(
            "cannot read {place}: {error}; give a procedure note as a plain text file"
        ))
    };
    let bytes = bytes(file).map_err(unreadable)?;
    Given::read(&bytes).map_err(|error| Failure::usage(format!("{place} cannot be read as a note: {error}")))
}

/// At most one byte more than a note may have.
pub(super) fn bytes(file: &Path) -> io::Result<Vec<u8>> {
    if file.as_os_str() != STDIN {
        return some(File::open(file)?);
    }
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Err(io::Error::other(
            "it is the terminal; send the note by a pipe, or paste it into epipath --plain after the word read",
        ));
    }
    some(stdin.lock())
}

fn some(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
