//! What a rule is called: its kind, a colon, and its name in the pack, such as `question:imaging` or `modifier:50`; as in
//! [`crate::pack::rules`], and what is told of a result by the name of the finding.

use strum::IntoEnumIterator;

use super::named;
use crate::pack::model::Noticed;
use crate::pack::{did_you_mean, rules as pack_rules};
use crate::tree::Book;

/// Findings that are named after a rule of the pack or of a site: by how their names begin.
const FINDINGS_OF: [&str; 10] = [
    "both-sides-",
    "confidence-",
    "coverage-",
    "diagnosis-",
    "local-",
    "modifier-",
    "outside-edition",
    "overlay-outside-dates",
    "pair-",
    "prior-",
];

/// Reasons of a verdict that no single rule of a policy gives: by how their names begin.
const REASONS_OF: [&str; 4] = ["diagnosis-", "policy-not-begun", "state-not-given", "state-unknown"];

/// The rule of a question.
#[must_use]
pub fn question(id: &str) -> String {
    format!("question:{id}")
}

/// The rule that leads to an outcome.
#[must_use]
pub fn outcome(id: &str) -> String {
    format!("outcome:{id}")
}

/// What is told beside a result.
#[must_use]
pub fn finding(id: &str) -> String {
    format!("finding:{id}")
}

/// An item of the checklist.
#[must_use]
pub fn checklist(id: &str) -> String {
    format!("checklist:{id}")
}

/// A modifier.
#[must_use]
pub fn modifier(name: &str) -> String {
    format!("modifier:{name}")
}

/// The card of a code.
#[must_use]
pub fn card(code: &str) -> String {
    format!("card:{code}")
}

/// The card of a signpost.
#[must_use]
pub fn signpost(id: &str) -> String {
    format!("signpost:{id}")
}

/// A rule of a payer's policy.
#[must_use]
pub fn coverage(policy: &str, rule: &str) -> String {
    format!("coverage:{policy}/{rule}")
}

/// The card of a code or of a signpost, whichever the name is.
#[must_use]
pub fn card_of(book: &Book, id: &str) -> String {
    if book.signpost(id).is_some() {
        signpost(id)
    } else {
        card(id)
    }
}

/// The code or signpost of a card; none for any other rule.
#[must_use]
pub fn on_card(rule: &str) -> Option<&str> {
    match rule.split_once(':') {
        Some(("card" | "signpost", id)) => Some(id),
        _ => None,
    }
}

/// What a rule says; nothing where only a result could tell.
#[must_use]
pub fn said(book: &Book, rule: &str) -> Option<String> {
    let (_, name) = rule.split_once(':')?;
    let known = pack_rules::rule(book.pack(), rule).map(|rule| rule.text);
    known.or_else(|| on_card(rule).and_then(|_| named::title(book, name)))
}

/// Refuses what no rule is called, with what may have been meant.
///
/// # Errors
/// A sentence for the person.
pub fn check(book: &Book, rule: &str) -> Result<(), String> {
    let names = names(book);
    if names.iter().any(|name| name == rule) || named_after(book, rule) {
        return Ok(());
    }
    let kind = rule.split_once(':').map_or("", |(kind, _)| kind);
    let of_kind: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|name| name.split_once(':').is_some_and(|(known, _)| known == kind))
        .collect();
    let near = if of_kind.is_empty() {
        did_you_mean(rule, names.iter().map(String::as_str), "Rules")
    } else {
        did_you_mean(rule, of_kind, "Of this kind there are")
    };
    let how = "A rule is written as question:NAME, outcome:NAME, finding:NAME, checklist:NAME, modifier:NAME, card:CODE, \
               signpost:NAME or coverage:POLICY/RULE; ! in the wizard names the rule in view.";
    let said = [format!("no rule is called `{rule}`."), near, how.to_owned()];
    Err(said
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" "))
}

/// Every rule with a name of its own.
fn names(book: &Book) -> Vec<String> {
    pack_rules::rules(book.pack()).into_iter().map(|rule| rule.id).collect()
}

/// Whether a rule is named after one of the pack: a code elsewhere, a finding about a rule, a rule of another policy that a policy
/// takes over.
fn named_after(book: &Book, rule: &str) -> bool {
    match rule.split_once(':') {
        Some(("card", code)) => book.signpost(code).is_none() && named::known(book, code),
        Some(("finding", id)) => {
            let of_question = |name: &str| id.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
            let noticed = |name: &Noticed| of_question(&name.to_string());
            FINDINGS_OF.iter().any(|start| id.starts_with(start))
                || Noticed::iter().any(|name| noticed(&name))
                || book.file.questions.iter().any(|question| of_question(&question.id))
        }
        Some(("coverage", id)) => id.split_once('/').is_some_and(|(policy, rule)| {
            let all = &book.pack().coverage;
            let mut rules = all.iter().flat_map(|policy| &policy.rules);
            let of_program = REASONS_OF.iter().any(|start| rule.starts_with(start));
            all.iter().any(|one| one.id == policy) && (of_program || rules.any(|one| one.id == rule))
        }),
        _ => false,
    }
}
