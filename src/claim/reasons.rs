//! Why a result is what it is: what it hangs on, the way of the answers, and what struck each other code.

use super::contract::{Hang, PathNote, PathStep, UndecidedQuestion, WhyNot};
use super::depth::Depth;
use crate::pack::model::{Answer, Question};
use crate::tree::{Answers, Book, Decision, Facts, OutcomeId, QuestionId, Standing};

/// The questions that stay open, and where each answer would lead.
pub(super) fn undecided(depth: Depth, book: &Book, answers: &Answers, decision: &Decision) -> Vec<UndecidedQuestion> {
    let rule = decision
        .outcome()
        .and_then(|id| book.outcome(id))
        .and_then(|outcome| outcome.undetermined.as_ref());
    let question = |open: &QuestionId| {
        let question = book.question(*open)?;
        let ask = rule.map_or(&question.ask_provider, |rule| &rule.ask_provider);
        let hang = |(answer, leads): (usize, Vec<OutcomeId>)| {
            let answer = question.answers.get(answer)?.id.clone();
            Some(Hang {
                answer,
                leads_to: ends(book, &leads),
            })
        };
        let hangs = depth.whole(|| {
            let hangs = book.tree.hangs(answers, decision, *open).into_iter();
            hangs.filter_map(hang).collect()
        });
        Some(UndecidedQuestion {
            question: question.id.clone(),
            ask_provider: depth.whole(|| ask.clone()),
            hangs,
        })
    };
    decision.undecided.iter().filter_map(question).collect()
}

/// The codes and signposts that outcomes lead to, each once.
fn ends(book: &Book, outcomes: &[OutcomeId]) -> Vec<String> {
    let mut ends: Vec<String> = Vec::new();
    for outcome in outcomes.iter().filter_map(|id| book.outcome(*id)) {
        let end = outcome
            .code
            .as_ref()
            .or(outcome.signpost.as_ref())
            .unwrap_or(&outcome.id);
        if !ends.contains(end) {
            ends.push(end.clone());
        }
    }
    ends
}

/// The answers taken, each with its reason.
pub(super) fn path(book: &Book, answers: &Answers, facts: &Facts) -> Vec<PathStep> {
    book.tree
        .question_ids()
        .filter_map(|id| step(book, answers, facts, id))
        .collect()
}

fn step(book: &Book, answers: &Answers, facts: &Facts, id: QuestionId) -> Option<PathStep> {
    let question = book.question(id)?;
    let given = answers.get(id);
    let assumed = question
        .assume
        .as_ref()
        .filter(|_| book.tree.is_assumed(id, answers) && !book.tree.is_detail(id));
    let value = match (given, assumed) {
        (Some(given), _) => book.value(id, given),
        (None, Some(assumed)) => assumed.answer.clone(),
        (None, None) => return None,
    };
    Some(PathStep {
        question: question.id.clone(),
        answer: value,
        why: assumed.map_or(&question.why, |assumed| &assumed.why).clone(),
        note: given
            .and_then(|_| facts.of(id).single())
            .and_then(|answer| note(question, book.answer(id, answer)?)),
        assumed: given.is_none(),
        sources: question.sources.clone(),
        confidence: question.confidence,
    })
}

/// The note of an answer, with its own sources where it has them.
fn note(question: &Question, answer: &Answer) -> Option<PathNote> {
    let sources = if answer.sources.is_empty() {
        &question.sources
    } else {
        &answer.sources
    };
    Some(PathNote {
        text: answer.note.clone()?,
        sources: sources.clone(),
        confidence: answer.confidence.unwrap_or(question.confidence),
    })
}

/// What struck each of the other codes.
pub(super) fn why_not(book: &Book, answers: &Answers, code: Option<&str>) -> Vec<WhyNot> {
    let others = book.pack().cards.iter().filter(|card| Some(card.code.as_str()) != code);
    others
        .filter_map(|card| why_not_one(book, answers, &card.code, code))
        .collect()
}

fn why_not_one(book: &Book, answers: &Answers, code: &str, reached: Option<&str>) -> Option<WhyNot> {
    let parent = book.card(code).and_then(|card| card.parent.as_ref());
    let asked = parent.map_or(code, |parent| parent.code.as_str());
    if let Some(parent) = parent.filter(|parent| Some(parent.code.as_str()) == reached) {
        return Some(WhyNot {
            code: code.to_owned(),
            question: None,
            why: parent.text.clone(),
        });
    }
    match book.tree.standing(asked, answers) {
        Standing::Struck(struck) => Some(WhyNot {
            code: code.to_owned(),
            question: struck
                .by
                .and_then(|id| book.question(id))
                .map(|question| question.id.clone()),
            why: book.reason(struck.by, answers),
        }),
        Standing::Possible | Standing::NotAnOutcome => None,
    }
}
