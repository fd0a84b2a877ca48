//! The note that was read, while it is on the screen.

use std::ops::Range;

use crate::note::{Found, Item, Procedure, Quote, Reading};
use crate::report::note::Noted;
use crate::session::Case;
use crate::tui::training::note::{Mark, Marking, Note};

/// A note and what it was read as.
#[derive(Debug)]
pub(crate) struct NoteDesk {
    /// Masked: nothing else is kept.
    noted: Noted,
    /// Which of the quotes in view is the one shown.
    nth: usize,
    /// The line at the top, where it was moved by hand.
    top: Option<usize>,
}

impl NoteDesk {
    /// Puts a note on the desk.
    pub(crate) const fn new(noted: Noted) -> Self {
        Self {
            noted,
            nth: 0,
            top: None,
        }
    }

    /// What was read, with the note.
    pub(crate) const fn noted(&self) -> &Noted {
        &self.noted
    }

    /// The note, masked.
    pub(crate) fn text(&self) -> &str {
        self.noted.text()
    }

    /// What it was read as.
    pub(crate) const fn reading(&self) -> &Reading {
        &self.noted.reading
    }

    /// What it tells of the procedure on the desk; none where it tells of no such one.
    pub(crate) fn procedure(&self, case: &Case) -> Option<&Procedure> {
        self.noted.procedure(case.place().0)
    }

    /// Whether it tells of a procedure that is not part of the session yet.
    pub(crate) fn tells_of_more(&self, case: &Case) -> bool {
        self.noted.reading.procedures.len() > case.place().1
    }

    /// The entries of the procedure on the desk.
    pub(crate) fn entries(&self, case: &Case) -> Vec<&Found> {
        self.procedure(case).into_iter().flat_map(Procedure::entries).collect()
    }

    /// What it shows of an item of the checklist.
    pub(crate) fn item(&self, id: &str) -> Option<&Item> {
        self.noted.reading.checklist.iter().find(|item| item.id == id)
    }

    /// The words of a quote as one line, between quotation marks.
    pub(crate) fn quote(&self, place: &Range<usize>) -> String {
        self.noted.quote(&Quote(place.clone()))
    }

    /// The quotes of a list that are in the note, each once.
    pub(crate) fn places(&self, quotes: &[Quote]) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        for quote @ Quote(range) in quotes {
            if !self.noted.slice(quote).trim().is_empty() && !places.contains(range) {
                places.push(range.clone());
            }
        }
        places
    }

    /// Another question: its first quote, wherever the note was moved to.
    pub(crate) const fn settle(&mut self) {
        (self.nth, self.top) = (0, None);
    }

    /// Which of some quotes is shown.
    pub(crate) fn shown(&self, quotes: usize) -> usize {
        self.nth.min(quotes.saturating_sub(1))
    }

    /// To the next of some quotes, or the one before, around the end.
    pub(crate) fn turn(&mut self, quotes: usize, back: bool) {
        let step = if back { quotes.saturating_sub(1) } else { 1 };
        self.nth = (self.shown(quotes) + step) % quotes.max(1);
        self.top = None;
    }

    /// Moves the note by hand; says whether it moved.
    pub(crate) fn scroll(&mut self, quotes: &[Range<usize>], (width, height): (u16, usize), back: bool) -> bool {
        let note = Note::laid(self.text(), width);
        let before = self.top(&note, quotes, height);
        let leap = height.saturating_sub(2).max(1);
        let most = note.lines.saturating_sub(height);
        let now = if back {
            before.saturating_sub(leap)
        } else {
            (before + leap).min(most)
        };
        self.top = Some(now);
        now != before
    }

    /// The line at the top: the quote shown stands a third down, unless the note was moved by hand.
    pub(crate) fn top(&self, note: &Note<'_>, quotes: &[Range<usize>], height: usize) -> usize {
        let quote = quotes.get(self.shown(quotes.len()));
        let line = quote
            .and_then(|quote| note.lines_of(quote))
            .map_or(0, |lines| lines.start);
        let top = self.top.unwrap_or_else(|| line.saturating_sub(height / 3));
        top.min(note.lines.saturating_sub(height))
    }

    /// The marks of some quotes: in brackets, the one shown in reverse too.
    pub(crate) fn marks(&self, quotes: &[Range<usize>]) -> Vec<Mark> {
        let shown = self.shown(quotes.len());
        let all = quotes.iter().map(|quote| (quote.clone(), Marking::Decides));
        let here = quotes.get(shown).map(|quote| (quote.clone(), Marking::Yours));
        all.chain(here).collect()
    }
}
