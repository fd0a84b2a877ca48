//! Modifiers: well formed, known, in place on this code and in this setting, and fit to stand together.

use super::ScrubFinding;
use super::desk::{Desk, Numbered, told};
use crate::claim::once::each_once;
use crate::pack::model::{Confidence, FindingSeverity, Modifier, ModifierUse, ScrubCheck, Stance, StanceRule};

/// Places for modifiers on a claim line.
const PLACES: usize = 4;

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    desk.numbered().flat_map(|line| one(desk, line)).collect()
}

fn one(desk: &Desk<'_>, (number, line): Numbered<'_>) -> Vec<ScrubFinding> {
    let this = [(number, line)];
    let written = each_once(line.modifiers.iter().map(String::as_str));
    let mut findings = Vec::new();
    for modifier in &written {
        if !is_modifier(modifier) {
            findings.extend(desk.say(ScrubCheck::ModifierMalformed, &this, &format!("{modifier}.")));
        } else if desk.is_family(&line.code) {
            findings.extend(on_family(desk, (number, line), modifier));
        }
        if line.modifiers.iter().filter(|other| other == modifier).count() > 1 {
            findings.extend(desk.say(ScrubCheck::ModifierRepeated, &this, &format!("{modifier}.")));
        }
    }
    if line.modifiers.len() > PLACES {
        findings.extend(desk.say(ScrubCheck::ModifiersTooMany, &this, ""));
    }
    findings.extend(together(desk, (number, line)));
    findings.extend(order(desk, (number, line)));
    findings
}

fn is_modifier(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase())
}

/// A modifier on the line of a code whose stances the pack holds.
fn on_family(desk: &Desk<'_>, line: Numbered<'_>, modifier: &str) -> Vec<ScrubFinding> {
    let known = desk
        .book
        .pack()
        .modifiers
        .modifiers
        .iter()
        .find(|one| one.modifier == modifier);
    let Some(known) = known else {
        return desk.say(ScrubCheck::ModifierUnknown, &[line], &format!("{modifier}."));
    };
    let rule = general(desk, known, &line.1.code);
    if let Some(rule) = rule.filter(|rule| rule.stance == Stance::Never) {
        return never(desk, line, modifier, rule);
    }
    let mut texts = desk.texts(ScrubCheck::ModifierOtherSetting);
    let here = texts.find(|text| text.modifiers.iter().any(|one| one == modifier));
    here.map(|text| told(text, &[line], &format!("{modifier}.")))
        .into_iter()
        .collect()
}

/// The stance whatever the facts: a set of lines does not tell them.
fn general<'a>(desk: &Desk<'a>, modifier: &'a Modifier, code: &str) -> Option<&'a StanceRule> {
    let file = desk.book.pack().modifiers.effective;
    modifier.stances.iter().find(|rule| {
        rule.given.is_empty()
            && rule.codes.iter().any(|listed| listed == code)
            && rule.effective.unwrap_or(file).holds_on(desk.context.date)
    })
}

/// A stance that no document supports asks for a look, not for a stop.
fn never(desk: &Desk<'_>, line: Numbered<'_>, modifier: &str, rule: &StanceRule) -> Vec<ScrubFinding> {
    let more = format!("{modifier} on {}. {}", line.1.code, rule.why);
    let mut findings = desk.say(ScrubCheck::ModifierNever, &[line], &more);
    for found in &mut findings {
        if rule.confidence == Confidence::Unconfirmed {
            found.finding.severity = FindingSeverity::Warn;
        }
        found.finding.sources.clone_from(&rule.sources);
        found.finding.confidence = rule.confidence;
        found.fix = found.fix.take().map(|fix| format!("{fix} {}", rule.when));
    }
    findings
}

fn together(desk: &Desk<'_>, (number, line): Numbered<'_>) -> Vec<ScrubFinding> {
    let on_line = |list: &[String]| line.modifiers.iter().find(|one| list.contains(one)).cloned();
    let both = |text| {
        let text: &crate::pack::model::ScrubText = text;
        let (one, other) = (on_line(&text.modifiers)?, on_line(&text.excludes)?);
        Some(told(text, &[(number, line)], &format!("{one} and {other}.")))
    };
    desk.texts(ScrubCheck::ModifiersTogether).filter_map(both).collect()
}

/// A modifier that prices the line, after one that does not.
fn order(desk: &Desk<'_>, (number, line): Numbered<'_>) -> Vec<ScrubFinding> {
    let prices = |modifier: &&String| desk.does(ModifierUse::Prices, &line.code, modifier);
    let late = line.modifiers.iter().skip_while(prices).find(prices);
    let said = late.map(|late| {
        desk.say(
            ScrubCheck::ModifierOrder,
            &[(number, line)],
            &format!("{late} stands late."),
        )
    });
    said.unwrap_or_default()
}
