//! An answer to a case, marked: the score, where the paths part, and what is kept of it.

use std::collections::BTreeSet;
use std::fmt;

use serde::Serialize;

use super::review::Tried;
use super::typed::COVERAGE;
use super::{Entered, Parting, Score, Verdicted, Worked, parting, score};
use crate::claim::{CaseResult, Procedure};
use crate::pack::model::{Axis, Case};
use crate::tree::Book;

/// What a learner hands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The questions answered: the procedures, and what they came to.
    Answered(Vec<Procedure>, Box<CaseResult>),
    /// A verdict typed without the questions.
    Typed(Entered),
}

impl Answer {
    /// Whether it was typed without the questions.
    #[must_use]
    pub const fn is_typed(&self) -> bool {
        matches!(self, Self::Typed(_))
    }
}

/// In short, as it could be typed.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answered(_, result) => Verdicted::of(result).fmt(f),
            Self::Typed(entered) => {
                entered.verdict.fmt(f)?;
                match entered.coverage {
                    Some(verdict) => write!(f, "; {COVERAGE}{verdict}"),
                    None => Ok(()),
                }
            }
        }
    }
}

/// A marked answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The case.
    pub case: String,
    /// The score.
    pub score: Score,
    /// Where the learner's answers part from the right ones; none where nothing parts them, or where only lines were typed.
    pub parting: Option<Parting>,
    /// How many hints were taken before.
    pub hints: u8,
}

impl Mark {
    /// The axes on which it went wrong.
    #[must_use]
    pub fn missed(&self) -> BTreeSet<Axis> {
        let parted = self.parting.iter().map(|parting| parting.axis);
        let mistakes = self.score.mistakes.iter().map(|mistake| mistake.axis);
        // Where the answers part is the cause; what the lines lack follows from it.
        if self.score.is_whole() {
            BTreeSet::new()
        } else if self.parting.is_some() {
            parted.collect()
        } else {
            mistakes.collect()
        }
    }

    /// What is kept of it.
    #[must_use]
    pub fn tried(&self) -> Tried {
        Tried {
            percent: u8::try_from(self.score.percent()).unwrap_or(100),
            hints: self.hints,
            missed: self.missed(),
        }
    }
}

/// Marks an answer against the case put through the engine.
#[must_use]
pub fn mark(book: &Book, case: &Case, key: &Worked, answer: &Answer, hints: u8) -> Mark {
    let (entered, parting) = match answer {
        Answer::Answered(procedures, result) => {
            let entered = Entered {
                verdict: Verdicted::of(result),
                coverage: None,
            };
            (entered, parting(book, procedures, &key.gathered.procedures))
        }
        Answer::Typed(entered) => (entered.clone(), None),
    };
    Mark {
        case: case.id.clone(),
        score: score(book, case, key, &entered),
        parting,
        hints,
    }
}
