//! What identifies a person in a note: found by its form and by the words around it, and hidden.
//!
//! [`Masker`] is built once from the words of the pack; [`Masker::masked`] says what to hide in a text, [`hide`] hides it. A text
//! is cut into tokens once; every rule ([`shapes`], [`dates`], [`numbers`], [`names`], [`people`], [`places`]) marks tokens, and
//! [`again`] marks the names found wherever else they stand. No rule looks further than a few words from where it starts, so the
//! time grows with the text. Levels, doses, codes and words of the trade are left alone: the evidence must stay readable.

mod again;
mod dates;
mod names;
mod numbers;
mod people;
mod places;
mod shapes;
mod sheet;
mod token;
mod words;

use std::ops::Range;

use crate::pack::model::Identifiers;
use sheet::Sheet;
use words::Words;

/// Finds what identifies a person.
#[derive(Debug)]
pub struct Masker {
    words: Words,
}

impl Masker {
    /// From the words of the pack.
    #[must_use]
    pub fn new(identifiers: &Identifiers) -> Self {
        Self {
            words: Words::new(identifiers),
        }
    }

    /// Takes further words for words of the trade: no name, unless a label or a title says so.
    #[must_use]
    pub fn knowing<'a>(mut self, clinical: impl IntoIterator<Item = &'a str>) -> Self {
        self.words.know(clinical);
        self
    }

    /// What to hide in a text: ranges of its bytes, in order, apart from each other, on the bounds of characters.
    #[must_use]
    pub fn masked(&self, text: &str) -> Vec<Range<usize>> {
        let mut sheet = Sheet::new(text, &self.words);
        shapes::mark(&mut sheet);
        dates::mark(&mut sheet);
        numbers::mark(&mut sheet);
        names::mark(&mut sheet);
        people::mark(&mut sheet);
        dates::mark_beside_names(&mut sheet);
        places::mark(&mut sheet);
        again::mark(&mut sheet);
        sheet.hidden()
    }
}

/// What to hide in a text; for many texts build a [`Masker`] once.
#[must_use]
pub fn masked(identifiers: &Identifiers, text: &str) -> Vec<Range<usize>> {
    Masker::new(identifiers).masked(text)
}

/// The text with the ranges hidden, character for character; blanks and line breaks stay. A sign is as many bytes long as the
/// character it hides (`#` for one byte), so that every offset into the text, in bytes or in characters, holds for the hidden
/// text too. The ranges are those of [`masked`]; of others the part that makes no sense is left out.
#[must_use]
pub fn hide(text: &str, ranges: &[Range<usize>]) -> String {
    let mut hidden = String::with_capacity(text.len());
    let mut done = 0;
    for range in ranges {
        let Some((before, inside)) = text.get(done..range.start).zip(text.get(range.clone())) else {
            continue;
        };
        hidden.push_str(before);
        hidden.extend(inside.chars().map(sign));
        done = range.end;
    }
    hidden.push_str(text.get(done..).unwrap_or_default());
    hidden
}

/// What stands for a hidden character: one column wide and as many bytes long.
fn sign(hidden: char) -> char {
    match hidden.len_utf8() {
        _ if hidden.is_whitespace() => hidden,
        1 => '#',
        2 => '\u{a6}',
        3 => '\u{25ae}',
        _ => '\u{10102}',
    }
}
