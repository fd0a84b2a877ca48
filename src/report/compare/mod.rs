//! Codes side by side as lines of any width; both doors print these.

mod plain;
mod words;

pub use plain::compare_plain;

use std::ops::Range;

use textwrap::{Options, WordSplitter};

use self::words::{edit_words, separated, split_words, tie_words, together_words};
use super::doubt;
use super::lines::{Lines, WIDTH};
use super::result::footer;
use crate::claim::{Comparison, Row, RowGroup, Tie};
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
