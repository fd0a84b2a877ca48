//! Numbers as notes write them: figures, fractions, words.

use super::decimal::Decimal;
use crate::note::{Joint, Kind, Text};

const WORDS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// A number and the first word behind it.
type Read = (Decimal, usize);

/// The number that begins at a word.
pub(super) fn figure(text: &Text<'_>, at: usize) -> Option<Read> {
    if let Some(part) = fraction(text, at) {
        return Some(part);
    }
    let (whole, next) = one(text, at)?;
    // `1-1/2`, `1 1/2`, `1 and 1/2`, `one and a half`.
    let behind = if text.word_at(next) == "and" { next + 1 } else { next };
    let close = text.joint(next) <= Joint::Hyphen && text.joint(behind) <= Joint::Hyphen;
    match fraction(text, behind).filter(|_| close) {
        Some((part, next)) if part < Decimal::whole(1) => Some((whole.plus(part), next)),
        _ => Some((whole, next)),
    }
}

/// The second number of a span: `5-10`, `5 to 10`.
pub(super) fn span(text: &Text<'_>, first: usize, next: usize) -> Option<Read> {
    if text.word_at(next) == "to" && text.joint(next) <= Joint::Hyphen {
        return figure(text, next + 1);
    }
    let gap = text.gap(next);
    // ` - ` at the beginning of a line belongs to a list: `1 - 80 mg`.
    let dash = text.joint(next) == Joint::Hyphen && (!gap.contains(' ') || text.joint(first) == Joint::Blank);
    if dash { figure(text, next) } else { None }
}

fn one(text: &Text<'_>, at: usize) -> Option<Read> {
    let word = text.word_at(at);
    if text.tokens.get(at)?.kind == Kind::Number {
        return Some((Decimal::parse(word)?, at + 1));
    }
    let value = WORDS.iter().position(|one| *one == word)?;
    Some((Decimal::whole(i32::try_from(value).ok()?), at + 1))
}

/// A part of one: `1/2`, `one-half`, `a half`, `half a`.
fn fraction(text: &Text<'_>, at: usize) -> Option<Read> {
    let word = text.word_at(at);
    if let Some(part) = part(word) {
        let article = matches!(text.word_at(at + 1), "a" | "an") && text.joint(at + 1) <= Joint::Line;
        return Some((part, at + 1 + usize::from(article)));
    }
    if matches!(word, "one" | "a" | "three") && text.joint(at + 1) <= Joint::Hyphen {
        let times = if word == "three" { 3 } else { 1 };
        let part = part(text.word_at(at + 1))?;
        return Some((part.times(Decimal::whole(times))?, at + 2));
    }
    let numbers = [at, at + 1].map(|nth| text.tokens.get(nth).is_some_and(|token| token.kind == Kind::Number));
    if numbers != [true, true] || text.joint(at + 1) != Joint::Slash {
        return None;
    }
    let (top, bottom) = (Decimal::parse(word)?, Decimal::parse(text.word_at(at + 1))?);
    (top < bottom).then(|| Some((top.over(bottom)?, at + 2)))?
}

fn part(word: &str) -> Option<Decimal> {
    match word {
        "half" | "\u{bd}" => Decimal::parse("0.5"),
        "quarter" | "quarters" | "\u{bc}" => Decimal::parse("0.25"),
        "\u{be}" => Decimal::parse("0.75"),
        _ => None,
    }
}
