//! Small phrases that the doors share.

use super::doubt;
use super::result::end;
use crate::claim::{CaseResult, CheckItem, Context, Finding, ModifierStance, Setting, readiness};
use crate::pack::model::{Confidence, Date, Stage, Stance, Verdict};
use crate::tree::{Book, Decision, Flip, Status};
use strum::IntoEnumIterator as _;

/// The text with its first letter large.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The text, and how sure it is where that is not "confirmed".
#[must_use]
pub fn told(text: &str, confidence: Confidence) -> String {
    format!("{text}{}", doubt(confidence))
}

/// What a finding says, and how sure it is where the text does not say so, or name its source, itself.
#[must_use]
pub fn finding_text(finding: &Finding) -> String {
    if finding.id.starts_with("confidence-") || finding.is_local() {
        finding.text.clone()
    } else {
        told(&finding.text, finding.confidence)
    }
}

/// "Medicare", "Medicare TX".
#[must_use]
pub fn payer(payer: &str) -> String {
    if payer == Context::CODE_RULES_ONLY {
        return "CPT rules only".to_owned();
    }
    capital(&payer.replace(':', " "))
}

/// "professional, CPT rules": whose claim and which rules; then the date of service where it is not the one of the start.
#[must_use]
pub fn under(context: &Context, start: Date) -> String {
    let payer = match context.policy() {
        None => "CPT rules".to_owned(),
        Some(_) => payer(&context.payer),
    };
    let date = if context.date == start {
        String::new()
    } else {
        format!(", {}", context.date)
    };
    format!("{}, {payer}{date}", context.setting)
}

/// "62323", "Facet joint (outside the family)", "open: 62322, 62323": where a decision leads.
#[must_use]
pub fn leads_to(book: &Book, decision: &Decision) -> String {
    let codes = decision.candidates.join(", ");
    match &decision.status {
        Status::Code(code) => code.clone(),
        Status::Signpost(id) => format!("outside the family: {}", end(book, id)),
        Status::Open if decision.candidates.is_empty() => "still open".to_owned(),
        Status::Open => format!("still open: {codes}"),
        Status::OpenByRule(_) => format!("undetermined by rule: {codes}"),
    }
}

/// What another answer would change: "no change", "62322", "still open: 62322, 62323; no longer asked: Imaging".
#[must_use]
pub fn flipped(book: &Book, now: &Decision, flip: &Flip) -> String {
    let same = flip.decision.status == now.status && flip.decision.candidates == now.candidates;
    let effect = if same {
        "no change".to_owned()
    } else {
        leads_to(book, &flip.decision)
    };
    let fallen = flip.fallen.iter().filter_map(|id| book.question(*id));
    let fallen: Vec<&str> = fallen.map(|question| question.title.as_str()).collect();
    if fallen.is_empty() {
        effect
    } else {
        format!("{effect}; no longer asked: {}", fallen.join(", "))
    }
}

/// "1 question", "3 questions".
#[must_use]
pub fn count(number: usize, one: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {one}s")
    }
}

/// A verdict in words.
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "likely",
        Verdict::NotChecked => "not checked",
        Verdict::OutsidePolicy => "outside the policy",
        Verdict::Unlikely => "unlikely",
    }
}

/// What stands over the rules of each verdict, the worst first.
pub const VERDICTS: [(Verdict, &str); 4] = [
    (Verdict::Unlikely, "Against payment"),
    (Verdict::OutsidePolicy, "Outside this policy"),
    (Verdict::NotChecked, "Not checked: the facts for it are not here"),
    (Verdict::Likely, "For payment, where the record shows it"),
];

/// A setting by its name, and whose claim it is.
#[must_use]
pub const fn setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Professional => "Professional: the physician's claim",
        Setting::Asc => "ASC: the surgery center's claim",
        Setting::Hospital => "Hospital: the outpatient claim",
    }
}

/// The checklist items of a result in the order shown.
#[must_use]
pub fn checklist_shown(result: &CaseResult) -> Vec<&CheckItem> {
    Stage::iter()
        .flat_map(|stage| result.checklist.iter().filter(move |item| item.stage == stage))
        .collect()
}

/// "7 of 11 documented, 2 hard items missing: not ready".
#[must_use]
pub fn progress(result: &CaseResult, ticked: impl Fn(&str) -> bool) -> String {
    let state = readiness(&result.checklist, ticked);
    let missing = match state.hard_missing {
        0 => "no hard item missing: ready".to_owned(),
        1 => "1 hard item missing: not ready".to_owned(),
        number => format!("{number} hard items missing: not ready"),
    };
    format!("{} of {} documented, {missing}", state.documented, state.items)
}

/// A stage of the checklist as a heading over its items.
#[must_use]
pub fn stage(stage: Stage, items: &[&CheckItem]) -> &'static str {
    match stage {
        Stage::Pre => "Before the procedure",
        Stage::Procedure => "In the procedure note",
        Stage::Post => "After the procedure",
        Stage::Repeat if items.iter().all(|item| item.conditional) => {
            "If this is a repeat injection (an item counts once it is ticked)"
        }
        Stage::Repeat => "For a repeat injection",
    }
}

/// The modifiers of a result in the order shown.
#[must_use]
pub fn modifiers_shown(result: &CaseResult) -> Vec<&ModifierStance> {
    Stance::iter()
        .flat_map(|stance| result.modifiers.iter().filter(move |one| one.stance == stance))
        .collect()
}

/// A stance as a heading over its modifiers.
#[must_use]
pub const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Applies => "Applies",
        Stance::MayApply => "May apply",
        Stance::Conflict => "Sources disagree",
        Stance::Never => "Never on this code",
    }
}
