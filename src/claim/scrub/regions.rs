//! The region of a code, read off the tree, and what is said where two regions or two codes of one region stand together.

use super::ScrubFinding;
use super::desk::{Desk, Numbered};
use super::levels::levels_of;
use crate::claim::level::Level;
use crate::claim::noticed::{self, Subject};
use crate::claim::pairs::edits;
use crate::claim::regions::{Part, region_of, region_question, same_region, status_in};
use crate::pack::model::ScrubCheck;
use crate::tree::{AnswerSet, Answers, Form, Status};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let mut primaries = desk.codes();
    primaries.retain(|code| desk.is_primary(code));
    let parts: Vec<(&str, Part)> = primaries
        .iter()
        .filter_map(|code| Some((*code, part(desk, code)?)))
        .collect();
    let mut findings = Vec::new();
    let mut apart = Vec::new();
    for (index, (code, part)) in parts.iter().enumerate() {
        for (other, other_part) in parts.iter().skip(index + 1) {
            if !same_region(desk.book, part, other_part) {
                apart.push((Subject::of_line(code), Subject::of_line(other)));
            // Where the table of another setting joins them, nothing is said beyond what that table says.
            } else if edits(desk.book, code, other, desk.context).next().is_none() {
                let lines = [desk.of(code), desk.of(other)].concat();
                findings.extend(desk.say(ScrubCheck::OneCodeARegion, &lines, &format!("{code} and {other}.")));
            }
        }
    }
    if !apart.is_empty() {
        let mut lines: Vec<Numbered<'_>> = primaries.iter().flat_map(|code| desk.of(code)).collect();
        lines.sort_by_key(|(number, _)| *number);
        findings.extend(two_regions(desk, &apart, &lines));
    }
    findings
}

fn two_regions(desk: &Desk<'_>, apart: &[(Subject<'_>, Subject<'_>)], lines: &[Numbered<'_>]) -> Vec<ScrubFinding> {
    let has = |level: Level| desk.lines.iter().any(|line| levels_of(line).contains(&level));
    let junction = has(Level::T12L1) && has(Level::L1L2);
    let found = noticed::two_regions(desk.book, desk.context, apart, junction);
    found.into_iter().map(|finding| desk.pass_on(finding, lines)).collect()
}

/// A case that leads to the code: of every condition the first answer.
fn part(desk: &Desk<'_>, code: &str) -> Option<Part> {
    let book = desk.book;
    let outcome = book
        .file
        .outcomes
        .iter()
        .find(|outcome| outcome.code.as_deref() == Some(code))?;
    let mut answers = Answers::default();
    for (question, listed) in outcome.when.first()? {
        let id = book.question_named(question)?;
        let place = book
            .question(id)?
            .answers
            .iter()
            .position(|answer| listed.first() == Some(&answer.id))?;
        let given = book.tree.given(id, Form::OneOf, AnswerSet::one(place)).ok();
        answers.set(id, given);
    }
    Some(Part::new(book, &answers, Vec::new(), &[]))
}

/// Whether an entry at this level would lead to another code. Where no authority settles it, it does not.
pub(super) fn leads_elsewhere(desk: &Desk<'_>, code: &str, level: Level) -> bool {
    let book = desk.book;
    let place = || {
        let question = region_question(book)?;
        let region = region_of(book, question, level)?;
        Some(status_in(book, &part(desk, code)?.answers, question, region))
    };
    matches!(place(), Some(Status::Code(other)) if other != code)
}
