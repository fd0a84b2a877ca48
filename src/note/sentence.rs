//! Sentences of a note, each with the sort of text it is.

use std::ops::Range;

use super::joint::Joint;
use super::section::Part;
use super::text::{Kind, Text};
use super::vocabulary::{Hit, Meaning};
use crate::pack::model::{Cue, Section};

/// A sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub words: Range<usize>,
    /// What sort of text it is.
    pub section: Section,
}

/// The most words of a title.
const TITLE: usize = 40;

/// The most words of a title that no heading names, and of any further line of one.
const SHORT_TITLE: usize = 12;

/// The fewest words of a sentence that tells what was done.
const TOLD: usize = 5;

/// The first sentences of a note: what is named there under any heading may be its title.
const TOP: usize = 8;

/// The length of a line that is full: what follows it goes on.
const FULL_LINE: usize = 50;

/// What a sentence holds that says what sort of text it is.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that a sentence holds or does not"
)]
struct Look {
    words: usize,
    /// Its place in its part.
    nth: usize,
    /// Its place in the note.
    overall: usize,
    /// A needle goes in, a drug is given.
    does: bool,
    /// The patient lies down, the skin is prepared.
    begins: bool,
    /// A needle is named on its way.
    needled: bool,
    /// It tells of the time after.
    after: bool,
    /// It names a target and no drug.
    names: bool,
    /// It names a drug.
    drug: bool,
    /// It begins a paragraph.
    anew: bool,
    /// It begins as a line of a list does.
    listed: bool,
}

/// The sentences of a note in their order.
#[must_use]
pub fn sentences(text: &Text<'_>, parts: &[Part], hits: &[Hit]) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = Vec::new();
    for part in parts {
        let mut told = false;
        for (nth, words) in split(text, &part.words).into_iter().enumerate() {
            let look = look(text, hits, &words, nth, sentences.len());
            let section = section(part.section, look, told);
            told |= section == Section::Narrative;
            let after = section == Section::Narrative && look.after && !look.does && !look.drug;
            let section = if after { Section::Outcome } else { section };
            sentences.push(Sentence { words, section });
        }
    }
    sentences
}

fn look(text: &Text<'_>, hits: &[Hit], words: &Range<usize>, nth: usize, overall: usize) -> Look {
    let has = |cue: Cue| within(hits, words).any(|hit| hit.means == Meaning::Cue(cue));
    let drug = within(hits, words).any(|hit| matches!(hit.means, Meaning::Drug(_)));
    let target = within(hits, words).any(|hit| matches!(hit.means, Meaning::Target(_)));
    let number = text
        .tokens
        .get(words.start)
        .is_some_and(|token| token.kind == Kind::Number);
    Look {
        words: words.len(),
        nth,
        overall,
        does: has(Cue::Given) || has(Cue::Entered),
        begins: has(Cue::Begins),
        needled: names_needle(text, words) && (has(Cue::Entered) || shows_way(hits, words)),
        after: has(Cue::After),
        names: target && !drug,
        drug,
        anew: nth > 0 && text.joint(words.start) == Joint::Paragraph,
        listed: number || text.gap(words.start).contains(['-', '*', '\u{2022}', '\n']),
    }
}

/// Whether words of a way into the canal stand here.
fn shows_way(hits: &[Hit], words: &Range<usize>) -> bool {
    within(hits, words).any(|hit| matches!(hit.means, Meaning::Evidence(_)))
}

/// Whether a needle is named.
fn names_needle(text: &Text<'_>, words: &Range<usize>) -> bool {
    words
        .clone()
        .any(|nth| matches!(text.word_at(nth), "needle" | "tuohy" | "gauge" | "ga"))
}

/// What sort of text a sentence is. A title that tells what was done is none, and neither is what follows it; templates and
/// dictations go on to what was done without a heading of its own.
fn section(of: Option<Section>, look: Look, told: bool) -> Section {
    let acts = look.does || look.begins;
    match of {
        None if look.nth < 3 && !told && look.words <= SHORT_TITLE && !acts => Section::Title,
        None => Section::Narrative,
        Some(Section::Title) if told || look.begins || (look.does && look.words >= TOLD) => Section::Narrative,
        Some(Section::Title) if look.nth > 0 && !(look.listed && look.words <= TITLE) && look.words > SHORT_TITLE => {
            Section::Narrative
        }
        Some(Section::Title) if look.anew && look.words >= TOLD && !look.listed => Section::Narrative,
        Some(Section::Title) if look.words > TITLE => Section::Narrative,
        Some(Section::Header) if look.nth == 0 && look.overall < TOP && look.names && look.words <= TITLE => {
            Section::Title
        }
        Some(Section::Header | Section::Anesthesia | Section::Diagnosis | Section::Outcome)
            if look.anew && look.words > TOLD + 2 =>
        {
            Section::Narrative
        }
        Some(Section::Header | Section::Findings | Section::Outcome) if told || (acts && look.words > TOLD + 2) => {
            Section::Narrative
        }
        Some(Section::History | Section::Consent | Section::Anesthesia | Section::Diagnosis)
            if told || look.begins || look.needled =>
        {
            Section::Narrative
        }
        Some(section) => section,
    }
}

/// The words of a text without points that are taken for a sentence: what is read of one grows with the square of its length.
const ENDLESS: usize = 200;

/// The words of a part, sentence by sentence.
fn split(text: &Text<'_>, words: &Range<usize>) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = words.start;
    for nth in words.start + 1..words.end {
        let long = nth - start;
        let endless = long >= ENDLESS || (long >= ENDLESS / 2 && text.joint(nth) >= Joint::Comma);
        if endless || ends_before(text, nth) {
            sentences.push(start..nth);
            start = nth;
        }
    }
    if start < words.end {
        sentences.push(start..words.end);
    }
    sentences
}

/// Words with a point that ends no sentence.
const SHORT: [&str; 22] = [
    "dr", "mr", "mrs", "ms", "vs", "approx", "no", "pt", "st", "prep", "inj", "fig", "cc", "ml", "mg", "mcg", "ga",
    "g", "i", "e", "appt", "bilat",
];

/// Whether a sentence ends before a word.
fn ends_before(text: &Text<'_>, nth: usize) -> bool {
    let gap = text.gap(nth);
    match text.joint(nth) {
        Joint::Paragraph | Joint::Start => true,
        Joint::Stop => {
            let before = text.word_at(nth - 1);
            let short = SHORT.contains(&before) || before.len() == 1 && before.contains(char::is_alphabetic);
            let point = gap.contains('.') && !gap.contains(['!', '?', '\n']);
            let number = text.tokens.get(nth - 1).is_some_and(|token| token.kind == Kind::Number);
            // A list: `1. Left L4` begins something; the number's own point does not.
            let bullet = number
                && gap.starts_with('.')
                && matches!(
                    text.joint(nth - 1),
                    Joint::Line | Joint::Paragraph | Joint::Stop | Joint::Colon | Joint::Start
                );
            !(point && ((short && text.is_small(nth)) || (title_of_person(before)) || bullet || gap == "."))
        }
        Joint::Line => breaks(text, nth),
        Joint::Semicolon => gap.contains('\n'),
        _ => gap.contains('\n') && breaks(text, nth),
    }
}

fn title_of_person(word: &str) -> bool {
    matches!(word, "dr" | "mr" | "mrs" | "ms" | "no" | "vs")
}

/// Whether a line ends what it says: it is short, and what follows begins anew.
fn breaks(text: &Text<'_>, nth: usize) -> bool {
    let end = text.tokens.get(nth - 1).map_or(0, |token| token.at.end);
    let line = text.raw.get(..end).unwrap_or_default();
    let length = line.len() - line.rfind('\n').map_or(0, |at| at + 1);
    let list = text.gap(nth).contains(['-', '*', '\u{2022}'])
        || text.tokens.get(nth).is_some_and(|token| token.kind == Kind::Number);
    (length < FULL_LINE && !text.is_small(nth)) || (list && text.gap(nth).contains(['-', '*', '\u{2022}']))
}

/// The hits that lie within some words. Hits stand in the order of their first words.
pub(super) fn within<'a>(hits: &'a [Hit], words: &Range<usize>) -> impl Iterator<Item = &'a Hit> + use<'a> {
    let first = hits.partition_point(|hit| hit.words.start < words.start);
    let end = words.end;
    let rest = hits.get(first..).unwrap_or_default();
    rest.iter()
        .take_while(move |hit| hit.words.start < end)
        .filter(move |hit| hit.words.end <= end)
}

/// The clause of a word: the part of its sentence between semicolons, brackets, colons, or commas that end a thought.
#[must_use]
pub fn clause(text: &Text<'_>, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let parts = |nth: usize| {
        matches!(
            text.joint(nth),
            Joint::Semicolon | Joint::Colon | Joint::Stop | Joint::Paragraph
        ) || (text.joint(nth) == Joint::Comma && !continues(text, nth, sentence.end))
    };
    let start = (sentence.start + 1..=at)
        .rev()
        .find(|nth| parts(*nth))
        .unwrap_or(sentence.start);
    let end = (at + 1..sentence.end).find(|nth| parts(*nth)).unwrap_or(sentence.end);
    start..end
}

/// Whether a list goes on behind a comma: `blood, CSF or air`.
fn continues(text: &Text<'_>, nth: usize, end: usize) -> bool {
    let ahead = nth..end.min(nth + 5);
    ahead.clone().any(|at| matches!(text.word_at(at), "or" | "nor"))
}
