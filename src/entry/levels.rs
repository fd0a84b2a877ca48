//! Levels and sides in a text, and which side goes with which level.

use super::pairs::{Pair, pair, resolved};
use super::words::Word;
use super::{Conflict, Doubt, Understood};
use crate::claim::{LevelError, LevelFact, Side};
use crate::tree::Book;

/// A level or a side at its place among the words.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) what: What,
    /// As typed.
    pub(super) text: String,
    /// The first and the last word.
    pub(super) at: (usize, usize),
    /// Whether a comma or the like follows.
    pub(super) ends: bool,
}

#[derive(Debug, Clone)]
pub(super) enum What {
    Level(LevelFact),
    /// Neighboring vertebrae side by side, "L4 L5": the space between them, or the roots of both.
    Pair(Pair),
    Side(Side),
}

/// A level or neighboring vertebrae at the start of some words, and the number of the words.
pub(super) fn place(words: &[Word]) -> Option<(Result<What, LevelError>, usize)> {
    let run = words
        .iter()
        .position(|word| word.ends)
        .map_or(words.len(), |last| last + 1);
    let run = words
        .iter()
        .take(run)
        .take_while(|word| is_vertebra(&word.plain))
        .count();
    if run > 2 && pair(words).is_some() {
        let all: Vec<&str> = words.iter().take(run).map(|word| word.typed.as_str()).collect();
        return Some((Err(LevelError::Span(all.join(" "))), run));
    }
    if let Some(pair) = pair(words) {
        return Some((Ok(What::Pair(pair)), 2));
    }
    let (found, count) = level(words)?;
    Some((found.map(What::Level), count))
}

/// Words that may stand between the two vertebrae of a level.
pub(super) const BETWEEN: [&str; 4] = ["-", "to", "through", "thru"];

/// A level at the start of some words, and the number of its words.
fn level(words: &[Word]) -> Option<(Result<LevelFact, LevelError>, usize)> {
    let plain = |nth: usize| words.get(nth).map(|word| word.plain.as_str());
    let first = plain(0)?;
    if let (true, Some(joint), Some(last)) = (is_vertebra(first), plain(1), plain(2)) {
        let ends = words.first().is_some_and(|word| word.ends);
        let number = last.chars().all(|c| c.is_ascii_digit());
        if !ends && BETWEEN.contains(&joint) && (is_vertebra(last) || (joint == "-" && number)) {
            return Some((format!("{first}-{last}").parse(), 3));
        }
    }
    if let (Some(upper), Some(last)) = (first.strip_suffix('-'), plain(1))
        && is_vertebra(upper)
        && (is_vertebra(last) || last.chars().all(|c| c.is_ascii_digit()))
    {
        return Some((format!("{upper}-{last}").parse(), 2));
    }
    if !looks_like_level(first) {
        return None;
    }
    match first.parse::<LevelFact>() {
        Ok(fact) => Some((Ok(fact), 1)),
        Err(error @ LevelError::Span(_)) => Some((Err(error), 1)),
        Err(_) => {
            // `L-4` is a vertebra.
            let (letter, rest) = first.split_once('-')?;
            let root = format!("{letter}{rest}");
            (letter.len() == 1)
                .then(|| root.parse().ok())
                .flatten()
                .map(|fact| (Ok(fact), 1))
        }
    }
}

fn looks_like_level(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(|c| matches!(c, 'c' | 't' | 'l' | 's'));
    first && letters.find(|c| *c != '-').is_some_and(|c| c.is_ascii_digit())
}

pub(super) fn is_vertebra(word: &str) -> bool {
    word.len() <= 3 && looks_like_level(word) && word.parse::<LevelFact>().is_ok()
}

/// How sides are written.
const SIDES: [(&[&str], Side); 16] = [
    (&["both", "sides"], Side::Both),
    (&["right", "and", "left"], Side::Both),
    (&["left", "and", "right"], Side::Both),
    (&["left"], Side::Left),
    (&["lt"], Side::Left),
    (&["left-sided"], Side::Left),
    (&["left-side"], Side::Left),
    (&["right"], Side::Right),
    (&["rt"], Side::Right),
    (&["right-sided"], Side::Right),
    (&["right-side"], Side::Right),
    (&["bilateral"], Side::Both),
    (&["bilaterally"], Side::Both),
    (&["bilat"], Side::Both),
    (&["b/l"], Side::Both),
    (&["bil"], Side::Both),
];

/// A side at the start of some words, and the number of its words.
pub(super) fn side(words: &[Word]) -> Option<(Side, usize)> {
    let begins = |phrase: &[&str]| {
        words.len() >= phrase.len() && phrase.iter().zip(words).all(|(want, word)| word.plain == *want)
    };
    let found = SIDES.iter().find(|(phrase, _)| begins(phrase))?;
    Some((found.1, found.0.len()))
}

/// A level that the note does not give.
pub(super) const NOT_DOCUMENTED: &str = "not-documented";

/// A level with the side that goes with it.
#[derive(Debug, Clone)]
struct Sided {
    fact: LevelFact,
    texts: Vec<String>,
    /// Whether it has its side.
    done: bool,
}

/// What levels and sides come to: facts as on a command line, what cannot stand together, and what is left open.
pub(super) struct Joined {
    pub(super) levels: Vec<Understood>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) doubts: Vec<Doubt>,
}

/// What levels and sides say together.
pub(super) fn joined(book: &Book, marks: &[Mark], facts: &[String]) -> Joined {
    let mut doubts = Vec::new();
    let marks = without_twin_sides(marks, &mut doubts);
    let (marks, regions) = resolved(book, &marks, facts, &mut doubts);
    let (mut levels, conflicts) = sided(&marks);
    levels.extend(regions);
    Joined {
        levels,
        conflicts,
        doubts,
    }
}

/// Two sides side by side go with no level for certain.
fn without_twin_sides(marks: &[Mark], doubts: &mut Vec<Doubt>) -> Vec<Mark> {
    let twins = |one: Option<&Mark>, other: Option<&Mark>| match (one, other) {
        (Some(one), Some(other)) => match (&one.what, &other.what) {
            (What::Side(a), What::Side(b)) => a != b && !one.ends && one.at.1 + 1 == other.at.0,
            _ => false,
        },
        _ => false,
    };
    let mut kept = Vec::new();
    for (nth, mark) in marks.iter().enumerate() {
        let before = nth.checked_sub(1).and_then(|before| marks.get(before));
        let after = marks.get(nth + 1);
        if twins(Some(mark), after) {
            let text = format!("{} {}", mark.text, after.map_or("", |after| after.text.as_str()));
            doubts.push(Doubt::Sides { text });
        }
        if !twins(Some(mark), after) && !twins(before, Some(mark)) {
            kept.push(mark.clone());
        }
    }
    kept
}

/// Levels with the sides that go with them.
fn sided(marks: &[Mark]) -> (Vec<Understood>, Vec<Conflict>) {
    let mut levels: Vec<(usize, Sided)> = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        if let What::Level(fact) = &mark.what {
            let (fact, texts) = (fact.clone(), vec![mark.text.clone()]);
            levels.push((
                place,
                Sided {
                    done: fact.side.is_some(),
                    fact,
                    texts,
                },
            ));
        }
    }
    let sides: Vec<(usize, Side)> = marks.iter().enumerate().filter_map(side_of).collect();
    let mut conflicts = Vec::new();
    if levels.is_empty() {
        return (alone(marks, &sides), conflicts);
    }
    let first_is_side = marks.first().is_some_and(|mark| matches!(mark.what, What::Side(_)));
    for (nth, (place, side)) in sides.iter().enumerate() {
        let reach = reach(marks, &sides, nth, first_is_side);
        let mut met = false;
        for (at, level) in &mut levels {
            let open = !level.done && reach.0 <= *at && *at <= reach.1;
            if open {
                level.fact.side = Some(*side);
                level.texts.extend(marks.get(*place).map(|mark| mark.text.clone()));
                level.done = true;
                met = true;
            }
        }
        if !met {
            conflicts.extend(marks.get(*place).map(|mark| Conflict::Side(mark.text.clone())));
        }
    }
    (told(levels.into_iter().map(|(_, level)| level).collect()), conflicts)
}

fn side_of((place, mark): (usize, &Mark)) -> Option<(usize, Side)> {
    match mark.what {
        What::Side(side) => Some((place, side)),
        What::Level(_) | What::Pair(_) => None,
    }
}

/// The marks between which a side reaches. One that stands alone for both sides reaches all; one right behind a level those
/// before it, one right before a level those after it; else as the text began.
fn reach(marks: &[Mark], sides: &[(usize, Side)], nth: usize, first_is_side: bool) -> (usize, usize) {
    let all = (0, marks.len());
    let Some((place, side)) = sides.get(nth).copied() else {
        return all;
    };
    if sides.len() == 1 && side == Side::Both {
        return all;
    }
    let before = nth.checked_sub(1).and_then(|nth| sides.get(nth)).map_or(0, |one| one.0);
    let after = sides.get(nth + 1).map_or(marks.len(), |one| one.0);
    let (behind, ahead) = (
        touches(marks, place.checked_sub(1), Some(place)),
        touches(marks, Some(place), Some(place + 1)),
    );
    let last_is_side = marks.last().is_some_and(|mark| matches!(mark.what, What::Side(_)));
    let forward = match (behind, ahead) {
        // The text is of one kind throughout: level, side, level, side, or side, level, side, level.
        _ if first_is_side != last_is_side => first_is_side,
        (true, false) => false,
        (false, true) => true,
        _ => first_is_side,
    };
    let only = sides.len() == 1;
    let nothing_ahead = !marks.iter().skip(place).any(|mark| matches!(mark.what, What::Level(_)));
    let nothing_behind = !marks.iter().take(place).any(|mark| matches!(mark.what, What::Level(_)));
    match forward {
        _ if only && nothing_ahead => (0, place),
        _ if only && nothing_behind => (place, marks.len()),
        true => (place, after),
        false => (before, place),
    }
}

/// Whether two marks stand side by side, the one a level, with nothing between.
fn touches(marks: &[Mark], one: Option<usize>, other: Option<usize>) -> bool {
    let (Some(one), Some(other)) = (one.and_then(|at| marks.get(at)), other.and_then(|at| marks.get(at))) else {
        return false;
    };
    let level = matches!(one.what, What::Level(_)) || matches!(other.what, What::Level(_));
    level && !one.ends && one.at.1 + 1 == other.at.0
}

/// Sides without any level: the level is what is not documented.
fn alone(marks: &[Mark], sides: &[(usize, Side)]) -> Vec<Understood> {
    let mut all: Vec<Understood> = Vec::new();
    for (place, side) in sides {
        let fact = format!("level=not-documented:{side}");
        let text = marks.get(*place).map(|mark| mark.text.clone()).unwrap_or_default();
        if all.iter().all(|one| one.fact != fact) {
            all.push(Understood { text, fact });
        }
    }
    all
}

/// One level said in two ways, as "L3-L4 (L3 root)", is one.
fn told(levels: Vec<Sided>) -> Vec<Understood> {
    let mut kept: Vec<Sided> = Vec::new();
    for level in levels {
        let same = kept.iter_mut().find(|one| one.fact.level == level.fact.level);
        match same {
            Some(one) if one.fact.side == level.fact.side || level.fact.side.is_none() => one.texts.extend(level.texts),
            Some(one) if one.fact.side.is_none() => {
                let texts = one.texts.drain(..).chain(level.texts.clone()).collect();
                one.fact.side = level.fact.side;
                one.texts = texts;
            }
            _ => kept.push(level),
        }
    }
    let one = |level: Sided| {
        let name = level.fact.written.split(':').next().unwrap_or_default().to_owned();
        let side = level.fact.side.map(|side| format!(":{side}")).unwrap_or_default();
        Understood {
            text: level.texts.join(" "),
            fact: format!("level={name}{side}"),
        }
    };
    kept.into_iter().map(one).collect()
}
