//! Plain lines of at most 80 columns.

use std::fmt;

use textwrap::{Options, WordSplitter};

/// Columns of a printed page.
pub const WIDTH: usize = 80;

/// Text under construction.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Lines(Vec<String>);

impl Lines {
    /// A line as it stands.
    pub fn line(&mut self, text: impl Into<String>) -> &mut Self {
        self.0.push(text.into());
        self
    }

    /// An empty line, unless the text is empty or ends in one.
    pub fn gap(&mut self) -> &mut Self {
        if self.0.last().is_some_and(|last| !last.is_empty()) {
            self.0.push(String::new());
        }
        self
    }

    /// A heading after a gap.
    pub fn heading(&mut self, text: &str) -> &mut Self {
        self.gap().line(text)
    }

    /// Wrapped text, its first line after `first`, the others after as many spaces.
    pub fn item(&mut self, first: &str, text: &str) -> &mut Self {
        let rest = " ".repeat(first.chars().count());
        let options = Options::new(WIDTH)
            .initial_indent(first)
            .subsequent_indent(&rest)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        self.0.extend(
            textwrap::wrap(text, options)
                .into_iter()
                .map(|line| line.trim_end().to_owned()),
        );
        self
    }

    /// The lines.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
