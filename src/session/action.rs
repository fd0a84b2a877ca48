//! What a person can do to a case.

use serde::{Deserialize, Serialize};

use crate::claim::Setting;

/// One step of a case. Questions and answers by name, so that a list of actions can be kept and replayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Answers a question, as written in facts: `ct`, `fluoroscopy,ct`, `not-documented`.
    Answer {
        /// The question.
        question: String,
        /// The answer.
        value: String,
    },
    /// Takes the answer to a question back; a detail returns to its default.
    Clear {
        /// The question.
        question: String,
    },
    /// Looks at the question before this one; from the result, at the last question.
    Back,
    /// Looks at the question after this one.
    Forward,
    /// Looks at an answered question.
    GoTo {
        /// The question.
        question: String,
    },
    /// Ticks a checklist item, or takes the tick away.
    Tick {
        /// The item.
        item: String,
    },
    /// Puts a modifier on the line, or takes it off.
    Modifier {
        /// The modifier.
        modifier: String,
    },
    /// Gives a level its side, as written in facts: `L4-L5:left`; a level given before is replaced.
    Level {
        /// The level and its side.
        level: String,
    },
    /// Takes a level back.
    ClearLevel {
        /// The level, as written in facts.
        level: String,
    },
    /// Another procedure of the same session, empty.
    AddProcedure,
    /// Lays the next procedure on the desk, after the last the first.
    NextProcedure,
    /// Lays the procedure before on the desk, before the first the last.
    PreviousProcedure,
    /// Takes the procedure on the desk away.
    DropProcedure,
    /// Takes facts as they are written on a command line, several at once.
    Facts {
        /// The facts, separated by blanks.
        line: String,
    },
    /// Begins another case under the same setting, payer and date, with facts as they are written on a command line.
    Begin {
        /// The facts, separated by blanks.
        line: String,
    },
    /// Takes a fact of the session back: what holds then is what holds when nobody says anything.
    ClearFact {
        /// The fact.
        name: String,
    },
    /// Whose claim it is.
    Setting(Setting),
    /// Who pays.
    Payer(String),
}
