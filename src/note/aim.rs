//! What is aimed at: the targets that a sentence names.

use std::ops::Range;

use super::scan::Scan;
use super::sentence::Sentence;
use super::standing::{Standing, standing};
use super::vocabulary::Meaning;
use crate::pack::model::Aim;

/// A target at its place.
#[derive(Debug, Clone)]
pub(super) struct Aimed<'a> {
    pub(super) words: Range<usize>,
    pub(super) aim: &'a Aim,
    pub(super) standing: Standing,
}

/// The targets of a sentence, in their order; where words overlap, the longest speak.
pub(super) fn aims<'a>(scan: &Scan<'a>, sentence: &Sentence) -> Vec<Aimed<'a>> {
    let mut aims: Vec<Aimed<'a>> = Vec::new();
    let mut named: Vec<(Range<usize>, usize)> = scan
        .within(&sentence.words)
        .filter_map(|hit| match hit.means {
            Meaning::Target(nth) => Some((hit.words.clone(), nth)),
            _ => None,
        })
        .collect();
    named.sort_by_key(|(words, _)| (std::cmp::Reverse(words.len()), words.start));
    for (words, nth) in named {
        let overlaps = |other: &Aimed<'_>| words.start < other.words.end && other.words.start < words.end;
        let Some(aim) = scan.lexicon.targets.get(nth) else {
            continue;
        };
        if !aims.iter().any(overlaps) {
            let standing = standing(scan, sentence, &words);
            aims.push(Aimed { words, aim, standing });
        }
    }
    aims.sort_by_key(|aimed| aimed.words.start);
    aims
}
