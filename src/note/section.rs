//! The headed parts of a note, and what each is good for. Headings stand on a line of their own, before a colon, or in the middle
//! of a line where the breaks were lost.

use std::ops::Range;

use super::joint::Joint;
use super::text::Text;
use super::vocabulary::{Hit, Meaning};
use crate::pack::model::Section;

/// A part of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What sort of text it is; none before the first heading.
    pub section: Option<Section>,
    /// Its words, behind the heading.
    pub words: Range<usize>,
}

/// The parts of a note in their order; together they hold every word that is not of a heading.
#[must_use]
pub fn parts(text: &Text<'_>, hits: &[Hit]) -> Vec<Part> {
    let mut parts = vec![Part {
        section: None,
        words: 0..text.tokens.len(),
    }];
    let mut behind = 0;
    for (head, section) in heads(text, hits) {
        if head.start < behind {
            continue;
        }
        behind = head.end;
        if let Some(last) = parts.last_mut() {
            last.words.end = head.start;
        }
        parts.push(Part {
            section: Some(section),
            words: head.end..text.tokens.len(),
        });
    }
    parts.retain(|part| !part.words.is_empty());
    parts
}

/// The headings by their words, in their order; of those that overlap the longest first.
fn heads(text: &Text<'_>, hits: &[Hit]) -> Vec<(Range<usize>, Section)> {
    let known = hits.iter().filter_map(|hit| match hit.means {
        Meaning::Head(section) if is_head(text, &hit.words) => Some((hit.words.clone(), section)),
        _ => None,
    });
    let unknown = (0..text.tokens.len()).filter_map(|nth| Some((shouted(text, nth)?, Section::Header)));
    let mut heads: Vec<_> = known.chain(unknown).collect();
    // A heading that is known speaks before the same words as one that is not.
    heads.sort_by_key(|(words, section)| (words.start, std::cmp::Reverse(words.end), *section == Section::Header));
    heads
}

/// Whether words that may be a heading stand as one.
fn is_head(text: &Text<'_>, words: &Range<usize>) -> bool {
    let begins = text.joint(words.start);
    let colon = text.gap(words.end).trim_start().starts_with([':', '=']) || behind_bracket(text, words.end);
    let capitals = words
        .clone()
        .all(|nth| text.is_capitals(nth) || !text.word_at(nth).contains(char::is_alphabetic));
    let opens = matches!(
        begins,
        Joint::Start | Joint::Line | Joint::Stop | Joint::Paragraph | Joint::Semicolon
    );
    let alone = matches!(begins, Joint::Start | Joint::Line | Joint::Stop | Joint::Paragraph)
        && (words.start == 0 || text.gap(words.start).contains('\n'))
        && text.gap(words.end).contains('\n');
    let dashed = capitals && opens && text.joint(words.end) == Joint::Hyphen && text.gap(words.end).contains(' ');
    (colon && (opens || capitals || numbered(text, words.start)))
        || (alone && (capitals || titled(text, words)))
        || dashed
}

/// Whether only a bracket stands between a heading and its colon: `PROCEDURE(S):`.
fn behind_bracket(text: &Text<'_>, next: usize) -> bool {
    text.word_at(next) == "s" && text.gap(next).contains('(') && text.gap(next + 1).contains("):")
}

/// Whether a heading stands behind its number: `2. PROCEDURE:`.
fn numbered(text: &Text<'_>, first: usize) -> bool {
    first
        .checked_sub(1)
        .is_some_and(|before| text.word_at(before).len() <= 2)
}

/// Whether every longer word begins with a capital letter.
fn titled(text: &Text<'_>, words: &Range<usize>) -> bool {
    words
        .clone()
        .all(|nth| text.word_at(nth).len() <= 3 || !text.is_small(nth))
}

/// The most words of a heading that no lexicon knows.
const SHOUT: usize = 6;

/// Words in capitals before a colon at the beginning of a line or sentence: a heading, whatever it says.
fn shouted(text: &Text<'_>, first: usize) -> Option<Range<usize>> {
    let opens = matches!(
        text.joint(first),
        Joint::Start | Joint::Line | Joint::Stop | Joint::Paragraph
    );
    if !opens || !text.is_capitals(first) {
        return None;
    }
    let last = (first..first + SHOUT).find(|nth| text.joint(nth + 1) >= Joint::Comma || !text.is_capitals(*nth))?;
    let colon = text.gap(last + 1).trim_start().starts_with(':');
    (colon && text.is_capitals(last)).then_some(first..last + 1)
}
