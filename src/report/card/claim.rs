//! How a code is claimed: units and their limit, both sides, the record, modifiers, add-on codes, codes beside it, pair edits.

use super::meaning::said;
use super::{conditions, statements};
use crate::pack::model::{Card, Lift, PairEdit, Severity, Stage, StanceRule, Topic, UnitLimit, lists};
use crate::report::lines::{Evidence, Lines};
use crate::tree::Book;

pub(super) fn write(lines: &mut Lines, book: &Book, card: &Card) {
    statements(lines, "Units", &card.units);
    limits(lines, book, card);
    sides(lines, book, card);
    record(lines, book, card);
    modifiers(lines, book, card);
    add_ons(lines, card);
    beside(lines, book, card);
    pairs(lines, book, card);
    said(lines, book, card, Topic::Unpaired);
}

fn limits(lines: &mut Lines, book: &Book, card: &Card) {
    lines.heading("Unit limit (MUE)");
    let limits = book.pack().edits.unit_limits.iter();
    let mut limits = limits.filter(|limit| limit.codes.contains(&card.code)).peekable();
    if limits.peek().is_none() {
        lines.item("  ", "Not in this pack.");
    }
    for limit in limits {
        let text = format!("{}. {}", limit_words(limit), limit.note);
        lines.stated("  ", &text, Evidence::new(&limit.sources, limit.confidence));
    }
}

/// `1 a day, adjudication type 3 (a date of service, by claims data); hospital outpatient 1`.
pub(super) fn limit_words(limit: &UnitLimit) -> String {
    let kind = match limit.adjudication {
        Some(1) => ", adjudication type 1 (a claim line)",
        Some(2) => ", adjudication type 2 (a date of service, by policy: absolute)",
        Some(3) => ", adjudication type 3 (a date of service, by claims data)",
        _ => ", adjudication type not confirmed",
    };
    let hospital = limit.hospital.map_or_else(
        || "hospital outpatient not confirmed".to_owned(),
        |units| format!("hospital outpatient {units}"),
    );
    format!("{} a day{kind}; {hospital}", limit.practitioner)
}

fn sides(lines: &mut Lines, book: &Book, card: &Card) {
    let all = book.pack().edits.both_sides.iter();
    let mut rules = all.filter(|rule| rule.codes.contains(&card.code)).peekable();
    if rules.peek().is_some() {
        lines.heading("Both sides of a level");
    }
    for rule in rules {
        let text = format!(
            "{} ({}; {})",
            rule.text,
            rule.settings.join(", "),
            rule.payers.join(", ")
        );
        lines.stated("  - ", &text, Evidence::new(&rule.sources, rule.confidence));
    }
}

fn record(lines: &mut Lines, book: &Book, card: &Card) {
    lines.heading("The record must show");
    let items = book.pack().checklist.items.iter();
    for item in items.filter(|item| item.codes.contains(&card.code)) {
        let stage = match item.stage {
            Stage::Pre => "before",
            Stage::Procedure => "procedure",
            Stage::Post => "after",
            Stage::Repeat => "repeat",
        };
        let weight = match item.severity {
            Severity::Hard => "hard",
            Severity::Soft => "soft",
        };
        let payer = item
            .policy
            .as_ref()
            .map(|policy| format!(" ({policy})"))
            .unwrap_or_default();
        let evidence = Evidence::new(&item.sources, item.confidence).within(item.effective);
        lines.stated(
            &format!("  {stage}, {weight}: "),
            &format!("{}{payer}", item.text),
            evidence,
        );
    }
}

/// One block a modifier: in a line where one rule says it, else what it is and then rule by rule.
fn modifiers(lines: &mut Lines, book: &Book, card: &Card) {
    lines.heading("Modifiers");
    for modifier in &book.pack().modifiers.modifiers {
        let rules = modifier.stances.iter().filter(|rule| rule.codes.contains(&card.code));
        let rules: Vec<&StanceRule> = rules.collect();
        if let [rule] = rules.as_slice() {
            let first = format!("  {} {}: ", modifier.modifier, rule.stance);
            let told = format!("{}{}: ", modifier.title, conditions::of_stance(book, rule));
            stance(lines, &first, &told, rule);
            continue;
        }
        if !rules.is_empty() {
            lines.item(&format!("  {}: ", modifier.modifier), &modifier.title);
        }
        for rule in rules {
            let when = conditions::of_stance(book, rule);
            let when = if when.is_empty() { " (else)".to_owned() } else { when };
            stance(
                lines,
                &format!("    {}: ", rule.stance),
                &format!("{}: ", when.trim()),
                rule,
            );
        }
    }
}

fn stance(lines: &mut Lines, first: &str, told: &str, rule: &StanceRule) {
    let text = format!("{told}{} {}", rule.when, rule.why);
    lines.stated(
        first,
        &text,
        Evidence::new(&rule.sources, rule.confidence).within(rule.effective),
    );
}

fn add_ons(lines: &mut Lines, card: &Card) {
    lines.heading("Add-on relations");
    if let Some(parent) = &card.parent {
        let evidence = Evidence::new(&parent.sources, parent.confidence);
        lines.stated(&format!("  needs {}: ", parent.code), &parent.text, evidence);
    }
    for add_on in &card.add_ons {
        let evidence = Evidence::new(&add_on.sources, add_on.confidence).within(add_on.effective);
        lines.stated(&format!("  +{}: ", add_on.code), &add_on.earned_by, evidence);
    }
    if card.parent.is_none() && card.add_ons.is_empty() {
        lines.item("  ", "Stands alone; no add-on code of this pack goes with it.");
    }
}

fn beside(lines: &mut Lines, book: &Book, card: &Card) {
    let all = book.pack().edits.companions.iter();
    let mut beside = all.filter(|one| one.codes.contains(&card.code)).peekable();
    if beside.peek().is_some() {
        lines.heading("Other lines that may go with it");
    }
    for one in beside {
        let code = [std::slice::from_ref(&one.code), one.modifiers.as_slice()]
            .concat()
            .join("-");
        let evidence = Evidence::new(&one.sources, one.confidence).within(one.effective);
        lines.stated(&format!("  {code}: "), &one.text, evidence);
    }
}

fn pairs(lines: &mut Lines, book: &Book, card: &Card) {
    lines.heading("Pair edits (NCCI)");
    let holds = |list: &[String]| lists(list, &card.code);
    for pair in &book.pack().edits.pairs {
        for (here, others, denied) in [
            (holds(&pair.column_1), &pair.column_2, "the other is denied"),
            (holds(&pair.column_2), &pair.column_1, "this one is denied"),
        ] {
            if here {
                lines.stated(
                    &format!("  with {}: ", shortened(others)),
                    &format!("{denied}{}. {}", lifted(pair), pair.text),
                    Evidence::new(&pair.sources, pair.confidence).within(pair.effective),
                );
            }
        }
    }
    lines.item(
        "  ",
        "Any other pair: not in this pack. Check the current NCCI quarter.",
    );
}

/// How strictly a pair is denied.
pub(super) fn lifted(pair: &PairEdit) -> String {
    let words = |lift: Lift| match lift {
        Lift::Never => "whatever the modifier (0)",
        Lift::WithModifier => "unless a modifier rightly shows a separate service (1)",
        Lift::Conflicting => "by tables that differ",
        Lift::NoEdit => "no edit",
    };
    let hospital = pair.hospital.filter(|hospital| *hospital != pair.practitioner);
    let hospital = hospital.map(|hospital| format!("; hospital: {}", words(hospital)));
    format!(", {}{}", words(pair.practitioner), hospital.unwrap_or_default())
}

/// The codes, or the first few and how many more.
pub(super) fn shortened(codes: &[String]) -> String {
    const MOST: usize = 6;
    if codes.len() <= MOST {
        return codes.join(", ");
    }
    let first: Vec<&str> = codes.iter().take(MOST - 1).map(String::as_str).collect();
    format!("{} and {} more", first.join(", "), codes.len() + 1 - MOST)
}
