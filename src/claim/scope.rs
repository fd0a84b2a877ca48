//! What one procedure says of the whole session holds for the others too.

use std::borrow::Cow;

use super::contract::Procedure;
use crate::pack::model::Scope;
use crate::tree::{Book, QuestionId};

/// The procedures, each with the answers that hold for the session: its own, else those of the first that has any.
#[must_use]
pub fn shared<'p>(book: &Book, procedures: &'p [Procedure]) -> Cow<'p, [Procedure]> {
    if procedures.len() < 2 {
        return Cow::Borrowed(procedures);
    }
    let mut procedures = procedures.to_vec();
    let wide = |id: &QuestionId| book.question(*id).is_some_and(|one| one.scope == Scope::Session);
    for question in book.tree.question_ids().filter(wide) {
        let given = procedures.iter().find_map(|one| one.answers.get(question));
        for one in procedures.iter_mut().filter(|one| one.answers.get(question).is_none()) {
            one.answers.set(question, given);
        }
    }
    Cow::Owned(procedures)
}
