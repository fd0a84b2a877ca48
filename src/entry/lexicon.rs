//! Every phrase of the pack that stands for answers, and every phrase known to decide nothing.

use std::collections::{BTreeMap, HashMap};

use super::Reading;
use super::reader;
use super::words::{Word, words};
use crate::pack::model::{Conditions, Panel};
use crate::tree::Book;

/// Answers by question, by their names in facts.
pub(super) type Named = BTreeMap<String, Vec<String>>;

/// What a phrase means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It stands for answers, and suggests others that a word that says more comes before.
    Answers { named: Named, suggested: Named },
    /// It names a question.
    Question(String),
    /// It is known and decides nothing.
    Nothing,
}

impl Meaning {
    fn answers(named: Named) -> Self {
        Self::Answers {
            named,
            suggested: Named::new(),
        }
    }

    /// The questions that it speaks of.
    pub(super) fn questions(&self) -> Vec<String> {
        match self {
            Self::Answers { named, suggested } => named.keys().chain(suggested.keys()).cloned().collect(),
            Self::Question(question) => vec![question.clone()],
            Self::Nothing => Vec::new(),
        }
    }
}

fn named(answers: &Conditions) -> Named {
    answers.iter().map(|(name, all)| (name.clone(), all.clone())).collect()
}

/// The phrases of a pack.
#[derive(Debug)]
pub struct Lexicon {
    phrases: HashMap<String, Meaning>,
    /// The most words of a phrase.
    longest: usize,
}

impl Lexicon {
    /// The phrases of a pack: those of the glossary that stand for answers come before the words of the answers, and those before
    /// the rest of the glossary.
    #[must_use]
    pub fn new(book: &Book) -> Self {
        let mut lexicon = Self {
            phrases: HashMap::new(),
            longest: 1,
        };
        let of_answers = answer_words(book);
        for term in &book.pack().glossary.terms {
            let names = || std::iter::once(&term.term).chain(&term.also);
            let (stated, suggested) = (named(&term.answers), named(&term.suggests));
            // A name of the same thing that an answer lists speaks for the others.
            let listed = names().find_map(|name| of_answers.get(&key(name)));
            let meaning = match (stated.is_empty() && suggested.is_empty(), listed) {
                (false, _) => Meaning::Answers {
                    named: stated,
                    suggested,
                },
                (true, Some(listed)) => Meaning::answers(listed.clone()),
                (true, None) => Meaning::Nothing,
            };
            for name in names() {
                lexicon.add(&key(name), &meaning);
            }
        }
        for (phrase, named) in of_answers {
            lexicon.add(&phrase, &Meaning::answers(named));
        }
        for question in &book.file.questions {
            for name in [&question.id, &question.title] {
                lexicon.add(&key(name), &Meaning::Question(question.id.clone()));
            }
        }
        lexicon
    }

    fn add(&mut self, phrase: &str, meaning: &Meaning) {
        if phrase.is_empty() {
            return;
        }
        self.longest = self.longest.max(phrase.split(' ').count());
        let slot = self.phrases.entry(phrase.to_owned()).or_insert(Meaning::Nothing);
        if *slot == Meaning::Nothing {
            slot.clone_from(meaning);
        }
    }

    /// Reads a text.
    #[must_use]
    pub fn read(&self, book: &Book, text: &str) -> Reading {
        reader::reading(self, book, &words(text))
    }

    /// The longest phrase at the start of some words, with the number of its words; none goes past a comma or the like.
    pub(super) fn longest_at(&self, words: &[Word]) -> Option<(&Meaning, usize)> {
        let clause = words
            .iter()
            .position(|word| word.ends)
            .map_or(words.len(), |last| last + 1);
        let most = self.longest.min(clause);
        (1..=most).rev().find_map(|count| {
            let phrase: Vec<&str> = words.iter().take(count).map(|word| word.plain.as_str()).collect();
            Some((self.phrases.get(&phrase.join(" "))?, count))
        })
    }

    /// The known word nearest to one that is not.
    #[must_use]
    pub fn nearest(&self, word: &str) -> Option<&str> {
        let single = self.phrases.iter().filter(|(_, meaning)| **meaning != Meaning::Nothing);
        let mut single: Vec<&str> = single
            .map(|(phrase, _)| phrase.as_str())
            .filter(|one| !one.contains(' '))
            .collect();
        single.sort_unstable();
        crate::pack::nearest(&word.to_lowercase(), single)
    }
}

/// A phrase as it is looked up.
fn key(phrase: &str) -> String {
    let words = words(phrase);
    words
        .iter()
        .map(|word| word.plain.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words and the short names of the answers of the path.
fn answer_words(book: &Book) -> HashMap<String, Named> {
    let mut phrases: HashMap<String, Named> = HashMap::new();
    let path = book
        .file
        .questions
        .iter()
        .filter(|question| question.panel == Panel::Path);
    for question in path {
        for answer in &question.answers {
            for phrase in answer.words.iter().chain([&answer.short]) {
                let named = phrases.entry(key(phrase)).or_default();
                let answers = named.entry(question.id.clone()).or_default();
                if !answers.contains(&answer.id) {
                    answers.push(answer.id.clone());
                }
            }
        }
    }
    phrases
}
