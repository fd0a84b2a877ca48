//! Which form an input has.

use clap::ValueEnum;

use super::{json, table};
pub use crate::entry::lines::Read;
pub(super) use crate::entry::lines::{NO_CODE, NO_MODIFIER, NO_UNITS, code, level, modifier, units};
use crate::entry::lines::{Unread, read_lines};

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

/// Reads lines; `Auto` finds out the form.
///
/// # Errors
/// Everything that cannot be read, each with its place.
pub fn read(text: &str, format: Form) -> Result<Read, Unread> {
    let text = text.trim_start_matches('\u{feff}');
    let read = match found_out(text, format) {
        Form::Json => json::read(text)?,
        Form::Csv => table::read(text)?,
        Form::Text | Form::Auto => read_lines(text)?,
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
