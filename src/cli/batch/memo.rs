//! Answers told before, by the facts of their rows, in two generations: when the young one is full it becomes the old one, and
//! what is asked for again moves back. What is kept never grows beyond a limit, and what is common stays.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::words::Word;

/// The most bytes of answers in a generation.
const MOST_BYTES: usize = 8 << 20;
/// The most answers in a generation.
const MOST_ANSWERS: usize = 1 << 15;

/// Answers by facts.
#[derive(Debug, Default)]
pub(super) struct Memo {
    young: Generation,
    old: Generation,
}

#[derive(Debug, Default)]
struct Generation {
    places: HashMap<Box<[Word]>, Range<usize>, RandomState>,
    /// The answers, one after the other.
    text: Vec<u8>,
}

impl Generation {
    fn get(&self, facts: &[Word]) -> Option<&[u8]> {
        self.text.get(self.places.get(facts)?.clone())
    }

    fn has_room(&self, answer: &[u8]) -> bool {
        self.text.len() + answer.len() <= MOST_BYTES && self.places.len() < MOST_ANSWERS
    }

    fn keep(&mut self, facts: &[Word], answer: &[u8]) {
        let start = self.text.len();
        self.text.extend_from_slice(answer);
        self.places.insert(facts.into(), start..self.text.len());
    }

    fn clear(&mut self) {
        self.places.clear();
        self.text.clear();
    }
}

impl Memo {
    /// The answer told before.
    pub(super) fn get(&mut self, facts: &[Word]) -> Option<&[u8]> {
        if let Some(answer) = self.old.get(facts)
            && self.young.has_room(answer)
            && !self.young.places.contains_key(facts)
        {
            self.young.keep(facts, answer);
        }
        self.young.get(facts).or_else(|| self.old.get(facts))
    }

    /// Keeps an answer.
    pub(super) fn keep(&mut self, facts: &[Word], answer: &[u8]) {
        if !self.young.has_room(answer) {
            std::mem::swap(&mut self.young, &mut self.old);
            self.young.clear();
        }
        self.young.keep(facts, answer);
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.young.clear();
        self.old.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_bounded_and_what_is_asked_for_stays() {
        let answers: [Vec<u8>; 3] = [vec![b'a'; 1000], vec![b'b'; 7], Vec::new()];
        let common = [Word(u32::MAX - 1)];
        let mut memo = Memo::default();
        memo.keep(&common, b"common");
        for (number, answer) in (0..200_000).zip(answers.iter().cycle()) {
            let facts = [Word(number), Word::AND];
            memo.keep(&facts, answer);
            assert_eq!(memo.get(&facts), Some(answer.as_slice()));
            assert_eq!(memo.get(&common), Some(&b"common"[..]));
            for generation in [&memo.young, &memo.old] {
                assert!(generation.text.len() <= MOST_BYTES && generation.places.len() <= MOST_ANSWERS);
            }
        }
        assert_eq!(memo.get(&[Word(0), Word::AND]), None);
        memo.clear();
        assert_eq!(memo.get(&common), None);
    }
}
