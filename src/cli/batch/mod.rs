//! `epipath batch`: rows of facts in, rows of results out, in order and in constant memory. Nothing is kept and nothing is
//! written but the answer and a count.
//!
//! A row becomes a short list of numbers, one for each fact ([`words`]); equal lists have equal results, so that a result is
//! worked out once and then told from memory ([`memo`]). What is not remembered is decided as `epipath code` decides it.

mod answer;
mod csv_rows;
mod input;
mod json_rows;
mod memo;
mod progress;
mod row;
mod words;

use std::io::{self, ErrorKind, IsTerminal as _, Write};

use super::args::{BatchArgs, RowFormat};
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{clock, open};
use crate::claim::Context;
use answer::Answers;
use csv_rows::CsvRows;
use json_rows::JsonRows;
use progress::Progress;
use row::{Next, Row, Rows};
use words::Words;

/// Bytes written at once.
const BLOCK: usize = 1 << 17;

/// Reads, decides and writes.
pub(super) fn run(args: &BatchArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    if args.full && args.output == RowFormat::Csv {
        return Err(Failure::usage(
            "--full is written as JSON Lines; leave out --output csv",
        ));
    }
    if args.file.is_none() && io::stdin().is_terminal() {
        return Err(Failure::usage(
            "no rows given: name a file, or pipe rows in, such as: epipath batch cases.csv",
        ));
    }
    let book = open::book(folders)?;
    let mut input = input::open(args.file.as_deref())?;
    let format = match args.input {
        Some(format) => format,
        None => input::format(&mut input).map_err(|error| input::unreadable(&error))?,
    };
    let batch = Batch {
        words: Words::new(&book),
        answers: Answers::new(&book, Context::on(clock::today()), args),
    };
    match format {
        RowFormat::Csv => {
            let rows = CsvRows::new(input, &batch.words)?;
            batch.run(rows)
        }
        RowFormat::Jsonl => batch.run(JsonRows::new(input)),
    }
}

/// What is needed from the first row to the last.
struct Batch<'a> {
    words: Words<'a>,
    answers: Answers<'a>,
}

impl Batch<'_> {
    fn run(mut self, rows: impl Rows) -> Result<Exit, Failure> {
        let mut out = io::BufWriter::with_capacity(BLOCK, io::stdout().lock());
        let mut progress = Progress::new();
        let end = self
            .all(rows, &mut out, &mut progress)
            .and_then(|()| out.flush().map_err(End::Write));
        progress.end();
        match end {
            Ok(()) if progress.bad_rows() == 0 => Ok(Exit::Code),
            Ok(()) => Ok(Exit::Usage),
            Err(End::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(Exit::Code),
            Err(End::Write(error)) => Err(Failure::unexpected(format!("cannot write the answer: {error}"))),
            Err(End::Read(error)) => {
                // What was read so far is answered; a writer that has gone away is no second failure.
                let _ = out.flush();
                Err(input::unreadable(&error))
            }
        }
    }

    fn all(&mut self, mut rows: impl Rows, out: &mut impl Write, progress: &mut Progress) -> Result<(), End> {
        self.answers.start(out).map_err(End::Write)?;
        let mut row = Row::default();
        while let Next::Row = rows.next(&mut self.words, &mut row).map_err(End::Read)? {
            let number = progress.rows() + 1;
            let good = self.answers.write(&self.words, &row, number, out);
            progress.row(good.map_err(End::Write)?);
            if self.words.make_room() {
                self.answers.forget();
            }
        }
        Ok(())
    }
}

/// Why it ended early.
enum End {
    Read(io::Error),
    Write(io::Error),
}
