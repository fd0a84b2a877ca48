//! What is written for a row.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value};

use super::super::args::{BatchArgs, RowFormat};
use super::memo::Memo;
use super::row::Row;
use super::words::Words;
use crate::claim::{CaseResult, Context, Line, StatusWord, brief, session_result};
use crate::pack::harmless_json;
use crate::pack::model::{FindingSeverity, Verdict};
use crate::report::cell as spreadsheet_cell;
use crate::session::Gathered;
use crate::tree::Book;

/// Writes the answers.
pub(super) struct Answers<'a> {
    book: &'a Book,
    context: Context,
    form: Form,
    memo: Memo,
    /// What follows the id of a row that cannot be read, up to the error.
    empty: Vec<u8>,
    /// The answer being worked out.
    answer: Vec<u8>,
}

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A short object.
    Short,
    /// The whole answer object of the contract.
    Full,
    /// Cells.
    Csv,
}

/// The columns of CSV, and the keys of the short object.
const KEYS: [&str; 11] = [
    "row",
    "id",
    "status",
    "code",
    "lines",
    "signpost",
    "candidates",
    "undecided",
    "findings",
    "coverage",
    "error",
];

/// The short answer.
#[derive(Serialize)]
struct Short<'r> {
    status: Option<StatusWord>,
    code: Option<&'r str>,
    lines: &'r [Line],
    signpost: Option<&'r str>,
    candidates: &'r [String],
    undecided: Vec<&'r str>,
    findings: Vec<ShortFinding<'r>>,
    coverage: Option<Verdict>,
}

/// A finding without its words.
#[derive(Serialize)]
struct ShortFinding<'r> {
    id: &'r str,
    severity: FindingSeverity,
}

impl<'r> Short<'r> {
    const EMPTY: Self = Self {
        status: None,
        code: None,
        lines: &[],
        signpost: None,
        candidates: &[],
        undecided: Vec::new(),
        findings: Vec::new(),
        coverage: None,
    };

    fn of(result: &'r CaseResult) -> Self {
        let finding = |finding: &'r crate::claim::Finding| ShortFinding {
            id: &finding.id,
            severity: finding.severity,
        };
        Self {
            status: Some(result.status),
            code: result.code.as_deref(),
            lines: &result.lines,
            signpost: result.signpost.as_ref().map(|signpost| signpost.id.as_str()),
            candidates: &result.candidates,
            undecided: result.undecided.iter().map(|open| open.question.as_str()).collect(),
            findings: result.findings.iter().map(finding).collect(),
            coverage: Some(result.coverage.verdict),
        }
    }

    /// The cells from the status to the coverage, each with a comma after it.
    fn cells(&self, out: &mut Vec<u8>) {
        let lines: Vec<String> = self.lines.iter().map(claim_line).collect();
        let findings = self.findings.iter();
        let findings: Vec<String> = findings
            .map(|finding| format!("{}:{}", finding.severity, finding.id))
            .collect();
        let cells = [
            self.status.map(<&str>::from).unwrap_or_default().to_owned(),
            self.code.unwrap_or_default().to_owned(),
            lines.join(";"),
            self.signpost.unwrap_or_default().to_owned(),
            self.candidates.join(";"),
            self.undecided.join(";"),
            findings.join(";"),
            self.coverage.map(<&str>::from).unwrap_or_default().to_owned(),
        ];
        for cell in cells {
            quote(&cell, out);
            out.push(b',');
        }
    }
}

/// `64483-50x1`: a line in one word.
fn claim_line(line: &Line) -> String {
    let code = std::iter::once(&line.code).chain(&line.modifiers);
    let code: Vec<&str> = code.map(String::as_str).collect();
    format!("{}x{}", code.join("-"), line.units)
}

impl<'a> Answers<'a> {
    pub(super) fn new(book: &'a Book, context: Context, args: &BatchArgs) -> Self {
        let form = match (args.output, args.full) {
            (RowFormat::Csv, _) => Form::Csv,
            (RowFormat::Jsonl, true) => Form::Full,
            (RowFormat::Jsonl, false) => Form::Short,
        };
        let mut empty = Vec::new();
        match form {
            Form::Csv => Short::EMPTY.cells(&mut empty),
            Form::Short => json_after_id(&Short::EMPTY, &mut empty),
            Form::Full => json_after_id(&emptied(book, &context), &mut empty),
        }
        Self {
            book,
            context,
            form,
            memo: Memo::default(),
            empty,
            answer: Vec::new(),
        }
    }

    /// Writes what comes before the first row.
    pub(super) fn start(&self, out: &mut impl Write) -> io::Result<()> {
        match self.form {
            Form::Csv => writeln!(out, "{}", KEYS.join(",")),
            Form::Short | Form::Full => Ok(()),
        }
    }

    /// Writes the answer to a row. Returns whether the row was good.
    pub(super) fn write(
        &mut self,
        words: &Words<'_>,
        row: &Row,
        number: u64,
        out: &mut impl Write,
    ) -> io::Result<bool> {
        self.before(row, number, out)?;
        let problem = match &row.problem {
            Some(problem) => Some(problem.clone()),
            None => self.tell(words, row, out)?,
        };
        let error = problem.map(|problem| format!("row {number}: {problem}"));
        if error.is_some() {
            out.write_all(&self.empty)?;
        }
        self.after(error.as_deref(), out)?;
        Ok(error.is_none())
    }

    /// Writes an answer that was told before or is worked out now. Returns what is wrong where there is none.
    fn tell(&mut self, words: &Words<'_>, row: &Row, out: &mut impl Write) -> io::Result<Option<String>> {
        if let Some(answer) = self.memo.get(&row.facts) {
            out.write_all(answer)?;
            return Ok(None);
        }
        match words.session(&row.facts, &self.context) {
            Err(problem) => Ok(Some(problem)),
            Ok(session) => {
                self.decide(&session);
                self.memo.keep(&row.facts, &self.answer);
                out.write_all(&self.answer)?;
                Ok(None)
            }
        }
    }

    /// Forgets what was told before.
    pub(super) fn forget(&mut self) {
        self.memo.clear();
    }

    /// Works an answer out.
    fn decide(&mut self, session: &Gathered) {
        let (procedures, context) = (&session.procedures, &session.context);
        let out = &mut self.answer;
        out.clear();
        match self.form {
            Form::Full => json_after_id(&session_result(self.book, procedures, context), out),
            Form::Short => json_after_id(&Short::of(&brief(self.book, procedures, context)), out),
            Form::Csv => Short::of(&brief(self.book, procedures, context)).cells(out),
        }
    }

    /// Writes the number and the id.
    fn before(&self, row: &Row, number: u64, out: &mut impl Write) -> io::Result<()> {
        let id = if row.id.is_empty() { b"null" } else { row.id.as_slice() };
        match self.form {
            Form::Short | Form::Full => {
                write!(out, "{{\"row\":{number},\"id\":")?;
                out.write_all(id)?;
                out.write_all(b",")
            }
            Form::Csv => {
                let mut cell = Vec::new();
                quote(&spreadsheet_cell(&plain(id)), &mut cell);
                write!(out, "{number},")?;
                out.write_all(&cell)?;
                out.write_all(b",")
            }
        }
    }

    /// Writes the error and ends the row.
    fn after(&self, error: Option<&str>, out: &mut impl Write) -> io::Result<()> {
        match (self.form, error) {
            (Form::Short | Form::Full, None) => out.write_all(b"\"error\":null}\n"),
            (Form::Short | Form::Full, Some(error)) => {
                let json = Value::from(error).to_string();
                writeln!(out, "\"error\":{}}}", harmless_json(&json))
            }
            (Form::Csv, error) => {
                let mut cell = Vec::new();
                quote(&spreadsheet_cell(error.unwrap_or_default()), &mut cell);
                cell.push(b'\n');
                out.write_all(&cell)
            }
        }
    }
}

/// The keys of an object, each with a comma after it, to stand between the id and the error.
fn json_after_id(answer: &impl Serialize, out: &mut Vec<u8>) {
    // Plain values are always written.
    let _ = serde_json::to_writer(&mut *out, answer);
    if let Some(last) = out.last_mut() {
        *last = b',';
    }
    out.drain(..out.len().min(1));
}

/// The whole answer object with nothing in it: every key is there whatever happens.
fn emptied(book: &Book, context: &Context) -> Map<String, Value> {
    let answer = serde_json::to_value(session_result(book, &[], context)).unwrap_or_default();
    let keys = answer.as_object().cloned().unwrap_or_default();
    let empty = |(key, value): (String, Value)| match value {
        Value::Array(_) => (key, Value::Array(Vec::new())),
        _ => (key, Value::Null),
    };
    keys.into_iter().map(empty).collect()
}

/// An id without the quotes of JSON.
fn plain(json: &[u8]) -> String {
    match serde_json::from_slice(json) {
        Ok(Value::String(text)) => text,
        Ok(Value::Null) => String::new(),
        _ => String::from_utf8_lossy(json).into_owned(),
    }
}

/// A cell, in quotes where it must be.
fn quote(cell: &str, out: &mut Vec<u8>) {
    let plain = !cell.contains(['"', ',', '\n', '\r']) && cell.trim() == cell;
    if plain {
        out.extend_from_slice(cell.as_bytes());
    } else {
        out.push(b'"');
        out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
        out.push(b'"');
    }
}
