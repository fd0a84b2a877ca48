//! A needle, or a catheter and what became of it.

use super::vote::Vote;
use super::weigh::{Weighed, weigh};
use crate::note::names::answer;
use crate::note::reading::{State, Strength};
use crate::note::scan::Scan;
use crate::pack::model::Weight;

/// What a note says of the way of delivery: a catheter that was threaded, and of which nothing more is told, leaves it open.
pub(in crate::note) fn delivery(scan: &Scan<'_>, votes: &[Vote]) -> Weighed {
    let (needle, catheter): (Vec<Vote>, Vec<Vote>) =
        votes.iter().cloned().partition(|vote| vote.answer == answer::NEEDLE);
    // A catheter that came out on a later day was left in.
    let later = |vote: &Vote| {
        let clause = scan.clause_of(vote.words.start);
        clause.into_iter().any(|nth| {
            let word = scan.text.word_at(nth);
            matches!(word, "days" | "nights" | "tomorrow" | "night")
                || word.starts_with("pod")
                || (word == "on" && scan.text.word_at(nth + 1) == "the")
        })
    };
    let catheter: Vec<Vote> = catheter
        .into_iter()
        .filter(|vote| vote.answer != answer::SAME_DAY || !later(vote))
        .collect();
    let outright = catheter
        .iter()
        .any(|vote| vote.counts() && vote.weight == Weight::Strong);
    let threaded = catheter.iter().any(Vote::counts);
    let named = catheter
        .iter()
        .any(|vote| vote.is_told() && vote.weight == Weight::Hint);
    if outright {
        return weigh(scan, &catheter);
    }
    if threaded {
        return Weighed::open();
    }
    let by_needle = weigh(scan, &needle);
    if by_needle.state == State::Suggested && named {
        return Weighed::answer(answer::NEEDLE, Strength::Weak);
    }
    by_needle
}
