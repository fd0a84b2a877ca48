//! Floor 3: quick entry. The short language of coders, such as "L4-5 L5-S1 bilateral TFESI fluoro dex", read into facts with the
//! words of the pack: glossary, answers, levels, sides, setting and payer. Pure: a text in, facts out.
//!
//! Nothing is guessed. What is not said stays not documented, a word of several meanings gives them all, and a word that is not
//! understood is named and leaves open what it stands beside. Start at [`read`].

mod clause;
mod leads;
mod levels;
mod lexicon;
pub mod lines;
mod merge;
mod pairs;
mod parts;
mod payers;
mod reader;
mod words;

pub use leads::leads;
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
    /// Words that were not understood.
    pub unread: Vec<String>,
    /// What is left open, and why.
    pub doubts: Vec<Doubt>,
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

/// Why something that a text speaks of is left open.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Doubt {
    /// Words beside a phrase are not understood, or deny it and nobody can say what then.
    #[error("{text}: not sure what this says; {} left open", questions.join(" and "))]
    Words {
        /// As typed.
        text: String,
        /// The questions, by their names in facts.
        questions: Vec<String>,
    },
    /// A name suggests what a word does not say.
    #[error(
        "`{first}` suggests one thing and `{second}` says another; {question} left open; write \"only\" where it is the only one"
    )]
    Suggested {
        /// The question, by its name in facts.
        question: String,
        /// The name.
        first: String,
        /// The word.
        second: String,
    },
    /// Neighboring vertebrae side by side.
    #[error("{text}: one interspace or two roots? The level is left open; write {interspace}, or {roots}")]
    Level {
        /// As typed.
        text: String,
        /// How the space between them is written.
        interspace: String,
        /// How the roots are written.
        roots: String,
    },
    /// Two sides side by side.
    #[error("{text}: it is not clear which side goes with which level; the sides are left open")]
    Sides {
        /// As typed.
        text: String,
    },
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
    /// A level beside a denial.
    #[error("it is not clear what `{0}` says; write the levels that were entered, and no others")]
    Denied(String),
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
        self.understood.is_empty() && self.conflicts.is_empty() && self.doubts.is_empty()
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
        let answers = question.answers.iter();
        let holding: Vec<_> = answers
            .filter(|answer| answer.levels.iter().any(|one| levels.contains(one)))
            .collect();
        let once = |level: &String| holding.iter().filter(|answer| answer.levels.contains(level)).count() == 1;
        match holding.as_slice() {
            [only] if levels.iter().all(once) => Some(format!("{}={}", question.id, only.id)),
            _ => None,
        }
    });
    carried.collect()
}

/// Reads a text with the words of a pack.
#[must_use]
pub fn read(book: &Book, text: &str) -> Reading {
    Lexicon::new(book).read(book, text)
}
