//! Levels carry their own region: the levels of one procedure, sorted by the code each of them leads to.

use super::contract::Procedure;
use super::level::{Level, LevelFact};
use super::once::each_once;
use crate::tree::{AnswerSet, Answers, Book, Decision, Facts, Form, QuestionId, Status};

/// The levels of a procedure that lead to one code, and the answers with their region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) answers: Answers,
    /// What is possible under the answers.
    pub(super) facts: Facts,
    /// Where that leads.
    pub(super) decision: Decision,
    pub(super) levels: Vec<LevelFact>,
    /// Put on by hand.
    pub(super) modifiers: Vec<String>,
    /// The parts that were counted together in this one, each with its own answers; empty where it is the only one.
    pub(super) counted: Vec<Part>,
}

impl Part {
    /// The levels of one procedure that lead to one code.
    pub(super) fn new(book: &Book, answers: &Answers, levels: Vec<LevelFact>, modifiers: &[String]) -> Self {
        let facts = book.tree.facts(answers);
        Self {
            answers: *answers,
            decision: book.tree.decide_on(&facts),
            facts,
            levels,
            modifiers: modifiers.to_vec(),
            counted: Vec::new(),
        }
    }

    /// The code that it leads to.
    pub(super) fn code(&self) -> Option<&String> {
        match &self.decision.status {
            Status::Code(code) => Some(code),
            _ => None,
        }
    }

    /// The parts with answers of their own.
    pub(super) fn each(&self) -> &[Self] {
        if self.counted.is_empty() {
            std::slice::from_ref(self)
        } else {
            &self.counted
        }
    }
}

/// The parts of a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) parts: Vec<Part>,
    /// A region was answered and none of the levels lies in it.
    pub(super) outside_region: bool,
}

/// Sorts the levels of a procedure by where they lead.
pub(super) fn parts(book: &Book, procedure: &Procedure) -> Parts {
    let Procedure {
        answers,
        levels,
        modifiers,
    } = procedure;
    let whole = || Parts {
        parts: vec![Part::new(book, answers, levels.clone(), modifiers)],
        outside_region: false,
    };
    let Some(question) = region_question(book) else {
        return whole();
    };
    let mut known: Vec<(Level, &LevelFact)> = levels.iter().filter_map(|fact| Some((fact.level?, fact))).collect();
    known.sort_by_key(|(level, _)| *level);
    let mut sorted: Vec<(Status, AnswerSet, Vec<LevelFact>)> = Vec::new();
    for (level, fact) in known {
        let Some(region) = region_of(book, question, level) else {
            continue;
        };
        if let Some((.., facts)) = sorted.iter_mut().find(|(_, regions, _)| region.within(*regions)) {
            facts.push(fact.clone());
            continue;
        }
        let status = status_in(book, answers, question, region);
        match sorted.iter_mut().find(|(other, ..)| *other == status) {
            Some((_, regions, facts)) => {
                *regions = regions.or(region);
                facts.push(fact.clone());
            }
            None => sorted.push((status, region, vec![fact.clone()])),
        }
    }
    if sorted.is_empty() {
        return whole();
    }
    if outside(book, answers, question, &sorted) {
        return Parts {
            outside_region: true,
            ..whole()
        };
    }
    let with_levels =
        |(_, regions, levels)| Part::new(book, &with_region(book, answers, question, regions), levels, modifiers);
    let mut parts: Vec<Part> = sorted.into_iter().map(with_levels).collect();
    if let Some(first) = parts.first_mut() {
        first
            .levels
            .extend(levels.iter().filter(|fact| fact.level.is_none()).cloned());
    }
    Parts {
        parts,
        outside_region: false,
    }
}

/// Parts that lead to the same code are counted together, from the neck down whatever the order in which they were given; a
/// procedure without a level is a level not documented.
pub(super) fn merged(book: &Book, parts: Vec<Part>) -> Vec<Part> {
    let mut kept: Vec<Part> = Vec::new();
    for part in parts {
        let alike = |other: &&mut Part| part.code().is_some() && other.code() == part.code();
        match kept.iter_mut().find(alike) {
            Some(first) => count_together(first, part),
            None => kept.push(part),
        }
    }
    kept.sort_by_key(|part| match part.code() {
        Some(_) => (0, region_place(book, part)),
        None => (1, None),
    });
    kept
}

fn count_together(first: &mut Part, mut next: Part) {
    next.levels = said(&next.levels);
    if first.counted.is_empty() {
        first.levels = said(&first.levels);
        first.counted.push(first.clone());
    }
    first.levels.extend(next.levels.iter().cloned());
    first.modifiers = each_once(first.modifiers.iter().chain(&next.modifiers).cloned());
    first.counted.push(next);
}

/// Where the region of a part stands among the regions, from the neck down.
fn region_place(book: &Book, part: &Part) -> Option<usize> {
    part.facts.of(region_question(book)?).iter().next()
}

fn said(levels: &[LevelFact]) -> Vec<LevelFact> {
    let unsaid = || {
        vec![LevelFact {
            level: None,
            side: None,
            written: "not-documented".to_owned(),
        }]
    };
    if levels.is_empty() { unsaid() } else { levels.to_vec() }
}

/// Whether one part would lead to the same code in the region of the other: two routes within one region.
pub(super) fn same_region(book: &Book, one: &Part, other: &Part) -> bool {
    let Some(question) = region_question(book) else {
        return true;
    };
    let there = other.facts.of(question);
    book.tree.status_of(&with_region(book, &one.answers, question, there)) == one.decision.status
}

/// The question whose answers name levels.
pub(super) fn region_question(book: &Book) -> Option<QuestionId> {
    let place = book
        .file
        .questions
        .iter()
        .position(|question| question.answers.iter().any(|a| !a.levels.is_empty()));
    book.tree.question_at(place?)
}

pub(super) fn region_of(book: &Book, question: QuestionId, level: Level) -> Option<AnswerSet> {
    let name: &str = level.into();
    let answers = &book.question(question)?.answers;
    answers
        .iter()
        .position(|answer| answer.levels.iter().any(|listed| listed == name))
        .map(AnswerSet::one)
}

fn with_region(book: &Book, answers: &Answers, question: QuestionId, regions: AnswerSet) -> Answers {
    book.tree
        .given(question, Form::OneOf, regions)
        .map_or(*answers, |given| answers.with(question, given))
}

pub(super) fn status_in(book: &Book, answers: &Answers, question: QuestionId, region: AnswerSet) -> Status {
    book.tree.status_of(&with_region(book, answers, question, region))
}

fn outside(
    book: &Book,
    answers: &Answers,
    question: QuestionId,
    sorted: &[(Status, AnswerSet, Vec<LevelFact>)],
) -> bool {
    let answered = answers.get(question).is_some_and(|given| given.form == Form::One);
    if !answered {
        return false;
    }
    let stated = book.tree.status_of(answers);
    stated != Status::Open && sorted.iter().all(|(status, ..)| *status != stated)
}
