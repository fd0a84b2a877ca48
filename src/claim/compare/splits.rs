//! Which answer separates codes.

use serde::Serialize;

use super::answers::{CodeAnswers, ids};
use crate::pack::model::{Card, Confidence};
use crate::tree::{AnswerSet, Book, QuestionId};

/// A question whose answers tell codes apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Split {
    /// The question.
    pub question: String,
    /// Its heading.
    pub title: String,
    /// The codes by the answers they take; no answer stands in two parts.
    pub parts: Vec<Part>,
}

/// Codes that share answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The answers, by their names in facts.
    pub answers: Vec<String>,
    /// Whether these are all the answers that the other parts leave, and more than one.
    pub is_rest: bool,
    /// The codes.
    pub codes: Vec<String>,
}

/// Codes that no single answer tells apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Together {
    /// The codes; of an add-on code and its primary procedure, the primary first.
    pub codes: [String; 2],
    /// What earns the add-on code, where the second is one of the first.
    pub earned_by: Option<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Option<Confidence>,
}

/// The questions that tell some of the codes apart.
pub(super) fn splits(book: &Book, cards: &[&Card], codes: &[CodeAnswers]) -> Vec<Split> {
    let split = |question| {
        let parts = parts(cards, codes, question);
        let asked = book.question(question).filter(|_| parts.len() > 1)?;
        let all = book.tree.answers_of(question);
        let taken = parts.iter().fold(AnswerSet::EMPTY, |all, (set, _)| all.or(*set));
        let rest = parts
            .iter()
            .map(|(set, _)| set.len())
            .max()
            .filter(|most| taken == all && *most > 1);
        let rest = rest.and_then(|most| parts.iter().position(|(set, _)| set.len() == most));
        let named = parts.into_iter().enumerate().map(|(index, (set, codes))| Part {
            answers: ids(book, question, set),
            is_rest: rest == Some(index),
            codes,
        });
        Some(Split {
            question: asked.id.clone(),
            title: asked.title.clone(),
            parts: named.collect(),
        })
    };
    book.tree.question_ids().filter_map(split).collect()
}

/// The codes in parts: two that share an answer are in one.
fn parts(cards: &[&Card], codes: &[CodeAnswers], question: QuestionId) -> Vec<(AnswerSet, Vec<String>)> {
    let mut parts: Vec<(AnswerSet, Vec<String>)> = Vec::new();
    for (card, code) in cards.iter().zip(codes) {
        let set = code.to(question);
        let (joined, apart): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(other, _)| !other.and(set).is_empty());
        let mut part = (set, Vec::new());
        for (other, codes) in joined {
            part.0 = part.0.or(other);
            part.1.extend(codes);
        }
        part.1.push(card.code.clone());
        parts = apart;
        parts.push(part);
    }
    let place = |codes: &[String]| cards.iter().position(|card| codes.first() == Some(&card.code));
    parts.sort_by_key(|(_, codes)| place(codes));
    parts
}

/// The pairs that no question separates.
pub(super) fn together(cards: &[&Card], splits: &[Split]) -> Vec<Together> {
    let mut together = Vec::new();
    for (index, one) in cards.iter().enumerate() {
        let others = cards.iter().skip(index + 1);
        together.extend(
            others
                .filter(|other| !is_separated(splits, one, other))
                .map(|other| pair(one, other)),
        );
    }
    together
}

fn is_separated(splits: &[Split], one: &Card, other: &Card) -> bool {
    let holds_one = |part: &&Part| part.codes.contains(&one.code);
    splits.iter().any(|split| {
        let part = split.parts.iter().find(holds_one);
        part.is_some_and(|part| !part.codes.contains(&other.code))
    })
}

fn pair(one: &Card, other: &Card) -> Together {
    let is_parent = |primary: &Card, add_on: &Card| {
        let parent = add_on.parent.as_ref();
        parent.is_some_and(|parent| parent.code == primary.code)
    };
    let (first, second) = if is_parent(other, one) {
        (other, one)
    } else {
        (one, other)
    };
    let earned = first.add_ons.iter().find(|add_on| add_on.code == second.code);
    Together {
        codes: [first.code.clone(), second.code.clone()],
        earned_by: earned.map(|earned| earned.earned_by.clone()),
        sources: earned.map(|earned| earned.sources.clone()).unwrap_or_default(),
        confidence: earned.map(|earned| earned.confidence),
    }
}
