//! Neighboring vertebrae side by side, as in "L4 L5": the space between them, or two roots.

use super::levels::{BETWEEN, Mark, NOT_DOCUMENTED, What, is_vertebra};
use super::words::Word;
use super::{Doubt, Understood};
use crate::claim::LevelFact;
use crate::pack::model::{Answer, Neighbors};
use crate::tree::Book;

/// Neighboring vertebrae side by side.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    interspace: LevelFact,
    upper: LevelFact,
    lower: LevelFact,
}

/// A pair at the start of some words; a span as "L3 L4 to L5" is none.
pub(super) fn pair(words: &[Word]) -> Option<Pair> {
    let (first, second) = (words.first()?, words.get(1)?);
    let side_by_side = !first.ends && is_vertebra(&first.plain) && is_vertebra(&second.plain);
    let span = words
        .get(2)
        .is_some_and(|joint| !second.ends && BETWEEN.contains(&joint.plain.as_str()));
    if !side_by_side || span {
        return None;
    }
    Some(Pair {
        interspace: format!("{}-{}", first.plain, second.plain).parse().ok()?,
        upper: first.plain.parse().ok()?,
        lower: second.plain.parse().ok()?,
    })
}

/// What neighboring vertebrae side by side are, by the answers that some facts name: only where all of them agree.
fn meant(book: &Book, facts: &[String]) -> Option<Neighbors> {
    let said = facts.iter().filter_map(|fact| fact.split_once('='));
    let mut meant = said.filter_map(|(name, value)| {
        let question = book.file.questions.iter().find(|question| question.id == name)?;
        let given = value.split([',', '+']);
        let given = given.filter_map(|id| question.answers.iter().find(|answer| answer.id == id));
        let all: Vec<Option<Neighbors>> = given.map(|answer| answer.neighbors).collect();
        let first = all.first().copied().flatten()?;
        all.iter().all(|one| *one == Some(first)).then_some(first)
    });
    meant.next()
}

/// Every pair as what it means here; an open one as a level that is not documented, with the regions it may lie in.
pub(super) fn resolved(
    book: &Book,
    marks: &[Mark],
    facts: &[String],
    doubts: &mut Vec<Doubt>,
) -> (Vec<Mark>, Vec<Understood>) {
    let meant = meant(book, facts);
    let (mut all, mut regions) = (Vec::new(), Vec::new());
    for mark in marks {
        let What::Pair(pair) = &mark.what else {
            all.push(mark.clone());
            continue;
        };
        let with = |fact: &LevelFact| Mark {
            what: What::Level(fact.clone()),
            ..mark.clone()
        };
        match meant {
            Some(Neighbors::Interspace) => all.push(with(&pair.interspace)),
            Some(Neighbors::Roots) => all.extend([with(&pair.upper), with(&pair.lower)]),
            None => {
                doubts.push(Doubt::Level {
                    text: mark.text.clone(),
                    interspace: pair.interspace.written.clone(),
                    roots: format!("{} and {}", pair.upper.written, pair.lower.written),
                });
                all.extend(NOT_DOCUMENTED.parse().ok().as_ref().map(with));
                regions.extend(region(book, pair, &mark.text));
            }
        }
    }
    (all, regions)
}

/// Where a pair lies, however it is read.
fn region(book: &Book, pair: &Pair, text: &str) -> Vec<Understood> {
    let levels = [&pair.interspace, &pair.upper, &pair.lower];
    let levels: Vec<String> = levels.iter().filter_map(|fact| Some(fact.level?.to_string())).collect();
    let questions = book.file.questions.iter().filter_map(|question| {
        let holds = |answer: &&Answer| answer.levels.iter().any(|level| levels.contains(level));
        let held: Vec<&str> = question
            .answers
            .iter()
            .filter(holds)
            .map(|answer| answer.id.as_str())
            .collect();
        (!held.is_empty()).then(|| Understood {
            text: text.to_owned(),
            fact: format!("{}={}", question.id, held.join(",")),
        })
    });
    questions.collect()
}
