//! `find` and `begin`: from what a person types to a card, an answer, or a case.

use super::dialogue::{Asked, Dialogue};
use super::page::{Page, typed};
use super::words::Word;
use crate::entry::{Lexicon, carried};
use crate::find::{Hit, HitKind, Index, told};
use crate::report::phrases;
use crate::session::Action;

/// More hits than that are not listened to.
const MOST: usize = 8;

impl Dialogue<'_> {
    /// Says what was found, each with the words that go on from there; the first of all whole where it has a text of its own.
    pub(super) fn find(&self, words: &str, page: &mut Page) {
        let index = self.index.get_or_init(|| Index::new(self.book.pack()));
        let hits = index.find(words, MOST);
        if hits.is_empty() {
            page.refuse(&format!(
                "Nothing found for `{}`; try a code, a drug, an abbreviation, or fewer words.",
                typed(words)
            ));
            return;
        }
        for (place, hit) in hits.iter().enumerate() {
            // Without a number: at a question a number is an answer.
            page.said(&head(hit), &hit.title);
            if place == 0 {
                self.say_whole(hit, page);
            }
            if let Some(way) = way(hit) {
                page.said("Say", &way);
            }
        }
    }

    /// The whole text behind a hit, where the title is not all of it.
    fn say_whole(&self, hit: &Hit, page: &mut Page) {
        if let Some(whole) = told(self.book.pack(), hit) {
            for (text, confidence) in &whole.parts {
                if !hit.title.contains(text.as_str()) {
                    page.line(&phrases::told(text, *confidence));
                }
            }
            page.cite(&whole.sources);
        }
    }

    /// Begins another case from facts or from words of a note.
    pub(super) fn begin(&mut self, words: &str, asked: Option<&Asked>, page: &mut Page) {
        if !self.twice(Word::Begin, asked, page) {
            return;
        }
        let line = if words.split_whitespace().all(|word| word.contains('=')) {
            Some(words.to_owned())
        } else {
            self.read_entry(words, page)
        };
        let Some(line) = line else { return };
        self.remember();
        if self.act(Action::Begin { line: line.clone() }, page) {
            self.levels = false;
            self.held.forget();
            page.line(&format!("A new case with {line}; undo brings the one before back."));
            self.show(page);
        }
    }

    /// The facts that a line of note words stands for, those that leave nothing open; what was not understood is said.
    fn read_entry(&self, words: &str, page: &mut Page) -> Option<String> {
        let lexicon = self.lexicon.get_or_init(|| Lexicon::new(self.book));
        let reading = lexicon.read(self.book, words);
        for conflict in &reading.conflicts {
            page.line(&format!("Not done: {conflict}."));
        }
        if !reading.conflicts.is_empty() {
            return None;
        }
        if !reading.unread.is_empty() {
            page.said("Not understood", &format!("{}.", reading.unread.join(", ")));
        }
        let carried = carried(self.book, &reading.facts);
        let certain = reading.facts.iter().filter(|fact| !fact.contains(','));
        let facts: Vec<&str> = carried.iter().chain(certain).map(String::as_str).collect();
        if facts.is_empty() {
            page.line(&format!(
                "Nothing in `{}` stands for an answer; find looks words up.",
                typed(words)
            ));
            return None;
        }
        Some(facts.join(" "))
    }
}

/// What kind a hit is, with its name where that can be said back and is not in its title.
fn head(hit: &Hit) -> String {
    let kind = phrases::capital(&hit.kind.to_string().replace('-', " "));
    match hit.kind {
        HitKind::Code | HitKind::RetiredCode | HitKind::Rule => format!("{kind} {}", hit.id),
        HitKind::Signpost | HitKind::Answer | HitKind::Faq | HitKind::Term | HitKind::Modifier => kind,
    }
}

/// What to say to go on from a hit.
fn way(hit: &Hit) -> Option<String> {
    match hit.kind {
        HitKind::Code | HitKind::RetiredCode | HitKind::Signpost => Some(format!("card {}", hit.id)),
        HitKind::Answer => Some(hit.id.clone()),
        HitKind::Faq | HitKind::Term | HitKind::Modifier | HitKind::Rule => {
            let opens = hit.opens.as_deref()?;
            let card = opens.strip_prefix("code:").or_else(|| opens.strip_prefix("signpost:"));
            card.map(|card| format!("card {card}"))
                .or_else(|| opens.strip_prefix("answer:").map(str::to_owned))
        }
    }
}
