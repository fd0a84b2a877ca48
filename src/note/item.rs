//! Items of the checklist that a note shows, in part or whole: never by a denial, a plan or a risk.

use std::ops::Range;

use super::reading::{Item, Ticked};
use super::scan::Scan;
use super::sentence::Sentence;
use super::text::Kind;
use super::vocabulary::{Meaning, Showing};
use crate::pack::model::{Cue, Section};

/// The most quotes of an item.
const QUOTES: usize = 3;

/// Every item that the lexicon can look for.
pub(super) fn items(scan: &Scan<'_>) -> Vec<Item> {
    let all = scan.lexicon.items.iter().enumerate();
    all.map(|(nth, shown)| {
        let words = |showing: Showing| found(scan, Meaning::Item(nth, showing), &shown.sections);
        let (whole, part) = (words(Showing::Whole), words(Showing::Part));
        let complete = shown.with.is_empty() || !words(Showing::With).is_empty();
        let (state, words) = match (whole.is_empty(), part.is_empty()) {
            (false, _) if complete => (Ticked::Shown, whole),
            (false, _) => (Ticked::Partly, whole),
            (true, false) => (Ticked::Partly, part),
            (true, true) => (Ticked::NotFound, Vec::new()),
        };
        Item {
            id: shown.item.clone(),
            state,
            quotes: words.iter().take(QUOTES).map(|words| scan.quote(words)).collect(),
        }
    })
    .collect()
}

fn found(scan: &Scan<'_>, means: Meaning, sections: &[Section]) -> Vec<Range<usize>> {
    let hits = scan.hits.iter().filter(|hit| hit.means == means);
    hits.filter(|hit| {
        let Some(sentence) = scan.sentence_of(hit.words.start) else {
            return false;
        };
        let here = sections.is_empty() && sentence.section != Section::Codes || sections.contains(&sentence.section);
        let hole = |nth: usize| scan.text.tokens.get(nth).is_some_and(|token| token.kind == Kind::Hole);
        here && !sentence.words.clone().any(hole) && is_asserted(scan, sentence, &hit.words)
    })
    .map(|hit| hit.words.clone())
    .collect()
}

/// Whether words are neither denied nor only planned or feared.
fn is_asserted(scan: &Scan<'_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    let clause = scan.clause_of(words.start);
    let outside = |cue: Cue| {
        scan.cues(&clause, cue)
            .any(|place| place.end <= words.start || words.end <= place.start)
    };
    let denied = super::standing::is_denied(scan, sentence, words);
    !denied && !outside(Cue::Planned) && !scan.has(&(sentence.words.start..words.start), Cue::Risk)
}
