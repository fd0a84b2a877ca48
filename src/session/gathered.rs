//! The procedures of one session, gathered group by group.

use super::fact::{FactError, Facts, parse_facts};
use crate::claim::{Context, Procedure};
use crate::tree::Book;

/// The procedures so far, and what holds for the whole session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// One for each group.
    pub procedures: Vec<Procedure>,
    /// What holds for the session may stand in any group; levels belong to their own.
    pub context: Context,
}

impl Gathered {
    /// A session without a procedure.
    #[must_use]
    pub const fn new(context: Context) -> Self {
        Self {
            procedures: Vec::new(),
            context,
        }
    }

    /// Adds a group that was read on top of [`Self::context`].
    pub fn add(&mut self, facts: Facts) {
        self.context = facts.context;
        self.procedures.push(Procedure {
            answers: facts.answers,
            levels: std::mem::take(&mut self.context.levels),
            modifiers: facts.modifiers,
        });
    }
}

/// Reads the facts of a whole session, with [`AND`](super::AND) between its procedures.
///
/// # Errors
/// The first fact that cannot be taken.
pub fn parse_case<S: AsRef<str>>(book: &Book, context: Context, words: &[S]) -> Result<Gathered, FactError> {
    let mut session = Gathered::new(context);
    for group in words.split(|word| word.as_ref() == super::AND) {
        session.add(parse_facts(book, &session.context, group)?);
    }
    Ok(session)
}
