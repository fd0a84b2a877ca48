//! The input: a file or standard input, and which of the two formats it is in.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use super::super::args::RowFormat;
use super::super::exit::Failure;

/// Bytes read at once.
const BLOCK: usize = 1 << 17;
/// The mark that some programs put before UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// An input of either kind.
pub(super) type Input = BufReader<Box<dyn Read>>;

/// Opens the file; none or `-` is standard input. A mark at its start is passed over.
pub(super) fn open(file: Option<&Path>) -> Result<Input, Failure> {
    let mut source: Box<dyn Read> =
        match file.filter(|file| *file != Path::new("-")) {
            None => Box::new(io::stdin().lock()),
            Some(file) => Box::new(File::open(file).map_err(|error| {
                Failure::usage(format!("cannot open {}: {error}; is the path right?", file.display()))
            })?),
        };
    let mut start = Vec::new();
    let read = source.by_ref().take(MARK.len() as u64).read_to_end(&mut start);
    read.map_err(|error| unreadable(&error))?;
    if start == MARK {
        start.clear();
    }
    let whole = io::Cursor::new(start).chain(source);
    Ok(BufReader::with_capacity(BLOCK, Box::new(whole)))
}

/// JSON Lines start with a brace; anything else is CSV.
pub(super) fn format(input: &mut impl BufRead) -> io::Result<RowFormat> {
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            return Ok(RowFormat::Csv);
        }
        match chunk.iter().position(|byte| !byte.is_ascii_whitespace()) {
            Some(first) if chunk.get(first) == Some(&b'{') => return Ok(RowFormat::Jsonl),
            Some(_) => return Ok(RowFormat::Csv),
            None => {
                let blank = chunk.len();
                input.consume(blank);
            }
        }
    }
}

/// An input that breaks off.
pub(super) fn unreadable(error: &io::Error) -> Failure {
    Failure::usage(format!("cannot read the rows: {error}"))
}
