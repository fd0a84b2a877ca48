//! What payers say of a code, policy by policy: each rule with its payer, its source and its date.

use super::conditions;
use crate::pack::model::{Card, Policy, PolicyRule, Verdict};
use crate::report::lines::{Evidence, Lines};
use crate::tree::Book;

pub(super) fn write(lines: &mut Lines, book: &Book, card: &Card) {
    lines.heading("Payers");
    let mut silent = Vec::new();
    for policy in &book.pack().coverage {
        let rules: Vec<&PolicyRule> = policy
            .rules
            .iter()
            .filter(|rule| rule.codes.contains(&card.code))
            .collect();
        if rules.is_empty() {
            silent.push(policy.title.as_str());
        } else {
            told(lines, book, policy, &rules);
        }
    }
    if !silent.is_empty() {
        lines.line("  No rule of this pack speaks of it under:");
        lines.item("    ", &silent.join("; "));
    }
}

fn told(lines: &mut Lines, book: &Book, policy: &Policy, rules: &[&PolicyRule]) {
    let version = policy
        .version
        .as_ref()
        .map(|version| format!(", {version}"))
        .unwrap_or_default();
    lines.item("  ", &format!("{}{version}; checked {}", policy.title, policy.checked));
    for rule in rules {
        let verdict = match rule.verdict {
            Verdict::Likely => "may be paid",
            Verdict::NotChecked => "depends",
            Verdict::OutsidePolicy => "outside the policy",
            Verdict::Unlikely => "unlikely to be paid",
        };
        let span = rule.effective.unwrap_or(policy.effective);
        let when = conditions::of_policy(book, rule);
        let evidence = Evidence::new(&rule.sources, rule.confidence).within(Some(span));
        lines.stated(&format!("    {verdict}: "), &format!("{}{when}", rule.text), evidence);
    }
}
