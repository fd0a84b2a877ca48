//! Imaging on a scale: guided, named in the title alone, only used to mark, implied, silent, denied.

use super::vote::Vote;
use super::weigh::{Weighed, weigh};
use crate::note::names::answer;
use crate::note::reading::{State, Strength};
use crate::note::scan::Scan;
use crate::note::standing::Standing;
use crate::pack::model::{Section, Weight};

/// What a note says of imaging. An aid that is denied speaks for none; a needle by feel takes a picture that only marked away.
pub(in crate::note) fn imaging(scan: &Scan<'_>, votes: &mut Vec<Vote>) -> Weighed {
    let denied: Vec<Vote> = votes
        .iter()
        .filter(|vote| {
            vote.standing == Standing::Denied && vote.answer != answer::UNGUIDED && vote.weight > Weight::Hint
        })
        .filter(|vote| matches!(vote.section, Section::Narrative | Section::Title | Section::Header))
        .map(|vote| Vote {
            answer: answer::UNGUIDED.to_owned(),
            weight: Weight::Strong,
            standing: Standing::Here,
            ..vote.clone()
        })
        .collect();
    votes.retain(|vote| vote.standing == Standing::Here || vote.standing == Standing::Abandoned);
    votes.extend(denied);
    // `No fluoroscopy` beside another aid denies the one, and says nothing of pictures as such.
    let another = |vote: &Vote| {
        vote.counts()
            && vote.weight == Weight::Strong
            && !matches!(vote.answer.as_str(), answer::UNGUIDED | answer::FLUOROSCOPY)
    };
    if votes.iter().any(another) {
        votes.retain(|vote| vote.answer != answer::UNGUIDED);
    }
    let weighed = weigh(scan, votes);
    let by_feel = votes
        .iter()
        .any(|vote| vote.answer == answer::UNGUIDED && vote.is_told());
    let guided_in_body = votes
        .iter()
        .any(|vote| vote.answer != answer::UNGUIDED && vote.is_told() && vote.weight == Weight::Strong);
    let suggested = weighed.state == State::Suggested;
    let aid = weighed.answers.first().is_some_and(|one| one != answer::UNGUIDED);
    if suggested && aid && by_feel && !guided_in_body {
        return Weighed::open();
    }
    if suggested && aid && !guided_in_body {
        let answer = weighed.answers.first().map_or("", String::as_str);
        return Weighed::answer(answer, Strength::Weak);
    }
    weighed
}
