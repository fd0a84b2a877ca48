//! Hints in three steps: on what it turns, by which rule, and the answer.

use super::{Worked, billed};
use crate::claim::StatusWord;
use crate::pack::model::{Axis, Case};
use crate::pack::rules::{Rule, rule};
use crate::tree::Book;

/// How many hints a case has.
pub const HINTS: u8 = 3;

/// A hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// On what it turns.
    Axis(Axis),
    /// The rules behind it.
    Rules(Vec<Rule>),
    /// What it comes to.
    Answer(End),
}

/// What a case comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// These lines, in short; none: nothing is billed under the code.
    Lines {
        /// The code.
        code: String,
        /// The lines.
        lines: Vec<String>,
    },
    /// Outside the family: the id of the signpost and what it says.
    Signpost {
        /// The id.
        id: String,
        /// What it is.
        title: String,
    },
    /// Open between these codes.
    Undetermined(Vec<String>),
}

/// What a case put through the engine comes to.
#[must_use]
pub fn end(key: &Worked) -> End {
    let result = &key.result;
    match (result.status, &result.signpost) {
        (StatusWord::Signpost, Some(signpost)) => End::Signpost {
            id: signpost.id.clone(),
            title: signpost.title.clone(),
        },
        (StatusWord::Code, _) => End::Lines {
            code: result.code.clone().unwrap_or_default(),
            lines: billed(result),
        },
        _ => End::Undetermined(result.candidates.clone()),
    }
}

/// A hint, counted from one; none behind the last.
#[must_use]
pub fn hint(book: &Book, case: &Case, key: &Worked, number: u8) -> Option<Hint> {
    match number {
        1 => Some(Hint::Axis(case.fork.axis)),
        2 => {
            let rules = case.fork.rules.iter().filter_map(|id| rule(book.pack(), id));
            Some(Hint::Rules(rules.collect()))
        }
        HINTS => Some(Hint::Answer(end(key))),
        _ => None,
    }
}
