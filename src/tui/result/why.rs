//! Why this is the result: the findings, each answer with its reason and sources, and what ruled every other code out.

use super::header::reading;
use crate::claim::{CaseResult, PathStep};
use crate::tui::page::{Page, Pen};
use crate::tui::words::{capital, finding_text, told};
use crate::tui::world::World;

/// The reasons as a page.
pub(super) fn page(world: &World<'_>, result: &CaseResult, width: u16) -> Page {
    let mut pen = world.pen(width);
    pen.heading("Your answers");
    for step in &result.path {
        answer(&mut pen, world, step);
    }
    if !result.why_not.is_empty() {
        pen.heading("Why not the other codes");
        for other in &result.why_not {
            pen.hang(
                (&other.code, pen.theme().strong),
                7,
                &capital(&other.why),
                pen.theme().text,
            );
        }
    }
    beside(&mut pen, result);
    pen.heading("Pack");
    let pack = &result.pack;
    pen.text(&format!(
        "{} edition {}, compared with its sources on {}",
        pack.id, pack.edition, pack.checked
    ));
    pen.done()
}

/// Findings and coverage in full.
fn beside(pen: &mut Pen, result: &CaseResult) {
    if !result.findings.is_empty() {
        pen.heading("To be said beside it");
        for finding in &result.findings {
            let first = format!("{}  ", finding.severity);
            pen.hang(
                (&first, pen.theme().strong),
                6,
                &finding_text(finding),
                pen.theme().text,
            );
        }
    }
    if !result.coverage.reasons.is_empty() {
        pen.heading("Coverage, a second verdict apart from the code");
        for reason in &result.coverage.reasons {
            let first = format!("{}: ", reading(reason.verdict));
            pen.write(&first, &told(&reason.text, reason.confidence), pen.theme().text);
        }
    }
}

fn answer(pen: &mut Pen, world: &World<'_>, step: &PathStep) {
    let theme = *pen.theme();
    let id = world.book.question_named(&step.question);
    let given = id.and_then(|id| {
        world
            .book
            .read(id, &step.answer)
            .ok()
            .map(|given| world.book.short(id, given))
    });
    let given = capital(&given.unwrap_or_else(|| step.answer.clone()));
    let assumed = if step.assumed { " (taken for granted)" } else { "" };
    pen.write(
        &format!("{}: ", world.title_of(&step.question)),
        &format!("{given}{assumed}"),
        theme.strong,
    );
    pen.hang(("", theme.text), 2, &told(&step.why, step.confidence), theme.text);
    if !step.sources.is_empty() {
        pen.hang(
            ("", theme.text),
            2,
            &format!("sources: {}", step.sources.join(", ")),
            theme.faint,
        );
    }
}
