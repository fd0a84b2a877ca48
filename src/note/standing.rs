//! Whether words of a note tell of what its author did here, or deny it, or speak of another day, a plan, a risk or other people.

use std::ops::Range;

use super::joint::Joint;
use super::scan::Scan;
use super::sentence::Sentence;
use crate::pack::model::{Cue, Section};

/// How words of a note are to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Standing {
    /// They tell of what was done here.
    Here,
    /// They deny it.
    Denied,
    /// They tell of another day.
    Past,
    /// They tell of what is to come.
    Planned,
    /// Somebody else did it.
    Others,
    /// They name a risk.
    Risk,
    /// They tell of what was tried and given up.
    Abandoned,
    /// They stand in a part of the note that tells of nothing done.
    Elsewhere,
}

/// The most words that a denial reaches over.
const REACH: usize = 6;

/// Words at which a denial ends: what comes behind them is another thought.
const BOUNDS: [&str; 19] = [
    "under", "with", "into", "at", "to", "after", "before", "while", "as", "then", "via", "through", "but", "and then",
    "was", "were", "until", "once", "on",
];

/// How some words of a sentence are to be taken.
pub(super) fn standing(scan: &Scan<'_>, sentence: &Sentence, words: &Range<usize>) -> Standing {
    match sentence.section {
        Section::Narrative | Section::Title | Section::Header | Section::Findings => {}
        _ => return Standing::Elsewhere,
    }
    let clause = scan.clause_of(words.start);
    let before = sentence.words.start..words.start;
    if scan.has(&before, Cue::Risk) {
        return Standing::Risk;
    }
    if denied(scan, &sentence.words, &clause, words) {
        return Standing::Denied;
    }
    let acts = scan.has(&sentence.words, Cue::Entered) || scan.has(&sentence.words, Cue::Begins);
    // A plan or a memory holds to the end of its sentence, unless something is done in it.
    let ahead = |cue: Cue| !acts && matches!(cue, Cue::Past | Cue::Planned) && scan.has(&before, cue);
    let outside = |cue: Cue| ahead(cue) || scan.cues(&clause, cue).any(|place| !overlaps(&place, words));
    if outside(Cue::Past) {
        return Standing::Past;
    }
    if outside(Cue::Planned) {
        return Standing::Planned;
    }
    if outside(Cue::Others) {
        return Standing::Others;
    }
    if outside(Cue::Abandoned) {
        return Standing::Abandoned;
    }
    Standing::Here
}

/// Whether words of a sentence are denied.
pub(super) fn is_denied(scan: &Scan<'_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    denied(scan, &sentence.words, &scan.clause_of(words.start), words)
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Whether a denial reaches some words of a clause, from before them or from behind.
fn denied(scan: &Scan<'_>, sentence: &Range<usize>, clause: &Range<usize>, words: &Range<usize>) -> bool {
    let ahead = |place: Range<usize>| place.end <= words.start && reaches(scan, place.end, words.start);
    let from = clause.start.min(words.start.saturating_sub(REACH)).max(sentence.start);
    let before = scan.cues(&(from..words.start), Cue::Denies).any(ahead);
    let behind = scan
        .cues(&(words.end..clause.end), Cue::DeniesBack)
        .any(|place| place.start - words.end <= REACH && !turns(scan, words.end, place.start));
    before || behind
}

/// Whether a denial that ends before `from` still holds at `to`.
fn reaches(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let mut budget = REACH;
    for nth in from..to {
        let word = scan.text.word_at(nth);
        if BOUNDS.contains(&word) || scan.text.joint(nth) >= Joint::Bracket {
            return false;
        }
        // A list goes on: `no blood, CSF or air`.
        if matches!(word, "or" | "nor" | "and") || scan.text.joint(nth) == Joint::Comma {
            budget = REACH;
        }
        let Some(left) = budget.checked_sub(1) else {
            return false;
        };
        budget = left;
    }
    scan.text.joint(to) < Joint::Bracket && !turns(scan, from, to)
}

fn turns(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    from < to && scan.has(&(from..to), Cue::Turns)
}
