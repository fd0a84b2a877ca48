//! From the parts of a text to what it says.

use super::clause::{State, said};
use super::levels::{self, Joined, Mark};
use super::lexicon::{Lexicon, Meaning, Named};
use super::merge::{Merge, NOT_DOCUMENTED, Settled, Strength};
use super::parts::{Kind, Part, parts};
use super::words::Word;
use super::{Conflict, Doubt, Reading, Understood};
use crate::tree::Book;

/// Reads one text.
struct Reader<'a> {
    book: &'a Book,
    parts: &'a [Part],
    reading: Reading,
    merge: Merge,
    marks: Vec<Mark>,
    /// Setting and payer.
    session: Vec<Understood>,
    /// The questions of each part understood, by its place in the reading.
    of: Vec<Vec<String>>,
}

/// Everything that a text says.
pub(super) fn reading(lexicon: &Lexicon, book: &Book, words: &[Word]) -> Reading {
    let parts = parts(lexicon, book, words);
    let mut reader = Reader {
        book,
        parts: &parts,
        reading: Reading::default(),
        merge: Merge::default(),
        marks: Vec::new(),
        session: Vec::new(),
        of: Vec::new(),
    };
    let said = said(book, &parts);
    for (part, state) in parts.iter().zip(&said.states) {
        reader.part(part, state);
    }
    for span in said.idle {
        reader.idle(span);
    }
    for span in said.levels {
        let text = reader.typed(span);
        reader.reading.conflicts.push(Conflict::Denied(text));
    }
    reader.settled()
}

impl Reader<'_> {
    fn part(&mut self, part: &Part, state: &State) {
        match &part.kind {
            Kind::Phrase(meaning) => self.phrase(part, meaning, state),
            Kind::Place(what) => self.marks.push(Mark {
                what: what.clone(),
                text: part.text.clone(),
                at: part.at,
                ends: part.ends,
            }),
            Kind::Unclear(conflict) => self.reading.conflicts.push(conflict.clone()),
            Kind::Session(said) => self.session.push(said.clone()),
            Kind::Dose => self.reading.silent.push(part.text.clone()),
            Kind::Unread if !state.used => self.reading.unread.push(part.text.clone()),
            _ => {}
        }
    }

    fn phrase(&mut self, part: &Part, meaning: &Meaning, state: &State) {
        let questions = meaning.questions();
        if questions.is_empty() {
            if !state.used {
                self.reading.silent.push(part.text.clone());
            }
            return;
        }
        if let Some(span) = state.doubt {
            let text = self.typed(span);
            for question in &questions {
                self.merge.doubt(question);
            }
            return self.doubt(Doubt::Words { text, questions });
        }
        if let Some(span) = state.silent {
            let text = self.typed(span);
            for question in &questions {
                self.merge.silent(question, &text);
            }
            let facts = questions.iter().map(|name| format!("{name}={NOT_DOCUMENTED}"));
            let fact = facts.collect::<Vec<_>>().join(" ");
            return self.understood(text, fact, questions);
        }
        if let Some(span) = state.denied {
            let text = self.typed(span);
            return self.denied(meaning, text, questions);
        }
        let Meaning::Answers { named, suggested } = meaning else {
            return;
        };
        let strength = if state.only { Strength::Only } else { Strength::Said };
        self.merge.named(named, &part.text, strength);
        self.merge.named(suggested, &part.text, Strength::Suggested);
        let facts: Vec<String> = [named, suggested]
            .into_iter()
            .filter(|one| !one.is_empty())
            .map(written)
            .collect();
        self.understood(part.text.clone(), facts.join(" "), questions);
    }

    /// "no fluoro": what the pack says that this means.
    fn denied(&mut self, meaning: &Meaning, text: String, questions: Vec<String>) {
        let Some(question) = questions.first().cloned() else {
            return;
        };
        let answers = match meaning {
            Meaning::Answers { named, .. } => named.get(&question).cloned().unwrap_or_default(),
            _ => Vec::new(),
        };
        let known = self.book.file.questions.iter().find(|one| one.id == question);
        let settled = known.and_then(|one| one.denied.clone()).unwrap_or_default();
        self.merge.denied(&question, answers, &text);
        self.understood(text, format!("{question}={settled}"), questions);
    }

    /// A denial of what decides nothing, or of what is not understood.
    fn idle(&mut self, span: (usize, usize)) {
        let text = self.typed(span);
        let known = |at: usize| matches!(self.parts.get(at).map(|part| &part.kind), Some(Kind::Phrase(_)));
        if known(span.0) || known(span.1) {
            self.reading.silent.push(text);
        } else {
            self.reading.unread.push(text);
        }
    }

    fn settled(self) -> Reading {
        let Settled {
            mut facts,
            conflicts,
            idle,
            doubts,
        } = self.merge.settled(self.book);
        let Joined {
            levels,
            conflicts: unclear,
            doubts: open,
        } = levels::joined(self.book, &self.marks, &facts);
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
        for fact in levels.iter().flat_map(|level| level.fact.split(' ')) {
            let question = fact.split('=').next();
            let said = question != Some("level") && facts.iter().any(|one| one.split('=').next() == question);
            if !said {
                facts.push(fact.to_owned());
            }
        }
        reading.facts = facts;
        reading.facts.extend(self.session.iter().map(|said| said.fact.clone()));
        kept.extend(levels);
        kept.extend(self.session);
        reading.understood = kept;
        reading.conflicts.extend(conflicts);
        reading.conflicts.extend(unclear);
        reading.doubts.extend(doubts);
        reading.doubts.extend(open);
        reading
    }

    fn doubt(&mut self, doubt: Doubt) {
        if !self.reading.doubts.contains(&doubt) {
            self.reading.doubts.push(doubt);
        }
    }

    fn understood(&mut self, text: String, fact: String, questions: Vec<String>) {
        self.reading.understood.push(Understood { text, fact });
        self.of.push(questions);
    }

    /// Parts as typed.
    fn typed(&self, (first, last): (usize, usize)) -> String {
        let parts = self.parts.get(first..=last).unwrap_or_default();
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        texts.join(" ")
    }
}

/// Answers as facts.
fn written(named: &Named) -> String {
    let facts = named.iter().map(|(name, all)| format!("{name}={}", all.join(",")));
    facts.collect::<Vec<_>>().join(" ")
}
