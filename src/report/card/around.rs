//! What stands around a code: diagnoses, its history, codes easily taken for it, and the questions people ask.

use super::meaning::said;
use crate::pack::model::{Card, Diagnosis, Topic, Weighs};
use crate::report::lines::{Evidence, Lines};
use crate::tree::Book;

pub(super) fn write(lines: &mut Lines, book: &Book, card: &Card) {
    diagnoses(lines, book, card);
    related(lines, card);
    history(lines, book, card);
    asked(lines, book, card);
}

/// The diagnoses known for the code by tier, and those that speak against it: advice, never a gate.
fn diagnoses(lines: &mut Lines, book: &Book, card: &Card) {
    let file = &book.pack().diagnoses;
    lines.heading("Diagnoses, as advice and never a gate");
    for one in file.without_list.iter().filter(|one| one.codes.contains(&card.code)) {
        lines.stated("  - ", &one.text, Evidence::new(&one.sources, one.confidence));
    }
    let Some(set) = file.set_of(&card.code) else { return };
    lines.item("  Under ", &file.policies.join(", "));
    for tier in &file.tiers {
        lines.item(&format!("  {}: ", tier.tier), &tier.text);
        let of_tier = |one: &&Diagnosis| one.tier.as_ref() == Some(&tier.tier) && one.sets.contains(&set.id);
        for one in file.diagnoses.iter().filter(of_tier) {
            diagnosis(lines, one);
        }
    }
    lines.item("  Traps: ", "codes that look fitting and are refused or too vague.");
    for one in file.diagnoses.iter().filter(|one| one.weighs == Weighs::Trap) {
        diagnosis(lines, one);
    }
}

fn diagnosis(lines: &mut Lines, one: &Diagnosis) {
    let note = one.note.as_ref().map(|note| format!(". {note}")).unwrap_or_default();
    let evidence = Evidence::new(&one.sources, one.confidence).within(one.effective);
    lines.stated(
        &format!("    {}: ", one.icd.join(", ")),
        &format!("{}{note}", one.label),
        evidence,
    );
}

fn related(lines: &mut Lines, card: &Card) {
    lines.heading("Easily taken for it");
    for related in &card.related {
        let evidence = Evidence::new(&related.sources, related.confidence);
        lines.stated(&format!("  {}: ", related.code), &related.differs, evidence);
    }
}

fn history(lines: &mut Lines, book: &Book, card: &Card) {
    said(lines, book, card, Topic::History);
    let ended = book.pack().retired.retired.iter();
    for old in ended.filter(|old| old.replaced_by.contains(&card.code)) {
        let text = format!("{}; ended {}. {}", old.was, old.ended, old.became);
        let evidence = Evidence::new(&old.sources, old.confidence);
        lines.stated(&format!("  before, {}: ", old.code), &text, evidence);
    }
}

fn asked(lines: &mut Lines, book: &Book, card: &Card) {
    lines.heading("Questions people ask");
    let all = book.pack().faq.questions.iter();
    for one in all.filter(|one| one.codes.contains(&card.code)) {
        lines.item("  - ", &one.ask);
        let evidence = Evidence::new(&one.sources, one.confidence).within(one.effective);
        lines.stated(
            "    ",
            &format!("{} Rules: {}.", one.answer, one.rules.join(", ")),
            evidence,
        );
    }
}
