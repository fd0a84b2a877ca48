//! The words of a lexicon, all looked for at once.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::text::Text;
use crate::pack::model::{Cue, Lexicon, Section};

/// What a word of the lexicon means. Numbers are places in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// A heading.
    Head(Section),
    /// How to take what stands beside it.
    Cue(Cue),
    /// A target.
    Target(usize),
    /// It speaks for an answer.
    Evidence(usize),
    /// A drug.
    Drug(usize),
    /// It shows an item of the checklist, or helps to.
    Item(usize, Showing),
}

/// What words do for an item of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Showing {
    /// They show it.
    Whole,
    /// They stand beside words that show it.
    With,
    /// They show a part of it.
    Part,
}

/// Words of the lexicon in a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The words, by their numbers.
    pub words: Range<usize>,
    /// What they mean.
    pub means: Meaning,
}

/// Every word of a lexicon, ready to be looked for.
#[derive(Debug)]
pub struct Vocabulary {
    machine: Option<AhoCorasick>,
    phrases: Vec<(String, Vec<Meaning>)>,
}

impl Vocabulary {
    /// The words of a lexicon.
    #[must_use]
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut phrases: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
        let mut add = |words: &[String], means: Meaning| {
            for phrase in words {
                let text = Text::new(phrase, &lexicon.slips);
                let key = text.plain().trim().to_owned();
                let known = phrases.entry(key).or_default();
                if !known.contains(&means) {
                    known.push(means);
                }
            }
        };
        for heads in &lexicon.sections {
            add(&heads.heads, Meaning::Head(heads.section));
        }
        for cued in &lexicon.cues {
            add(&cued.words, Meaning::Cue(cued.cue));
        }
        for (nth, target) in lexicon.targets.iter().enumerate() {
            add(&target.words, Meaning::Target(nth));
        }
        for (nth, evidence) in lexicon.evidence.iter().enumerate() {
            add(&evidence.words, Meaning::Evidence(nth));
        }
        for (nth, drug) in lexicon.drugs.iter().enumerate() {
            add(std::slice::from_ref(&drug.name), Meaning::Drug(nth));
            add(&drug.also, Meaning::Drug(nth));
        }
        for (nth, item) in lexicon.items.iter().enumerate() {
            add(&item.words, Meaning::Item(nth, Showing::Whole));
            add(&item.with, Meaning::Item(nth, Showing::With));
            add(&item.partly, Meaning::Item(nth, Showing::Part));
        }
        phrases.remove("");
        // A machine for some thousand short phrases is always built; without one nothing would be found.
        let machine = AhoCorasick::new(phrases.keys()).ok();
        let phrases = phrases.into_iter().collect();
        Self { machine, phrases }
    }

    /// Every phrase, in small letters.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().map(|(phrase, _)| phrase.as_str())
    }

    /// Every word of the lexicon that stands in a text, by its first word; those that begin together, the longest first.
    #[must_use]
    pub fn hits(&self, text: &Text<'_>) -> Vec<Hit> {
        let plain = text.plain();
        let blank = |at: usize| plain.as_bytes().get(at) == Some(&b' ');
        let mut hits = Vec::new();
        for found in self
            .machine
            .iter()
            .flat_map(|machine| machine.find_overlapping_iter(plain))
        {
            if !found.start().checked_sub(1).is_some_and(blank) || !blank(found.end()) {
                continue;
            }
            let words = text.token_at(found.start())..text.token_at(found.end());
            let meanings = self.phrases.get(found.pattern().as_usize());
            hits.extend(meanings.into_iter().flat_map(|(_, means)| means).map(|means| Hit {
                words: words.clone(),
                means: *means,
            }));
        }
        hits.sort_by(|a, b| (a.words.start, b.words.end, a.means).cmp(&(b.words.start, a.words.end, b.means)));
        hits
    }
}
