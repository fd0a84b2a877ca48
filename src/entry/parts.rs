//! The words of a text, told apart one by one from left to right: what each may be, before anything is made of it.

use super::levels::{self, What};
use super::lexicon::{Lexicon, Meaning};
use super::words::{Reach, Word, denial, dose, is_filler, is_joint, is_only, silence};
use super::{Conflict, Understood, payers};
use crate::tree::Book;

/// One or more words that belong together.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) kind: Kind,
    /// As typed.
    pub(super) text: String,
    /// The first and the last word.
    pub(super) at: (usize, usize),
    /// Whether a comma or the like follows.
    pub(super) ends: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// A phrase of the pack.
    Phrase(Meaning),
    Place(What),
    /// A level that cannot be taken, or a payer of several policies.
    Unclear(Conflict),
    /// Setting and payer.
    Session(Understood),
    Denial(Reach),
    /// That the note does not say.
    Silence,
    /// Nothing but what stands beside it.
    Only,
    /// Ends a clause.
    Joint,
    Filler,
    /// A dose and the like: decides nothing.
    Dose,
    Unread,
}

impl Part {
    /// The questions that it speaks of.
    pub(super) fn questions(&self) -> Vec<String> {
        match &self.kind {
            Kind::Phrase(meaning) => meaning.questions(),
            _ => Vec::new(),
        }
    }

    /// Whether it is looked through in search of what stands beside another.
    pub(super) const fn is_clear(&self) -> bool {
        matches!(self.kind, Kind::Filler | Kind::Dose)
    }
}

/// Every part of a text.
pub(super) fn parts(lexicon: &Lexicon, book: &Book, words: &[Word]) -> Vec<Part> {
    let (mut parts, mut at) = (Vec::new(), 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, count) = first(lexicon, book, rest);
        let count = count.clamp(1, rest.len());
        let taken = rest.get(..count).unwrap_or_default();
        let typed: Vec<&str> = taken.iter().map(|word| word.typed.as_str()).collect();
        parts.push(Part {
            kind,
            text: typed.join(" "),
            at: (at, at + count - 1),
            ends: taken.last().is_some_and(|word| word.ends),
        });
        at += count;
    }
    parts
}

/// What stands first, and the number of its words.
fn first(lexicon: &Lexicon, book: &Book, rest: &[Word]) -> (Kind, usize) {
    let phrase = lexicon.longest_at(rest);
    if let Some((what, count)) = levels::place(rest) {
        return (
            what.map_or_else(|error| Kind::Unclear(error.into()), Kind::Place),
            count,
        );
    }
    let silent = silence(rest);
    if silent > 0 {
        return (Kind::Silence, silent);
    }
    let denied = denies(lexicon, book, rest);
    if let Some((meaning, count)) = phrase.filter(|(_, count)| *count > denied.max(1)) {
        return (Kind::Phrase(meaning.clone()), count);
    }
    if let Some((reach, count)) = denial(rest) {
        return (Kind::Denial(reach), count);
    }
    if let Some((side, count)) = levels::side(rest) {
        return (Kind::Place(What::Side(side)), count);
    }
    if let Some((meaning, count)) = phrase {
        return (Kind::Phrase(meaning.clone()), count);
    }
    if let Some((said, count)) = payers::said(book, rest) {
        return (said.map_or_else(Kind::Unclear, Kind::Session), count);
    }
    match dose(rest) {
        0 => (small(rest), 1),
        count => (Kind::Dose, count),
    }
}

/// A denial of what may be denied, as "no fluoro", is more than a name of the pack for the same words: the number of its words.
fn denies(lexicon: &Lexicon, book: &Book, rest: &[Word]) -> usize {
    let Some((Reach::Forward, count)) = denial(rest) else {
        return 0;
    };
    let clear = rest
        .iter()
        .skip(count)
        .take_while(|word| is_filler(&word.plain))
        .count();
    let start = count + clear;
    let denied = lexicon.longest_at(rest.get(start..).unwrap_or_default());
    let settles = |meaning: &Meaning| match meaning.questions().as_slice() {
        [one] => book
            .file
            .questions
            .iter()
            .any(|question| question.id == *one && question.denied.is_some()),
        _ => false,
    };
    let ends = rest.first().is_some_and(|word| word.ends);
    denied
        .filter(|(meaning, _)| !ends && settles(meaning))
        .map_or(0, |(_, count)| start + count)
}

/// The small words of the language.
fn small(rest: &[Word]) -> Kind {
    let word = rest.first().map_or("", |word| word.plain.as_str());
    if is_only(word) {
        Kind::Only
    } else if is_joint(word) {
        Kind::Joint
    } else if is_filler(word) {
        Kind::Filler
    } else {
        Kind::Unread
    }
}
