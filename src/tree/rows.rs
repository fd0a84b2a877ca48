//! Rows: an outcome's conditions as bit sets, one row a box of answers that all lead to it.

use super::facts::{AnswerSet, Facts, QuestionId};

/// An outcome, by its place in `tree.yaml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutcomeId(pub(crate) u32);

impl OutcomeId {
    /// Place in `tree.yaml`, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A box of answers that all lead to one outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Where it leads.
    pub outcome: OutcomeId,
    /// The answers of the box.
    pub sets: Facts,
}

/// `minuend` without `cut`, as boxes that do not overlap.
pub(crate) fn subtract(minuend: Facts, cut: &Facts, questions: usize) -> Vec<Facts> {
    if !minuend.meets(cut, questions) {
        return vec![minuend];
    }
    let mut rest = minuend;
    let mut pieces = Vec::new();
    for question in (0..questions)
        .filter_map(|index| u8::try_from(index).ok())
        .map(QuestionId)
    {
        let (have, gone) = (rest.of(question), cut.of(question));
        let kept = have.without(gone);
        if kept != AnswerSet::EMPTY {
            pieces.push(rest.with(question, kept));
            rest = rest.with(question, have.and(gone));
        }
    }
    pieces
}
