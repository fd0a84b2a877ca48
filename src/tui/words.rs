//! Small phrases that several screens share.

use super::world::World;
use crate::claim::{Context, Finding};
use crate::pack::model::{Confidence, Span};
use crate::report::{doubt, end};
use crate::tree::{Book, Decision, Status};

/// The text with its first letter large.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The text, and how sure it is where that is not "confirmed".
pub(crate) fn told(text: &str, confidence: Confidence) -> String {
    format!("{text}{}", doubt(confidence))
}

/// What a finding says, and how sure it is where the text does not say so, or name its source, itself.
pub(crate) fn finding_text(finding: &Finding) -> String {
    if finding.id.starts_with("confidence-") || finding.is_local() {
        finding.text.clone()
    } else {
        told(&finding.text, finding.confidence)
    }
}

/// " (since 2021-01-01)", where a statement has dates of its own.
pub(crate) fn dated(span: Option<Span>) -> String {
    match span {
        None => String::new(),
        Some(Span { from, to: None }) => format!(" (since {from})"),
        Some(Span { from, to: Some(to) }) => format!(" ({from} to {to})"),
    }
}

/// "professional, CPT rules": whose claim and which rules; then the date of service where it is not the one of the start.
pub(crate) fn setting(world: &World<'_>) -> String {
    let context = &world.case().context;
    let payer = match context.policy() {
        None => "CPT rules".to_owned(),
        Some(_) => payer(&context.payer),
    };
    let date = if context.date == world.session.start().date {
        String::new()
    } else {
        format!(", {}", context.date)
    };
    format!("{}, {payer}{date}", context.setting)
}

/// "Medicare", "Medicare TX".
pub(crate) fn payer(payer: &str) -> String {
    if payer == Context::CODE_RULES_ONLY {
        return "CPT rules only".to_owned();
    }
    capital(&payer.replace(':', " "))
}

/// "62323", "Facet joint (outside the family)", "open: 62322, 62323": where a decision leads.
pub(crate) fn leads_to(book: &Book, decision: &Decision) -> String {
    let codes = decision.candidates.join(", ");
    match &decision.status {
        Status::Code(code) => code.clone(),
        Status::Signpost(id) => format!("outside the family: {}", end(book, id)),
        Status::Open if decision.candidates.is_empty() => "still open".to_owned(),
        Status::Open => format!("still open: {codes}"),
        Status::OpenByRule(_) => format!("undetermined by rule: {codes}"),
    }
}

/// "1 question", "3 questions".
pub(crate) fn count(number: usize, one: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {one}s")
    }
}

/// Sources by name, each once, in the order of use.
pub(crate) fn once(ids: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for id in ids {
        if !kept.contains(&id) {
            kept.push(id);
        }
    }
    kept
}

/// The answers of the path as a trail: "Lumbar", "Interlaminar".
pub(crate) fn trail(world: &World<'_>) -> Vec<(crate::tree::QuestionId, String)> {
    let answers = &world.case().answers;
    let path = world.view.asking.path.iter();
    let given = path.filter(|question| !world.book.tree.is_detail(**question));
    given
        .filter_map(|id| Some((*id, capital(&world.book.short(*id, answers.get(*id)?)))))
        .collect()
}
