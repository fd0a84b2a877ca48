//! An exam in a line, and its sheet: at 80 columns and as JSON. It names nobody.

use super::axis;
use crate::pack::model::{Exam, Teaching};
use crate::report::{Lines, phrases};
use crate::train::Sheet;

/// What an exam asks for, in a line.
#[must_use]
pub fn exam_words(exam: &Exam) -> String {
    let cases: usize = exam.parts.iter().map(|part| part.count).sum();
    let limit = exam
        .minutes
        .map(|minutes| format!(", {} on the full screen", minutes_words(minutes)));
    format!(
        "{}: {}, {} of 100 needed{}",
        exam.title,
        phrases::count(cases, "case"),
        exam.pass_mark,
        limit.unwrap_or_default()
    )
}

fn minutes_words(minutes: u16) -> String {
    phrases::count(usize::from(minutes), "minute")
}

/// The sheet as JSON.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn sheet_json(sheet: &Sheet) -> serde_json::Result<String> {
    serde_json::to_string_pretty(sheet).map(|json| json + "\n")
}

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
    if let Some(limit) = sheet.limit {
        let minutes = minutes_words(limit.minutes);
        lines.line(if limit.ran_out {
            format!("The time of {minutes} ran out; what was answered by then was handed in.")
        } else {
            format!("Handed in within the time of {minutes}.")
        });
    }
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
