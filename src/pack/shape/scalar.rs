//! Single values: texts, days, choices and numbers.

use super::schema::Choice;
use super::{Node, Value, Walk};
use crate::pack::model::Date;
use crate::pack::suggest::did_you_mean;
use crate::pack::words::quoted;

impl Walk<'_> {
    /// The text, or a finding.
    pub(super) fn text<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n str> {
        let help = match &node.value {
            Value::Text(text) => return Some(text),
            Value::Number(_) | Value::Bool(_) => {
                format!(
                    "Quote it: \"{}\". Without quotes YAML reads a number or true/false.",
                    self.source(node)
                )
            }
            _ => "Write one text; quote it where it holds `: `, `#`, `[` or `{`.".to_owned(),
        };
        self.mismatch(node, what, "a text", help);
        None
    }

    pub(super) fn date(&mut self, node: &Node, what: &str) {
        let Some(text) = self.text(node, what) else { return };
        if text.parse::<Date>().is_err() {
            let message = format!("{what} must be a day of the calendar, not {}", quoted(text));
            self.report("bad-date", node.place, message, day_help(text));
        }
    }

    pub(super) fn choice(&mut self, node: &Node, choices: &[Choice<'_>], what: &str) {
        let Some(text) = self.text(node, what) else { return };
        if !choices.iter().any(|choice| choice.word == text) {
            let message = format!("{what} cannot be {}", quoted(text));
            let help = did_you_mean(text, choices.iter().map(|choice| choice.word), "Allowed");
            self.report("unknown-choice", node.place, message, help);
        }
    }

    pub(super) fn flag(&mut self, node: &Node, what: &str) {
        if !matches!(node.value, Value::Bool(_)) {
            self.mismatch(node, what, "true or false", "Write `true` or `false`, without quotes.");
        }
    }

    pub(super) fn whole(&mut self, node: &Node, what: &str) {
        let fits =
            matches!(&node.value, Value::Number(number) if number.as_u64().is_some_and(|n| u32::try_from(n).is_ok()));
        if !fits {
            self.mismatch(
                node,
                what,
                "a whole number without quotes",
                "Write digits only, without quotes, such as `1`.",
            );
        }
    }
}

/// Says whether the form or the day itself is wrong.
fn day_help(text: &str) -> &'static str {
    let form = |(index, c): (usize, char)| {
        if matches!(index, 4 | 7) {
            c == '-'
        } else {
            c.is_ascii_digit()
        }
    };
    if text.len() == 10 && text.chars().enumerate().all(form) {
        "The form is right, but there is no such day: look at the month and the day."
    } else {
        "Write the year, the month and the day as YYYY-MM-DD, such as \"2026-01-31\"."
    }
}
