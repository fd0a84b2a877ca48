//! A result as text.

use super::beside::{companions, do_not_report};
use super::doubt;
use super::lines::Lines;
use super::local;
use crate::claim::{CaseResult, CheckItem, Line, SignpostResult, StatusWord};
use crate::pack::model::{CodeStatus, Stage, Stance};
use crate::tree::Book;

/// The whole result as text.
#[must_use]
pub fn result(book: &Book, result: &CaseResult) -> String {
    result_lines(book, result).to_string()
}

/// The whole result.
#[must_use]
pub(super) fn result_lines(book: &Book, result: &CaseResult) -> Lines {
    let mut lines = Lines::default();
    local::mark(&mut lines, book);
    procedures(&mut lines, result);
    headline(&mut lines, book, result);
    findings(&mut lines, result);
    alternatives(&mut lines, result);
    open_questions(&mut lines, book, result);
    path(&mut lines, book, result);
    why_not(&mut lines, result);
    companions(&mut lines, result);
    do_not_report(&mut lines, result);
    checklist(&mut lines, result);
    modifiers(&mut lines, result);
    lines.gap();
    lines.item("", &footer(book));
    lines
}

/// A few lines that stay in the scrollback after the wizard is left. The facts stand in one line, however long, so that they can
/// be copied and typed back in.
#[must_use]
pub fn summary(book: &Book, result: &CaseResult, facts: &[String]) -> Lines {
    let mut lines = Lines::default();
    local::mark(&mut lines, book);
    headline(&mut lines, book, result);
    findings(&mut lines, result);
    for question in &result.undecided {
        lines.item("Ask: ", &question.ask_provider);
    }
    lines.line(format!("From: {}", facts.join(" ")));
    lines.item("", &footer(book));
    lines
}

/// The pack used, and what this is not.
#[must_use]
pub fn footer(book: &Book) -> String {
    let about = &book.about;
    format!(
        "{}, pack {} {}, checked {}. An aid, not advice. CPT is a trademark of the AMA; more: epipath about.",
        about.code_set, about.id, about.edition, about.checked
    )
}

/// Where there are several procedures, each in a line; what follows speaks of the one that decides.
pub(super) fn procedures(lines: &mut Lines, result: &CaseResult) {
    if result.groups.len() < 2 {
        return;
    }
    for (index, group) in result.groups.iter().enumerate() {
        let signpost = group
            .signpost
            .as_ref()
            .map(|signpost| format!("outside these codes: {}", signpost.title));
        let open = || format!("undetermined: {}", group.candidates.join(", "));
        let end = group.code.clone().or(signpost).unwrap_or_else(open);
        lines.item(&format!("Procedure {}: ", index + 1), &end);
    }
    lines.gap();
}

pub(super) fn headline(lines: &mut Lines, book: &Book, result: &CaseResult) {
    match (result.status, &result.code, &result.signpost) {
        (StatusWord::Code, Some(code), _) => {
            let title = book.card(code).map(|card| card.title.clone()).unwrap_or_default();
            lines.item(&format!("{code}  "), &title);
            if result.lines.is_empty() {
                lines.line("No line: nothing is billed as it stands.");
            }
            for line in &result.lines {
                lines.line(format!("Line: {}", claim_line(line)));
            }
        }
        (_, _, Some(signpost)) => sign(lines, signpost),
        _ => undetermined(lines, result),
    }
    if let Some(why) = result.why.as_ref().filter(|_| result.signpost.is_none()) {
        lines.item("", why);
    }
}

/// `64483-50 x 1  L4-L5`: a claim line in a line.
#[must_use]
pub fn claim_line(line: &Line) -> String {
    let code = [std::slice::from_ref(&line.code), line.modifiers.as_slice()]
        .concat()
        .join("-");
    format!("{code} x {}  {}", line.units, line.levels.join(", "))
        .trim_end()
        .to_owned()
}

/// Other readings of the lines, each with its source.
pub(super) fn alternatives(lines: &mut Lines, result: &CaseResult) {
    for alternative in &result.alternatives {
        lines.heading("Read otherwise");
        for line in &alternative.lines {
            lines.line(format!("  {}", claim_line(line)));
        }
        let sources = alternative.sources.join(", ");
        lines.item(
            "  ",
            &format!("{}{} [{sources}]", alternative.when, doubt(alternative.confidence)),
        );
    }
}

fn sign(lines: &mut Lines, signpost: &SignpostResult) {
    lines.item(
        "Outside these codes: ",
        &format!("{}{}", signpost.title, doubt(signpost.confidence)),
    );
    lines.item("", &signpost.why);
    if signpost.codes.is_empty() {
        lines.line("No code of its own is reported for it.");
    }
    for target in &signpost.codes {
        let status = match target.status {
            CodeStatus::Active => "",
            CodeStatus::CarrierPriced => " [carrier priced]",
            CodeStatus::New => " [new]",
        };
        lines.item(
            &format!("  {}  ", target.code),
            &format!("{}{status}{}", target.when, doubt(target.confidence)),
        );
    }
}

fn undetermined(lines: &mut Lines, result: &CaseResult) {
    let candidates = if result.candidates.is_empty() {
        "none of this family".to_owned()
    } else {
        result.candidates.join(", ")
    };
    lines.item("Undetermined. Still possible: ", &candidates);
    if let Some(advice) = &result.advice {
        lines.item("", advice);
    }
}

pub(super) fn findings(lines: &mut Lines, result: &CaseResult) {
    for finding in &result.findings {
        lines.item(&format!("{}: ", finding.severity), &finding.text);
    }
    if result.code.is_some() {
        let coverage = &result.coverage;
        let policy = coverage
            .policy
            .as_deref()
            .unwrap_or("no policy asked for; add payer=medicare");
        lines.line(format!("Coverage: {} ({policy})", coverage.verdict));
        if let Some(one) = &coverage.jurisdiction {
            let version = one
                .lcd_version
                .as_ref()
                .map(|version| format!(" version {version}"))
                .unwrap_or_default();
            let head = format!(
                "{} ({}), {}{version}, {}: ",
                one.contractor, one.jurisdiction, one.lcd, one.article
            );
            let notes = format!("{head}{}{} Checked {}.", one.notes, doubt(one.confidence), one.checked);
            lines.item("  ", &notes);
        }
        if coverage.policy.is_some() && coverage.reasons.is_empty() {
            lines.item("  - ", "No rule of this policy speaks of this code.");
        }
        for reason in coverage.reasons.iter().filter(|reason| !said(result, &reason.text)) {
            lines.item("  - ", &format!("{}{}", reason.text, doubt(reason.confidence)));
        }
    }
}

fn said(result: &CaseResult, text: &str) -> bool {
    result.findings.iter().any(|finding| finding.text.ends_with(text))
}

fn open_questions(lines: &mut Lines, book: &Book, result: &CaseResult) {
    if !result.undecided.is_empty() {
        lines.heading("What it hangs on");
    }
    for question in &result.undecided {
        lines.line(format!("  {}", question.question));
        for hang in &question.hangs {
            let ends: Vec<String> = hang.leads_to.iter().map(|id| end(book, id)).collect();
            lines.item(&format!("    {:<22} ", hang.answer), &ends.join(", "));
        }
    }
    let asked = result
        .undecided
        .iter()
        .map(|question| &question.ask_provider)
        .chain(&result.questions);
    let asked: Vec<&String> = asked.collect();
    if !asked.is_empty() {
        lines.heading("Ask the provider");
    }
    for question in asked {
        lines.item("  - ", question);
    }
}

/// A code as it is; a signpost by its title; an outcome that is open by rule as such.
#[must_use]
pub fn end(book: &Book, id: &str) -> String {
    if let Some(signpost) = book.signpost(id) {
        return signpost.title.clone();
    }
    let open = book
        .file
        .outcomes
        .iter()
        .any(|outcome| outcome.id == id && outcome.undetermined.is_some());
    if open {
        "undetermined by rule".to_owned()
    } else {
        id.to_owned()
    }
}

fn path(lines: &mut Lines, book: &Book, result: &CaseResult) {
    if result.path.is_empty() {
        return;
    }
    lines.heading("Why");
    for step in &result.path {
        let title = book
            .question_named(&step.question)
            .and_then(|id| book.question(id))
            .map(|q| q.title.clone());
        let assumed = if step.assumed { " (assumed)" } else { "" };
        lines.line(format!("  {}: {}{assumed}", title.unwrap_or_default(), step.answer));
        lines.item("    ", &format!("{}{}", step.why, doubt(step.confidence)));
        if let Some(note) = &step.note {
            lines.item("    Note: ", &format!("{}{}", note.text, doubt(note.confidence)));
        }
        lines.item("    Sources: ", &step.sources.join(", "));
    }
}

fn why_not(lines: &mut Lines, result: &CaseResult) {
    if result.why_not.is_empty() {
        return;
    }
    lines.heading("Why not");
    for other in &result.why_not {
        lines.item(&format!("  {}  ", other.code), &other.why);
    }
}

fn checklist(lines: &mut Lines, result: &CaseResult) {
    if result.checklist.is_empty() {
        return;
    }
    lines.heading("The record must show");
    let mut stage = None;
    for item in &result.checklist {
        if stage != Some(item.stage) {
            stage = Some(item.stage);
            lines.line(format!("  {}", stage_words(item.stage, &result.checklist)));
        }
        let policy = item
            .policy
            .as_ref()
            .map(|policy| format!(" [{policy}]"))
            .unwrap_or_default();
        lines.item(
            &format!("    [ ] {}: ", item.severity),
            &format!("{}{policy}{}", item.text, doubt(item.confidence)),
        );
    }
}

/// A stage as a heading.
fn stage_words(stage: Stage, items: &[CheckItem]) -> &'static str {
    let mut repeat = items.iter().filter(|item| item.stage == Stage::Repeat);
    match stage {
        Stage::Pre => "Before the procedure",
        Stage::Procedure => "In the procedure note",
        Stage::Post => "After the procedure",
        Stage::Repeat if repeat.all(|item| item.conditional) => "If this is a repeat injection",
        Stage::Repeat => "For a repeat injection",
    }
}

fn modifiers(lines: &mut Lines, result: &CaseResult) {
    if result.modifiers.is_empty() {
        return;
    }
    lines.heading("Modifiers");
    for modifier in result
        .modifiers
        .iter()
        .filter(|modifier| modifier.stance != Stance::Never)
    {
        let first = format!("  {} {}: ", modifier.modifier, modifier.stance);
        lines.item(&first, &format!("{}{}", modifier.when, doubt(modifier.confidence)));
    }
    let never = result
        .modifiers
        .iter()
        .filter(|modifier| modifier.stance == Stance::Never);
    let never: Vec<&str> = never.map(|modifier| modifier.modifier.as_str()).collect();
    lines.item("  never on this line: ", &never.join(" "));
}
