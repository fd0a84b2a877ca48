//! Edits between codes of one session: unit limits and pairs that are not paid together.

use super::context::{Context, Setting};
use super::contract::Line;
use super::findings::Finding;
use super::noticed;
use super::once::each_once;
pub(super) use crate::pack::model::lists as listed;
use crate::pack::model::{FindingSeverity, Lift, Noticed, PairEdit, UnitLimit};
use crate::tree::Book;

/// Findings about units over the limit of a day.
pub(super) fn units(book: &Book, lines: &[Line], context: &Context) -> Vec<Finding> {
    let codes = each_once(lines.iter().map(|line| line.code.as_str()));
    codes
        .into_iter()
        .flat_map(|code| units_of(book, lines, code, context))
        .collect()
}

/// Findings about the units of one code.
pub(super) fn units_of(book: &Book, lines: &[Line], code: &str, context: &Context) -> Vec<Finding> {
    let own = lines.iter().filter(|line| line.code == code);
    let here = own.fold(0, |sum: u32, line| sum.saturating_add(line.units));
    // A code of the day that is one of the lines is one more unit of it.
    let beside: u32 = context.other_codes.iter().map(|other| u32::from(other == code)).sum();
    let units = here.saturating_add(beside);
    let Some(limit) = limit(book, code, context.setting).filter(|limit| units > *limit) else {
        return Vec::new();
    };
    let more = format!("{code} has {units}, the limit is {limit}.");
    noticed::findings(book, context, Noticed::UnitsOverLimit, &more)
}

/// The most units of a code in a setting; surgery centers use the practitioner's table.
fn limit(book: &Book, code: &str, setting: Setting) -> Option<u32> {
    let named = |limit: &&UnitLimit| limit.codes.iter().any(|listed| listed == code);
    let limit = book.pack().edits.unit_limits.iter().find(named)?;
    if setting == Setting::Hospital {
        limit.hospital
    } else {
        Some(limit.practitioner)
    }
}

/// Findings about pairs among the codes of a session, `others` being reported that day beside the lines.
pub(super) fn pairs(book: &Book, lines: &[Line], others: &[String], context: &Context) -> Vec<Finding> {
    let own = each_once(lines.iter().map(|line| line.code.as_str()));
    let codes = each_once(own.iter().copied().chain(others.iter().map(String::as_str)));
    let mut findings: Vec<Finding> = Vec::new();
    for (index, first) in own.iter().enumerate() {
        for second in codes.iter().skip(index + 1) {
            let found = edits(book, first, second, context);
            findings.extend(found.filter_map(|(edit, paid, denied)| told(edit, paid, denied, context)));
        }
    }
    each_once(findings)
}

/// The edits that join two codes, with the code of column 1 and the one of column 2.
pub(super) fn edits<'a>(
    book: &'a Book,
    a: &'a str,
    b: &'a str,
    context: &'a Context,
) -> impl Iterator<Item = (&'a PairEdit, &'a str, &'a str)> {
    let file = book.pack().edits.effective;
    let in_force = move |(edit, _): &(&PairEdit, bool)| edit.effective.unwrap_or(file).holds_on(context.date);
    let joined = book.pairs_between(a, b).into_iter().filter(in_force);
    joined.map(move |(edit, paid)| if paid { (edit, a, b) } else { (edit, b, a) })
}

/// Whether a modifier lifts an edit in a setting.
pub(super) fn lift(edit: &PairEdit, setting: Setting) -> Lift {
    if setting == Setting::Hospital {
        edit.hospital.unwrap_or(edit.practitioner)
    } else {
        edit.practitioner
    }
}

/// An edit in words, where the setting has it.
pub(super) fn told(edit: &PairEdit, paid: &str, denied: &str, context: &Context) -> Option<Finding> {
    let how = match lift(edit, context.setting) {
        Lift::NoEdit => return None,
        Lift::Never => format!("{denied} is not paid beside {paid}, whatever the modifier."),
        Lift::WithModifier => {
            format!("{denied} is paid beside {paid} only where truly separate, with a modifier that says so.")
        }
        Lift::Conflicting => format!("Tables disagree on whether a modifier lets {denied} stand beside {paid}."),
    };
    Some(Finding {
        id: format!("pair-{}", edit.id),
        severity: FindingSeverity::Warn,
        text: format!("{how} {}", edit.text),
        sources: edit.sources.clone(),
        confidence: edit.confidence,
    })
}
