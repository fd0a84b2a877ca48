//! Amounts in a note: a number or a hole, and a unit.

use std::fmt;
use std::ops::Range;

use super::decimal::Decimal;
use super::number::{figure, span};
use super::unit::{Unit, unit};
use crate::note::{Joint, Kind, Text};

/// How much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// So much.
    Exact(Decimal),
    /// From so much to so much.
    Between(Decimal, Decimal),
    /// A template left it open.
    Hole,
}

/// An amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Its words.
    pub words: Range<usize>,
    /// How much.
    pub value: Value,
    /// Of what unit.
    pub unit: Unit,
    /// Worked out from other amounts; the words are those of the others.
    pub computed: bool,
    /// A length was written where a volume is meant.
    pub slip: bool,
}

impl Amount {
    /// The number, where there is one.
    #[must_use]
    pub fn exact(&self) -> Option<Decimal> {
        match self.value {
            Value::Exact(number) => Some(number),
            _ => None,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Value::Exact(number) => write!(f, "{number}{}", self.unit),
            Value::Between(from, to) => write!(f, "{from} to {to}{}", self.unit),
            Value::Hole => write!(f, "?{}", self.unit),
        }
    }
}

/// What an amount is of that is no drug: a 10 mL syringe.
const VESSELS: [&str; 5] = ["syringe", "syringes", "glass", "plastic", "luer"];

/// All amounts of a note in their order.
pub(super) fn amounts(text: &Text<'_>) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let Some(amount) = amount(text, at) else {
            at += 1;
            continue;
        };
        at = amount.words.end;
        if !VESSELS.contains(&text.word_at(at)) {
            amounts.push(amount);
        }
    }
    amounts
}

/// The amount that begins at a word.
fn amount(text: &Text<'_>, at: usize) -> Option<Amount> {
    let made = |value, from: usize| {
        unit(text, from).map(|written| Amount {
            words: at..written.next,
            value,
            unit: written.unit,
            computed: false,
            slip: written.slip,
        })
    };
    if text.tokens.get(at)?.kind == Kind::Hole {
        return made(Value::Hole, at + 1);
    }
    let (first, next) = figure(text, at)?;
    if let Some((second, next)) = span(text, at, next)
        && second > first
        && let Some(range) = made(Value::Between(first, second), next)
    {
        return Some(range);
    }
    let single = made(Value::Exact(first), next)?;
    Some(up_to(text, &single, first).unwrap_or(single))
}

/// A span with its unit twice: `5 mL to 10 mL`.
fn up_to(text: &Text<'_>, first: &Amount, from: Decimal) -> Option<Amount> {
    let (second, next) = span(text, first.words.start, first.words.end)?;
    let written = unit(text, next).filter(|written| written.unit == first.unit)?;
    (second > from && text.joint(next) <= Joint::Line).then(|| Amount {
        words: first.words.start..written.next,
        value: Value::Between(from, second),
        ..first.clone()
    })
}
