//! What was given: the drugs at the target, those of the delivery itself before those of titles and lists.

use super::weigh::quotes;
use crate::note::delivery::Told;
use crate::note::drug::{Given, Mention, given};
use crate::note::names::question;
use crate::note::reading::{State, Strength, Suggestion};
use crate::note::scan::Scan;
use crate::note::sentence::Sentence;
use crate::pack::model::Question;

/// What a delivery gave.
pub(in crate::note) fn substance(
    scan: &Scan<'_>,
    question: &Question,
    told: &Told<'_>,
    mentions: &[Mention],
) -> Suggestion {
    let of = |sentences: &[&Sentence]| -> Vec<&Mention> {
        let place = |word: usize| mentions.partition_point(|one| one.words.start < word);
        let inside = |sentence: &&Sentence| mentions.get(place(sentence.words.start)..place(sentence.words.end));
        sentences.iter().filter_map(inside).flatten().collect()
    };
    let come = |mentions: &[&Mention]| given(scan.lexicon, question, mentions);
    let (own, shared) = (come(&of(&told.own)), come(&of(&told.shared)));
    let given = match own {
        Some(own) if own.strength == Strength::Strong => Some(own),
        own => shared
            .map(listed)
            .or(own)
            .or_else(|| come(&mentions.iter().collect::<Vec<_>>()).map(listed)),
    };
    suggestion(scan, given)
}

/// What only a title, a list or another site says.
fn listed(given: Given) -> Given {
    Given {
        strength: Strength::Weak,
        ..given
    }
}

fn suggestion(scan: &Scan<'_>, given: Option<Given>) -> Suggestion {
    let quotes = quotes(scan, given.iter().flat_map(|given| &given.words));
    let answer = given.and_then(|given| Some((given.answer?, given.strength)));
    Suggestion {
        question: question::SUBSTANCE.to_owned(),
        state: if answer.is_some() {
            State::Suggested
        } else {
            State::NotDocumented
        },
        strength: answer.as_ref().map(|(_, strength)| *strength),
        answers: answer.into_iter().map(|(answer, _)| answer).collect(),
        quotes,
    }
}
