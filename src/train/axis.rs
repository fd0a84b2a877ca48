//! The axis of a question: on what a reader goes wrong who answers it wrongly. The pack says so.

use crate::pack::model::Axis;
use crate::tree::{Answers, Book, QuestionId, Standing};

/// The axis of a question; whether it is of the family at all, where the pack names none.
#[must_use]
pub fn axis_of(book: &Book, question: QuestionId) -> Axis {
    let named = book.question(question).and_then(|question| question.axis);
    named.unwrap_or(Axis::Signpost)
}

/// The axis of the first answer that rules a code out.
pub(super) fn struck(book: &Book, code: &str, answers: &Answers) -> Option<Axis> {
    match book.tree.standing(code, answers) {
        Standing::Struck(struck) => Some(axis_of(book, struck.by?)),
        // An add-on code stands or falls with its primary.
        Standing::NotAnOutcome => {
            let member = book.family.iter().find(|member| member.code == code)?;
            struck(book, member.parent.as_deref()?, answers)
        }
        Standing::Possible => None,
    }
}
