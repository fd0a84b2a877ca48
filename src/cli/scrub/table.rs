//! Lines as a table: `code,modifiers,units,levels`, with or without a head, parted by commas or tabs.

use csv::{ReaderBuilder, StringRecord};

use super::form::{self, Read};
use crate::claim::Line;
use crate::entry::lines::Unread;

/// Which columns hold what.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Columns {
    code: usize,
    /// One column, or one for each place.
    modifiers: Vec<usize>,
    units: Option<usize>,
    levels: Option<usize>,
}

impl Columns {
    /// Whether a row has nothing of a line, as an exported result without lines.
    fn hold_nothing(&self, record: &StringRecord) -> bool {
        let one = [Some(self.code), self.units, self.levels];
        let mut all = one.into_iter().flatten().chain(self.modifiers.iter().copied());
        all.all(|at| record.get(at).unwrap_or_default().trim().is_empty())
    }
}

/// Whether a text is a table: its first row names the column of codes, or every row begins with a bare code and holds no other.
pub(super) fn is_table(text: &str) -> bool {
    let mut rows = text.lines().filter(|row| !row.trim().is_empty());
    let Some(first) = rows.clone().next() else { return false };
    if head(&cells(first)).is_some() {
        return true;
    }
    rows.all(|row| {
        let cells = cells(row);
        let begins = |cell: &String| cell.get(..5).is_some_and(|start| form::code(start).is_some());
        cells.len() > 1
            && cells.first().is_some_and(|cell| form::code(cell).is_some())
            && !cells.iter().skip(1).any(|cell| begins(cell) || cell.contains('='))
    })
}

fn cells(row: &str) -> Vec<String> {
    let mark = separator(row);
    row.split(char::from(mark))
        .map(|cell| cell.trim().trim_matches('"').to_owned())
        .collect()
}

/// Tabs where there are any: what a spreadsheet puts on the clipboard.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|row| !row.trim().is_empty()).unwrap_or_default();
    if first.contains('\t') { b'\t' } else { b',' }
}

/// The columns that a first row names; none where it names no code.
fn head(cells: &[String]) -> Option<Columns> {
    let names: Vec<String> = cells.iter().map(|cell| cell.trim().to_ascii_lowercase()).collect();
    let place = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
    Some(Columns {
        code: place(&["code", "cpt", "hcpcs", "procedure"])?,
        modifiers: (0..)
            .zip(&names)
            .filter(|(_, name)| name.starts_with("mod"))
            .map(|(at, _)| at)
            .collect(),
        units: place(&["units", "unit", "qty", "quantity"]),
        levels: place(&["levels", "level"]),
    })
}

/// The order without a head.
fn usual() -> Columns {
    Columns {
        code: 0,
        modifiers: vec![1],
        units: Some(2),
        levels: Some(3),
    }
}

pub(super) fn read(text: &str) -> Result<Read, Unread> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut read = Read::default();
    let mut unread = Unread::default();
    let mut columns = None;
    for record in reader.records() {
        let record = record.map_err(|error| Unread::one("the table", "", error.to_string()))?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if columns.is_none() {
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            let named = head(&cells);
            columns = Some(named.clone().unwrap_or_else(usual));
            if named.is_some() {
                continue;
            }
        }
        if let Some(columns) = columns.as_ref().filter(|columns| !columns.hold_nothing(&record)) {
            read.lines.push(line(columns, &record, &mut unread));
        }
    }
    unread.or(read)
}

fn line(columns: &Columns, record: &StringRecord, unread: &mut Unread) -> Line {
    let place = record
        .position()
        .map_or_else(|| "the table".to_owned(), |at| format!("line {}", at.line()));
    let cell = |at: usize| record.get(at).unwrap_or_default().trim();
    let mut refuse = |word: &str, why: String| unread.add(place.clone(), word, why);
    let code = form::code(cell(columns.code));
    if code.is_none() {
        refuse(cell(columns.code), form::NO_CODE.to_owned());
    }
    let mut modifiers = Vec::new();
    for word in columns
        .modifiers
        .iter()
        .flat_map(|at| words(cell(*at), &[';', '-', ',', '/']))
    {
        match form::modifier(word) {
            Some(modifier) => modifiers.push(modifier),
            None => refuse(word, form::NO_MODIFIER.to_owned()),
        }
    }
    let written = columns.units.map(cell).unwrap_or_default();
    let units = if written.is_empty() {
        Some(1)
    } else {
        form::units(written)
    };
    if units.is_none() {
        refuse(written, form::NO_UNITS.to_owned());
    }
    let mut levels = Vec::new();
    for word in columns
        .levels
        .map(cell)
        .into_iter()
        .flat_map(|cell| words(cell, &[';', ',']))
    {
        match form::level(word) {
            Ok(level) => levels.push(level),
            Err(why) => refuse(word, why),
        }
    }
    Line {
        code: code.unwrap_or_default(),
        modifiers,
        units: units.unwrap_or(1),
        levels,
        note: None,
    }
}

fn words<'a>(cell: &'a str, marks: &'a [char]) -> impl Iterator<Item = &'a str> {
    let parts = cell.split(|c: char| c.is_whitespace() || marks.contains(&c));
    parts.filter(|word| !word.is_empty())
}
