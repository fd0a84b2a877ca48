//! What payers say of a code, policy by policy: each rule with its payer, its source and its date.

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
            told(lines, policy, &rules);
        }
    }
    if !silent.is_empty() {
        lines.item("  No rule of this pack speaks of it under: ", &silent.join("; "));
    }
}

fn told(lines: &mut Lines, policy: &Policy, rules: &[&PolicyRule]) {
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
        let whose: Vec<&str> = rule
            .contractors
            .iter()
            .chain(&rule.states)
            .map(String::as_str)
            .collect();
        let whose = if whose.is_empty() {
            String::new()
        } else {
            format!(" ({})", whose.join(", "))
        };
        let evidence = Evidence::new(&rule.sources, rule.confidence).within(Some(span));
        lines.stated(&format!("    {verdict}: "), &format!("{}{whose}", rule.text), evidence);
    }
}
