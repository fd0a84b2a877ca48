//! Which form an input has, and what every form has in common: codes, modifiers, units, levels.

use clap::ValueEnum;

use super::unread::Unread;
use super::{json, loose, table};
use crate::claim::{LevelFact, Line};

/// How lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Form {
    /// Found out from the text
    #[default]
    Auto,
    /// Comma or tab separated: code, modifiers, units, levels
    Csv,
    /// An array of lines, or an object that holds `lines`, such as the answer of `code --json`
    Json,
    /// As people write them: 64483-50, 64484 x2
    Text,
}

/// What an input holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// The lines as understood.
    pub lines: Vec<Line>,
    /// Facts such as `payer=medicare` that stood among them.
    pub facts: Vec<String>,
}

/// Reads lines; `Auto` finds out the form.
///
/// # Errors
/// Everything that cannot be read, each with its place.
pub fn read(text: &str, format: Form) -> Result<Read, Unread> {
    let text = text.trim_start_matches('\u{feff}');
    let read = match found_out(text, format) {
        Form::Json => json::read(text)?,
        Form::Csv => table::read(text)?,
        Form::Text | Form::Auto => loose::read(text)?,
    };
    if read.lines.is_empty() {
        return Err(Unread::one(
            "the input",
            "",
            "holds no claim line; write lines such as CODE-50, CODE x2",
        ));
    }
    Ok(read)
}

fn found_out(text: &str, format: Form) -> Form {
    if format != Form::Auto {
        format
    } else if text.trim_start().starts_with(['[', '{']) {
        Form::Json
    } else if table::is_table(text) {
        Form::Csv
    } else {
        Form::Text
    }
}

/// A code, in capitals: five characters, digits but for a letter at one end.
pub(super) fn code(text: &str) -> Option<String> {
    let letters: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let fits = text.len() == 5 && matches!(letters.as_slice(), [] | [(0 | 4, 'A'..='Z' | 'a'..='z')]);
    fits.then(|| text.to_ascii_uppercase())
}

/// The longest word taken for a modifier; whether it is one is for the checks to say.
const LONGEST: usize = 4;

/// A modifier, in capitals, as it was written.
pub(super) fn modifier(text: &str) -> Option<String> {
    let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(|c| c.is_ascii_alphanumeric());
    fits.then(|| text.to_ascii_uppercase())
}

/// Units: a whole number.
pub(super) fn units(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// A level by its usual name.
pub(super) fn level(text: &str) -> Result<String, String> {
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
pub(super) const NO_CODE: &str =
    "is not a code; a code has five digits, of which the first or the last may be a letter";

/// What is said of a word that is no modifier.
pub(super) const NO_MODIFIER: &str = "is not a modifier; a modifier has two letters or digits";

/// What is said of a word that is no number of units.
pub(super) const NO_UNITS: &str = "is not a number of units; write a whole number";
