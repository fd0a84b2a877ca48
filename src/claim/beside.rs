//! What stands beside the lines: codes that go with them, and codes that must not.

use super::context::Context;
use super::contract::{Companion, DoNotReport, Line};
use super::pairs::listed;
use crate::pack::model::{AddOn, CompanionLine, PairEdit};
use crate::tree::{Book, Facts};

/// The add-on codes of a code, then the lines of other services that the answers and the payer call for.
pub(super) fn companions(book: &Book, code: &str, facts: &Facts, context: &Context) -> Vec<Companion> {
    let add_ons = book.card(code).map(|card| card.add_ons.as_slice()).unwrap_or_default();
    let edits = &book.pack().edits;
    let told = |line: &&CompanionLine| {
        line.codes.iter().any(|listed| listed == code)
            && book.certain(&line.given, facts)
            && (line.policies.is_empty() || line.policies.iter().any(|id| Some(id.as_str()) == context.policy()))
            && line.effective.unwrap_or(edits.effective).holds_on(context.date)
    };
    let others = edits.companions.iter().filter(told).map(other);
    let in_force = add_ons.iter().filter(|one| one.is_in_force(context.date));
    in_force.map(add_on).chain(others).collect()
}

fn add_on(add_on: &AddOn) -> Companion {
    Companion {
        code: add_on.code.clone(),
        modifiers: Vec::new(),
        when: add_on.earned_by.clone(),
        sources: add_on.sources.clone(),
        confidence: add_on.confidence,
    }
}

fn other(line: &CompanionLine) -> Companion {
    Companion {
        code: line.code.clone(),
        modifiers: line.modifiers.clone(),
        when: line.text.clone(),
        sources: line.sources.clone(),
        confidence: line.confidence,
    }
}

/// The usual mistakes beside these lines: codes that an edit denies beside one of them and that are not lines themselves.
pub(super) fn do_not_report(book: &Book, lines: &[Line], context: &Context) -> Vec<DoNotReport> {
    let edits = &book.pack().edits;
    let on_a_line = |code: &String| lines.iter().any(|line| line.code == *code);
    let speaks = |edit: &&PairEdit| {
        !edit.leave_off.is_empty()
            && edit.effective.unwrap_or(edits.effective).holds_on(context.date)
            && lines.iter().any(|line| listed(&edit.column_1, &line.code))
    };
    let mut all: Vec<DoNotReport> = Vec::new();
    for edit in edits.pairs.iter().filter(speaks) {
        for code in edit.leave_off.iter().filter(|code| !on_a_line(code)) {
            if all.iter().all(|told| told.code != *code) {
                all.push(left_off(edit, code));
            }
        }
    }
    all
}

fn left_off(edit: &PairEdit, code: &str) -> DoNotReport {
    DoNotReport {
        code: code.to_owned(),
        why: edit.text.clone(),
        sources: edit.sources.clone(),
        confidence: edit.confidence,
    }
}
