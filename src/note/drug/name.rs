//! Names of drugs in a note.

use std::ops::Range;

use super::amount::Amount;
use crate::note::scan::Scan;
use crate::note::{Joint, Meaning};
use crate::pack::model::{Drug, Kin, Section};

/// A name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// Which drug; none where the lexicon does not know it.
    pub(super) drug: Option<usize>,
    pub(super) words: Range<usize>,
}

/// The names of a note: at each place the longest; a brand and its generic side by side are one.
pub(super) fn names(scan: &Scan<'_>, amounts: &[Amount]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for hit in &scan.hits {
        let Meaning::Drug(nth) = hit.means else { continue };
        if names.last().is_some_and(|last| hit.words.start < last.words.end) {
            continue;
        }
        let name = Name {
            drug: Some(nth),
            words: hit.words.clone(),
        };
        match names
            .last_mut()
            .and_then(|last| Some((both(scan, amounts, last, &name)?, last)))
        {
            Some((one, last)) => *last = one,
            None => names.push(name),
        }
    }
    drop_titles(scan, &mut names);
    names
}

/// Two names that are one drug: `Depo-Medrol (methylprednisolone) 80 mg`, `contrast (Omnipaque)`.
fn both(scan: &Scan<'_>, amounts: &[Amount], first: &Name, second: &Name) -> Option<Name> {
    let of = |name: &Name| name.drug.and_then(|nth| scan.lexicon.drugs.get(nth));
    let (one, other) = (of(first)?, of(second)?);
    let joint = scan.text.joint(second.words.start);
    let between = first.words.end..second.words.start;
    let beside = match joint {
        Joint::Bracket => covered(amounts, between),
        Joint::Slash | Joint::Hyphen => between.is_empty(),
        Joint::Blank | Joint::Line => between.is_empty() && (one.vague || other.vague),
        _ => false,
    };
    let drug = if first.drug == second.drug || (other.vague && alike(one, other)) {
        first.drug
    } else if one.vague && alike(one, other) {
        second.drug
    } else {
        return None;
    };
    let words = first.words.start..second.words.end;
    beside.then_some(Name { drug, words })
}

/// Whether a sort of drug and a drug may be one.
fn alike(one: &Drug, other: &Drug) -> bool {
    one.used == other.used
}

/// Whether nothing but amounts stands in some words.
fn covered(amounts: &[Amount], mut words: Range<usize>) -> bool {
    while !words.is_empty() {
        let nth = amounts.partition_point(|amount| amount.words.start < words.start);
        match amounts.get(nth) {
            Some(amount) if amount.words.start == words.start && amount.words.end <= words.end => {
                words.start = amount.words.end;
            }
            _ => return false,
        }
    }
    true
}

/// The name of a procedure names no drug in the narrative: `the epidural steroid injection was tolerated`.
fn drop_titles(scan: &Scan<'_>, names: &mut Vec<Name>) {
    names.retain(|name| {
        let vague = name
            .drug
            .and_then(|nth| scan.lexicon.drugs.get(nth))
            .is_some_and(|drug| drug.vague);
        let title = || {
            scan.sentence_of(name.words.start)
                .is_some_and(|one| one.section == Section::Title)
        };
        !vague || title() || !within_target(scan, &name.words)
    });
}

/// The most words of a target.
const TARGET: usize = 8;

fn within_target(scan: &Scan<'_>, words: &Range<usize>) -> bool {
    let near = words.start.saturating_sub(TARGET)..words.end + TARGET;
    scan.within(&near).any(|hit| {
        let target = match hit.means {
            Meaning::Target(nth) => scan.lexicon.targets.get(nth).is_some_and(|aim| aim.kin == Kin::Family),
            _ => false,
        };
        target && hit.words.start <= words.start && words.end <= hit.words.end && hit.words != *words
    })
}
