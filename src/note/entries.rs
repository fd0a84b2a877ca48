//! The levels that were entered, with their sides: what the narrative says, and what the title adds.

use std::collections::BTreeMap;

use super::delivery::Told;
use super::level::{SideWord, What, side_words};
use super::reading::{Clash, Contradiction, Found, Quote, Role};
use super::scan::Scan;
use super::sentence::Sentence;
use super::site::Placed;
use super::standing::{Standing, standing};
use crate::claim::{Level, Side};
use crate::pack::model::{Cue, Section};

/// The levels of a delivery.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) found: Vec<Found>,
    /// The levels entered, and whether the narrative names them.
    pub(super) places: Vec<(Level, bool)>,
    pub(super) clashes: Vec<Contradiction>,
    /// The levels that were tried and given up.
    given_up: Vec<Level>,
}

/// What one sort of text says of levels: sides and words by level.
type Said = BTreeMap<Level, (Vec<Side>, Vec<Quote>)>;

/// The levels of a delivery: those of the narrative, and those that only the title names where the rest was done alike.
pub(super) fn entries(scan: &Scan<'_>, told: &Told<'_>, levels: &[Placed], foraminal: bool) -> Entries {
    let own = |one: &&Placed| told.numbers.contains(&one.sentence);
    let narrative = said(scan, levels.iter().filter(own), foraminal);
    let titles = levels.iter().filter(|one| one.section == Section::Title);
    let mut title = said(scan, titles, foraminal);
    if title.is_empty() {
        title = said(
            scan,
            levels.iter().filter(|one| one.section == Section::Header),
            foraminal,
        );
    }
    let mut entries = Entries::default();
    let given_up = levels.iter().filter(own).filter(|one| one.role == Role::Abandoned);
    entries.given_up = given_up.filter_map(Placed::level).collect();
    let chosen = chosen(scan, told, &narrative, &title, &mut entries);
    for level in chosen {
        let told_here = narrative.get(&level);
        let named = title.get(&level);
        let mut quotes: Vec<Quote> = told_here
            .into_iter()
            .chain(named)
            .flat_map(|(_, quotes)| quotes.clone())
            .collect();
        quotes.dedup();
        let side = if foraminal {
            Some(side(
                scan,
                told,
                told_here,
                named,
                &title,
                &quotes,
                &mut entries.clashes,
            ))
        } else {
            None
        };
        entries.places.push((level, told_here.is_some()));
        entries.found.push(Found {
            level: Some(level),
            side,
            role: Role::Entry,
            quotes,
        });
    }
    if foraminal && entries.places.is_empty() {
        entries.found.extend(unnamed(scan, told, levels));
    }
    others(scan, levels.iter().filter(own), &mut entries.found);
    entries
}

/// The levels at which somebody entered, as one sort of text names them.
fn said<'a>(scan: &Scan<'_>, levels: impl Iterator<Item = &'a Placed>, foraminal: bool) -> Said {
    let levels: Vec<&Placed> = levels.filter(|one| one.is_entry()).collect();
    let spaces = levels.iter().any(|one| matches!(one.mention.what, What::Interspace(_)));
    let mut said = Said::new();
    for one in &levels {
        let Some(level) = one.level() else { continue };
        // Between the laminae a vertebra alone is a point of contact, as long as a space is named.
        if !foraminal && one.is_root() && spaces {
            continue;
        }
        let Some(sentence) = scan.sentences.get(one.sentence) else {
            continue;
        };
        let sides = sides_of(scan, sentence, one, &levels);
        let entry = said.entry(level).or_default();
        entry.0.extend(sides);
        let quote = scan.quote(&one.mention.words);
        if !entry.1.contains(&quote) {
            entry.1.push(quote);
        }
    }
    said
}

/// The sides that go with a level in its sentence: before it, or behind it where the sentence begins with a level.
fn sides_of(scan: &Scan<'_>, sentence: &Sentence, one: &Placed, levels: &[&Placed]) -> Vec<Side> {
    let sides = side_words(scan, &sentence.words);
    let sides: Vec<&SideWord> = sides
        .iter()
        .filter(|side| standing(scan, sentence, &side.words) == Standing::Here)
        .collect();
    let at = one.mention.words.start;
    let first_level = levels
        .iter()
        .filter(|other| other.sentence == one.sentence)
        .map(|other| other.mention.words.start)
        .min();
    let leads = sides
        .first()
        .zip(first_level)
        .is_some_and(|(side, level)| side.words.start < level);
    let before = sides.iter().rfind(|side| side.words.start < at);
    let after = sides.iter().find(|side| side.words.start > at);
    let found = match (leads, before, after) {
        (true, Some(side), _) | (false, _, Some(side)) => Some(side),
        (_, only, None) | (_, None, only) => only,
    };
    found.map(|side| side.side).into_iter().collect()
}

/// The levels that count: of the narrative, or of the title where the narrative names none or repeats what it did elsewhere.
fn chosen(scan: &Scan<'_>, told: &Told<'_>, narrative: &Said, title: &Said, entries: &mut Entries) -> Vec<Level> {
    if narrative.is_empty() {
        return title.keys().copied().collect();
    }
    if title.is_empty() || !told.alone {
        return narrative.keys().copied().collect();
    }
    let missing = title
        .keys()
        .filter(|level| !narrative.contains_key(level) && !entries.given_up.contains(level));
    let missing: Vec<Level> = missing.copied().collect();
    if missing.is_empty() {
        return narrative.keys().copied().collect();
    }
    if repeats(scan, told) {
        return narrative.keys().chain(&missing).copied().collect();
    }
    let quotes = |said: &Said, level: &Level| said.get(level).and_then(|(_, quotes)| quotes.first().cloned());
    let one = missing.first().and_then(|level| quotes(title, level));
    let other = narrative.keys().find_map(|level| quotes(narrative, level));
    entries.clashes.push(Contradiction {
        clash: Clash::TitleBody,
        about: Some("level".to_owned()),
        quotes: one.into_iter().chain(other).collect(),
    });
    narrative.keys().copied().collect()
}

/// Whether the narrative says that the rest was done in the same way.
fn repeats(scan: &Scan<'_>, told: &Told<'_>) -> bool {
    told.own
        .iter()
        .any(|one| scan.has(&one.words, Cue::Again) || scan.has(&one.words, Cue::Remaining))
}

/// A foramen whose level the note leaves open, on the side that it gives.
fn unnamed(scan: &Scan<'_>, told: &Told<'_>, levels: &[Placed]) -> Option<Found> {
    let side = loose(scan, told.own.iter().copied()).or_else(|| {
        loose(
            scan,
            told.shared.iter().copied().filter(|one| one.section == Section::Title),
        )
    })?;
    let holes = levels.iter().filter(|one| one.mention.what == What::Hole);
    Some(Found {
        level: None,
        side: Some(side),
        role: Role::Entry,
        quotes: holes.map(|one| scan.quote(&one.mention.words)).collect(),
    })
}

/// The side of one level.
fn side(
    scan: &Scan<'_>,
    told: &Told<'_>,
    narrative: Option<&(Vec<Side>, Vec<Quote>)>,
    titled: Option<&(Vec<Side>, Vec<Quote>)>,
    title: &Said,
    quotes: &[Quote],
    clashes: &mut Vec<Contradiction>,
) -> Side {
    let own = narrative.and_then(|(sides, _)| joined(sides));
    let named = titled.and_then(|(sides, _)| joined(sides));
    let overall: Vec<Side> = title.values().flat_map(|(sides, _)| sides.clone()).collect();
    let named = named.or_else(|| joined(&overall)).or_else(|| {
        loose(
            scan,
            told.shared.iter().copied().filter(|one| one.section == Section::Title),
        )
    });
    let own = own.or_else(|| loose(scan, told.own.iter().copied()));
    match (own, named) {
        (Some(one), Some(other)) if one == other => one,
        (Some(Side::Both), _) => Side::Both,
        (Some(_), Some(Side::Both)) if repeats(scan, told) => Side::Both,
        (Some(_), Some(_)) => {
            clashes.push(Contradiction {
                clash: Clash::SideSide,
                about: Some("side".to_owned()),
                quotes: quotes.iter().take(2).cloned().collect(),
            });
            Side::NotDocumented
        }
        (Some(one), None) => one,
        (None, Some(other)) => other,
        (None, None) => Side::NotDocumented,
    }
}

/// One side, or both where a level is named with each.
fn joined(sides: &[Side]) -> Option<Side> {
    let first = sides.first()?;
    Some(if sides.iter().all(|side| side == first) {
        *first
    } else {
        Side::Both
    })
}

/// The side of all that some sentences do, where they name one only, at some other place than beside a level.
fn loose<'a>(scan: &Scan<'_>, sentences: impl Iterator<Item = &'a Sentence>) -> Option<Side> {
    let mut sides = Vec::new();
    for sentence in sentences {
        let acts = sentence.section == Section::Title
            || scan.has(&sentence.words, Cue::Entered)
            || scan.has(&sentence.words, Cue::Given)
            || scan.has(&sentence.words, Cue::Site);
        if !acts {
            continue;
        }
        for word in side_words(scan, &sentence.words) {
            if standing(scan, sentence, &word.words) == Standing::Here && !sides.contains(&word.side) {
                sides.push(word.side);
            }
        }
    }
    match sides.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// The levels that were not entered, each once for each role.
fn others<'a>(scan: &Scan<'_>, levels: impl Iterator<Item = &'a Placed>, found: &mut Vec<Found>) {
    for one in levels.filter(|one| !one.is_entry() || one.mention.what == What::Hole) {
        let level = one.level();
        let quote = scan.quote(&one.mention.words);
        let known = found
            .iter_mut()
            .find(|other| other.level == level && other.role == one.role);
        match known {
            Some(known) if !known.quotes.contains(&quote) => known.quotes.push(quote),
            Some(_) => {}
            None => found.push(Found {
                level,
                side: None,
                role: one.role,
                quotes: vec![quote],
            }),
        }
    }
}
