//! Spinal levels and sides, and how people write them.

use std::str::FromStr;

use serde::{Serialize, Serializer};
use strum::{Display, EnumIter, EnumString, IntoEnumIterator as _, IntoStaticStr};
use thiserror::Error;

/// A level: the interspace or foramen between two vertebrae, or a sacral foramen; from the neck down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumIter, EnumString, IntoStaticStr)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Level {
    #[strum(serialize = "C1-C2")]
    C1C2,
    #[strum(serialize = "C2-C3")]
    C2C3,
    #[strum(serialize = "C3-C4")]
    C3C4,
    #[strum(serialize = "C4-C5")]
    C4C5,
    #[strum(serialize = "C5-C6")]
    C5C6,
    #[strum(serialize = "C6-C7")]
    C6C7,
    #[strum(serialize = "C7-T1")]
    C7T1,
    #[strum(serialize = "T1-T2")]
    T1T2,
    #[strum(serialize = "T2-T3")]
    T2T3,
    #[strum(serialize = "T3-T4")]
    T3T4,
    #[strum(serialize = "T4-T5")]
    T4T5,
    #[strum(serialize = "T5-T6")]
    T5T6,
    #[strum(serialize = "T6-T7")]
    T6T7,
    #[strum(serialize = "T7-T8")]
    T7T8,
    #[strum(serialize = "T8-T9")]
    T8T9,
    #[strum(serialize = "T9-T10")]
    T9T10,
    #[strum(serialize = "T10-T11")]
    T10T11,
    #[strum(serialize = "T11-T12")]
    T11T12,
    #[strum(serialize = "T12-L1")]
    T12L1,
    #[strum(serialize = "L1-L2")]
    L1L2,
    #[strum(serialize = "L2-L3")]
    L2L3,
    #[strum(serialize = "L3-L4")]
    L3L4,
    #[strum(serialize = "L4-L5")]
    L4L5,
    #[strum(serialize = "L5-S1")]
    L5S1,
    S1,
    S2,
    S3,
    S4,
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str((*self).into())
    }
}

/// The side of a foramen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Display, EnumString, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Both sides of one level.
    Both,
    /// The note does not say.
    NotDocumented,
}

/// The sides of one level given twice.
pub(super) fn together(a: Option<Side>, b: Option<Side>) -> Option<Side> {
    match (a, b) {
        (Some(Side::NotDocumented) | None, known) | (known, Some(Side::NotDocumented) | None) => known,
        (one, other) if one == other => one,
        _ => Some(Side::Both),
    }
}

/// A level as somebody gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LevelFact {
    /// The level; none where the note does not say.
    pub level: Option<Level>,
    /// The side; none where none was given, as between the laminae.
    pub side: Option<Side>,
    /// As it was written, in capitals and with the joints of the house: `L5:left` stays a root.
    pub written: String,
}

impl LevelFact {
    /// Whether a nerve root was written and its foramen understood.
    #[must_use]
    pub fn is_read_as_root(&self) -> bool {
        let (level, _) = self.written.split_once(':').unwrap_or((&self.written, ""));
        vertebra(&plain(level)).is_some_and(|(letter, _)| letter != 'S') && self.level.is_some()
    }
}

/// Why a level cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LevelError {
    /// No such level.
    #[error("`{0}` is not a spinal level; write L4-L5, S1 or not-documented, with a side as L4-L5:left")]
    NoSuchLevel(String),
    /// A span of several levels.
    #[error("`{0}` spans several levels; give each one it entered, such as level=L4-L5 level=L5-S1")]
    Span(String),
    /// No such side.
    #[error("`{0}` is not a side; write left, right, both or not-documented")]
    NoSuchSide(String),
}

const NOT_DOCUMENTED: &str = "not-documented";

impl FromStr for LevelFact {
    type Err = LevelError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (level, side) = text
            .split_once(':')
            .map_or((text, None), |(level, side)| (level, Some(side)));
        let side = side.map(read_side).transpose()?;
        let (level, name) = if level.eq_ignore_ascii_case(NOT_DOCUMENTED) {
            (None, NOT_DOCUMENTED.to_owned())
        } else {
            let known = read_level(level)?;
            let root = vertebra(&plain(level)).map(|_| plain(level));
            (Some(known), root.unwrap_or_else(|| known.to_string()))
        };
        let written = side.map_or_else(|| name.clone(), |side| format!("{name}:{side}"));
        Ok(Self { level, side, written })
    }
}

fn read_side(text: &str) -> Result<Side, LevelError> {
    let side = match text.to_ascii_lowercase().as_str() {
        "l" | "lt" => "left",
        "r" | "rt" => "right",
        "b" | "bilateral" => "both",
        other => return Side::from_str(other).map_err(|_| LevelError::NoSuchSide(text.to_owned())),
    };
    Side::from_str(side).map_err(|_| LevelError::NoSuchSide(text.to_owned()))
}

/// Capitals and figures, every joint a hyphen.
fn plain(text: &str) -> String {
    let joint = |c: char| {
        if matches!(c, '/' | '_' | '\u{2010}'..='\u{2015}') {
            '-'
        } else {
            c
        }
    };
    let kept = text.chars().filter(|c| !c.is_whitespace()).map(joint);
    kept.collect::<String>().to_ascii_uppercase()
}

fn read_level(text: &str) -> Result<Level, LevelError> {
    let plain = plain(text);
    let no_such = || LevelError::NoSuchLevel(text.to_owned());
    if let Ok(level) = Level::from_str(&plain) {
        return Ok(level);
    }
    if let Some(root) = vertebra(&plain) {
        return foramen_of(root).ok_or_else(no_such);
    }
    let (upper, lower) = plain.split_once('-').or_else(|| joined(&plain)).ok_or_else(no_such)?;
    let upper = vertebra(upper).ok_or_else(no_such)?;
    let next = below(upper).ok_or_else(no_such)?;
    let lower = lower
        .parse()
        .map(|number| (next.0, number))
        .ok()
        .or_else(|| vertebra(lower))
        .ok_or_else(no_such)?;
    if lower == next {
        between(upper, next).ok_or_else(no_such)
    } else {
        Err(LevelError::Span(text.to_owned()))
    }
}

/// `L5`: a vertebra, or the root named after it.
fn vertebra(text: &str) -> Option<(char, u8)> {
    let letter = text.chars().next().filter(|c| matches!(c, 'C' | 'T' | 'L' | 'S'))?;
    let number = text.get(1..)?.parse().ok()?;
    let last = match letter {
        'C' => 8,
        'T' => 12,
        'L' => 5,
        _ => 4,
    };
    (1..=last).contains(&number).then_some((letter, number))
}

/// `L45`, `L5S1`, `T1011`, `L51`: two vertebrae run together.
fn joined(text: &str) -> Option<(&str, &str)> {
    let cuts = (2..text.len()).filter_map(|at| text.split_at_checked(at));
    let mut fits = cuts.filter(|(upper, lower)| {
        let next = vertebra(upper).and_then(below);
        next.is_some()
            && (lower
                .parse()
                .ok()
                .zip(next)
                .is_some_and(|(n, next): (u8, _)| n == next.1)
                || vertebra(lower) == next)
    });
    fits.next()
}

/// The vertebra below.
fn below((letter, number): (char, u8)) -> Option<(char, u8)> {
    match (letter, number) {
        ('C', 7) => Some(('T', 1)),
        ('T', 12) => Some(('L', 1)),
        ('L', 5) => Some(('S', 1)),
        ('C', 8) | ('S', _) => None,
        _ => Some((letter, number + 1)),
    }
}

fn between(upper: (char, u8), lower: (char, u8)) -> Option<Level> {
    let name = format!("{}{}-{}{}", upper.0, upper.1, lower.0, lower.1);
    Level::iter().find(|level| <&str>::from(*level) == name)
}

/// Where a root leaves the canal: above its vertebra in the neck, below it elsewhere.
fn foramen_of((letter, number): (char, u8)) -> Option<Level> {
    match (letter, number) {
        ('C', 1) => None,
        ('C', 8) => Some(Level::C7T1),
        ('C', number) => between(('C', number - 1), ('C', number)),
        root => between(root, below(root)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, LevelError> {
        text.parse::<LevelFact>()
            .map(|fact| fact.level.map_or_else(|| "?".to_owned(), |level| level.to_string()))
    }

    #[test]
    fn every_way_people_write_a_level() {
        for (written, level) in [
            ("L4-L5", "L4-L5"),
            ("L4-5", "L4-L5"),
            ("L4/5", "L4-L5"),
            ("L4/L5", "L4-L5"),
            ("L45", "L4-L5"),
            ("l4-l5", "L4-L5"),
            ("L4 - L5", "L4-L5"),
            ("L4\u{2013}5", "L4-L5"),
            ("L5S1", "L5-S1"),
            ("L51", "L5-S1"),
            ("L5-1", "L5-S1"),
            ("S1", "S1"),
            ("L5", "L5-S1"),
            ("C6", "C5-C6"),
            ("C8", "C7-T1"),
            ("C71", "C7-T1"),
            ("T12", "T12-L1"),
            ("T12L1", "T12-L1"),
            ("T1011", "T10-T11"),
            ("T89", "T8-T9"),
            ("not-documented", "?"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(level), "{written}");
        }
    }

    #[test]
    fn every_level_reads_its_own_name() {
        assert_eq!(Level::iter().count(), 28);
        for level in Level::iter() {
            assert_eq!(read(&level.to_string()).as_deref(), Ok(level.to_string().as_str()));
        }
    }

    #[test]
    fn what_is_not_a_level_is_refused() {
        assert!(matches!(read("L4-S1"), Err(LevelError::Span(_))));
        for wrong in ["L6", "X4", "C1", "S5", "", "L", "4-5", "L4-L5:up"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_root_is_told_from_an_interspace() {
        let root = |text: &str| text.parse::<LevelFact>().unwrap().is_read_as_root();
        assert!(root("L5") && root("c6:left"));
        assert!(!root("L5-S1") && !root("S1:left") && !root("not-documented"));
    }
}
