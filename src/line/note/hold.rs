//! What is held of a note, and where notes come from.

use std::fmt::Debug;

use crate::note::{Given, Quote, Suggestion};
use crate::report::note::{NoteReader, Noted};

/// Where notes come from, and who reads them.
pub trait Notes: Debug {
    /// The note in a file.
    ///
    /// # Errors
    /// Why there is none, without a word of what the file holds.
    fn open(&self, path: &str) -> Result<Given, String>;

    /// Who reads notes.
    ///
    /// # Errors
    /// Why nobody can.
    fn reader(&self) -> Result<&NoteReader, String>;
}

/// A note beside the case, in memory only.
#[derive(Debug, Default)]
pub(in crate::line) struct Held<'a> {
    pub(super) notes: Option<&'a dyn Notes>,
    pub(super) noted: Option<Noted>,
    /// What was pasted so far, while lines are taken for a note.
    pub(super) paste: Option<String>,
    /// The place that was said last by `next quote`.
    pub(super) quote: Option<usize>,
}

impl<'a> Held<'a> {
    /// Nothing yet.
    pub(in crate::line) fn from(notes: &'a dyn Notes) -> Self {
        Self {
            notes: Some(notes),
            ..Self::default()
        }
    }

    /// Whether notes can be taken at all.
    pub(in crate::line) const fn takes_notes(&self) -> bool {
        self.notes.is_some()
    }

    /// Whether lines are taken for a note.
    pub(in crate::line) const fn is_pasting(&self) -> bool {
        self.paste.is_some()
    }

    /// Drops the note. Returns whether there was one.
    pub(in crate::line) fn forget(&mut self) -> bool {
        (self.paste, self.quote) = (None, None);
        self.noted.take().is_some()
    }

    /// What the note says to a question of a procedure of the session.
    pub(super) fn suggestion(&self, procedure: usize, question: &str) -> Option<(&Noted, &Suggestion)> {
        let noted = self.noted.as_ref()?;
        Some((noted, noted.suggestion(procedure, question)?))
    }

    /// The quotes for a question of a procedure, or for its levels where no question is open.
    pub(super) fn quotes(&self, procedure: usize, question: Option<&str>) -> Vec<Quote> {
        let Some(noted) = &self.noted else { return Vec::new() };
        let quotes: Vec<Quote> = match question {
            Some(question) => noted
                .suggestion(procedure, question)
                .map(|one| one.quotes.clone())
                .unwrap_or_default(),
            None => noted
                .entries(procedure)
                .flat_map(|found| found.quotes.clone())
                .collect(),
        };
        noted.distinct(&quotes).into_iter().cloned().collect()
    }
}
