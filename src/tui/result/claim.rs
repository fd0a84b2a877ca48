//! The claim: its lines, what the head does not say of them, how others read them, what goes with it, what to ask.

use super::header::cut_short;
use crate::claim::{Alternative, CaseResult};
use crate::pack::model::Member;
use crate::report::{claim_line, companion_code, left_off};
use crate::tui::keys::Command;
use crate::tui::page::{Page, Pen};
use crate::tui::words::{finding_text, payer, told};
use crate::tui::world::World;
use ratatui::layout::Size;

/// The claim as a page; `area` is what the whole result has.
pub(super) fn page(world: &World<'_>, result: &CaseResult, area: Size) -> Page {
    let mut pen = world.pen(area.width);
    lines(&mut pen, result);
    ask_levels(&mut pen, world, result);
    findings(&mut pen, world, result, area);
    for alternative in &result.alternatives {
        otherwise(&mut pen, alternative);
    }
    if !result.companions.is_empty() {
        pen.heading("May be reported with it");
        for companion in &result.companions {
            let first = format!("{}  ", companion_code(companion));
            pen.hang(
                (&first, pen.theme().strong),
                9,
                &told(&companion.when, companion.confidence),
                pen.theme().text,
            );
        }
    }
    if !result.questions.is_empty() {
        pen.heading("Ask the provider");
        for question in &result.questions {
            pen.point(question);
        }
    }
    left_off_beside(&mut pen, result);
    pen.done()
}

/// The codes that must not stand beside the lines.
fn left_off_beside(pen: &mut Pen, result: &CaseResult) {
    if !result.do_not_report.is_empty() {
        pen.heading("Not beside it");
    }
    for (codes, one) in left_off(result) {
        let first = format!("{codes}  ");
        pen.hang(
            (&first, pen.theme().strong),
            9,
            &told(&one.why, one.confidence),
            pen.theme().text,
        );
    }
}

/// The claim lines, or that there is none.
pub(crate) fn lines(pen: &mut Pen, result: &CaseResult) {
    if result.lines.is_empty() {
        pen.write("", "No line: nothing is billed as it stands.", pen.theme().strong);
    }
    for line in &result.lines {
        pen.write("", &claim_line(line), pen.theme().strong);
        if let Some(note) = &line.note {
            pen.write("  ", note, pen.theme().text);
        }
    }
}

/// How to give levels, where the code counts them and none was given.
fn ask_levels(pen: &mut Pen, world: &World<'_>, result: &CaseResult) {
    let counts = |member: &Member| member.parent.is_some() && member.parent == result.code;
    if world.case().context.levels.is_empty() && world.book.family.iter().any(counts) {
        let key = world.keys.of(Command::Levels);
        pen.text(&format!(
            "This code counts levels and none was given: {key} gives levels and sides."
        ));
    }
}

fn findings(pen: &mut Pen, world: &World<'_>, result: &CaseResult, area: Size) {
    let unsaid = cut_short(world, result, area);
    if !unsaid.is_empty() {
        pen.heading("To be said beside it");
    }
    for finding in unsaid {
        let first = format!("{}  ", finding.severity);
        pen.hang(
            (&first, pen.theme().strong),
            6,
            &finding_text(finding),
            pen.theme().text,
        );
    }
}

/// Another reading: whose, its lines, the rule and where it stands.
pub(crate) fn otherwise(pen: &mut Pen, alternative: &Alternative) {
    let (whose, rule) = alternative
        .when
        .split_once(": ")
        .map_or((None, alternative.when.as_str()), |(whose, rule)| (Some(whose), rule));
    let whose = whose.map(|whose| format!(": {}", payer(whose))).unwrap_or_default();
    pen.heading(&format!("Read otherwise{whose}"));
    for line in &alternative.lines {
        pen.write("  ", &claim_line(line), pen.theme().strong);
    }
    let theme = *pen.theme();
    pen.hang(("", theme.text), 2, &told(rule, alternative.confidence), theme.text);
    if !alternative.sources.is_empty() {
        let sources = format!("sources: {}", alternative.sources.join(", "));
        pen.hang(("", theme.text), 2, &sources, theme.faint);
    }
}
