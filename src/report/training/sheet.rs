//! The sheet of an exam, at 80 columns. It names nobody.

use super::axis;
use crate::pack::model::Teaching;
use crate::report::{Lines, phrases};
use crate::train::Sheet;

/// The sheet: the score, each case with its own, and what was wrong.
#[must_use]
pub fn sheet_text(sheet: &Sheet, teaching: &Teaching) -> Lines {
    let mut lines = Lines::default();
    lines.line(&sheet.title);
    lines.line(format!(
        "{}, seed {}, pack {}",
        phrases::count(sheet.marks.len(), "case"),
        sheet.seed,
        sheet.edition
    ));
    let passed = if sheet.passed { "Passed" } else { "Not passed" };
    lines.gap().line(format!(
        "{passed}: {} of 100, with {} needed.",
        sheet.percent, sheet.pass_mark
    ));
    lines.heading("Cases");
    for (number, (id, mark)) in (1..).zip(&sheet.marks) {
        let title = teaching.case(id).map_or(id.as_str(), |case| case.title.as_str());
        let score = mark
            .as_ref()
            .map_or_else(|| "  -".to_owned(), |mark| format!("{:>3}", mark.score.percent()));
        lines.item(&format!("{number:>3}  {score}  "), &format!("{title} ({id})"));
        let Some(mark) = mark else { continue };
        for mistake in &mark.score.mistakes {
            let entered = mistake.entered.as_deref().unwrap_or("nothing");
            let key = mistake
                .key
                .as_deref()
                .map(|key| format!(" for {key}"))
                .unwrap_or_default();
            lines.item("            ", &format!("{entered}{key}: {}", axis(mistake.axis)));
        }
    }
    lines
}
