//! What was tried so far: the weakest axes, and what began anew.

use super::axis;
use crate::pack::model::{Date, Teaching};
use crate::report::{Lines, phrases};
use crate::shelf::Learning;
use crate::train::review::{Reset, due, is_solved, weak_axes};

/// How far it is, on what it went wrong, and what is due.
#[must_use]
pub fn weak(kept: &Learning, teaching: &Teaching, today: Date) -> Lines {
    let mut lines = Lines::default();
    let solved = teaching.cases.iter().filter(|case| is_solved(kept, case)).count();
    lines.line(format!(
        "{solved} of {} solved, {} tried.",
        phrases::count(teaching.cases.len(), "case"),
        kept.cases.len()
    ));
    let due = due(kept, teaching, today);
    lines.line(match (due.len(), kept.forks.values().map(|fork| fork.due).min()) {
        (0, None) => "Nothing was tried yet.".to_owned(),
        (0, Some(next)) => format!("No fork is due; the next one on {next}."),
        (number, _) => format!("{} due again.", phrases::count(number, "fork")),
    });
    let axes = weak_axes(kept);
    if !axes.is_empty() {
        lines.heading("What goes wrong most");
        for one in axes {
            let text = format!("missed {} of {}", one.kept.missed, one.kept.asked);
            lines.item(&format!("  {:<29}", phrases::capital(axis(one.axis))), &text);
        }
    }
    lines
}

/// What began anew since the last time; empty where nothing did.
#[must_use]
pub fn resets(resets: &[Reset]) -> Lines {
    let mut lines = Lines::default();
    for reset in resets {
        match reset {
            Reset::Edited(id) => lines.item(
                "",
                &format!("The case {id} was edited since it was tried; it begins anew."),
            ),
            Reset::Gone(id) => lines.item("", &format!("The case {id} is no longer in the pack; it was dropped.")),
        };
    }
    lines
}
