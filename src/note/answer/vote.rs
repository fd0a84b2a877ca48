//! Words that speak for an answer.

use std::ops::Range;

use crate::note::names::question;
use crate::note::scan::Scan;
use crate::note::sentence::Sentence;
use crate::note::standing::{Standing, standing};
use crate::note::text::Kind;
use crate::note::vocabulary::Meaning;
use crate::pack::model::{Cue, Section, Weight};

/// Words that speak for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::note) struct Vote {
    pub(in crate::note) answer: String,
    pub(in crate::note) weight: Weight,
    /// The sort of text they stand in.
    pub(in crate::note) section: Section,
    pub(in crate::note) standing: Standing,
    pub(in crate::note) words: Range<usize>,
}

impl Vote {
    /// Whether the narrative says it.
    pub(in crate::note) fn is_told(&self) -> bool {
        self.section == Section::Narrative && self.standing == Standing::Here
    }

    /// Whether it counts at all.
    pub(in crate::note) fn counts(&self) -> bool {
        self.standing == Standing::Here && self.weight > Weight::Hint
    }
}

/// The words of some sentences that speak for answers of a question. Where words overlap, the longest speak.
pub(in crate::note) fn votes<'a>(
    scan: &Scan<'_>,
    question: &str,
    sentences: impl IntoIterator<Item = &'a Sentence>,
) -> Vec<Vote> {
    let mut votes: Vec<Vote> = Vec::new();
    for sentence in sentences {
        let mut found: Vec<_> = scan
            .within(&sentence.words)
            .filter_map(|hit| match hit.means {
                Meaning::Evidence(nth) => Some((hit.words.clone(), scan.lexicon.evidence.get(nth)?)),
                _ => None,
            })
            .filter(|(_, evidence)| evidence.question == question)
            .collect();
        found.sort_by_key(|(words, _)| (std::cmp::Reverse(words.len()), words.start));
        let mut spoken: Vec<Range<usize>> = Vec::new();
        for (words, evidence) in found {
            let overlaps = |other: &Range<usize>| *other != words && other.start < words.end && words.start < other.end;
            if spoken.iter().any(overlaps) {
                continue;
            }
            spoken.push(words.clone());
            // What a template asks to be filled in is not said.
            let hole = scan
                .text
                .tokens
                .get(words.end)
                .is_some_and(|token| token.kind == Kind::Hole);
            if hole && words.end < sentence.words.end {
                continue;
            }
            // Where contrast went says nothing of the way in.
            let spread = scan.has(&sentence.words, Cue::Spread) && !scan.has(&sentence.words, Cue::Entered);
            let weight = if question == question::APPROACH && spread {
                Weight::Hint
            } else {
                evidence.weight
            };
            votes.push(Vote {
                answer: evidence.answer.clone(),
                weight,
                section: sentence.section,
                standing: standing(scan, sentence, &words),
                words,
            });
        }
    }
    votes
}
