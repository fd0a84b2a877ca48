//! A note as it may be shown, and its quotes.

use crate::note::{Found, Procedure, Quote, Reading, Suggestion};

/// A note that was read. It holds the text with everything hidden that identifies a person, and never the text as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    hidden: String,
    /// What was read.
    pub reading: Reading,
}

/// A longer quote is cut.
const LONGEST: usize = 240;

impl Noted {
    /// A reading, and the text that was read with as many bytes hidden as stood there.
    #[must_use]
    pub const fn new(hidden: String, reading: Reading) -> Self {
        Self { hidden, reading }
    }

    /// The text, with everything hidden that identifies a person.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.hidden
    }

    /// The slice of a quote.
    #[must_use]
    pub fn slice(&self, quote: &Quote) -> &str {
        self.hidden.get(quote.0.clone()).unwrap_or_default()
    }

    /// A quote in one line, between quotation marks; a long one is cut.
    #[must_use]
    pub fn quote(&self, quote: &Quote) -> String {
        let words: Vec<&str> = self.slice(quote).split_whitespace().collect();
        let words = words.join(" ");
        match words.char_indices().nth(LONGEST) {
            None => format!("\"{words}\""),
            Some((end, _)) => {
                let kept = words.get(..end).unwrap_or_default();
                let kept = kept.rsplit_once(' ').map_or(kept, |(kept, _)| kept);
                format!("\"{kept} ...\"")
            }
        }
    }

    /// The quotes that say something, each wording once.
    #[must_use]
    pub fn distinct<'q>(&self, quotes: &'q [Quote]) -> Vec<&'q Quote> {
        let mut kept: Vec<&Quote> = Vec::new();
        for quote in quotes {
            let slice = self.slice(quote);
            if !slice.trim().is_empty() && kept.iter().all(|one| self.slice(one) != slice) {
                kept.push(quote);
            }
        }
        kept
    }

    /// The line or lines around a quote, at most so many letters on either side, in one line.
    #[must_use]
    pub fn around(&self, quote: &Quote, letters: usize) -> String {
        let before = self.hidden.get(..quote.0.start).unwrap_or_default();
        let after = self.hidden.get(quote.0.end..).unwrap_or_default();
        let from = before.char_indices().rev().nth(letters).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(letters).map_or(after.len(), |(at, _)| at);
        let (cut, rest) = (from > 0, to < after.len());
        let whole = self.hidden.get(from..quote.0.end + to).unwrap_or_default();
        let mut words: Vec<&str> = whole.split_whitespace().collect();
        if cut && words.len() > 2 {
            words.remove(0);
        }
        if rest && words.len() > 2 {
            words.pop();
        }
        let dots = |cut: bool| if cut { "..." } else { "" };
        format!("{} {} {}", dots(cut), words.join(" "), dots(rest))
            .trim()
            .to_owned()
    }

    /// A procedure of the note.
    #[must_use]
    pub fn procedure(&self, nth: usize) -> Option<&Procedure> {
        self.reading.procedures.get(nth)
    }

    /// What the note says to a question of one of its procedures.
    #[must_use]
    pub fn suggestion(&self, procedure: usize, question: &str) -> Option<&Suggestion> {
        self.procedure(procedure)?.answer(question)
    }

    /// The levels at which a needle or catheter went in, of one of its procedures.
    pub fn entries(&self, procedure: usize) -> impl Iterator<Item = &Found> {
        self.procedure(procedure).into_iter().flat_map(Procedure::entries)
    }
}
