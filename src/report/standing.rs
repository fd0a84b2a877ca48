//! Where the answers of a case stand, question by question.

use super::phrases::capital;
use crate::session::{Case, View};
use crate::tree::{AnswerSet, Book, QuestionId};

/// The questions of the details panel that matter under the answers given.
#[must_use]
pub fn detail_questions(book: &Book, case: &Case, view: &View) -> Vec<QuestionId> {
    let tree = &book.tree;
    let matters =
        |id: &QuestionId| tree.is_detail(*id) && (case.answers.get(*id).is_some() || tree.may_ask(*id, &view.facts));
    tree.question_ids().filter(matters).collect()
}

/// The questions of the path with an answer, given or taken for granted, and the one still open.
#[must_use]
pub fn path_questions(book: &Book, case: &Case, view: &View) -> Vec<QuestionId> {
    let (tree, answers) = (&book.tree, &case.answers);
    let shown = |id: &QuestionId| {
        !tree.is_detail(*id)
            && (answers.get(*id).is_some() || tree.is_assumed(*id, answers) || view.asking.next == Some(*id))
    };
    tree.question_ids().filter(shown).collect()
}

/// "Lumbar", "Needle (taken for granted)", "still open".
#[must_use]
pub fn standing_answer(book: &Book, case: &Case, view: &View, id: QuestionId) -> String {
    let answers = &case.answers;
    let label = |set: AnswerSet| {
        let known = set.iter().filter_map(|answer| book.answer(id, answer));
        let labels: Vec<&str> = known.map(|answer| answer.label.as_str()).collect();
        labels.join(" or ")
    };
    match answers.get(id) {
        Some(given) if given.named.is_empty() => "Not documented".to_owned(),
        Some(given) if given.possible() == given.named => label(given.named),
        Some(given) => capital(&book.short(id, given)),
        None if book.tree.is_assumed(id, answers) => {
            format!("{} (taken for granted)", label(view.facts.of(id)))
        }
        // Nothing is taken for granted and nothing hangs on it: it may stay unsaid.
        None if book.tree.is_detail(id) && book.question(id).is_some_and(|one| one.assume.is_none()) => {
            "not said".to_owned()
        }
        None => "still open".to_owned(),
    }
}
