//! Rows of CSV: the first names the columns. A record that is too long is passed over without being kept.

use std::io::{self, BufRead};

use csv_core::{ReadRecordResult, Reader};

use super::row::{LONGEST_ROW, Next, Row, Rows};
use super::words::{Column, Words};
use crate::cli::exit::Failure;

/// The most columns.
const MOST_COLUMNS: usize = 1 << 10;

/// Rows of CSV.
pub(super) struct CsvRows<I> {
    records: Records<I>,
    columns: Vec<Column>,
}

impl<I: BufRead> CsvRows<I> {
    /// Reads the names of the columns.
    ///
    /// # Errors
    /// When a column is no fact, or is there twice.
    pub(super) fn new(input: I, words: &Words<'_>) -> Result<Self, Failure> {
        let mut records = Records::new(input);
        let mut columns = Vec::new();
        match records.advance().map_err(|error| super::input::unreadable(&error))? {
            Record::End => {}
            Record::TooLong => return Err(Failure::usage(format!("the header: {}", Row::too_long()))),
            Record::Whole => {
                columns = named(&records, words).map_err(|problem| {
                    Failure::usage(format!(
                        "{problem}\nThe first row names the columns; each is a fact, `id`, or `facts`"
                    ))
                })?;
            }
        }
        Ok(Self { records, columns })
    }
}

/// What each column says.
fn named<I>(records: &Records<I>, words: &Words<'_>) -> Result<Vec<Column>, String> {
    let text = records.text().ok_or("the header is not UTF-8")?;
    let mut columns = Vec::new();
    for (place, cell) in records.cells(text).enumerate() {
        let cell = cell.unwrap_or_default().trim();
        let read = words.column(cell).and_then(|column| match column {
            Column::Procedures => Err("`procedures` is for JSON Lines; use a column `facts`".to_owned()),
            Column::Fact(name) if words.is_repeatable(name) => Ok(column),
            _ if columns.contains(&column) => Err(format!("`{cell}` is there twice")),
            _ => Ok(column),
        });
        columns.push(read.map_err(|problem| format!("column {}: {problem}", place + 1))?);
    }
    Ok(columns)
}

impl<I: BufRead> Rows for CsvRows<I> {
    fn next(&mut self, words: &mut Words<'_>, row: &mut Row) -> io::Result<Next> {
        row.clear();
        match self.records.advance()? {
            Record::End => return Ok(Next::End),
            Record::TooLong => row.note(Err(Row::too_long())),
            Record::Whole => self.fill(words, row),
        }
        Ok(Next::Row)
    }
}

impl<I: BufRead> CsvRows<I> {
    fn fill(&self, words: &mut Words<'_>, row: &mut Row) {
        let Some(text) = self.records.text() else {
            return row.note(Err("the row is not UTF-8".to_owned()));
        };
        for (column, cell) in self.columns.iter().zip(self.records.cells(text)) {
            let read = match (cell, column) {
                (None, _) => Err("the row is not UTF-8".to_owned()),
                (Some(cell), Column::Id) => {
                    row.take_text_id(cell);
                    Ok(())
                }
                (Some(cell), Column::Fact(name)) => words.cell(*name, cell, &mut row.facts),
                (Some(cell), Column::Facts | Column::Procedures) => {
                    row.take_line(words, cell);
                    Ok(())
                }
            };
            row.note(read);
        }
        let (cells, columns) = (self.records.len(), self.columns.len());
        if cells == columns {
            row.close(words);
        } else {
            row.problem = Some(format!("the row has {cells} cells, the header has {columns}"));
        }
    }
}

/// Records one after the other, each kept only until the next.
struct Records<I> {
    input: I,
    reader: Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    used: usize,
    cells: usize,
}

/// What was read.
enum Record {
    Whole,
    TooLong,
    End,
}

impl<I> Records<I> {
    fn new(input: I) -> Self {
        Self {
            input,
            reader: Reader::new(),
            bytes: vec![0; 1 << 10],
            ends: vec![0; 1 << 5],
            used: 0,
            cells: 0,
        }
    }

    /// The record as text; none where it is not UTF-8.
    fn text(&self) -> Option<&str> {
        std::str::from_utf8(self.bytes.get(..self.used)?).ok()
    }

    fn len(&self) -> usize {
        self.cells
    }

    /// The cells of the text; none for one whose ends cut a letter.
    fn cells<'t>(&self, text: &'t str) -> impl Iterator<Item = Option<&'t str>> {
        let ends = self.ends.iter().take(self.cells);
        ends.scan(0, move |start, end| {
            let cell = text.get(*start..*end);
            *start = *end;
            Some(cell)
        })
    }
}

impl<I: BufRead> Records<I> {
    /// Goes to the next record; blank lines are none.
    fn advance(&mut self) -> io::Result<Record> {
        (self.used, self.cells) = (0, 0);
        let mut too_long = false;
        loop {
            let chunk = self.input.fill_buf()?;
            let bytes = self.bytes.get_mut(self.used..).unwrap_or_default();
            let ends = self.ends.get_mut(self.cells..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(chunk, bytes, ends);
            self.input.consume(read);
            self.used += written;
            self.cells += ended;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => too_long |= !grow(&mut self.bytes, LONGEST_ROW),
                ReadRecordResult::OutputEndsFull => too_long |= !grow(&mut self.ends, MOST_COLUMNS),
                ReadRecordResult::Record if too_long => return Ok(Record::TooLong),
                ReadRecordResult::Record => return Ok(Record::Whole),
                ReadRecordResult::End => return Ok(Record::End),
            }
            if too_long {
                (self.used, self.cells) = (0, 0);
            }
        }
    }
}

/// Doubles a buffer up to a limit. Returns whether there is room now.
fn grow<T: Clone + Default>(buffer: &mut Vec<T>, limit: usize) -> bool {
    let more = buffer.len().saturating_mul(2).min(limit);
    let grows = more > buffer.len();
    buffer.resize(more, T::default());
    grows
}
