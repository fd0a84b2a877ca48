//! The codes that a line leads to, where it reads as a case.

use super::{Reading, carried};
use crate::find::{Hit, HitKind};
use crate::pack::model::Card;
use crate::tree::{Answers, Book};

/// From this many parts and answers on, levels aside, a line is a case.
const CASE: usize = 2;
/// More codes than these are no answer.
const FEW: usize = 3;
/// What a code is worth that follows from the line.
const FOLLOWS: u32 = 990;

/// The codes that a line leads to; none where it contradicts itself, says too little, or leaves too many.
#[must_use]
pub fn leads(book: &Book, reading: &Reading) -> Vec<Hit> {
    let answered = reading.facts.iter().filter(|fact| !fact.starts_with("level=")).count();
    if !reading.conflicts.is_empty() || answered < CASE || reading.understood.len() < CASE {
        return Vec::new();
    }
    let codes = book
        .tree
        .decide_on(&book.tree.facts(&answers(book, reading)))
        .candidates;
    if codes.len() > FEW {
        return Vec::new();
    }
    let hit = |card: &Card| Hit {
        kind: HitKind::Code,
        id: card.code.clone(),
        title: card.title.clone(),
        score: FOLLOWS,
        opens: Some(format!("code:{}", card.code)),
    };
    let cards = book.pack().cards.iter();
    cards.filter(|card| codes.contains(&card.code)).map(hit).collect()
}

/// The answers among the facts of a line.
fn answers(book: &Book, reading: &Reading) -> Answers {
    let carried = carried(book, &reading.facts);
    let facts = carried.iter().chain(&reading.facts);
    let given = facts.filter_map(|fact| {
        let (name, value) = fact.split_once('=')?;
        let question = book.question_named(name)?;
        Some((question, book.read(question, value).ok()?))
    });
    given.fold(Answers::default(), |answers, (question, given)| {
        answers.with(question, given)
    })
}
