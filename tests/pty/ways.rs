//! For every outcome of the pack, answers that lead to it.

use epipath::claim::Context;
use epipath::session::{Action, Session, View};
use epipath::tree::{Book, Facts, OutcomeId, QuestionId};

/// One answer: the question and the place of the answer.
pub(crate) type Pick = (QuestionId, usize);

/// How to reach an outcome by keys.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    /// Where it leads.
    pub(crate) outcome: OutcomeId,
    /// Details to set first.
    pub(crate) details: Vec<Pick>,
    /// Answers to the questions in the order in which they are asked.
    pub(crate) path: Vec<Pick>,
    /// Answers that are taken for granted and have to be changed at the end.
    pub(crate) corrections: Vec<Pick>,
}

/// The action that gives this answer.
pub(crate) fn action(book: &Book, (question, answer): Pick) -> Action {
    let asked = book.question(question).unwrap();
    Action::Answer {
        question: asked.id.clone(),
        value: asked.answers.get(answer).unwrap().id.clone(),
    }
}

/// A way to every outcome, in the order of the pack.
pub(crate) fn ways(book: &Book, context: &Context) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for row in book.tree.rows() {
        if ways.iter().all(|way| way.outcome != row.outcome) {
            let way = way(book, context, row.outcome, &row.sets);
            ways.extend(way);
        }
    }
    ways
}

/// A way into a box of answers, if its answers lead to the outcome.
fn way(book: &Book, context: &Context, outcome: OutcomeId, sets: &Facts) -> Option<Way> {
    let mut session = Session::new(context.clone());
    let mut way = Way {
        outcome,
        details: Vec::new(),
        path: Vec::new(),
        corrections: Vec::new(),
    };
    let pick = |id: QuestionId| Some((id, sets.of(id).iter().next()?));
    for id in book.tree.question_ids().filter(|id| book.tree.is_detail(*id)) {
        if sets.of(id) != book.tree.answers_of(id) && !granted(book, id, sets) {
            way.details.push(pick(id)?);
            session.update(book, action(book, pick(id)?)).unwrap();
        }
    }
    while let Some(id) = View::of(book, session.case()).question {
        way.path.push(pick(id)?);
        session.update(book, action(book, pick(id)?)).unwrap();
    }
    for id in book.tree.question_ids() {
        let answers = &session.case().answers;
        let astray = book.tree.is_assumed(id, answers) && !granted(book, id, sets);
        if astray && !book.tree.is_detail(id) {
            way.corrections.push(pick(id)?);
            session.update(book, action(book, pick(id)?)).unwrap();
        }
    }
    let reached = View::of(book, session.case()).decision.outcome()?;
    book.tree.same_end(reached, outcome).then_some(way)
}

/// Whether what the pack takes for granted lies within the box.
fn granted(book: &Book, id: QuestionId, sets: &Facts) -> bool {
    let question = book.question(id).unwrap();
    let assumed = question.assume.as_ref();
    let place = assumed.and_then(|assumed| question.answers.iter().position(|answer| answer.id == assumed.answer));
    place.is_some_and(|place| sets.of(id).contains(place))
}
