//! Where learner and key part: the first question that they answer apart, and both paths to it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::axis::axis_of;
use crate::claim::{Level, Procedure, Reached, Side, reached};
use crate::pack::model::Axis;
use crate::tree::{Book, QuestionId};

/// One answer on a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The question, by its name in facts.
    pub question: String,
    /// Its heading.
    pub title: String,
    /// The answer in short.
    pub answer: String,
}

/// Where two readings of one note part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Parting {
    /// On what.
    pub axis: Axis,
    /// The question; none where they part on levels, sides, modifiers or the number of procedures.
    pub question: Option<String>,
    /// What the learner says there.
    pub learner: String,
    /// What is right there.
    pub key: String,
    /// The learner's whole path.
    pub learner_path: Vec<Step>,
    /// The right path. Both are the same up to the question.
    pub key_path: Vec<Step>,
}

/// The first fork between what a learner answered and what is right; none where nothing parts them. Procedures that are the same
/// in both are left aside, whatever their order.
#[must_use]
pub fn parting(book: &Book, learner: &[Procedure], key: &[Procedure]) -> Option<Parting> {
    let (mut learner, mut key) = (reached(book, learner), reached(book, key));
    learner.retain(|one| match key.iter().position(|other| same(book, one, other)) {
        Some(at) => {
            key.remove(at);
            false
        }
        None => true,
    });
    match (learner.first(), key.first()) {
        (None, None) => None,
        (Some(one), Some(other)) => Some(apart(book, one, other)),
        (one, other) => Some(Parting {
            axis: Axis::Level,
            question: None,
            learner: if one.is_some() {
                "one procedure more"
            } else {
                "nothing more"
            }
            .to_owned(),
            key: if other.is_some() {
                "one procedure more"
            } else {
                "nothing more"
            }
            .to_owned(),
            learner_path: one.map(|one| path(book, one)).unwrap_or_default(),
            key_path: other.map(|one| path(book, one)).unwrap_or_default(),
        }),
    }
}

/// Whether two parts say the same.
fn same(book: &Book, one: &Reached, other: &Reached) -> bool {
    first_apart(book, one, other).is_none() && places(one) == places(other) && by_hand(one) == by_hand(other)
}

/// The first question, as they are asked, that leaves different answers possible.
fn first_apart(book: &Book, one: &Reached, other: &Reached) -> Option<QuestionId> {
    book.tree
        .question_ids()
        .find(|id| one.facts.of(*id) != other.facts.of(*id))
}

type Place = (Option<Level>, Option<Side>);

fn places(one: &Reached) -> BTreeSet<Place> {
    one.levels.iter().map(|level| (level.level, level.side)).collect()
}

fn by_hand(one: &Reached) -> BTreeSet<&String> {
    one.modifiers.iter().collect()
}

fn apart(book: &Book, one: &Reached, other: &Reached) -> Parting {
    let levels = |one: &Reached| -> BTreeSet<Option<Level>> { one.levels.iter().map(|level| level.level).collect() };
    let (axis, question, learner, key) = match first_apart(book, one, other) {
        Some(id) => {
            let name = book.question(id).map(|question| question.id.clone());
            (axis_of(book, id), name, answer(book, one, id), answer(book, other, id))
        }
        None if places(one) != places(other) => {
            let axis = if levels(one) == levels(other) {
                Axis::Side
            } else {
                Axis::Level
            };
            (axis, None, written(one), written(other))
        }
        None => {
            let told = |one: &Reached| one.modifiers.join(" ");
            (Axis::Modifier, None, told(one), told(other))
        }
    };
    Parting {
        axis,
        question,
        learner,
        key,
        learner_path: path(book, one),
        key_path: path(book, other),
    }
}

fn written(one: &Reached) -> String {
    let levels: Vec<&str> = one.levels.iter().map(|level| level.written.as_str()).collect();
    if levels.is_empty() {
        "none".to_owned()
    } else {
        levels.join(", ")
    }
}

/// What is answered to a question: as given, else what is possible.
fn answer(book: &Book, one: &Reached, id: QuestionId) -> String {
    if let Some(given) = one.answers.get(id) {
        return book.short(id, given);
    }
    let possible = one.facts.of(id);
    let short = possible.single().and_then(|answer| book.answer(id, answer));
    short.map_or_else(|| "not said".to_owned(), |answer| answer.short.clone())
}

/// What was answered, in the order of the questions, with what is assumed or implied.
fn path(book: &Book, one: &Reached) -> Vec<Step> {
    let told = |id: &QuestionId| one.answers.get(*id).is_some() || one.facts.of(*id).single().is_some();
    let step = |id: QuestionId| {
        let question = book.question(id)?;
        Some(Step {
            question: question.id.clone(),
            title: question.title.clone(),
            answer: answer(book, one, id),
        })
    };
    book.tree.question_ids().filter(told).filter_map(step).collect()
}
