//! What every form of claim lines has in common: codes, modifiers, units, levels.

use crate::claim::LevelFact;

/// A code, in capitals: five characters, digits but for a letter at one end.
#[must_use]
pub fn code(text: &str) -> Option<String> {
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let fits = text.len() == 5 && matches!(letters.as_slice(), [] | [(0 | 4, 'A'..='Z' | 'a'..='z')]);
    fits.then(|| text.to_ascii_uppercase())
}

/// The longest word taken for a modifier; whether it is one is for the checks to say.
const LONGEST: usize = 4;

/// A modifier, in capitals, as it was written.
#[must_use]
pub fn modifier(text: &str) -> Option<String> {
    let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_alphanumeric());
    fits.then(|| text.to_ascii_uppercase())
}

/// Units: a whole number.
#[must_use]
pub fn units(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// A level by its usual name.
///
/// # Errors
/// What is wrong with it.
pub fn level(text: &str) -> Result<String, String> {
    let fact: LevelFact = text
        .parse()
        .map_err(|error: crate::claim::LevelError| error.to_string())?;
    if fact.side.is_some() {
        return Err("a side stands on a line as its modifier, such as LT; leave it off the level".to_owned());
    }
    let level = fact.level.map(|level| level.to_string());
    level.ok_or_else(|| "leave the level empty where it is not documented".to_owned())
}

/// What is said of a word that is no code.
pub const NO_CODE: &str = "is not a code; a code has five digits, of which the first or the last may be a letter";

/// What is said of a word that is no modifier.
pub const NO_MODIFIER: &str = "is not a modifier; a modifier has two letters or digits";

/// What is said of a word that is no number of units.
pub const NO_UNITS: &str = "is not a number of units; write a whole number";
