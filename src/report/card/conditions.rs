//! When a rule of a card holds: the case it speaks of, in a few words.

use crate::pack::model::{Conditions, PolicyRule, StanceRule};
use crate::tree::Book;

/// ` (hospital; stopped: before anesthesia)`: whose claim, which payer, which answers; empty where it always holds.
pub(super) fn of_stance(book: &Book, rule: &StanceRule) -> String {
    let mut parts = rule.settings.clone();
    parts.extend(rule.policies.clone());
    parts.extend(answers(book, &rule.given));
    bracketed(&parts)
}

/// The same of a payer's rule: contractors, states, settings, earlier sessions, answers.
pub(super) fn of_policy(book: &Book, rule: &PolicyRule) -> String {
    let mut parts: Vec<String> = [&rule.contractors, &rule.states, &rule.settings]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    parts.extend(
        rule.prior_sessions_from
            .map(|least| format!("from {least} earlier sessions on")),
    );
    let days = rule.days_since_last_under;
    parts.extend(days.map(|days| format!("less than {days} days after the last session")));
    parts.extend(answers(book, &rule.given));
    parts.extend(answers(book, &rule.unless).map(|part| format!("not where {part}")));
    bracketed(&parts)
}

fn bracketed(parts: &[String]) -> String {
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", parts.join("; "))
    }
}

/// `imaging: fluoroscopy or CT`, question by question.
fn answers<'a>(book: &'a Book, conditions: &'a Conditions) -> impl Iterator<Item = String> + 'a {
    let questions = book.file.questions.iter();
    questions.filter_map(|question| {
        let wanted = conditions.get(&question.id)?;
        let named = question.answers.iter().filter(|answer| wanted.contains(&answer.id));
        let named: Vec<&str> = named.map(|answer| answer.short.as_str()).collect();
        Some(format!("{}: {}", question.title.to_lowercase(), named.join(" or ")))
    })
}
