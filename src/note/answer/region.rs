//! The region: where the needle went in, by its levels; else by the words of title and narrative.

use super::vote::Vote;
use super::weigh::{Weighed, weigh};
use crate::claim::Level;
use crate::note::names::question;
use crate::note::reading::{State, Strength};
use crate::note::scan::Scan;
use crate::pack::model::Section;
use crate::tree::Book;
use strum::IntoEnumIterator as _;

/// The region that holds a level.
pub(in crate::note) fn region_of(book: &Book, level: Level) -> Option<&str> {
    let asked = book.file.questions.iter().find(|one| one.id == question::REGION)?;
    let name = level.to_string();
    let holds = asked.answers.iter().find(|answer| answer.levels.contains(&name))?;
    Some(&holds.id)
}

/// What a note says of the region: levels of entry first, words for want of them. Words that name other regions than every level
/// contradict them.
pub(in crate::note) fn region(
    scan: &Scan<'_>,
    book: &Book,
    entries: &[(Level, bool)],
    votes: &[Vote],
) -> (Weighed, bool) {
    let mut regions: Vec<&str> = entries
        .iter()
        .filter_map(|(level, _)| region_of(book, *level))
        .collect();
    regions.dedup();
    let spoken = weigh(scan, votes);
    let titles = votes
        .iter()
        .filter(|vote| vote.counts() && vote.section != Section::Narrative);
    let named: Vec<&String> = titles.map(|vote| &vote.answer).collect();
    let Some(first) = regions.first() else {
        return (spoken, false);
    };
    let clash = !named.is_empty()
        && !named
            .iter()
            .any(|name| regions.contains(&name.as_str()) || borders(book, name, entries));
    if clash && spoken.state == State::Suggested {
        let named = spoken.answers.first().cloned().unwrap_or_default();
        return (Weighed::conflict(vec![(*first).to_owned(), named]), true);
    }
    let told = entries.iter().any(|(_, told)| *told);
    let strength = if told || !named.is_empty() {
        Strength::Strong
    } else {
        Strength::Weak
    };
    (Weighed::answer(first, strength), false)
}

/// Whether a level touches a region that people name for it: the lowest lumbar level is called sacral, and the other way round.
fn borders(book: &Book, name: &str, entries: &[(Level, bool)]) -> bool {
    let order: Vec<Level> = Level::iter().collect();
    let place = |level: Level| order.iter().position(|one| *one == level);
    let touches = |level: Level| {
        let at = place(level);
        let near = |step: usize| at.and_then(|at| order.get(at.wrapping_add(step)));
        [near(1), near(usize::MAX)]
            .into_iter()
            .flatten()
            .any(|next| region_of(book, *next) == Some(name))
    };
    entries.iter().any(|(level, _)| touches(*level))
}
