//! Floor 2: the decision tree. Compiled once from `tree.yaml`; facts in, a decision out. Knows no code by number.
//!
//! Start at [`Tree::compile`], then [`Answers`] (what the person said), [`Tree::facts`] (what is possible then) and
//! [`Tree::decide`]. [`Tree::asking`] says which question comes next; [`walk`] unfolds the whole tree, for checks,
//! the map and the table.

mod answers;
mod asking;
mod book;
pub mod check;
mod compile;
mod decision;
mod facts;
mod listed;
pub mod map;
mod reach;
mod remaining;
mod rows;
mod said;
mod stretches;
mod striking;
pub mod table;
pub mod walk;
mod whatif;

pub use answers::{Answers, Form, Given, GivenError};
pub use asking::Asking;
pub use book::Book;
pub use compile::{CompileError, Tree};
pub use decision::{Decision, Status};
pub use facts::{AnswerSet, Facts, MAX_ANSWERS, MAX_QUESTIONS, QuestionId};
pub use rows::{OutcomeId, Row};
pub use said::SaidError;
pub use striking::{Standing, Struck};
pub use whatif::Flip;
