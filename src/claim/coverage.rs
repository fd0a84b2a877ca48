//! Whether the payer is likely to pay: a second verdict, apart from the code.

use serde::Serialize;

use super::context::Context;
use crate::pack::model::{Confidence, Policy, PolicyRule, Verdict};
use crate::tree::{Book, Facts};

/// The verdict of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The worst of its reasons.
    pub verdict: Verdict,
    /// The policy; none where only the code rules were asked for.
    pub policy: Option<String>,
    /// Every rule that fits.
    pub reasons: Vec<Reason>,
}

/// One rule that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The rule.
    pub id: String,
    /// What follows from it.
    pub verdict: Verdict,
    /// The rule in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The verdict on `code` under the payer of the session.
#[must_use]
pub fn coverage(book: &Book, code: Option<&str>, facts: &Facts, context: &Context) -> Coverage {
    let policy = context
        .policy()
        .and_then(|id| book.pack().coverage.iter().find(|policy| policy.id == id));
    let (Some(policy), Some(code)) = (policy, code) else {
        return Coverage {
            verdict: Verdict::NotChecked,
            policy: policy.map(|p| p.id.clone()),
            reasons: Vec::new(),
        };
    };
    let fits = |rule: &&PolicyRule| applies(book, policy, rule, code, facts, context);
    let mut reasons: Vec<Reason> = policy.rules.iter().filter(fits).map(reason).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.verdict));
    let verdict = reasons.first().map_or(Verdict::NotChecked, |reason| reason.verdict);
    Coverage {
        verdict,
        policy: Some(policy.id.clone()),
        reasons,
    }
}

fn applies(book: &Book, policy: &Policy, rule: &PolicyRule, code: &str, facts: &Facts, context: &Context) -> bool {
    rule.codes.iter().any(|listed| listed == code)
        && book.certain(&rule.given, facts)
        && rule.effective.unwrap_or(policy.effective).holds_on(context.date)
}

fn reason(rule: &PolicyRule) -> Reason {
    Reason {
        id: rule.id.clone(),
        verdict: rule.verdict,
        text: rule.text.clone(),
        sources: rule.sources.clone(),
        confidence: rule.confidence,
    }
}
