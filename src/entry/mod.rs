//! Floor 3: quick entry. The short language of coders, such as "L4-5 L5-S1 bilateral TFESI fluoro dex", read into facts with the
//! words of the pack: glossary, answers, levels, sides, setting and payer. Pure: a text in, facts out.
//!
//! Nothing is guessed. What is not said stays not documented, a word of several meanings gives them all, and a word that is not
//! understood is named and changes nothing. Start at [`read`].

mod levels;
mod lexicon;
mod merge;
mod payers;
mod reader;
mod words;

pub use lexicon::Lexicon;

use serde::Serialize;
use thiserror::Error;

use crate::claim::{LevelError, LevelFact};
use crate::tree::Book;

/// What a text was read as.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Reading {
    /// What was understood, in the order of the text.
    pub understood: Vec<Understood>,
    /// Words that are known and decide nothing.
    pub silent: Vec<String>,
    /// Words that were not understood; they change nothing.
    pub unread: Vec<String>,
    /// The facts that follow, as written on a command line.
    #[serde(skip)]
    pub facts: Vec<String>,
    /// What cannot stand together.
    #[serde(skip)]
    pub conflicts: Vec<Conflict>,
}

/// A part of the text, and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// As typed.
    pub text: String,
    /// The facts it stands for: `approach=transforaminal substance=steroid-anesthetic`.
    pub fact: String,
}

/// Why a text cannot be read into facts.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Conflict {
    /// Two words that cannot both be true.
    #[error(
        "`{first}` and `{second}` contradict each other on {question}; keep one, or write {question}=a,b where the note does not \
         say which"
    )]
    Words {
        /// The question, by its name in facts.
        question: String,
        /// The words that come first.
        first: String,
        /// The words that come later.
        second: String,
    },
    /// A level that cannot be taken.
    #[error(transparent)]
    Level(#[from] LevelError),
    /// A side that stands with no level, beside one that does.
    #[error("it is not clear which level `{0}` goes with; write each level with its side, such as L4-L5:left")]
    Side(String),
    /// A payer of several policies.
    #[error("`{word}` may be {}; write one of them as payer=", choices.join(" or "))]
    Payer {
        /// The word.
        word: String,
        /// The policies.
        choices: Vec<String>,
    },
}

impl Reading {
    /// Whether nothing at all was understood.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.understood.is_empty() && self.conflicts.is_empty()
    }
}

/// The answers that the levels among some facts carry, as facts, where no fact gives one: a level lies in a region.
#[must_use]
pub fn carried(book: &Book, facts: &[String]) -> Vec<String> {
    let levels = facts.iter().filter_map(|fact| fact.strip_prefix("level="));
    let levels = levels.filter_map(|level| level.parse::<LevelFact>().ok()?.level);
    let levels: Vec<String> = levels.map(|level| level.to_string()).collect();
    let said = |name: &str| facts.iter().any(|fact| fact.split('=').next() == Some(name));
    let open = book.file.questions.iter().filter(|question| !said(&question.id));
    let carried = open.filter_map(|question| {
        let mut holding = question
            .answers
            .iter()
            .filter(|answer| answer.levels.iter().any(|level| levels.contains(level)));
        let only = holding.next()?;
        let all = levels.iter().all(|level| only.levels.contains(level));
        (all && holding.next().is_none()).then(|| format!("{}={}", question.id, only.id))
    });
    carried.collect()
}

/// Reads a text with the words of a pack.
#[must_use]
pub fn read(book: &Book, text: &str) -> Reading {
    Lexicon::new(book).read(book, text)
}
