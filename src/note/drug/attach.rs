//! Which drug an amount belongs to: the one it stands closest to, by what stands between them.

use std::ops::Range;

use super::amount::Amount;
use super::mention::Mention;
use super::name::Name;
use super::unit::{Measure, Unit};
use crate::note::scan::Scan;
use crate::note::{Joint, Text};

/// Words between an amount and its drug that say nothing else.
const FILLERS: [&str; 50] = [
    "a",
    "an",
    "the",
    "x",
    "at",
    "in",
    "each",
    "about",
    "approximately",
    "approx",
    "total",
    "volume",
    "dose",
    "doses",
    "strength",
    "concentration",
    "solution",
    "preservative",
    "free",
    "pf",
    "mpf",
    "sterile",
    "plain",
    "injectable",
    "injection",
    "usp",
    "hcl",
    "hydrochloride",
    "acetate",
    "acetonide",
    "sodium",
    "phosphate",
    "phosphates",
    "dilute",
    "diluted",
    "buffered",
    "nonionic",
    "non",
    "ionic",
    "isotonic",
    "isosmotic",
    "additional",
    "another",
    "more",
    "further",
    "suspension",
    "strong",
    "for",
    "s",
    "water",
];

/// The most words between an amount and its drug.
const REACH: usize = 10;

/// What it costs to go the way that the first item of the list does not go.
const AGAINST: u32 = 2;

/// Gives every amount to its drug; those that belong to none come back.
pub(super) fn attach(scan: &Scan<'_>, names: &[Name], amounts: Vec<Amount>) -> (Vec<Mention>, Vec<Amount>) {
    let mut mentions: Vec<Mention> = names.iter().map(Mention::new).collect();
    let places: Vec<Range<usize>> = amounts.iter().map(|amount| amount.words.clone()).collect();
    let mut left = Vec::new();
    for amount in amounts {
        let next = names.partition_point(|name| name.words.start < amount.words.end);
        let inside = next
            .checked_sub(1)
            .filter(|nth| names.get(*nth).is_some_and(|name| amount.words.start < name.words.end));
        let before = next.checked_sub(1).and_then(|nth| Some((nth, names.get(nth)?)));
        let back = before.and_then(|(nth, name)| Some((nth, back(scan, &places, name, &amount)?)));
        let ahead = names
            .get(next)
            .and_then(|name| Some((next, ahead(scan, &places, &amount, name)?)));
        let chosen = inside.or_else(|| choose(back, ahead, &mentions, amount.unit.measure()));
        match chosen.and_then(|nth| mentions.get_mut(nth)) {
            Some(mention) => mention.take(amount),
            None => left.push(amount),
        }
    }
    (mentions, left)
}

/// The nearer of two drugs that has no such amount yet.
fn choose(
    back: Option<(usize, u32)>,
    ahead: Option<(usize, u32)>,
    mentions: &[Mention],
    measure: Measure,
) -> Option<usize> {
    let free = |one: &(usize, u32)| mentions.get(one.0).is_some_and(|mention| !mention.has(measure));
    let (back, ahead) = (back.filter(free), ahead.filter(free));
    match (back, ahead) {
        (Some((before, one)), Some((behind, other))) => Some(if one <= other { before } else { behind }),
        (one, other) => one.or(other).map(|(nth, _)| nth),
    }
}

/// What it costs to go back from an amount to the drug before it: `Depo-Medrol 80 mg`.
fn back(scan: &Scan<'_>, places: &[Range<usize>], name: &Name, amount: &Amount) -> Option<u32> {
    let text = &scan.text;
    let total = is_total(text, amount.words.start) && amount.unit == Unit::Milliliter;
    let way = Way {
        text,
        places,
        ahead: false,
    };
    let cost = way.cost(name.words.end..amount.words.start)?;
    (!total).then(|| cost + if amount_first(scan, places, name) { AGAINST } else { 0 })
}

/// What it costs to go from an amount to the drug behind it: `80 mg of Depo-Medrol`.
fn ahead(scan: &Scan<'_>, places: &[Range<usize>], amount: &Amount, name: &Name) -> Option<u32> {
    let text = &scan.text;
    let way = Way {
        text,
        places,
        ahead: true,
    };
    let cost = way.cost(amount.words.end..name.words.start)?;
    let of = (amount.words.end..name.words.start).any(|nth| text.word_at(nth) == "of");
    // A length is a slip only where it is so much of something.
    if amount.slip && !of {
        return None;
    }
    Some(if of {
        0
    } else {
        cost + if amount_first(scan, places, name) { 0 } else { AGAINST }
    })
}

/// Whether an amount is called the total.
pub(super) fn is_total(text: &Text<'_>, first: usize) -> bool {
    (first.saturating_sub(4)..first)
        .rev()
        .take_while(|nth| {
            matches!(
                text.word_at(*nth),
                "of" | "volume" | "a" | "about" | "approximately" | "was" | "total" | "is" | "totaling"
            )
        })
        .any(|nth| matches!(text.word_at(nth), "total" | "totaling"))
}

/// Whether the list that holds a name has its amounts before its names.
fn amount_first(scan: &Scan<'_>, places: &[Range<usize>], name: &Name) -> bool {
    let near = name.words.start.saturating_sub(2 * REACH);
    let from = scan
        .sentence_of(name.words.start)
        .map_or(near, |sentence| sentence.words.start.max(near));
    let first = places.partition_point(|place| place.start < from);
    let amount = places.get(first).map_or(usize::MAX, |place| place.start);
    let other = scan
        .within(&(from..name.words.start))
        .find(|hit| matches!(hit.means, crate::note::Meaning::Drug(_)));
    amount < other.map_or(name.words.start, |hit| hit.words.start)
}

/// A way between an amount and a name.
struct Way<'a> {
    text: &'a Text<'a>,
    places: &'a [Range<usize>],
    ahead: bool,
}

impl Way<'_> {
    /// What it costs to go over some words; none where they part what stands on both sides.
    fn cost(&self, words: Range<usize>) -> Option<u32> {
        let (mut nth, mut cost, mut steps) = (words.start, self.joint(words.start)?, 0);
        while nth < words.end {
            nth = self.behind(nth)?;
            steps += 1;
            if steps > REACH {
                return None;
            }
            if nth <= words.end {
                cost += self.joint(nth)?;
            }
        }
        Some(cost)
    }

    /// The word behind an amount or a word that says nothing.
    fn behind(&self, nth: usize) -> Option<usize> {
        if let Some(place) = self.amount(nth) {
            return Some(place.end);
        }
        let word = self.text.word_at(nth);
        let of = word == "of" && (self.ahead || self.text.word_at(nth.wrapping_sub(1)) != "total");
        // `2 mL of a solution of 40 mg of Kenalog` is so much of the mixture.
        let mixture = word == "solution" && self.text.word_at(nth + 1) == "of" && self.amount(nth + 2).is_some();
        ((of || FILLERS.contains(&word)) && !mixture).then_some(nth + 1)
    }

    /// The amount that begins at a word.
    fn amount(&self, nth: usize) -> Option<&Range<usize>> {
        let at = self.places.partition_point(|place| place.start < nth);
        self.places.get(at).filter(|place| place.start == nth)
    }

    fn joint(&self, nth: usize) -> Option<u32> {
        match self.text.joint(nth) {
            Joint::Tight | Joint::Blank | Joint::Hyphen | Joint::Slash => Some(1),
            Joint::Bracket => Some(2),
            Joint::Line => Some(3),
            Joint::Comma => Some(if self.ahead { 8 } else { 4 }),
            Joint::Colon => Some(if self.ahead { 12 } else { 4 }),
            _ => None,
        }
    }
}
