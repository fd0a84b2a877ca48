//! Where a note names a level, in the notations of notes: `L4-L5`, `L4-5`, `L4/5`, `L45`, `L5S1`, `L-4`, `L4 to L5`, roots, the
//! fifth lumbar root, lists, and holes.

use std::ops::Range;

use crate::claim::{Level, LevelFact};
use crate::note::joint::Joint;
use crate::note::text::{Kind, Text};

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::note) enum What {
    /// The space between two vertebrae.
    Interspace(Level),
    /// A root or a vertebra alone, with the foramen by which the root leaves.
    Root(Level),
    /// More than one space: `L3 to S1`, from the first to the last.
    Span,
    /// A letter with a hole behind it: `C#`, `L***`.
    Hole,
}

impl What {
    /// The level, where one is named.
    pub(in crate::note) const fn level(self) -> Option<Level> {
        match self {
            Self::Interspace(level) | Self::Root(level) => Some(level),
            Self::Span | Self::Hole => None,
        }
    }
}

/// A level at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::note) struct Mention {
    pub(in crate::note) words: Range<usize>,
    pub(in crate::note) what: What,
}

/// A vertebra: the letter of its region and its number.
type Vertebra = (char, u8);

/// Every level that a text names, in its order.
pub(in crate::note) fn mentions(text: &Text<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut nth = 0;
    while nth < text.tokens.len() {
        match at(text, nth) {
            Some(mention) => {
                let letter = letter_of(text, &mention);
                nth = mention.words.end;
                found.push(mention);
                while let Some(next) = letter.and_then(|letter| following(text, nth, letter)) {
                    nth = next.words.end;
                    found.push(next);
                }
            }
            None => nth += 1,
        }
    }
    found
}

fn letter_of(text: &Text<'_>, mention: &Mention) -> Option<char> {
    let last = text.word_at(mention.words.end.checked_sub(1)?);
    let first = text.word_at(mention.words.start).chars().next();
    last.chars().next().filter(char::is_ascii_alphabetic).or(first)
}

/// `L3-4 and 4-5`: a second space whose letter is left out.
fn following(text: &Text<'_>, nth: usize, letter: char) -> Option<Mention> {
    let and = usize::from(text.word_at(nth) == "and");
    let joined = and == 1 || text.joint(nth) == Joint::Comma;
    let first = nth + and;
    let joint = text.joint(first + 1);
    if !joined || !matches!(joint, Joint::Hyphen | Joint::Slash) {
        return None;
    }
    let (upper, lower) = (number(text.word_at(first))?, number(text.word_at(first + 1)));
    let lower = lower
        .map(|number| (letter, number))
        .or_else(|| vertebra(text.word_at(first + 1)))?;
    let level = between((letter, upper), lower)?;
    Some(Mention {
        words: first..first + 2,
        what: What::Interspace(level),
    })
}

/// The level named at a word.
fn at(text: &Text<'_>, nth: usize) -> Option<Mention> {
    let word = text.word_at(nth);
    if let Some(hole) = hole(text, nth) {
        return Some(hole);
    }
    if let Some((upper, lower)) = run(word) {
        let what = What::Interspace(between(upper, lower)?);
        return Some(Mention {
            words: nth..nth + 1,
            what,
        });
    }
    let (upper, end) = vertebra_at(text, nth)?;
    if is_sequence(text, end) {
        return None;
    }
    let Some((lower, last)) = lower(text, upper, end) else {
        let what = What::Root(root(upper)?);
        return Some(Mention { words: nth..end, what });
    };
    let what = between(upper, lower).map_or(What::Span, What::Interspace);
    Some(Mention { words: nth..last, what })
}

/// A vertebra at a word, and where it ends: `L4`, `L-4`, `L 4`, `fourth lumbar`.
fn vertebra_at(text: &Text<'_>, nth: usize) -> Option<(Vertebra, usize)> {
    let word = text.word_at(nth);
    if let Some(vertebra) = vertebra(word) {
        return Some((vertebra, nth + 1));
    }
    let next = text.word_at(nth + 1);
    if let (Some(letter), Some(number)) = (letter(word), number(next).or_else(|| spoken(next))) {
        let close = matches!(text.joint(nth + 1), Joint::Hyphen | Joint::Blank) && text.is_capitals(nth);
        return (close && known((letter, number))).then_some(((letter, number), nth + 2));
    }
    if let (Some(number), Some(letter)) = (ordinal(word), named(next)) {
        return known((letter, number)).then_some(((letter, number), nth + 2));
    }
    let (letter, number) = (named(word)?, spoken(next)?);
    known((letter, number)).then_some(((letter, number), nth + 2))
}

/// The lower vertebra behind an upper one, and where it ends.
fn lower(text: &Text<'_>, upper: Vertebra, nth: usize) -> Option<(Vertebra, usize)> {
    let word = text.word_at(nth);
    // `between L5 and S1`.
    let before = |back: usize| nth.checked_sub(back).map_or("", |nth| text.word_at(nth));
    if word == "and" && (before(2) == "between" || before(3) == "between") {
        let (lower, end) = vertebra_at(text, nth + 1)?;
        return (next(upper) == Some(lower)).then_some((lower, end));
    }
    let hyphen = matches!(text.joint(nth), Joint::Hyphen | Joint::Slash);
    if matches!(word, "to" | "through" | "thru") {
        let between = text.joint(nth) <= Joint::Line && text.joint(nth + 1) <= Joint::Line;
        let (lower, end) = vertebra_at(text, nth + 1)?;
        return between.then_some((lower, end));
    }
    if !hyphen {
        return None;
    }
    if let Some(lower) = vertebra(word) {
        return Some((lower, nth + 1));
    }
    let number = number(word).or_else(|| spoken(word))?;
    // `L4-22 gauge` is no span.
    let lower = (upper.0, number);
    (known(lower) && number > upper.1)
        .then_some((lower, nth + 1))
        .or_else(|| {
            let crossing = next(upper).filter(|below| below.0 != upper.0 && below.1 == number)?;
            Some((crossing, nth + 1))
        })
}

/// A picture's weighting is no vertebra: `T1 weighted`, `T2 signal`; neither is a nerve of the head or a heart sound.
fn is_sequence(text: &Text<'_>, nth: usize) -> bool {
    matches!(
        text.word_at(nth),
        "weighted" | "signal" | "image" | "images" | "sequence" | "sequences" | "hyperintense" | "hyperintensity" | "w"
    )
}

/// A letter with a hole: `C***`, `L_-_`, `C#`.
fn hole(text: &Text<'_>, nth: usize) -> Option<Mention> {
    letter(text.word_at(nth)).filter(|_| text.is_capitals(nth))?;
    let next = text.tokens.get(nth + 1);
    let open = next.is_some_and(|token| token.kind == Kind::Hole && token.before <= Joint::Hyphen);
    let marked = text.gap(nth + 1).starts_with(['#', '_', '?']);
    let end = nth + 1 + usize::from(open);
    (open || marked).then_some(Mention {
        words: nth..end,
        what: What::Hole,
    })
}

/// `L45`, `L5S1`, `C67`: two vertebrae run together.
fn run(word: &str) -> Option<(Vertebra, Vertebra)> {
    let first = letter(word.get(..1)?)?;
    let rest = word.get(1..)?;
    if let Some(cut) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        return Some((vertebra(word.get(..=cut)?)?, vertebra(rest.get(cut..)?)?));
    }
    let figures: Vec<u8> = rest
        .chars()
        .map(|c| c.to_digit(10).and_then(|d| u8::try_from(d).ok()))
        .collect::<Option<_>>()?;
    let (upper, lower) = match figures.as_slice() {
        [upper, lower] => ((first, *upper), (first, *lower)),
        [a, b, 1] if *a == 1 && *b == 2 && first == 't' => ((first, 12), ('l', 1)),
        [a, b, c, d] if first == 't' => ((first, a * 10 + b), (first, c * 10 + d)),
        _ => return None,
    };
    let follows = next(upper) == Some(lower) || (first == 'l' && rest == "51").then_some(()).is_some();
    // `T12` and `C10` are vertebrae or nothing.
    (follows && (first != 't' || figures.len() > 2 || upper.1 > 1)).then_some((upper, next(upper)?))
}

fn letter(word: &str) -> Option<char> {
    match word {
        "c" | "t" | "l" | "s" => word.chars().next(),
        _ => None,
    }
}

fn named(word: &str) -> Option<char> {
    match word {
        "cervical" => Some('c'),
        "thoracic" => Some('t'),
        "lumbar" => Some('l'),
        "sacral" => Some('s'),
        _ => None,
    }
}

const SPOKEN: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

fn spoken(word: &str) -> Option<u8> {
    let place = SPOKEN.iter().position(|one| *one == word)?;
    u8::try_from(place + 1).ok()
}

fn ordinal(word: &str) -> Option<u8> {
    let place = ORDINALS.iter().position(|one| *one == word)?;
    u8::try_from(place + 1).ok()
}

fn number(word: &str) -> Option<u8> {
    word.parse().ok().filter(|number| (1..=12).contains(number))
}

/// `L4`, also with a small l read as a one by no one.
fn vertebra(word: &str) -> Option<Vertebra> {
    let letter = letter(word.get(..1)?)?;
    let rest = word.get(1..)?;
    let number = rest.parse().ok().filter(|_| !rest.starts_with(['0', '+']))?;
    known((letter, number)).then_some((letter, number))
}

fn known(vertebra: Vertebra) -> bool {
    let last = match vertebra.0 {
        'c' => 8,
        't' => 12,
        _ => 5,
    };
    (1..=last).contains(&vertebra.1)
}

/// The vertebra below.
fn next(vertebra: Vertebra) -> Option<Vertebra> {
    match vertebra {
        ('c', 7 | 8) => Some(('t', 1)),
        ('t', 12) => Some(('l', 1)),
        ('l', 5) => Some(('s', 1)),
        (letter, number) => known((letter, number + 1)).then_some((letter, number + 1)),
    }
}

fn between(upper: Vertebra, lower: Vertebra) -> Option<Level> {
    let written = format!("{}{}-{}{}", upper.0, upper.1, lower.0, lower.1);
    written.parse::<LevelFact>().ok()?.level
}

fn root(vertebra: Vertebra) -> Option<Level> {
    format!("{}{}", vertebra.0, vertebra.1).parse::<LevelFact>().ok()?.level
}
