//! Codes and dates that do not go together: a date of service before the code existed, and an ended code among those of the day.

use super::context::Context;
use super::findings::Finding;
use super::noticed;
use super::once::each_once;
use crate::pack::model::{EarlierDates, Noticed, RetiredCode};
use crate::tree::Book;

/// The codes that were reported on the date of service where one of `codes` did not exist yet.
pub(super) fn findings(book: &Book, codes: &[&str], context: &Context) -> Vec<Finding> {
    let held = |old: &&RetiredCode| {
        old.on_earlier_dates == EarlierDates::ThisOne
            && context.date <= old.ended
            && old.replaced_by.iter().any(|new| codes.contains(&new.as_str()))
    };
    let old = book.pack().retired.retired.iter().filter(held);
    old.flat_map(|old| of(book, old, context)).collect()
}

fn of(book: &Book, old: &RetiredCode, context: &Context) -> Vec<Finding> {
    let more = format!("{} (to {}): {}. {}", old.code, old.ended, old.was, old.became);
    let mut findings = noticed::findings(book, context, Noticed::Predecessor, &more);
    for finding in &mut findings {
        finding.sources = each_once(finding.sources.iter().chain(&old.sources).cloned());
    }
    findings
}

/// The other codes of the day that had ended, each with what became of it.
pub(super) fn ended_beside(book: &Book, context: &Context) -> Vec<Finding> {
    let ended = |old: &&RetiredCode| old.ended < context.date && context.other_codes.contains(&old.code);
    let ended = book.pack().retired.retired.iter().filter(ended);
    let told = ended.flat_map(|old| {
        let more = format!("{} ended on {}. {}", old.code, old.ended, old.became);
        let mut findings = noticed::findings(book, context, Noticed::EndedCodeBeside, &more);
        for finding in &mut findings {
            finding.sources.clone_from(&old.sources);
            finding.confidence = old.confidence;
        }
        findings
    });
    told.collect()
}
