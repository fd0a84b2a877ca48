//! The loop: a line in, a text out, until either side ends. Nothing else reads or writes here.

use std::io::{self, BufRead, ErrorKind, Write};

use super::dialogue::{End, Reply};
use crate::note::decoded;

/// Longer lines are not read to their end by anybody; what is beyond is dropped.
pub(super) const LONGEST: usize = 4096;

/// Whatever goes on for so long without an end is no line.
const NO_LINE: usize = 16_000_000;

/// Who answers lines.
pub trait Partner {
    /// What is said before the first line.
    fn opening(&self) -> String;
    /// Answers a line.
    fn answer(&mut self, line: &str) -> Reply;
    /// The longest line, in bytes, that is heard to its end.
    fn longest(&self) -> usize {
        LONGEST
    }
    /// Ends because nothing more comes in.
    fn end_of_input(&mut self) -> Reply;
}

/// How a dialogue ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Talked {
    /// By the word for it, or by the end of the input.
    Ended(End),
    /// The input held nothing at all.
    Silent,
    /// The input came to its end, and nothing was answered.
    Unanswered,
    /// Nobody reads any more.
    Unheard,
}

/// Talks until one side ends.
///
/// # Errors
/// When the input cannot be read or the output not be written; a reader that goes away is no error. An input that goes on without an
/// end of line is no dialogue: [`ErrorKind::InvalidData`].
pub fn talk(dialogue: &mut impl Partner, mut input: impl BufRead, mut output: impl Write) -> io::Result<Talked> {
    if !say(&mut output, &dialogue.opening())? {
        return Ok(Talked::Unheard);
    }
    let mut silent = true;
    while let Some(line) = read(&mut input, dialogue.longest())? {
        silent = false;
        let reply = dialogue.answer(&line);
        if !say(&mut output, &reply.text)? {
            return Ok(Talked::Unheard);
        }
        if let Some(end) = reply.end {
            return Ok(Talked::Ended(end));
        }
    }
    if silent {
        return Ok(Talked::Silent);
    }
    let reply = dialogue.end_of_input();
    let heard = say(&mut output, &reply.text)?;
    Ok(match reply.end.filter(|_| heard) {
        Some(End { status: None }) => Talked::Unanswered,
        Some(end) => Talked::Ended(end),
        None => Talked::Unheard,
    })
}

/// Writes; false where nobody reads any more.
fn say(output: &mut impl Write, text: &str) -> io::Result<bool> {
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(error),
    }
}

/// The next line, whatever its bytes are; none at the end.
fn read(input: &mut impl BufRead, longest: usize) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut length = 0_usize;
    loop {
        let (used, ended) = {
            let bytes = match input.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                bytes => bytes?,
            };
            if bytes.is_empty() {
                // A line without an end is a line all the same.
                return Ok((!line.is_empty()).then(|| decoded(&line).text));
            }
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
            let room = longest.saturating_sub(line.len()).min(part.len());
            line.extend_from_slice(part.get(..room).unwrap_or_default());
            length += part.len();
            if length > NO_LINE {
                let why = "a line of more than sixteen million letters is no answer";
                return Err(io::Error::new(ErrorKind::InvalidData, why));
            }
            (part.len() + usize::from(end.is_some()), end.is_some())
        };
        input.consume(used);
        if ended {
            return Ok(Some(decoded(&line).text));
        }
    }
}
