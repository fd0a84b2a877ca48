//! The state of a case.

use std::collections::BTreeSet;

use crate::claim::{Context, Procedure};
use crate::tree::{Answers, QuestionId};

/// Everything known of a case. Of several procedures one is on the desk; the others lie before and after it.
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
    /// Setting, payer, date and the like; the levels of the procedure on the desk.
    pub context: Context,
    /// The procedures before the one on the desk.
    pub before: Vec<Procedure>,
    /// The procedures after it.
    pub after: Vec<Procedure>,
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
            before: Vec::new(),
            after: Vec::new(),
        }
    }

    /// The procedure on the desk.
    #[must_use]
    pub fn procedure(&self) -> Procedure {
        Procedure {
            answers: self.answers,
            levels: self.context.levels.clone(),
            modifiers: self.modifiers.iter().cloned().collect(),
        }
    }

    /// Every procedure of the session, in order.
    #[must_use]
    pub fn procedures(&self) -> Vec<Procedure> {
        let here = std::iter::once(self.procedure());
        self.before
            .iter()
            .cloned()
            .chain(here)
            .chain(self.after.iter().cloned())
            .collect()
    }

    /// Which procedure is on the desk, from 0, and how many there are.
    #[must_use]
    pub const fn place(&self) -> (usize, usize) {
        (self.before.len(), self.before.len() + 1 + self.after.len())
    }

    /// Lays the procedure of a place on the desk, of several that are given.
    fn lay(&mut self, mut procedures: Vec<Procedure>, place: usize) {
        self.after = procedures.split_off((place + 1).min(procedures.len()));
        let here = procedures.pop().unwrap_or_default();
        self.before = procedures;
        self.answers = here.answers;
        self.context.levels = here.levels;
        self.modifiers = here.modifiers.into_iter().collect();
        self.at = None;
        self.fallen.clear();
    }

    /// Another, empty procedure of the same session.
    pub(super) fn add_procedure(&mut self) {
        let mut procedures = self.procedures();
        procedures.push(Procedure::default());
        let last = procedures.len() - 1;
        self.lay(procedures, last);
    }

    /// The procedure `by` places on, around the end.
    pub(super) fn turn_to_procedure(&mut self, back: bool) {
        let (here, all) = self.place();
        let step = if back { all - 1 } else { 1 };
        self.lay(self.procedures(), (here + step) % all);
    }

    /// Takes the procedure on the desk away; returns whether another is left to lay there.
    pub(super) fn drop_procedure(&mut self) -> bool {
        let (here, all) = self.place();
        if all < 2 {
            return false;
        }
        let mut procedures = self.procedures();
        procedures.remove(here);
        self.lay(procedures, here.min(all - 2));
        true
    }
}

/// Puts a name into a set, or takes it out.
pub(super) fn toggle(set: &mut BTreeSet<String>, name: &str) {
    if !set.remove(name) {
        set.insert(name.to_owned());
    }
}
