//! Add-on codes and the primaries they need.

use super::ScrubFinding;
use super::desk::Desk;
use crate::pack::model::{Card, Confidence, ScrubCheck};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    desk.codes().into_iter().flat_map(|code| one(desk, code)).collect()
}

fn one(desk: &Desk<'_>, code: &str) -> Vec<ScrubFinding> {
    let Some(rule) = rule(desk, code).filter(|rule| !rule.primaries.iter().any(|primary| desk.has(primary))) else {
        return Vec::new();
    };
    let others = desk.codes().into_iter().any(|other| desk.is_primary(other));
    let check = if others {
        ScrubCheck::AddOnWrongPrimary
    } else {
        ScrubCheck::AddOnAlone
    };
    let more = format!("{code} goes with {}. {}", rule.primaries.join(" or "), rule.text);
    let mut findings = desk.say(check, &desk.of(code), more.trim_end());
    for found in &mut findings {
        found.finding.sources.clone_from(&rule.sources);
        found.finding.confidence = rule.confidence;
    }
    findings
}

/// The primaries of an add-on code, and who says so.
struct Rule {
    primaries: Vec<String>,
    text: String,
    sources: Vec<String>,
    confidence: Confidence,
}

fn rule(desk: &Desk<'_>, code: &str) -> Option<Rule> {
    if let Some(parent) = desk.book.card(code).and_then(|card| card.parent.as_ref()) {
        return Some(Rule {
            primaries: vec![parent.code.clone()],
            text: parent.text.clone(),
            sources: parent.sources.clone(),
            confidence: parent.confidence,
        });
    }
    let lists = |card: &&Card| card.add_ons.iter().any(|add_on| add_on.code == code);
    let carriers: Vec<&Card> = desk.book.pack().cards.iter().filter(lists).collect();
    let add_on = carriers.first()?.add_ons.iter().find(|add_on| add_on.code == code)?;
    Some(Rule {
        primaries: carriers.iter().map(|card| card.code.clone()).collect(),
        text: String::new(),
        sources: add_on.sources.clone(),
        confidence: add_on.confidence,
    })
}
