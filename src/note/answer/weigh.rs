//! What words come to that speak for different answers.

use std::ops::Range;

use super::vote::Vote;
use crate::note::reading::{Quote, State, Strength, Suggestion};
use crate::note::scan::Scan;
use crate::pack::model::{Section, Weight};

/// What words come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::note) struct Weighed {
    pub(in crate::note) state: State,
    pub(in crate::note) answers: Vec<String>,
    pub(in crate::note) strength: Option<Strength>,
}

impl Weighed {
    pub(in crate::note) const fn open() -> Self {
        Self {
            state: State::NotDocumented,
            answers: Vec::new(),
            strength: None,
        }
    }

    pub(in crate::note) fn answer(answer: &str, strength: Strength) -> Self {
        Self {
            state: State::Suggested,
            answers: vec![answer.to_owned()],
            strength: Some(strength),
        }
    }

    pub(in crate::note) const fn conflict(answers: Vec<String>) -> Self {
        Self {
            state: State::Conflict,
            answers,
            strength: None,
        }
    }
}

/// What a word weighs where it stands: the narrative is trusted most, then the title, then lists.
fn weight(vote: &Vote) -> u8 {
    match (vote.section, vote.weight) {
        _ if !vote.counts() => 0,
        (Section::Narrative, Weight::Strong) => 6,
        (Section::Narrative, _) => 3,
        (Section::Title, Weight::Strong) => 5,
        (Section::Title, _) => 2,
        (_, Weight::Strong) => 4,
        (_, _) => 1,
    }
}

/// What weighs as much as a plain statement of the narrative: two hints of technique.
const STATED: u8 = 6;

/// What one answer has on its side.
#[derive(Debug)]
struct Side<'a> {
    answer: &'a str,
    /// The most that any word weighs.
    most: u8,
    /// What all different words weigh together.
    sum: u8,
    /// Whether a word says it outright.
    outright: bool,
}

/// What some words come to. An answer said outright goes before any sum of hints; two said outright, or one against a sum that
/// weighs as much, contradict each other.
pub(in crate::note) fn weigh(scan: &Scan<'_>, votes: &[Vote]) -> Weighed {
    let mut sides: Vec<Side<'_>> = Vec::new();
    for vote in votes.iter().filter(|vote| vote.counts()) {
        if !sides.iter().any(|side| side.answer == vote.answer) {
            sides.push(side(scan, votes, &vote.answer, None));
        }
    }
    sides.sort_by_key(|side| std::cmp::Reverse((side.outright, side.most, side.sum)));
    // Words that one answer shares with another speak for neither: a needle between the laminae also leads into the sac.
    if let [first, second, ..] = sides.as_slice()
        && !side(scan, votes, first.answer, Some(second.answer)).outright
        && side(scan, votes, second.answer, Some(first.answer)).outright
    {
        sides.swap(0, 1);
    }
    let Some(first) = sides.first() else {
        return Weighed::open();
    };
    let against = sides
        .iter()
        .skip(1)
        .find(|other| contradicts(scan, votes, first, other));
    if let Some(other) = against {
        return Weighed::conflict(vec![first.answer.to_owned(), other.answer.to_owned()]);
    }
    if sides
        .get(1)
        .is_some_and(|second| !first.outright && second.sum == first.sum)
    {
        return Weighed::open();
    }
    let strong = first.most >= STATED || first.sum >= STATED;
    Weighed::answer(first.answer, if strong { Strength::Strong } else { Strength::Weak })
}

/// What an answer has on its side, without the words that speak for another as well.
fn side<'a>(scan: &Scan<'_>, votes: &[Vote], answer: &'a str, beside: Option<&str>) -> Side<'a> {
    let shared = |vote: &Vote| {
        beside.is_some_and(|other| votes.iter().any(|one| one.answer == other && one.words == vote.words))
    };
    let own = votes
        .iter()
        .filter(|vote| vote.answer == answer && vote.counts() && !shared(vote));
    let own: Vec<&Vote> = own.collect();
    let words = |vote: &Vote| -> Vec<&str> { vote.words.clone().map(|nth| scan.text.word_at(nth)).collect() };
    let mut seen: Vec<Vec<&str>> = Vec::new();
    let mut sum = 0_u8;
    for vote in &own {
        let phrase = words(vote);
        if !seen.contains(&phrase) {
            seen.push(phrase);
            sum = sum.saturating_add(weight(vote));
        }
    }
    Side {
        answer,
        most: own.iter().map(|vote| weight(vote)).max().unwrap_or(0),
        sum,
        outright: own.iter().any(|vote| vote.weight == Weight::Strong),
    }
}

/// Whether another answer stands against the one that weighs most.
fn contradicts(scan: &Scan<'_>, votes: &[Vote], first: &Side<'_>, other: &Side<'_>) -> bool {
    let own = side(scan, votes, other.answer, Some(first.answer));
    let header = |side: &Side<'_>| side.most < 5;
    match (first.outright, own.outright) {
        (true, true) => !header(&own),
        (true, false) => first.most < STATED && own.sum >= STATED,
        _ => false,
    }
}

/// The most quotes for one question.
pub(in crate::note) const QUOTES: usize = 4;

/// The quotes of some words, each place once.
pub(super) fn quotes<'a>(scan: &Scan<'_>, words: impl Iterator<Item = &'a Range<usize>>) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for quote in words.map(|words| scan.quote(words)) {
        if quotes.len() < QUOTES && !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    quotes
}

/// A suggestion for a question, with the words that weigh most; where nothing follows, the words that only point somewhere.
pub(in crate::note) fn suggestion(scan: &Scan<'_>, question: &str, votes: &[Vote], weighed: Weighed) -> Suggestion {
    let mut shown: Vec<&Vote> = votes
        .iter()
        .filter(|vote| match weighed.state {
            State::NotDocumented => {
                vote.standing == crate::note::standing::Standing::Here || vote.weight > Weight::Hint
            }
            _ => weighed.answers.contains(&vote.answer) && vote.counts(),
        })
        .collect();
    shown.sort_by_key(|vote| (std::cmp::Reverse(weight(vote)), vote.words.start));
    if let [first, second, ..] = weighed.answers.as_slice() {
        // Both sides of a contradiction come before more of the same.
        let best = |answer: &String| shown.iter().find(|vote| vote.answer == *answer).copied();
        let heads: Vec<&Vote> = [best(first), best(second)].into_iter().flatten().collect();
        shown.retain(|vote| !heads.contains(vote));
        shown.splice(0..0, heads);
    }
    let quotes = quotes(scan, shown.into_iter().map(|vote| &vote.words));
    Suggestion {
        question: question.to_owned(),
        answers: weighed.answers,
        state: weighed.state,
        strength: weighed.strength,
        quotes,
    }
}
