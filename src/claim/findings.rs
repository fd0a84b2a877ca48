//! What must be said beside a result: what is unconfirmed, out of date, or not looked at.

use serde::Serialize;

use super::context::Context;
use crate::pack::model::{BothSides, Confidence, FindingSeverity, Modifier, Outcome, StanceRule, Verdict};
use crate::tree::Book;

use super::coverage::Coverage;

/// Something to be said beside a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable name.
    pub id: String,
    /// What it asks for.
    pub severity: FindingSeverity,
    /// What it says.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Everything to be said about a result.
pub(super) fn findings(book: &Book, outcome: Option<&Outcome>, coverage: &Coverage, context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(stale(book, context));
    findings.extend(outcome.and_then(doubt));
    findings.extend(of_policy(coverage));
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// Past its end, or before its start, the pack does not speak.
pub(super) fn stale(book: &Book, context: &Context) -> Option<Finding> {
    let about = &book.about;
    let span = about.effective;
    (!span.holds_on(context.date)).then(|| Finding {
        id: "outside-edition".to_owned(),
        severity: FindingSeverity::Warn,
        text: format!(
            "This pack ({}) holds from {} to {}; the date of service lies outside. Check the codes and rules of that day.",
            about.code_set,
            span.from,
            span.to.map_or_else(|| "further notice".to_owned(), |to| to.to_string()),
        ),
        sources: Vec::new(),
        confidence: Confidence::Confirmed,
    })
}

/// Says how weak the ground under an outcome is.
fn doubt(outcome: &Outcome) -> Option<Finding> {
    let text = match outcome.confidence {
        Confidence::Confirmed => return None,
        Confidence::SingleSource => "This result rests on a single source.",
        Confidence::Conflicting => "Sources disagree about this result.",
        Confidence::Unconfirmed => {
            "Unconfirmed: no document that we read says this in so many words. Ask the payer and keep the reply."
        }
    };
    Some(Finding {
        id: format!("confidence-{}", outcome.confidence),
        severity: if outcome.confidence == Confidence::SingleSource {
            FindingSeverity::Info
        } else {
            FindingSeverity::Warn
        },
        text: text.to_owned(),
        sources: outcome.sources.clone(),
        confidence: outcome.confidence,
    })
}

/// The code may be right and still not be paid.
fn of_policy(coverage: &Coverage) -> Vec<Finding> {
    let finding = |reason: &super::Reason| {
        Some(Finding {
            id: format!("coverage-{}", reason.id),
            severity: reason.finding?,
            text: if reason.verdict == Verdict::Unlikely {
                format!("The code is right, payment is unlikely: {}", reason.text)
            } else {
                format!("The code is right; before it is billed: {}", reason.text)
            },
            sources: reason.sources.clone(),
            confidence: reason.confidence,
        })
    };
    coverage.reasons.iter().filter_map(finding).collect()
}

impl Finding {
    /// A modifier put on by hand that never belongs on the code.
    pub(super) fn of_left_off(code: &str, modifier: &Modifier, rule: &StanceRule) -> Self {
        Self {
            id: format!("modifier-{}-left-off", modifier.modifier.to_lowercase()),
            severity: FindingSeverity::Warn,
            text: format!("Modifier {} is left off {code}: {}", modifier.modifier, rule.why),
            sources: rule.sources.clone(),
            confidence: rule.confidence,
        }
    }

    /// How a level on both sides is written, and how sure that is.
    pub(super) fn of_both_sides(rule: &BothSides) -> Self {
        let sure = rule.confidence == Confidence::Confirmed;
        Self {
            id: format!("both-sides-{}", rule.id),
            severity: if sure {
                FindingSeverity::Info
            } else {
                FindingSeverity::Warn
            },
            text: rule.text.clone(),
            sources: rule.sources.clone(),
            confidence: rule.confidence,
        }
    }
}
