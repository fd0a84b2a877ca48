//! Several procedures of one session as one result.

use std::mem::take;

use super::contract::{CaseResult, StatusWord};
use super::coverage::together;
use super::once::each_once;

/// Joins the results of the procedures: undetermined if any is, else a code if any has one, else the first signpost.
#[must_use]
pub(super) fn combine(mut results: Vec<CaseResult>) -> Option<CaseResult> {
    let lead = results
        .iter()
        .position(|result| result.status == StatusWord::Undetermined);
    let lead = lead
        .or_else(|| results.iter().position(|result| result.status == StatusWord::Code))
        .unwrap_or(0);
    let lines = results.iter_mut().flat_map(|result| take(&mut result.lines)).collect();
    let alternatives = results.iter_mut().flat_map(|result| take(&mut result.alternatives));
    let alternatives = alternatives.collect();
    let questions = results
        .iter_mut()
        .flat_map(|result| take(&mut result.questions))
        .collect();
    let findings = each_once(results.iter_mut().flat_map(|result| take(&mut result.findings)));
    let coverage = results
        .iter_mut()
        .map(|result| take(&mut result.coverage))
        .reduce(together);
    let mut joined = results.into_iter().nth(lead)?;
    joined.coverage = coverage.unwrap_or_default();
    joined.lines = lines;
    joined.alternatives = alternatives;
    joined.questions = questions;
    joined.findings = findings;
    let first = joined.lines.first().map(|line| line.code.clone());
    joined.code = first.filter(|_| joined.status == StatusWord::Code);
    Some(joined)
}
