//! A text under construction: headings, items, lines. Shown, it has at most 80 columns; [`super::print`] parts it into pages and
//! [`super::html`] makes a page for a browser of it.

use std::fmt;

use textwrap::{Options, WordSplitter};

use super::doubt;
use crate::pack::model::{Confidence, Span, Statement};

/// Columns of a printed page.
pub const WIDTH: usize = 80;

/// Where something said comes from, how sure it is, and when it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Ids of sources; at least one.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    pub effective: Option<Span>,
}

impl Evidence {
    /// The evidence of a rule that holds as long as its file.
    #[must_use]
    pub fn new(sources: &[String], confidence: Confidence) -> Self {
        Self {
            sources: sources.to_vec(),
            confidence,
            effective: None,
        }
    }

    /// The same within a span.
    #[must_use]
    pub fn within(mut self, effective: Option<Span>) -> Self {
        self.effective = effective;
        self
    }
}

impl From<&Statement> for Evidence {
    fn from(statement: &Statement) -> Self {
        Self::new(&statement.sources, statement.confidence).within(statement.effective)
    }
}

/// Text behind a first word, wrapped and hanging under itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What stands before the text, blanks included.
    pub first: String,
    /// The text.
    pub text: String,
    /// What supports it, where it is a statement.
    pub evidence: Option<Evidence>,
}

impl Item {
    /// The text and all that is to be said of it, but for its sources: ` (unconfirmed)`, ` (since 2022-06-19)`.
    #[must_use]
    pub fn told(&self) -> String {
        let Some(evidence) = &self.evidence else {
            return self.text.clone();
        };
        format!(
            "{}{}{}",
            self.text,
            doubt(evidence.confidence),
            dated(evidence.effective)
        )
    }

    /// The ids of its sources in brackets; empty where it is no statement.
    #[must_use]
    pub fn cites(&self) -> String {
        let sources = self.evidence.as_ref().map(|evidence| evidence.sources.join(", "));
        sources.map(|sources| format!(" [{sources}]")).unwrap_or_default()
    }
}

/// ` (since 2021-01-01)`, where a statement has dates of its own.
#[must_use]
pub fn dated(span: Option<Span>) -> String {
    match span {
        None => String::new(),
        Some(Span { from, to: None }) => format!(" (since {from})"),
        Some(Span { from, to: Some(to) }) => format!(" ({from} to {to})"),
    }
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Begins a section.
    Heading(String),
    /// A line as it stands.
    Line(String),
    /// Wrapped text.
    Item(Item),
    /// An empty line.
    Gap,
}

/// A text under construction.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Lines(Vec<Block>);

impl Lines {
    /// A line as it stands.
    pub fn line(&mut self, text: impl Into<String>) -> &mut Self {
        self.0.push(Block::Line(text.into()));
        self
    }

    /// An empty line, unless the text is empty or ends in one.
    pub fn gap(&mut self) -> &mut Self {
        if !matches!(self.0.last(), None | Some(Block::Gap)) {
            self.0.push(Block::Gap);
        }
        self
    }

    /// A heading after a gap.
    pub fn heading(&mut self, text: &str) -> &mut Self {
        self.gap();
        self.0.push(Block::Heading(text.to_owned()));
        self
    }

    /// Wrapped text, its first line after `first`, the others after as many spaces.
    pub fn item(&mut self, first: &str, text: &str) -> &mut Self {
        self.0.push(Block::Item(Item {
            first: first.to_owned(),
            text: text.to_owned(),
            evidence: None,
        }));
        self
    }

    /// The same with its evidence.
    pub fn stated(&mut self, first: &str, text: &str, evidence: Evidence) -> &mut Self {
        self.0.push(Block::Item(Item {
            first: first.to_owned(),
            text: text.to_owned(),
            evidence: Some(evidence),
        }));
        self
    }

    /// All of another text after this one.
    pub fn append(&mut self, other: Self) -> &mut Self {
        self.0.extend(other.0);
        self
    }

    /// The parts.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.0
    }

    /// The headings.
    pub fn headings(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|block| match block {
            Block::Heading(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Every heading with the number of lines below it.
    #[must_use]
    pub fn sections(&self) -> Vec<(&str, usize)> {
        let mut sections: Vec<(&str, usize)> = Vec::new();
        for block in &self.0 {
            match (block, sections.last_mut()) {
                (Block::Heading(text), _) => sections.push((text, 0)),
                (Block::Gap, _) | (_, None) => {}
                (_, Some((_, length))) => *length += 1,
            }
        }
        sections
    }

    /// What stands before the first heading, and the section of the heading.
    #[must_use]
    pub fn head(&self, heading: Option<&str>) -> Self {
        let mut keep = true;
        let kept = |block: &&Block| {
            if let Block::Heading(text) = block {
                keep = Some(text.as_str()) == heading;
            }
            keep
        };
        Self(self.0.iter().filter(kept).cloned().collect())
    }

    /// The sections whose heading holds these words, whatever their case.
    #[must_use]
    pub fn only(&self, words: &str) -> Self {
        let words = words.to_lowercase();
        let mut keep = false;
        let mut kept = Self::default();
        for block in &self.0 {
            if let Block::Heading(heading) = block {
                keep = heading.to_lowercase().contains(&words);
                if keep {
                    kept.gap();
                }
            }
            if keep {
                kept.0.push(block.clone());
            }
        }
        kept
    }

    /// The sources cited, in the order of use, each once.
    #[must_use]
    pub fn cited(&self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let items = self.0.iter().filter_map(|block| match block {
            Block::Item(item) => item.evidence.as_ref(),
            _ => None,
        });
        for source in items.flat_map(|evidence| &evidence.sources) {
            if !ids.contains(source) {
                ids.push(source.clone());
            }
        }
        ids
    }
}

impl Block {
    /// Its lines of at most `width` columns.
    #[must_use]
    pub fn wrapped(&self, width: usize) -> Vec<String> {
        match self {
            Self::Heading(text) | Self::Line(text) => vec![text.clone()],
            Self::Gap => vec![String::new()],
            Self::Item(item) => wrapped(item, width),
        }
    }
}

/// A statement behind a longer first word hangs under the start of that word: it needs the room.
const LONGEST_HANG: usize = 16;

fn wrapped(item: &Item, width: usize) -> Vec<String> {
    let first = item.first.chars().count();
    let lead = first - item.first.trim_start().chars().count();
    let hang = if item.evidence.is_some() && first > LONGEST_HANG {
        lead + 4
    } else {
        first
    };
    let rest = " ".repeat(hang);
    let options = Options::new(width)
        .initial_indent(&item.first)
        .subsequent_indent(&rest)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    let text = item.told() + &item.cites();
    let lines = textwrap::wrap(&text, options).into_iter();
    lines.map(|line| line.trim_end().to_owned()).collect()
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.0.iter().flat_map(|block| block.wrapped(WIDTH));
        lines.into_iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
