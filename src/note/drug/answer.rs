//! What was given at the target, as the answer to the question of the substance, and the drugs as a reading tells them.

use std::ops::Range;

use super::amount::Amount;
use super::mention::Mention;
use crate::note::scan::Scan;
use crate::note::{Place, Quote, Strength, Substance};
use crate::pack::model::{Drug, DrugUse, Lexicon, Question};

/// What was given at the target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::note) struct Given {
    /// The answer that decides; none where a drug is not known, or decides nothing.
    pub(in crate::note) answer: Option<String>,
    /// How sure it is.
    pub(in crate::note) strength: Strength,
    /// The words that it rests on.
    pub(in crate::note) words: Vec<Range<usize>>,
}

/// What some drugs come to: those at the target that are named; else those of which only the sort is named; else a drug to treat
/// that is not said to have gone anywhere. None where nothing but contrast went to the target, or nothing is said.
pub(in crate::note) fn given(lexicon: &Lexicon, question: &Question, mentions: &[&Mention]) -> Option<Given> {
    let at = |place: Place, vague: bool| -> Vec<&Mention> {
        let here = mentions.iter().filter(|one| one.place == place);
        here.filter(|one| drug(lexicon, one).is_some_and(|drug| drug.vague) == vague)
            .copied()
            .collect()
    };
    let treats = |one: &&Mention| drug(lexicon, one).is_some_and(|drug| drug.used == DrugUse::Treatment);
    let named = at(Place::Target, false);
    if !named.is_empty() {
        return Some(comes_to(lexicon, question, &named, Strength::Strong));
    }
    let unclear = at(Place::Unclear, false).into_iter().filter(treats).collect();
    let rest = [at(Place::Target, true), unclear]
        .into_iter()
        .find(|all| !all.is_empty())?;
    Some(comes_to(lexicon, question, &rest, Strength::Weak))
}

fn comes_to(lexicon: &Lexicon, question: &Question, mentions: &[&Mention], strength: Strength) -> Given {
    let drugs: Vec<Option<&Drug>> = mentions.iter().map(|one| drug(lexicon, one)).collect();
    // A drug that nobody knows may be one that goes before all others.
    let known = drugs.iter().all(|one| one.is_some_and(decides_or_adds));
    Given {
        answer: first(question, &drugs).filter(|_| known),
        strength,
        words: mentions.iter().map(|one| one.span.clone()).collect(),
    }
}

fn drug<'a>(lexicon: &'a Lexicon, mention: &Mention) -> Option<&'a Drug> {
    lexicon.drugs.get(mention.drug?)
}

/// Whether what a drug does to the answer is known: it has one, or it only goes along.
fn decides_or_adds(drug: &Drug) -> bool {
    drug.answer.is_some() || drug.used == DrugUse::Diluent
}

/// The answer of some drugs: the one that goes before the others, with `+` between those that may stand side by side. What only
/// goes along speaks where nothing else does.
fn first(question: &Question, drugs: &[Option<&Drug>]) -> Option<String> {
    let of = |along: bool| -> Vec<&String> {
        let some = drugs
            .iter()
            .flatten()
            .filter(|drug| (drug.used == DrugUse::Diluent) == along);
        some.filter_map(|drug| drug.answer.as_ref()).collect()
    };
    let mut answers = of(false);
    if answers.is_empty() {
        answers = of(true);
    }
    answers.sort_by_key(|answer| {
        question
            .precedence
            .iter()
            .position(|one| one == *answer)
            .unwrap_or(usize::MAX)
    });
    answers.dedup();
    if !answers.iter().all(|answer| question.mixes.contains(answer)) {
        answers.truncate(1);
    }
    let joined: Vec<&str> = answers.into_iter().map(String::as_str).collect();
    (!joined.is_empty()).then(|| joined.join("+"))
}

/// The drugs as a reading tells them: each once at a place with a dose, what only cleaned the skin left out.
pub(in crate::note) fn substances(scan: &Scan<'_>, mentions: &[Mention]) -> Vec<Substance> {
    let mut told: Vec<Substance> = Vec::new();
    for mention in mentions.iter().filter(|one| one.place != Place::Preparation) {
        let one = single(scan, mention);
        match told.iter_mut().find(|other| is_same(other, &one)) {
            Some(other) => {
                other.dose = other.dose.take().or(one.dose);
                other.volume = other.volume.take().or(one.volume);
                other.quotes.extend(one.quotes);
            }
            None => told.push(one),
        }
    }
    told
}

fn single(scan: &Scan<'_>, mention: &Mention) -> Substance {
    let known = drug(scan.lexicon, mention);
    let as_given = || {
        scan.text
            .raw
            .get(scan.text.place(&mention.words))
            .unwrap_or_default()
            .to_lowercase()
    };
    Substance {
        name: known.map_or_else(as_given, |drug| drug.name.clone()),
        class: known.and_then(|drug| drug.answer.clone()),
        dose: mention.dose.as_ref().map(Amount::to_string),
        volume: mention.volume.as_ref().map(Amount::to_string),
        site: mention.place,
        quotes: vec![Quote(scan.text.place(&mention.span))],
    }
}

/// Whether two mentions tell of one drug in one place: no amount of the one contradicts the other.
fn is_same(one: &Substance, other: &Substance) -> bool {
    let agree =
        |first: &Option<String>, second: &Option<String>| first.is_none() || second.is_none() || first == second;
    one.name == other.name
        && one.site == other.site
        && agree(&one.dose, &other.dose)
        && agree(&one.volume, &other.volume)
}
