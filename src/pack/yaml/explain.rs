//! The errors of the YAML library in words that say how to mend them.

use serde_yaml::Error;
use serde_yaml::budget::BudgetBreach;

use super::{MAX_DEPTH, MAX_NODES, Place, SyntaxError, decode, first_line};

pub(super) fn explain(error: &Error, text: &str) -> SyntaxError {
    let mut place = error.location().map(decode::place).unwrap_or_default();
    place.offset = offset(text, place);
    let (message, help) = match error {
        Error::Budget { breach, .. } => over_budget(breach),
        Error::MergeKeyNotAllowed { .. } => (
            "a merge key (`<<`) is not allowed".to_owned(),
            "Write the values out where they hold, so that a reader sees them there.".to_owned(),
        ),
        Error::UnsupportedTag { .. } => (
            "a tag (a word that starts with `!`) is not allowed".to_owned(),
            "Remove the tag, or put the whole text in quotes.".to_owned(),
        ),
        Error::Unexpected {
            expected: "string scalar",
            ..
        } => (
            "a key must be one word".to_owned(),
            "Write `key: value`; put a text that starts with `[` or `{` in quotes.".to_owned(),
        ),
        other if plain(other).contains("recursion limit") => over_budget(&BudgetBreach::Depth { depth: MAX_DEPTH }),
        other => (format!("this is not valid YAML: {}", plain(other)), advice(text, place)),
    };
    SyntaxError { place, message, help }
}

/// Errors come with line and column only.
fn offset(text: &str, place: Place) -> usize {
    let lines = text.split_inclusive('\n');
    let start: usize = lines.take(place.line.saturating_sub(1)).map(str::len).sum();
    let before = first_line(text, start).chars().take(place.column.saturating_sub(1));
    start + before.map(char::len_utf8).sum::<usize>()
}

fn over_budget(breach: &BudgetBreach) -> (String, String) {
    let (message, help) = match breach {
        BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. } => (
            "anchors (`&name`) and aliases (`*name`) are not allowed".to_owned(),
            "Write the values out where they hold; put a text that starts with `&` or `*` in quotes.",
        ),
        BudgetBreach::Depth { .. } => (
            format!("values are nested more than {MAX_DEPTH} levels deep"),
            "A data file needs no more than ten; look for a stray `[` or `{`.",
        ),
        BudgetBreach::Nodes { .. } => (
            format!("the file holds more than {MAX_NODES} values"),
            "Split the file, or remove what is not needed.",
        ),
        BudgetBreach::Documents { .. } => (
            "the file holds more than one document".to_owned(),
            "Remove the `---` line between them: one file holds one document.",
        ),
        other => (
            format!("the file is too large to be a data file ({other:?})"),
            "Make it smaller.",
        ),
    };
    (message, help.to_owned())
}

/// The library's words without its own "at line, column".
fn plain(error: &Error) -> String {
    let text = error.to_string();
    let end = text.find(" at line ").unwrap_or(text.len());
    text.get(..end)
        .unwrap_or(&text)
        .trim_end_matches(['.', ':', ','])
        .to_owned()
}

fn advice(text: &str, place: Place) -> String {
    let mut here = text.lines().skip(place.line.saturating_sub(1)).take(2);
    if here.any(|line| line.contains('\t')) {
        return "Replace the tab with spaces: YAML indents with spaces only.".to_owned();
    }
    "Look at this line and the one above it: indentation, an open quote or bracket, or a `: ` inside a text that needs quotes."
        .to_owned()
}
