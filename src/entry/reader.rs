//! Walks the words of a text from left to right.

use super::levels::{self, Mark, What};
use super::lexicon::{Lexicon, Meaning, Named};
use super::merge::Merge;
use super::words::{Word, is_denial, is_filler, silence};
use super::{Conflict, Reading, Understood, payers};
use crate::tree::Book;

/// Reads one text.
pub(super) struct Reader<'a> {
    lexicon: &'a Lexicon,
    book: &'a Book,
    words: Vec<Word>,
    reading: Reading,
    merge: Merge,
    marks: Vec<Mark>,
    /// Setting and payer.
    session: Vec<Understood>,
    /// The questions of each part understood, by its place in the reading.
    of: Vec<Vec<String>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, book: &'a Book, words: Vec<Word>) -> Self {
        Self {
            lexicon,
            book,
            words,
            reading: Reading::default(),
            merge: Merge::default(),
            marks: Vec::new(),
            session: Vec::new(),
            of: Vec::new(),
        }
    }

    /// Everything that the text says.
    pub(super) fn reading(mut self) -> Reading {
        let mut at = 0;
        while at < self.words.len() {
            at += self.step(at).max(1);
        }
        let (facts, conflicts, idle) = self.merge.settled(self.book);
        let (levels, unclear) = levels::joined(&self.marks);
        let mut reading = self.reading;
        let mut kept = Vec::new();
        for (part, questions) in std::mem::take(&mut reading.understood).into_iter().zip(self.of) {
            // A word that speaks only of a question that cannot be asked here says nothing here.
            if !questions.is_empty() && questions.iter().all(|one| idle.contains(one)) {
                reading.unread.push(part.text);
            } else {
                kept.push(part);
            }
        }
        reading.facts = facts;
        reading.facts.extend(levels.iter().map(|level| level.fact.clone()));
        reading.facts.extend(self.session.iter().map(|said| said.fact.clone()));
        kept.extend(levels);
        kept.extend(self.session);
        reading.understood = kept;
        reading.conflicts.extend(conflicts);
        reading.conflicts.extend(unclear);
        reading
    }

    /// Reads what stands at a place; the number of words read.
    fn step(&mut self, at: usize) -> usize {
        let rest = self.words.get(at..).unwrap_or_default().to_vec();
        if let Some(count) = self.level(&rest, at) {
            return count;
        }
        let lexicon = self.lexicon;
        let phrase = lexicon.longest_at(&rest);
        if rest.first().is_some_and(|word| is_denial(&word.plain)) {
            return self.denial(&rest, phrase);
        }
        if let Some((meaning, count)) = phrase.filter(|(_, count)| *count > 1) {
            return self.phrase(meaning, &rest, count);
        }
        if let Some(count) = self.side(&rest, at) {
            return count;
        }
        if let Some((meaning, count)) = phrase {
            return self.phrase(meaning, &rest, count);
        }
        if let Some((said, count)) = payers::said(self.book, &rest) {
            match said {
                Ok(said) => self.session.push(said),
                Err(conflict) => self.reading.conflicts.push(conflict),
            }
            return count;
        }
        let unread = rest.first().filter(|word| !is_filler(&word.plain));
        self.reading.unread.extend(unread.map(|word| word.typed.clone()));
        1
    }

    fn level(&mut self, rest: &[Word], at: usize) -> Option<usize> {
        let (level, count) = levels::level(rest)?;
        match level {
            Ok(fact) => self.mark(What::Level(fact), rest, at, count),
            Err(error) => self.reading.conflicts.push(Conflict::Level(error)),
        }
        Some(count)
    }

    fn side(&mut self, rest: &[Word], at: usize) -> Option<usize> {
        let (side, count) = levels::side(rest)?;
        self.mark(What::Side(side), rest, at, count);
        Some(count)
    }

    fn mark(&mut self, what: What, rest: &[Word], at: usize, count: usize) {
        self.marks.push(Mark {
            what,
            text: typed(rest, count),
            at: (at, at + count - 1),
            ends: rest.get(count - 1).is_some_and(|word| word.ends),
        });
    }

    /// Takes a phrase of the pack, and what may follow it: that the note does not say.
    fn phrase(&mut self, meaning: &Meaning, rest: &[Word], count: usize) -> usize {
        let after = rest.get(count..).unwrap_or_default();
        let silent = silence(after);
        let text = typed(rest, count + silent);
        let questions: Vec<String> = match meaning {
            Meaning::Answers(named) => named.keys().cloned().collect(),
            Meaning::Question(question) => vec![question.clone()],
            Meaning::Nothing => Vec::new(),
        };
        if silent > 0 && !questions.is_empty() {
            for question in &questions {
                self.merge.silent(question, &text);
            }
            let facts = questions.iter().map(|name| format!("{name}=not-documented"));
            let fact = facts.collect::<Vec<_>>().join(" ");
            self.understood(text, fact, questions);
            return count + silent;
        }
        let text = typed(rest, count);
        match meaning {
            Meaning::Answers(named) => {
                self.merge.named(named, &text);
                self.understood(text, written(named), questions);
            }
            Meaning::Nothing => self.reading.silent.push(text),
            Meaning::Question(_) => {}
        }
        count
    }

    /// "no fluoro", "without imaging": what is denied, where the pack says what that means; else it is named.
    /// A longer phrase that begins with the denial comes first.
    fn denial(&mut self, rest: &[Word], whole: Option<(&Meaning, usize)>) -> usize {
        let fillers = rest.iter().skip(1).take_while(|word| is_filler(&word.plain)).count();
        let start = 1 + fillers;
        let after = rest.get(start..).unwrap_or_default();
        let lexicon = self.lexicon;
        let denied = lexicon.longest_at(after);
        let reach = denied.map_or(0, |(_, count)| start + count);
        if let Some((meaning, count)) = whole.filter(|(_, count)| *count > reach) {
            return self.phrase(meaning, rest, count);
        }
        let Some((meaning, count)) = denied else {
            let count = (start + 1).min(rest.len());
            self.reading.unread.push(typed(rest, count));
            return count;
        };
        let text = typed(rest, start + count);
        let denied = match meaning {
            Meaning::Answers(named) => named.iter().map(|(name, all)| (name.clone(), all.clone())).collect(),
            Meaning::Question(question) => vec![(question.clone(), Vec::new())],
            Meaning::Nothing => Vec::new(),
        };
        let may_deny = |name: &str| {
            let question = self.book.file.questions.iter().find(|question| question.id == *name);
            question.and_then(|question| question.denied.clone())
        };
        match denied.as_slice() {
            [(question, answers)] => match may_deny(question) {
                Some(settled) => {
                    self.merge.denied(question, answers.clone(), &text);
                    let (question, fact) = (question.clone(), format!("{question}={settled}"));
                    self.understood(text, fact, vec![question]);
                }
                None => self.reading.unread.push(text),
            },
            _ => self.reading.unread.push(text),
        }
        start + count
    }

    fn understood(&mut self, text: String, fact: String, questions: Vec<String>) {
        self.reading.understood.push(Understood { text, fact });
        self.of.push(questions);
    }
}

/// Words as typed.
fn typed(words: &[Word], count: usize) -> String {
    let words: Vec<&str> = words.iter().take(count).map(|word| word.typed.as_str()).collect();
    words.join(" ")
}

/// Answers as facts.
fn written(named: &Named) -> String {
    let facts = named.iter().map(|(name, all)| format!("{name}={}", all.join(",")));
    facts.collect::<Vec<_>>().join(" ")
}
