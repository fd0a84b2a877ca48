//! How much is taken from outside: far more than anybody writes by hand, and little enough to be worked out at once.

use std::io::{self, Read};

use super::exit::Failure;

/// The longest text of words, in characters; the find line of the screen takes as many.
const MOST_WORDS: usize = 400;
/// The largest set of claim lines, in bytes.
const MOST_BYTES: u64 = 1 << 20;
/// The most lines of one claim: an institutional claim has no more.
const MOST_LINES: usize = 999;
/// The most facts of one session.
const MOST_FACTS: usize = 2000;

/// Refuses words longer than anybody looks for.
pub(super) fn few_words(text: &str) -> Result<(), Failure> {
    let long = text.chars().count();
    if long <= MOST_WORDS {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "the words are {long} characters long, and at most {MOST_WORDS} are read; give the few that matter"
    )))
}

/// Refuses more facts than a session has.
pub(super) fn few_facts(count: usize) -> Result<(), Failure> {
    few(count, MOST_FACTS, "facts of one session")
}

/// Refuses more lines than a claim has.
pub(super) fn few_lines(count: usize) -> Result<(), Failure> {
    few(count, MOST_LINES, "lines of one claim")
}

fn few(count: usize, most: usize, what: &str) -> Result<(), Failure> {
    if count <= most {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "there are {count} {what}, and at most {most} are read; give fewer"
    )))
}

/// Reads a small file or input to its end.
pub(super) fn read_small(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::other("it is larger than 1 MB, and a claim is not"));
    }
    Ok(bytes)
}
