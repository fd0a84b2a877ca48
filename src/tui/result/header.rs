//! The head of a result: code, one sentence of why, the second verdict, the findings.

use ratatui::layout::Size;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::tab::Tab;
use crate::claim::{CaseResult, Finding, Line, StatusWord};
use crate::pack::model::FindingSeverity;
use crate::pack::model::Verdict;
pub(super) use crate::report::phrases::verdict as reading;
use crate::tree::Status;
use crate::tui::keys::{Command, Place};
use crate::tui::page::{Page, Pen, cut};
use crate::tui::theme::Theme;
use crate::tui::words::{count, finding_text, payer, told};
use crate::tui::world::World;

/// The head in lines; findings are cut to one line each where it would take more than half the screen.
pub(super) fn page(world: &World<'_>, result: &CaseResult, width: u16, height: u16) -> Page {
    let whole = written(world, result, width, usize::MAX);
    if whole.lines.len() * 2 <= usize::from(height) {
        return whole;
    }
    written(world, result, width, usize::from(width))
}

/// The lines the head may take of an area.
pub(super) const fn most(height: u16) -> u16 {
    height.saturating_sub(5)
}

/// The findings that the head cuts short or leaves out.
pub(super) fn cut_short<'a>(world: &World<'_>, result: &'a CaseResult, area: Size) -> Vec<&'a Finding> {
    let whole = written(world, result, area.width, usize::MAX);
    let head = page(world, result, area.width, area.height);
    let rows = usize::from(most(area.height));
    if head == whole && whole.lines.len() <= rows {
        return Vec::new();
    }
    let first = head.lines.len().saturating_sub(result.findings.len());
    let said = |(nth, finding): &(usize, &Finding)| {
        let room = usize::from(area.width).saturating_sub(badge(finding).len() + 1);
        first + nth < rows && finding_text(finding).width() <= room
    };
    let findings = result.findings.iter().enumerate();
    findings.filter(|one| !said(one)).map(|(_, finding)| finding).collect()
}

fn badge(finding: &Finding) -> String {
    format!(" {} ", finding.severity)
}

fn written(world: &World<'_>, result: &CaseResult, width: u16, most: usize) -> Page {
    let mut pen = world.pen(width);
    verdict(&mut pen, world, result);
    lines(&mut pen, result);
    procedures(&mut pen, world);
    noted(&mut pen, world);
    pen.text(&result.why.clone().unwrap_or_else(|| hangs_on(world, result)));
    if result.status == StatusWord::Code {
        pen.text(&cut(
            &coverage(result, &world.case().context.payer),
            most.min(2 * usize::from(width)),
        ));
    }
    for finding in &result.findings {
        let badge = badge(finding);
        let text = cut(&finding_text(finding), most.saturating_sub(badge.len() + 1));
        let style = severity(world.look.theme, finding.severity);
        let column = badge.len() + 1;
        pen.hang_badge((&badge, style), column, (&text, world.look.theme.text));
    }
    pen.done()
}

/// The styles of the severity words.
pub(super) const fn severity(theme: Theme, severity: FindingSeverity) -> Style {
    match severity {
        FindingSeverity::Stop => theme.stop,
        FindingSeverity::Warn => theme.warn,
        FindingSeverity::Info => theme.tab,
    }
}

fn verdict(pen: &mut Pen, world: &World<'_>, result: &CaseResult) {
    let theme = world.look.theme;
    let (badge, style, title) = match result.status {
        StatusWord::Code => {
            let code = result.code.clone().unwrap_or_default();
            let title = world
                .book
                .card(&code)
                .map(|card| card.title.clone())
                .unwrap_or_default();
            (code, theme.code, title)
        }
        StatusWord::Signpost => {
            let title = result
                .signpost
                .as_ref()
                .map(|signpost| signpost.title.clone())
                .unwrap_or_default();
            ("outside this family".to_owned(), theme.away, title)
        }
        StatusWord::Undetermined => (
            "undetermined".to_owned(),
            theme.open,
            format!("Still possible: {}", candidates(world, result)),
        ),
    };
    let badge = format!("  {badge}  ");
    pen.hang_badge((&badge, style), badge.len() + 2, (&title, theme.strong));
}

/// What the note leaves to be looked at: its contradictions, and another procedure.
fn noted(pen: &mut Pen, world: &World<'_>) {
    let Some(note) = world.note else { return };
    let mut told = Vec::new();
    let clashes = note.reading().conflicts.len();
    if clashes > 0 {
        let key = world.keys.at(Place::Result, Command::Evidence);
        told.push(format!(
            "To look at in the note ({}): {key} shows it.",
            count(clashes, "place")
        ));
    }
    if note.tells_of_more(world.case()) {
        let key = world.keys.at(Place::Result, Command::AddProcedure);
        told.push(format!("The note tells of another procedure: {key} takes it up."));
    }
    if !told.is_empty() {
        pen.write("", &told.join(" "), pen.theme().strong);
    }
}

/// The claim lines in a row, where they say more than the code does.
fn lines(pen: &mut Pen, result: &CaseResult) {
    let plain = |line: &Line| line.modifiers.is_empty() && line.units == 1;
    if result.lines.len() < 2 && result.lines.iter().all(plain) {
        return;
    }
    let one = |line: &Line| {
        let code = [std::slice::from_ref(&line.code), line.modifiers.as_slice()]
            .concat()
            .join("-");
        format!("{code} x {}", line.units)
    };
    let all: Vec<String> = result.lines.iter().map(one).collect();
    pen.write("Lines  ", &all.join("  "), pen.theme().strong);
}

/// Where each procedure of the session leads, the one shown in brackets.
fn procedures(pen: &mut Pen, world: &World<'_>) {
    let (here, _) = world.case().place();
    let one = |(index, status): (usize, &Status)| {
        let end = match status {
            Status::Code(code) => code.as_str(),
            Status::Signpost(_) => "outside",
            Status::Open | Status::OpenByRule(_) => "open",
        };
        let text = format!("{} {end}", index + 1);
        if index == here { format!("[{text}]") } else { text }
    };
    let all: Vec<String> = world.view.procedures.iter().enumerate().map(one).collect();
    if !all.is_empty() {
        pen.write("Procedures  ", &all.join("  "), pen.theme().strong);
    }
}

fn candidates(world: &World<'_>, result: &CaseResult) -> String {
    let mut leads = result
        .undecided
        .iter()
        .flat_map(|open| &open.hangs)
        .flat_map(|hang| &hang.leads_to);
    let away = leads.any(|id| world.book.signpost(id).is_some());
    match (result.candidates.is_empty(), away) {
        (true, _) => "no code of this family".to_owned(),
        (false, true) => format!("{}, or outside this family", result.candidates.join(", ")),
        (false, false) => result.candidates.join(", "),
    }
}

/// One sentence for a result that the answers leave open.
fn hangs_on(world: &World<'_>, result: &CaseResult) -> String {
    let titles: Vec<String> = result
        .undecided
        .iter()
        .map(|open| world.title_of(&open.question).to_lowercase())
        .collect();
    format!(
        "The answers leave more than one end. It hangs on: {}.",
        titles.join(", ")
    )
}

/// "Coverage: not checked (CPT rules only)": the second verdict, and where its reasons are.
fn coverage(result: &CaseResult, paid_by: &str) -> String {
    let verdict = reading(result.coverage.verdict);
    if result.coverage.policy.is_none() {
        return format!("Coverage: {verdict} ({})", payer(paid_by));
    }
    let paid_by = payer(paid_by);
    let first = result.coverage.reasons.first();
    match (result.coverage.verdict, first) {
        (Verdict::OutsidePolicy, Some(reason)) => {
            format!(
                "Coverage, {paid_by}: {verdict}. {}",
                told(&reason.text, reason.confidence)
            )
        }
        // The finding below gives the reason.
        (Verdict::Unlikely, _) => format!("Coverage, {paid_by}: {verdict}."),
        (_, Some(_)) => format!(
            "Coverage, {paid_by}: {verdict}; {} tells it rule by rule.",
            Tab::Coverage.digit()
        ),
        (_, None) => format!("Coverage, {paid_by}: {verdict}. No rule of the policy speaks of it."),
    }
}
