//! What drugs are measured in.

use std::fmt;

use crate::note::{Joint, Kind, Text};

/// How much of a drug itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mass {
    /// mg
    Milligram,
    /// mcg
    Microgram,
    /// International units.
    Unit,
    /// mEq
    Milliequivalent,
}

/// What an amount is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// The drug itself.
    Mass(Mass),
    /// The fluid: mL, cc.
    Milliliter,
    /// Grams in 100 mL.
    Percent,
    /// The drug in a milliliter.
    PerMilliliter(Mass),
}

/// What of a mention an amount gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Measure {
    Dose,
    Volume,
    Strength,
}

impl Unit {
    pub(super) fn measure(self) -> Measure {
        match self {
            Self::Mass(_) => Measure::Dose,
            Self::Milliliter => Measure::Volume,
            Self::Percent | Self::PerMilliliter(_) => Measure::Strength,
        }
    }
}

impl fmt::Display for Mass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Milligram => "mg",
            Self::Microgram => "mcg",
            Self::Unit => "units",
            Self::Milliequivalent => "mEq",
        })
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mass(mass) => write!(f, " {mass}"),
            Self::Milliliter => f.write_str(" mL"),
            Self::Percent => f.write_str("%"),
            Self::PerMilliliter(mass) => write!(f, " {mass}/mL"),
        }
    }
}

/// A unit in a note.
pub(super) struct Written {
    pub(super) unit: Unit,
    /// A length was written where a volume is meant: "millimeters".
    pub(super) slip: bool,
    /// The first word behind it.
    pub(super) next: usize,
}

/// The unit that begins at a word, right behind its number.
pub(super) fn unit(text: &Text<'_>, at: usize) -> Option<Written> {
    if text.joint(at) > Joint::Line {
        return None;
    }
    let word = text.word_at(at);
    let written = |unit, next| {
        Some(Written {
            unit,
            slip: false,
            next,
        })
    };
    if word == "%" || word == "percent" {
        return written(Unit::Percent, at + 1);
    }
    if word == "per" && text.word_at(at + 1) == "cent" {
        return written(Unit::Percent, at + 2);
    }
    if matches!(word, "millimeter" | "millimeters" | "millimetre" | "millimetres") {
        return Some(Written {
            unit: Unit::Milliliter,
            slip: true,
            next: at + 1,
        });
    }
    if is_volume(word) {
        return (!is_rate(text, at + 1)).then_some(Written {
            unit: Unit::Milliliter,
            slip: false,
            next: at + 1,
        });
    }
    let mass = mass(word)?;
    match behind_per(text, at + 1) {
        Some(next) if is_volume(text.word_at(next)) => written(Unit::PerMilliliter(mass), next + 1),
        // `40 mg/1 mL`
        Some(next) if text.word_at(next) == "1" && is_volume(text.word_at(next + 1)) => {
            written(Unit::PerMilliliter(mass), next + 2)
        }
        _ if is_rate(text, at + 1) => None,
        _ => written(Unit::Mass(mass), at + 1),
    }
}

fn mass(word: &str) -> Option<Mass> {
    match word {
        "mg" | "mgs" | "mgm" | "milligram" | "milligrams" | "mgi" => Some(Mass::Milligram),
        "mcg" | "mcgs" | "ug" | "\u{b5}g" | "\u{3bc}g" | "microgram" | "micrograms" => Some(Mass::Microgram),
        "unit" | "units" | "iu" => Some(Mass::Unit),
        "meq" | "meqs" | "milliequivalent" | "milliequivalents" => Some(Mass::Milliequivalent),
        _ => None,
    }
}

fn is_volume(word: &str) -> bool {
    matches!(
        word,
        "ml" | "mls" | "cc" | "ccs" | "milliliter" | "milliliters" | "millilitre" | "millilitres" | "milliters"
    )
}

/// The word behind a slash or `per`.
fn behind_per(text: &Text<'_>, at: usize) -> Option<usize> {
    match text.joint(at) {
        Joint::Slash => Some(at),
        joint if joint <= Joint::Line && text.word_at(at) == "per" => Some(at + 1),
        _ => None,
    }
}

/// Whether an amount is so much in a time, or of a laboratory: `8 mL/hr`, `110 mg/dL`.
fn is_rate(text: &Text<'_>, at: usize) -> bool {
    let per = behind_per(text, at).or_else(|| (text.word_at(at) == "an").then_some(at + 1));
    per.is_some_and(|next| {
        matches!(
            text.word_at(next),
            "dl" | "kg" | "day" | "h" | "hr" | "hour" | "hours" | "min" | "minute" | "l" | "liter"
        ) && text.tokens.get(next).is_some_and(|token| token.kind == Kind::Word)
    })
}
