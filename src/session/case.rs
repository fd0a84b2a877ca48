//! The state of a case.

use std::collections::BTreeSet;

use crate::claim::Context;
use crate::tree::{Answers, QuestionId};

/// Everything known of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What was answered.
    pub answers: Answers,
    /// The answered question being looked at; none: the next one, or the result.
    pub at: Option<QuestionId>,
    /// Answers that fell away with the last change.
    pub fallen: Vec<QuestionId>,
    /// Checklist items ticked.
    pub ticks: BTreeSet<String>,
    /// Modifiers put on the line.
    pub modifiers: BTreeSet<String>,
    /// Setting, payer, date and the like.
    pub context: Context,
}

impl Case {
    /// An empty case.
    #[must_use]
    pub fn new(context: Context) -> Self {
        Self {
            answers: Answers::default(),
            at: None,
            fallen: Vec::new(),
            ticks: BTreeSet::new(),
            modifiers: BTreeSet::new(),
            context,
        }
    }
}

/// Puts a name into a set, or takes it out.
pub(super) fn toggle(set: &mut BTreeSet<String>, name: &str) {
    if !set.remove(name) {
        set.insert(name.to_owned());
    }
}
