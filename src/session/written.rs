//! A case written as facts: what [`parse_facts`](super::parse_facts) reads, it writes.

use crate::claim::{Context, Procedure};
use crate::tree::Book;

/// Stands between the procedures of one session.
pub const AND: &str = "+and";

/// The facts of one procedure: its answers, levels and modifiers.
#[must_use]
pub fn procedure_facts(book: &Book, procedure: &Procedure) -> Vec<String> {
    let answers = book.tree.question_ids().filter_map(|id| {
        let given = procedure.answers.get(id)?;
        Some(format!("{}={}", book.question(id)?.id, book.value(id, given)))
    });
    let levels = procedure.levels.iter().map(|level| format!("level={}", level.written));
    let modifiers = procedure
        .modifiers
        .iter()
        .map(|modifier| format!("modifier={modifier}"));
    answers.chain(levels).chain(modifiers).collect()
}

/// The facts that hold for the whole session.
#[must_use]
pub fn session_facts(context: &Context) -> Vec<String> {
    // Every field by name, so that a new one cannot be forgotten.
    let Context {
        setting,
        payer,
        date,
        prior_sessions,
        prior_outside,
        prior_on_first_day,
        days_since_last,
        other_codes,
        diagnoses,
        levels: _,
    } = context;
    let mut facts = vec![
        format!("setting={setting}"),
        format!("payer={payer}"),
        format!("date={date}"),
    ];
    facts.extend(prior_sessions.map(|count| format!("prior-sessions={count}")));
    facts.extend(days_since_last.map(|days| format!("days-since-last={days}")));
    let counts = [
        ("prior-on-first-day", prior_on_first_day),
        ("prior-outside", prior_outside),
    ];
    let some = counts.into_iter().filter(|(_, count)| **count > 0);
    facts.extend(some.map(|(name, count)| format!("{name}={count}")));
    facts.extend(other_codes.iter().map(|code| format!("other-code={code}")));
    facts.extend(diagnoses.iter().map(|icd| format!("diagnosis={icd}")));
    facts
}

/// The whole session: the facts of each procedure, [`AND`] between them, then those that hold for all.
#[must_use]
pub fn case_facts(book: &Book, procedures: &[Procedure], context: &Context) -> Vec<String> {
    let mut words = Vec::new();
    for (index, procedure) in procedures.iter().enumerate() {
        if index > 0 {
            words.push(AND.to_owned());
        }
        words.extend(procedure_facts(book, procedure));
    }
    words.extend(session_facts(context));
    words
}
