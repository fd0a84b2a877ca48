//! A note taken apart: its words, what the lexicon knows of them, its sentences.

use std::ops::Range;

use super::reading::Quote;
use super::section::parts;
use super::sentence::{self, Sentence, sentences, within};
use super::text::Text;
use super::vocabulary::{Hit, Meaning, Vocabulary};
use crate::pack::model::{Cue, Lexicon};

/// The bytes of a quote that is shown whole.
const LONGEST_QUOTE: usize = 160;

/// The words on either side of what is quoted, where its clause is too long.
const AROUND: usize = 8;

/// A note taken apart.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) text: Text<'a>,
    /// In the order of their first words.
    pub(super) hits: Vec<Hit>,
    pub(super) sentences: Vec<Sentence>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, vocabulary: &Vocabulary, note: &'a str) -> Self {
        let text = Text::new(note, &lexicon.slips);
        let mut hits = vocabulary.hits(&text);
        swallow(&mut hits);
        let sentences = sentences(&text, &parts(&text, &hits), &hits);
        Self {
            lexicon,
            text,
            hits,
            sentences,
        }
    }

    /// What the lexicon knows within some words.
    pub(super) fn within(&self, words: &Range<usize>) -> impl Iterator<Item = &Hit> + use<'_> {
        within(&self.hits, words)
    }

    /// The places of a cue within some words.
    pub(super) fn cues(&self, words: &Range<usize>, cue: Cue) -> impl Iterator<Item = Range<usize>> + use<'_> {
        self.within(words)
            .filter(move |hit| hit.means == Meaning::Cue(cue))
            .map(|hit| hit.words.clone())
    }

    /// Whether a cue stands within some words.
    pub(super) fn has(&self, words: &Range<usize>, cue: Cue) -> bool {
        self.cues(words, cue).next().is_some()
    }

    /// The sentence that holds a word.
    pub(super) fn sentence_of(&self, word: usize) -> Option<&Sentence> {
        let after = self.sentences.partition_point(|one| one.words.start <= word);
        let sentence = self.sentences.get(after.checked_sub(1)?)?;
        sentence.words.contains(&word).then_some(sentence)
    }

    /// Some words as a quote: the clause around them, as long as it is no more than a line or two.
    pub(super) fn quote(&self, words: &Range<usize>) -> Quote {
        let clause = self.clause_of(words.start);
        let around = clause.start.min(words.start)..clause.end.max(words.end);
        let place = self.text.place(&around);
        if place.len() <= LONGEST_QUOTE {
            return Quote(place);
        }
        let first = around.start.max(words.start.saturating_sub(AROUND));
        let last = around.end.min(words.end + AROUND);
        Quote(self.text.place(&(first..last)))
    }

    /// The clause that holds a word.
    pub(super) fn clause_of(&self, word: usize) -> Range<usize> {
        self.sentence_of(word).map_or(word..word + 1, |sentence| {
            sentence::clause(&self.text, &sentence.words, word)
        })
    }
}

/// Words that only look like others take those others away: `prior to` is nothing earlier.
fn swallow(hits: &mut Vec<Hit>) {
    let idle: Vec<Range<usize>> = hits
        .iter()
        .filter(|hit| hit.means == Meaning::Cue(Cue::Idle))
        .map(|hit| hit.words.clone())
        .collect();
    let mut place = 0;
    hits.retain(|hit| {
        while idle.get(place).is_some_and(|words| words.end <= hit.words.start) {
            place += 1;
        }
        let inside = |words: &Range<usize>| words.start <= hit.words.start && hit.words.end <= words.end;
        let covered = idle.get(place).is_some_and(inside);
        !covered || matches!(hit.means, Meaning::Head(_))
    });
}
