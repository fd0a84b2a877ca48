//! Codes side by side as lines of any width; both doors print these.

use std::ops::Range;

use textwrap::{Options, WordSplitter};

use super::doubt;
use super::lines::{Lines, WIDTH};
use super::result::footer;
use crate::claim::{Comparison, Joined, Part, Row, RowGroup, Split, Tie, Together, one_of};
use crate::pack::model::Lift;
use crate::tree::Book;

/// What a line of a comparison is, so that a door can set it off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompareKind {
    /// A heading, or the codes above their columns.
    Heading,
    /// What is the same, and everything that is neither.
    Plain,
    /// What differs: it starts with [`DIFFERS`] too.
    Differs,
}

/// The mark of what differs; never color alone.
pub const DIFFERS: &str = "* ";

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareLine {
    /// What it is.
    pub kind: CompareKind,
    /// What it says.
    pub text: String,
}

/// Columns of the heading of a row.
const TITLE: usize = 12;
/// The narrowest column in which a cell reads well.
const NARROWEST: usize = 15;
/// Blank columns between cells.
const GAP: usize = 2;

/// The comparison as text of 80 columns.
#[must_use]
pub fn compare(book: &Book, comparison: &Comparison) -> String {
    let mut lines = Lines::default();
    for line in compare_lines(book, comparison, WIDTH) {
        lines.line(line.text);
    }
    lines.gap().item("Sources: ", &comparison.sources.join(", "));
    lines.gap().item("", &footer(book));
    lines.to_string()
}

/// The comparison as lines of at most `width` columns. Where the codes do not fit side by side they stand in blocks.
#[must_use]
pub fn compare_lines(book: &Book, comparison: &Comparison, width: usize) -> Vec<CompareLine> {
    let mut sheet = Sheet {
        book,
        width,
        lines: Vec::new(),
    };
    sheet.heads(comparison);
    sheet.separation(comparison);
    sheet.group(comparison, RowGroup::Answers, "What the answers must be (* differs)");
    sheet.ties(&comparison.ties);
    sheet.group(comparison, RowGroup::Counting, "How it is counted (* differs)");
    if let Some(edition) = &comparison.fee_edition {
        let title = format!("What the fee schedule says, {edition} (* differs)");
        sheet.group(comparison, RowGroup::Fees, &title);
    }
    sheet.edits(comparison);
    sheet.lines
}

struct Sheet<'a> {
    book: &'a Book,
    width: usize,
    lines: Vec<CompareLine>,
}

impl Sheet<'_> {
    fn push(&mut self, kind: CompareKind, text: &str) {
        let text = text.trim_end().to_owned();
        self.lines.push(CompareLine { kind, text });
    }

    /// Wrapped text, its first line after `first`, the others after as many spaces.
    fn item(&mut self, kind: CompareKind, first: &str, text: &str) {
        let rest = " ".repeat(first.chars().count());
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(&rest)
            .word_splitter(WordSplitter::NoHyphenation);
        for line in textwrap::wrap(text, options) {
            self.push(kind, &line);
        }
    }

    fn heading(&mut self, text: &str) {
        if !self.lines.is_empty() {
            self.push(CompareKind::Plain, "");
        }
        self.item(CompareKind::Heading, "", text);
    }

    fn heads(&mut self, comparison: &Comparison) {
        for (index, head) in comparison.codes.iter().enumerate() {
            self.item(
                CompareKind::Plain,
                &format!("{:>2}  {}  ", index + 1, head.code),
                &head.title,
            );
        }
    }

    fn separation(&mut self, comparison: &Comparison) {
        self.heading(&separated(comparison));
        for split in &comparison.separated_by {
            let text = split_words(self.book, split);
            self.item(CompareKind::Plain, "  ", &text);
        }
        for together in &comparison.together {
            let text = together_words(together);
            self.item(CompareKind::Plain, "  ", &text);
        }
        if comparison.codes.len() > 2 {
            return;
        }
        for one in &comparison.differences {
            let text = format!("{}{} [{}]", one.text, doubt(one.confidence), one.sources.join(", "));
            self.item(CompareKind::Plain, &format!("  {} beside {}: ", one.to, one.of), &text);
        }
    }

    /// The rows of a group, in blocks of as many codes as fit.
    fn group(&mut self, comparison: &Comparison, group: RowGroup, title: &str) {
        self.heading(title);
        let count = comparison.codes.len();
        for block in blocks(count, self.width) {
            if block.start > 0 {
                self.push(CompareKind::Plain, "");
            }
            let heads = comparison.codes.get(block.clone()).unwrap_or_default();
            let codes: Vec<String> = heads.iter().map(|head| head.code.clone()).collect();
            let column = self.column(codes.len());
            self.side_by_side(CompareKind::Heading, "", &codes, column);
            for row in comparison.rows.iter().filter(|row| row.group == group) {
                self.row(row, block.clone(), column);
            }
        }
    }

    fn column(&self, cells: usize) -> usize {
        let left = self.width.saturating_sub(DIFFERS.len() + TITLE);
        (left / cells.max(1)).saturating_sub(GAP).max(1)
    }

    fn row(&mut self, row: &Row, block: Range<usize>, column: usize) {
        let cells = row.cells.get(block).unwrap_or_default();
        let told = cells.iter().map(|cell| {
            let doubt = cell.confidence.map(doubt).unwrap_or_default();
            format!("{}{doubt}", cell.text)
        });
        let kind = if row.differs {
            CompareKind::Differs
        } else {
            CompareKind::Plain
        };
        self.side_by_side(kind, &row.title, &told.collect::<Vec<_>>(), column);
    }

    fn side_by_side(&mut self, kind: CompareKind, title: &str, cells: &[String], column: usize) {
        let titles = wrap(title, TITLE);
        let cells: Vec<Vec<String>> = cells.iter().map(|cell| wrap(cell, column)).collect();
        let height = cells.iter().map(Vec::len).chain([titles.len()]).max().unwrap_or(0);
        let part = |lines: &[String], index: usize, width: usize| {
            format!("{:<width$}", lines.get(index).map(String::as_str).unwrap_or_default())
        };
        for index in 0..height {
            let mark = if index == 0 && kind == CompareKind::Differs {
                DIFFERS
            } else {
                "  "
            };
            let mut line = format!("{mark}{}", part(&titles, index, TITLE));
            for cell in &cells {
                line.push_str(&" ".repeat(GAP));
                line.push_str(&part(cell, index, column));
            }
            self.push(kind, &line);
        }
    }

    fn ties(&mut self, ties: &[Tie]) {
        if ties.is_empty() {
            return;
        }
        self.heading("Answers that need another one (* not of every code)");
        for tie in ties {
            let (kind, mark) = if tie.differs {
                (CompareKind::Differs, DIFFERS)
            } else {
                (CompareKind::Plain, "  ")
            };
            let text = tie_words(self.book, tie);
            self.item(kind, mark, &text);
        }
    }

    fn edits(&mut self, comparison: &Comparison) {
        self.heading("What NCCI says of them together");
        let mut told: Vec<&str> = Vec::new();
        for edit in &comparison.edits {
            if told.contains(&edit.id.as_str()) {
                continue;
            }
            told.push(&edit.id);
            let first = edit_words(comparison, edit);
            self.item(CompareKind::Plain, "  ", &first);
            let text = format!("{}{} [{}]", edit.text, doubt(edit.confidence), edit.sources.join(", "));
            self.item(CompareKind::Plain, "    ", &text);
        }
        let pairs: Vec<String> = comparison.unpaired.iter().map(|pair| pair.join(" with ")).collect();
        if !pairs.is_empty() {
            self.item(CompareKind::Plain, "  No edit in the pack: ", &pairs.join("; "));
        }
    }
}

/// The codes of each block, even blocks rather than a short last one.
fn blocks(count: usize, width: usize) -> Vec<Range<usize>> {
    let fit = width.saturating_sub(DIFFERS.len() + TITLE) / (NARROWEST + GAP);
    let number = count.div_ceil(fit.max(1)).max(1);
    let each = count.div_ceil(number).max(1);
    (0..number)
        .map(|block| (block * each).min(count)..((block + 1) * each).min(count))
        .filter(|block| !block.is_empty())
        .collect()
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width.max(1)).word_splitter(WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options).into_iter();
    lines.map(std::borrow::Cow::into_owned).collect()
}

/// What the answers do to the codes, in a heading.
fn separated(comparison: &Comparison) -> String {
    let two = comparison.codes.len() == 2;
    let splits = comparison.separated_by.len();
    match (comparison.one_answer, splits) {
        (true, 1) if two => "One answer separates them",
        (true, _) if two => "Each of these answers separates them",
        (true, 1) => "One answer separates them all",
        (false, 0) => "No answer separates them",
        (true, _) => "These answers separate them, one of them by itself",
        (false, 1) if comparison.together.is_empty() => "One answer separates some of them",
        (false, _) if comparison.together.is_empty() => "These answers together separate them all",
        (false, _) => "These answers separate them, but not every pair",
    }
    .to_owned()
}

/// "Imaging: fluoroscopy or CT is 62323, anything else 62322."
fn split_words(book: &Book, split: &Split) -> String {
    let (rest, named): (Vec<&Part>, Vec<&Part>) = split.parts.iter().partition(|part| part.is_rest);
    let told: Vec<String> = named
        .into_iter()
        .chain(rest)
        .enumerate()
        .map(|(index, part)| {
            let answers = if part.is_rest {
                "anything else".to_owned()
            } else {
                one_of(&shorts(book, &split.question, &part.answers))
            };
            let is = if index == 0 { " is" } else { "" };
            format!("{answers}{is} {}", part.codes.join(", "))
        })
        .collect();
    format!("{}: {}.", split.title, told.join("; "))
}

fn together_words(together: &Together) -> String {
    let [first, second] = &together.codes;
    match &together.earned_by {
        Some(earned) => {
            let doubt = together.confidence.map(doubt).unwrap_or_default();
            let sources = together.sources.join(", ");
            format!("{second} is the add-on code of {first}, with the same answers. {earned}{doubt} [{sources}]")
        }
        None => format!("{first} and {second} share some answer to every question; it takes several answers together."),
    }
}

/// `Substance "nothing given" needs Stopped: anything but "no" (62322, 62323)`.
fn tie_words(book: &Book, tie: &Tie) -> String {
    let answer = shorts(book, &tie.question, std::slice::from_ref(&tie.answer)).join("");
    let named = |id: &str| book.file.questions.iter().find(|question| question.id == id);
    let (title, all) = named(&tie.with)
        .map(|question| (question.title.clone(), question.answers.len()))
        .unwrap_or_default();
    let question = named(&tie.question)
        .map(|question| question.title.clone())
        .unwrap_or_default();
    let except: Vec<String> = named(&tie.with)
        .into_iter()
        .flat_map(|question| &question.answers)
        .filter(|answer| !tie.answers.contains(&answer.id))
        .map(|answer| answer.short.clone())
        .collect();
    let answers = if except.len() * 2 < all {
        format!("anything but {}", except.join(", "))
    } else {
        one_of(&shorts(book, &tie.with, &tie.answers))
    };
    format!(
        "{question} \"{answer}\" needs {title}: {answers} ({})",
        tie.codes.join(", ")
    )
}

/// "62324, 62325 (column 1) over 62320 (column 2): practitioner never both (indicator 0)".
fn edit_words(comparison: &Comparison, edit: &Joined) -> String {
    let same = || comparison.edits.iter().filter(|other| other.id == edit.id);
    let codes = |of: fn(&Joined) -> &String| {
        let mut codes: Vec<&str> = Vec::new();
        for code in same().map(of) {
            if !codes.contains(&code.as_str()) {
                codes.push(code);
            }
        }
        codes.join(", ")
    };
    let hospital = edit.hospital.map_or_else(
        || "hospital not read".to_owned(),
        |lift| format!("hospital {}", lift_words(lift)),
    );
    format!(
        "{} (column 1) over {} (column 2): practitioner {}; {hospital}",
        codes(|edit| &edit.column_1),
        codes(|edit| &edit.column_2),
        lift_words(edit.practitioner)
    )
}

fn lift_words(lift: Lift) -> &'static str {
    match lift {
        Lift::Never => "never both (indicator 0)",
        Lift::WithModifier => "both only with a modifier (indicator 1)",
        Lift::Conflicting => "tables disagree",
        Lift::NoEdit => "no edit",
    }
}

/// Answers by their names in facts, as they read in a sentence.
fn shorts(book: &Book, question: &str, answers: &[String]) -> Vec<String> {
    let asked = book.file.questions.iter().find(|asked| asked.id == question);
    let known = asked.into_iter().flat_map(|asked| &asked.answers);
    let named = known.filter(|answer| answers.contains(&answer.id));
    named.map(|answer| answer.short.clone()).collect()
}
