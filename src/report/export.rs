//! A result to take along: as text, as a table of claim lines, as the contract's object, as Markdown.

use std::borrow::Cow;

use serde::Serialize;
use strum::{Display, EnumCount, EnumIter, EnumString, IntoStaticStr, VariantNames};

use super::cells::cell;
use super::doubt;
use super::html::html;
use super::print::print;
use super::result::{footer, result as text, result_lines};
use crate::claim::{CaseResult, Line, StatusWord};
use crate::pack::harmless_json;
use crate::tree::Book;

/// How a result is written.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Display, EnumIter, EnumCount, EnumString, IntoStaticStr, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// Everything, in lines of at most 80 columns.
    #[default]
    Text,
    /// The claim lines, separated by tabs.
    Tsv,
    /// The claim lines, separated by commas.
    Csv,
    /// The answer object of the command line.
    Json,
    /// A page for a ticket or a wiki.
    Markdown,
    /// The text in pages of 80 columns, for a printer.
    Print,
    /// A page for a browser that stands alone and prints well.
    Html,
}

impl Format {
    /// The ending of a file of this format.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Tsv => "tsv",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Markdown => "md",
            Self::Print => "print.txt",
            Self::Html => "html",
        }
    }
}

/// Why a result could not be written.
pub type Unwritten = Box<dyn std::error::Error + Send + Sync>;

/// The result in a format, ending in a line break. Every format names the pack and says what this is not.
///
/// # Errors
/// Where the values cannot be written in the format, which no pack has brought about yet.
pub fn export(book: &Book, result: &CaseResult, format: Format) -> Result<String, Unwritten> {
    match format {
        Format::Text => Ok(text(book, result)),
        Format::Tsv => table(book, result, b'\t'),
        Format::Csv => table(book, result, b','),
        Format::Json => json(book, result),
        Format::Markdown => Ok(markdown(book, result)),
        Format::Print => Ok(print(&page_title(book, result), &result_lines(book, result))),
        Format::Html => Ok(html(&page_title(book, result), &result_lines(book, result))),
    }
}

/// What stands at the top of every printed page: the code or what there is instead of it, and the pack.
fn page_title(book: &Book, result: &CaseResult) -> String {
    let signpost = result.signpost.as_ref().map(|signpost| signpost.title.clone());
    let end = result
        .code
        .clone()
        .or(signpost)
        .unwrap_or_else(|| "Undetermined".to_owned());
    format!("{end} - epipath, {}, pack {}", book.about.code_set, book.about.edition)
}

/// One claim line as a row; every field of the line is empty where the result has none. Modifiers, levels and candidates are made of
/// letters and digits and begin no formula.
#[derive(Serialize)]
struct Row<'a> {
    line: Option<usize>,
    code: Cow<'a, str>,
    modifiers: String,
    units: Option<u32>,
    levels: String,
    note: Cow<'a, str>,
    status: StatusWord,
    coverage: String,
    signpost: Cow<'a, str>,
    candidates: String,
    notice: Cow<'a, str>,
}

impl<'a> Row<'a> {
    /// A row without a line.
    fn of(result: &'a CaseResult, notice: &'a str) -> Self {
        Self {
            line: None,
            code: Cow::Borrowed(""),
            modifiers: String::new(),
            units: None,
            levels: String::new(),
            note: Cow::Borrowed(""),
            status: result.status,
            coverage: result.coverage.verdict.to_string(),
            signpost: cell(result.signpost.as_ref().map(|one| one.id.as_str()).unwrap_or_default()),
            candidates: result.candidates.join(" "),
            notice: cell(notice),
        }
    }

    /// The row with a line in it.
    fn with(self, index: usize, line: &'a Line) -> Self {
        Self {
            line: Some(index + 1),
            code: cell(&line.code),
            modifiers: line.modifiers.join(" "),
            units: Some(line.units),
            levels: line.levels.join(" "),
            note: cell(line.note.as_deref().unwrap_or_default()),
            ..self
        }
    }
}

fn table(book: &Book, result: &CaseResult, delimiter: u8) -> Result<String, Unwritten> {
    let notice = footer(book);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .from_writer(Vec::new());
    writer.write_record([
        "line",
        "code",
        "modifiers",
        "units",
        "levels",
        "note",
        "status",
        "coverage",
        "signpost",
        "candidates",
        "notice",
    ])?;
    if result.lines.is_empty() {
        writer.serialize(Row::of(result, &notice))?;
    }
    for (index, line) in result.lines.iter().enumerate() {
        writer.serialize(Row::of(result, &notice).with(index, line))?;
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

/// The answer object with the notice beside it.
#[derive(Serialize)]
struct Noted<'a> {
    #[serde(flatten)]
    result: &'a CaseResult,
    notice: String,
}

fn json(book: &Book, result: &CaseResult) -> Result<String, Unwritten> {
    let noted = Noted {
        result,
        notice: footer(book),
    };
    Ok(harmless_json(&serde_json::to_string_pretty(&noted)?).into_owned() + "\n")
}

fn markdown(book: &Book, result: &CaseResult) -> String {
    let mut page = Markdown::default();
    page.heading(1, &title(book, result));
    page.paragraph(
        result
            .why
            .as_deref()
            .or(result.signpost.as_ref().map(|one| one.why.as_str()))
            .unwrap_or_default(),
    );
    page.lines(&result.lines);
    if result.status == StatusWord::Code && result.lines.is_empty() {
        page.paragraph("No line: nothing is billed as it stands.");
    }
    for other in &result.alternatives {
        page.heading(2, "Read otherwise");
        page.paragraph(&format!(
            "{}{} ({})",
            other.when,
            doubt(other.confidence),
            other.sources.join(", ")
        ));
        page.lines(&other.lines);
    }
    page.list(
        "Findings",
        result
            .findings
            .iter()
            .map(|one| format!("**{}** {}{}", one.severity, one.text, doubt(one.confidence))),
    );
    if result.code.is_some() {
        let reasons = result.coverage.reasons.iter();
        page.list(
            &format!("Coverage: {}", result.coverage.verdict),
            reasons.map(|one| format!("{}: {}{}", one.verdict, one.text, doubt(one.confidence))),
        );
    }
    let asked = result
        .undecided
        .iter()
        .map(|open| &open.ask_provider)
        .chain(&result.questions);
    page.list("Ask the provider", asked.cloned());
    page.list(
        "Answers",
        result
            .path
            .iter()
            .map(|step| format!("{}: {}", step.question, step.answer)),
    );
    page.list(
        "The record must show",
        result
            .checklist
            .iter()
            .map(|item| format!("[ ] {}: {}{}", item.severity, item.text, doubt(item.confidence))),
    );
    page.paragraph(&format!("---\n\n{}", footer(book)));
    page.text
}

fn title(book: &Book, result: &CaseResult) -> String {
    if let Some(signpost) = &result.signpost {
        return format!("Outside these codes: {}", signpost.title);
    }
    match &result.code {
        Some(code) => {
            let title = book.card(code).map(|card| card.title.as_str()).unwrap_or_default();
            format!("{code} {title}")
        }
        None => format!("Undetermined: {}", result.candidates.join(", ")),
    }
}

/// A Markdown page under construction.
#[derive(Default)]
struct Markdown {
    text: String,
}

impl Markdown {
    fn block(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn heading(&mut self, depth: usize, text: &str) {
        self.block(&format!("{} {text}", "#".repeat(depth)));
    }

    fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.block(text);
        }
    }

    fn list(&mut self, heading: &str, points: impl Iterator<Item = String>) {
        let points: Vec<String> = points.map(|point| format!("- {point}")).collect();
        if !points.is_empty() {
            self.heading(2, heading);
            self.block(&points.join("\n"));
        }
    }

    fn lines(&mut self, lines: &[Line]) {
        if lines.is_empty() {
            return;
        }
        let row = |line: &Line| {
            let (modifiers, levels) = (line.modifiers.join(" "), line.levels.join(", "));
            format!("| {} | {modifiers} | {} | {levels} |", line.code, line.units)
        };
        let head = ["| Code | Modifiers | Units | Levels |", "|---|---|---|---|"];
        let rows = head.into_iter().map(str::to_owned).chain(lines.iter().map(row));
        self.block(&rows.collect::<Vec<_>>().join("\n"));
    }
}
