//! Whether the payer is likely to pay: a second verdict, apart from the code.

use serde::Serialize;

use super::context::Context;
use super::depth::Depth;
use super::diagnoses::not_checked;
use super::once::each_once;
use crate::pack::model::{Confidence, Date, FindingSeverity, Jurisdiction, Policy, PolicyRule, Statement, Verdict};
use crate::tree::{Book, Facts};

/// The verdict of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The worst of its reasons.
    pub verdict: Verdict,
    /// The policy; none where only the code rules were asked for.
    pub policy: Option<String>,
    /// The Medicare contractor of the state, where one was named.
    pub jurisdiction: Option<JurisdictionRef>,
    /// Every rule that fits.
    pub reasons: Vec<Reason>,
    /// Whether any rule of the policy speaks of it.
    #[serde(skip)]
    pub spoken: bool,
}

impl Default for Coverage {
    fn default() -> Self {
        Self {
            verdict: Verdict::NotChecked,
            policy: None,
            jurisdiction: None,
            reasons: Vec::new(),
            spoken: false,
        }
    }
}

/// A Medicare contractor and its determination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JurisdictionRef {
    /// The contractor.
    pub contractor: String,
    /// The jurisdiction.
    pub jurisdiction: String,
    /// The local coverage determination.
    pub lcd: String,
    /// The version of it that was read.
    pub lcd_version: Option<String>,
    /// Its billing article.
    pub article: String,
    /// When a person last compared it with its sources.
    pub checked: Date,
    /// What is sure about it and what is not.
    pub notes: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
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
    /// Told among the findings as this.
    #[serde(skip)]
    pub finding: Option<FindingSeverity>,
}

/// The verdict on `code` under the payer of the session.
#[must_use]
pub fn coverage(book: &Book, code: Option<&str>, facts: &Facts, context: &Context) -> Coverage {
    coverage_to(Depth::Whole, book, code, facts, context)
}

/// The same; where a brief result is wanted, without the reasons of the policy that are not told among the findings.
pub(super) fn coverage_to(depth: Depth, book: &Book, code: Option<&str>, facts: &Facts, context: &Context) -> Coverage {
    let policy = context
        .policy()
        .filter(|id| book.pack().coverage.iter().any(|policy| policy.id == *id));
    let jurisdiction = policy.and_then(|_| jurisdiction(book, context));
    let mut rules = Vec::new();
    let mut others = Vec::new();
    if let (Some(id), Some(code)) = (policy, code) {
        let all = book.rules_on(code);
        let not_begun = not_begun(book, context);
        let begun = not_begun.is_none();
        let itself = all.clone().filter(|(policy, _)| begun && policy.id == id);
        let added = all.filter(|(policy, _)| policy.extends.as_deref() == Some(id));
        let asked = Asked {
            book,
            facts,
            context,
            contractor: jurisdiction.map(|one| one.contractor.as_str()),
            state: context.state(),
        };
        for (policy, own) in itself.chain(added) {
            rules.extend(own.filter(|rule| asked.fits(policy, rule)));
        }
        // What holds in fewer places comes first.
        rules.sort_by_key(|rule: &&PolicyRule| rule.contractors.is_empty() && rule.states.is_empty());
        if begun {
            others.extend(not_checked(book, context, code, facts));
        }
        others.extend(not_begun.map(|words| said("policy-not-begun", words)));
        others.extend(jurisdiction.is_none().then(|| no_contractor(book, context)).flatten());
    }
    let verdicts = rules.iter().map(|rule| rule.verdict);
    let worst = verdicts.chain(others.iter().map(|reason| reason.verdict)).max();
    let told = |rule: &&PolicyRule| depth == Depth::Whole || told_as(rule).is_some();
    let mut reasons: Vec<Reason> = rules.into_iter().filter(told).map(reason).chain(others).collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.verdict));
    Coverage {
        spoken: worst.is_some(),
        verdict: worst.unwrap_or(Verdict::NotChecked),
        policy: policy.map(str::to_owned),
        jurisdiction: depth.whole(|| jurisdiction.map(|one| reference(one, book.pack().jurisdictions.checked))),
        reasons,
    }
}

/// The verdicts on two codes of one session as one: the worst of them, and the reasons of both.
pub(super) fn together(mut one: Coverage, other: Coverage) -> Coverage {
    one.verdict = match (one.spoken, other.spoken) {
        (false, true) => other.verdict,
        (true, false) => one.verdict,
        _ => one.verdict.max(other.verdict),
    };
    one.spoken |= other.spoken;
    one.reasons = each_once(one.reasons.into_iter().chain(other.reasons));
    one.reasons.sort_by_key(|reason| std::cmp::Reverse(reason.verdict));
    one
}

/// The contractor of the state that the payer names.
pub(super) fn jurisdiction<'a>(book: &'a Book, context: &Context) -> Option<&'a Jurisdiction> {
    of_state(book, context).filter(|_| book.pack().jurisdictions.effective.holds_on(context.date))
}

/// The contractor of the state today, whatever the date of service.
fn of_state<'a>(book: &'a Book, context: &Context) -> Option<&'a Jurisdiction> {
    let state = context.state()?;
    let file = &book.pack().jurisdictions;
    if context.policy() != Some(file.policy.as_str()) {
        return None;
    }
    let has = |one: &&Jurisdiction| one.states.iter().any(|listed| listed == state);
    file.jurisdictions.iter().find(has)
}

/// What is said in place of the common rules where they had not begun in the state on the date of service.
fn not_begun<'a>(book: &'a Book, context: &Context) -> Option<&'a Statement> {
    let words = of_state(book, context)?.not_begun.as_ref()?;
    let holds = words.effective.is_some_and(|span| span.holds_on(context.date));
    holds.then_some(words)
}

/// Why no contractor was found, where the payer has contractors by state.
fn no_contractor(book: &Book, context: &Context) -> Option<Reason> {
    let file = &book.pack().jurisdictions;
    if context.policy() != Some(file.policy.as_str()) {
        return None;
    }
    let (id, words) = match context.state() {
        None => ("state-not-given", file.state_not_given.as_ref()?),
        Some(_) => ("state-unknown", file.state_unknown.as_ref()?),
    };
    Some(said(id, words))
}

fn said(id: &str, words: &Statement) -> Reason {
    Reason {
        id: id.to_owned(),
        verdict: Verdict::NotChecked,
        text: words.text.clone(),
        sources: words.sources.clone(),
        confidence: words.confidence,
        finding: None,
    }
}

fn reference(one: &Jurisdiction, checked: Date) -> JurisdictionRef {
    JurisdictionRef {
        checked,
        contractor: one.contractor.clone(),
        jurisdiction: one.jurisdiction.clone(),
        lcd: one.lcd.clone(),
        lcd_version: one.lcd_version.clone(),
        article: one.article.clone(),
        notes: one.notes.clone(),
        sources: one.sources.clone(),
        confidence: one.confidence,
    }
}

/// What a rule is asked about.
struct Asked<'a> {
    book: &'a Book,
    facts: &'a Facts,
    context: &'a Context,
    contractor: Option<&'a str>,
    state: Option<&'a str>,
}

impl Asked<'_> {
    fn fits(&self, policy: &Policy, rule: &PolicyRule) -> bool {
        let among = |list: &[String], one: Option<&str>| {
            list.is_empty() || one.is_some_and(|one| list.iter().any(|listed| listed == one))
        };
        among(&rule.contractors, self.contractor)
            && among(&rule.states, self.state)
            && among(&rule.settings, Some(self.context.setting.into()))
            && rule
                .prior_sessions_from
                .is_none_or(|from| self.context.prior_sessions.is_some_and(|prior| prior >= from))
            && rule
                .days_since_last_under
                .is_none_or(|under| self.context.days_since_last.is_some_and(|days| days < under))
            && self.book.certain(&rule.given, self.facts)
            && (rule.unless.is_empty() || !self.book.certain(&rule.unless, self.facts))
            && rule.effective.unwrap_or(policy.effective).holds_on(self.context.date)
    }
}

fn reason(rule: &PolicyRule) -> Reason {
    Reason {
        id: rule.id.clone(),
        verdict: rule.verdict,
        text: rule.text.clone(),
        sources: rule.sources.clone(),
        confidence: rule.confidence,
        finding: told_as(rule),
    }
}

/// A refusal is always told among the findings, as a warning.
fn told_as(rule: &PolicyRule) -> Option<FindingSeverity> {
    if rule.verdict == Verdict::Unlikely {
        Some(FindingSeverity::Warn)
    } else {
        rule.finding
    }
}
