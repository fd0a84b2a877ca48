//! Guidance and visits beside the family.

use super::ScrubFinding;
use super::desk::{Desk, told};
use crate::claim::pairs::listed;
use crate::pack::model::{ModifierUse, ScrubCheck};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let mut findings = Vec::new();
    for code in desk.codes() {
        if is_owned_by_none(desk, code) {
            findings.extend(desk.say(ScrubCheck::GuidanceAdded, &desk.of(code), &format!("{code}.")));
        }
        findings.extend(unmarked(desk, code));
    }
    findings
}

fn is_guidance(desk: &Desk<'_>, code: &str) -> bool {
    let mut texts = desk.texts(ScrubCheck::GuidanceAdded);
    texts.any(|text| listed(&text.codes, code))
}

/// A guidance code beside the family, where no other procedure is there that it could belong to.
pub(super) fn is_owned_by_none(desk: &Desk<'_>, code: &str) -> bool {
    let codes = desk.codes();
    is_guidance(desk, code)
        && codes.iter().any(|other| desk.is_family(other))
        && !codes.iter().any(|other| may_own(desk, other))
}

/// Whether the code may be a procedure of its own: neither of the family, nor guidance, nor an add-on of a card, nor a visit,
/// nor a supply or drug, whose codes begin with a letter.
fn may_own(desk: &Desk<'_>, code: &str) -> bool {
    let mut add_ons = desk.book.pack().cards.iter().flat_map(|card| &card.add_ons);
    code.starts_with(|c: char| c.is_ascii_digit())
        && !desk.is_family(code)
        && !is_guidance(desk, code)
        && !is_visit(desk, code)
        && !add_ons.any(|add_on| add_on.code == code)
}

/// A code whose lines have lifting modifiers of their own.
fn is_visit(desk: &Desk<'_>, code: &str) -> bool {
    let group = desk.group(ModifierUse::Lifts, code);
    group.is_some_and(|group| !group.codes.is_empty())
}

/// A visit that no edit joins to a primary beside it still has to be marked.
fn unmarked(desk: &Desk<'_>, code: &str) -> Vec<ScrubFinding> {
    let mut texts = desk.texts(ScrubCheck::VisitUnmarked);
    let Some(text) = texts.find(|text| listed(&text.codes, code)) else {
        return Vec::new();
    };
    let mut primaries = desk.codes();
    primaries.retain(|other| desk.is_primary(other));
    let joined = primaries.iter().any(|primary| !desk.edits(code, primary).is_empty());
    let mut lines = desk.of(code);
    lines.retain(|(_, line)| !desk.carries(ModifierUse::Lifts, line));
    if primaries.is_empty() || joined || lines.is_empty() {
        return Vec::new();
    }
    vec![told(text, &lines, &format!("{code}."))]
}
