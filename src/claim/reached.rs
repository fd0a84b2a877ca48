//! Where each part of a session leads, before lines are made of it.

use super::contract::Procedure;
use super::level::LevelFact;
use super::regions::parts;
use super::scope::shared;
use crate::tree::{Answers, Book, Decision, Facts};

/// The levels of a procedure that lead to one end, and what decides there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// The answers, with the region that the levels carry.
    pub answers: Answers,
    /// What is possible under them.
    pub facts: Facts,
    /// Where that leads.
    pub decision: Decision,
    /// The levels.
    pub levels: Vec<LevelFact>,
    /// Modifiers put on by hand.
    pub modifiers: Vec<String>,
}

/// Every part of every procedure, in order.
#[must_use]
pub fn reached(book: &Book, procedures: &[Procedure]) -> Vec<Reached> {
    let procedures = shared(book, procedures);
    let parts = procedures.iter().flat_map(|one| parts(book, one).parts);
    let reached = parts.map(|part| Reached {
        answers: part.answers,
        facts: part.facts,
        decision: part.decision,
        levels: part.levels,
        modifiers: part.modifiers,
    });
    reached.collect()
}
