//! Codes that had ended, were not yet in force, or are not known.

use super::ScrubFinding;
use super::desk::Desk;
use super::guidance::is_owned_by_none;
use crate::claim::findings::stale;
use crate::claim::pairs::listed;
use crate::claim::predecessor;
use crate::pack::model::{CodeStart, FindingSeverity, RetiredCode, ScrubCheck};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let stale = stale(desk.book, desk.context).map(|finding| desk.pass_on(finding, &[]));
    let codes = desk.codes();
    stale
        .into_iter()
        .chain(codes.into_iter().flat_map(|code| one(desk, code)))
        .collect()
}

fn one(desk: &Desk<'_>, code: &str) -> Vec<ScrubFinding> {
    let pack = desk.book.pack();
    let date = desk.context.date;
    let old = pack.retired.retired.iter().find(|old| old.code == code);
    if let Some(old) = old.filter(|old| old.ended < date) {
        return ended(desk, old);
    }
    let predecessors = predecessor::findings(desk.book, &[code], desk.context);
    if !predecessors.is_empty() {
        let lines = desk.of(code);
        return predecessors
            .into_iter()
            .map(|finding| desk.pass_on(finding, &lines))
            .collect();
    }
    let mut starts = pack.scrub.starts.iter();
    let start = starts.find(|start| start.codes.iter().any(|one| one == code));
    if let Some(start) = start.filter(|start| date < start.from) {
        return not_yet(desk, code, start);
    }
    if desk.is_family(code) || is_companion(desk, code) || is_owned_by_none(desk, code) {
        Vec::new()
    } else if old.is_some() || start.is_some() || is_neighbor(desk, code) {
        desk.say(ScrubCheck::CodeOutsideFamily, &desk.of(code), &format!("{code}."))
    } else {
        unknown(desk, code)
    }
}

/// A code that nothing speaks of; one that looks like a slip of the pen for a code of the family is to be looked at.
fn unknown(desk: &Desk<'_>, code: &str) -> Vec<ScrubFinding> {
    let family = desk.book.family.iter().map(|member| member.code.as_str());
    let meant: Vec<&str> = family.filter(|known| is_slip(known, code)).collect();
    if meant.is_empty() {
        return desk.say(ScrubCheck::CodeUnknown, &desk.of(code), &format!("{code}."));
    }
    let more = format!("{code}. Did you mean {}?", meant.join(" or "));
    let mut findings = desk.say(ScrubCheck::CodeUnknown, &desk.of(code), &more);
    for found in &mut findings {
        found.finding.severity = FindingSeverity::Warn;
    }
    findings
}

/// Two figures that changed places, or one figure that is another.
fn is_slip(known: &str, written: &str) -> bool {
    known.len() == written.len() && strsim::osa_distance(known, written) == 1
}

/// What replaced it, and when.
fn ended(desk: &Desk<'_>, old: &RetiredCode) -> Vec<ScrubFinding> {
    let more = format!("{} ended on {}. {}", old.code, old.ended, old.became);
    let mut findings = desk.say(ScrubCheck::CodeEnded, &desk.of(&old.code), &more);
    for found in &mut findings {
        found.finding.sources.clone_from(&old.sources);
        found.finding.confidence = old.confidence;
        found.fix = found
            .fix
            .take()
            .map(|fix| format!("{fix} {}.", old.replaced_by.join(", ")));
    }
    findings
}

fn not_yet(desk: &Desk<'_>, code: &str, start: &CodeStart) -> Vec<ScrubFinding> {
    let more = format!("{code} is in force from {}.", start.from);
    let mut findings = desk.say(ScrubCheck::CodeNotYet, &desk.of(code), &more);
    for found in &mut findings {
        found.finding.sources.clone_from(&start.sources);
        found.finding.confidence = start.confidence;
    }
    findings
}

/// An add-on of a card that has no card of its own.
fn is_companion(desk: &Desk<'_>, code: &str) -> bool {
    let mut add_ons = desk.book.pack().cards.iter().flat_map(|card| &card.add_ons);
    add_ons.any(|add_on| add_on.code == code)
}

/// A code that a signpost, a limit or an edit speaks of.
fn is_neighbor(desk: &Desk<'_>, code: &str) -> bool {
    let pack = desk.book.pack();
    let mut targets = pack.signposts.signposts.iter().flat_map(|signpost| &signpost.codes);
    targets.any(|target| target.code == code)
        || pack.edits.unit_limits.iter().any(|limit| listed(&limit.codes, code))
        || pack
            .edits
            .pairs
            .iter()
            .any(|edit| listed(&edit.column_1, code) || listed(&edit.column_2, code))
}
