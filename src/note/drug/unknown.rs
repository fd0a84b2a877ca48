//! Names that the lexicon does not know: `20 mg of something` is a drug all the same.

use super::amount::Amount;
use super::name::Name;
use super::unit::Unit;
use crate::note::scan::Scan;
use crate::note::{Joint, Kind, Meaning, Text};
use crate::pack::model::Cue;

/// What an amount may be of that is no drug, or no drug by name.
const OTHER: [&str; 56] = [
    "solution",
    "mixture",
    "mix",
    "injectate",
    "medication",
    "medications",
    "medicine",
    "medicines",
    "volume",
    "fluid",
    "csf",
    "air",
    "the",
    "this",
    "that",
    "these",
    "same",
    "above",
    "it",
    "which",
    "each",
    "my",
    "our",
    "clear",
    "cerebrospinal",
    "spinal",
    "water",
    "blood",
    "drug",
    "drugs",
    "agent",
    "cocktail",
    "combination",
    "total",
    "material",
    "product",
    "anesthetic",
    "aspirate",
    "urine",
    "serous",
    "serosanguineous",
    "said",
    "combined",
    "prepared",
    "remaining",
    "solutions",
    "such",
    "both",
    "lor",
    "local",
    "blend",
    "body",
    "weight",
    "synovial",
    "diluent",
    "diluted",
];

/// The words that may stand before a name.
const BEFORE: [&str; 12] = [
    "preservative",
    "free",
    "pf",
    "mpf",
    "sterile",
    "plain",
    "a",
    "an",
    "injectable",
    "buffered",
    "dilute",
    "of",
];

/// The fewest letters of a name.
const LETTERS: usize = 4;

/// Names behind `mg of` and `mL of` that no drug of the lexicon covers.
pub(super) fn unknown(scan: &Scan<'_>, amounts: &[Amount], known: &[Name]) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for amount in amounts {
        let Some(at) = behind_of(&scan.text, amounts, amount) else {
            continue;
        };
        let is_known = {
            let next = known.partition_point(|name| name.words.end <= at);
            known.get(next).is_some_and(|name| name.words.start <= at + 3)
        };
        let again = found.last().is_some_and(|last| last.words.start >= at);
        if !is_known && !again && is_name(scan, at) && (amount.unit != Unit::Milliliter || is_given(scan, at)) {
            found.push(Name {
                drug: None,
                words: at..at + 1,
            });
        }
    }
    found
}

/// The word that an amount is of.
fn behind_of(text: &Text<'_>, amounts: &[Amount], amount: &Amount) -> Option<usize> {
    let mut at = amount.words.end;
    if text.word_at(at) != "of" {
        return None;
    }
    while BEFORE.contains(&text.word_at(at)) && at < amount.words.end + LETTERS {
        at += 1;
    }
    let next = amounts.partition_point(|one| one.words.start < at);
    // The amount behind it has its own name.
    let own = amounts.get(next).is_some_and(|one| one.words.start == at);
    let beside = (amount.words.end..=at).all(|nth| text.joint(nth) <= Joint::Line);
    (!own && beside).then_some(at)
}

fn is_name(scan: &Scan<'_>, at: usize) -> bool {
    let text = &scan.text;
    if text.tokens.get(at).is_some_and(|token| token.kind == Kind::Hole) {
        return true;
    }
    let word = |nth: usize| text.tokens.get(nth).is_some_and(|token| token.kind == Kind::Word);
    let letters = text.word_at(at).len() >= LETTERS && text.word_at(at).chars().all(char::is_alphabetic);
    let ends = |nth: usize| matches!(text.word_at(nth), "and" | "with" | "was" | "were" | "in" | "into");
    let near = (at..at + 3).take_while(|nth| *nth == at || (text.joint(*nth) <= Joint::Hyphen && !ends(*nth)));
    word(at) && letters && !near.map(|nth| text.word_at(nth)).any(|word| OTHER.contains(&word))
}

/// Whether something is given in the sentence of a word.
fn is_given(scan: &Scan<'_>, at: usize) -> bool {
    scan.sentence_of(at).is_some_and(|sentence| {
        scan.within(&sentence.words)
            .any(|hit| hit.means == Meaning::Cue(Cue::Given))
    })
}
