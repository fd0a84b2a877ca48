//! Both sides of a level: read off the lines, and held against the form that the payer and setting want.

use super::ScrubFinding;
use super::desk::{Desk, Numbered};
use crate::claim::both_sides;
use crate::claim::contract::Line;
use crate::claim::findings::Finding;
use crate::claim::once::each_once;
use crate::pack::model::{BothSides, BothSidesForm, Confidence, ModifierUse, ScrubCheck};

/// The side a line says by its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
    Both,
}

/// The side of a line; none where it says none, or left and right at once.
pub(super) fn side_of(desk: &Desk<'_>, line: &Line) -> Option<Side> {
    let has = |what| desk.carries(what, line);
    match (
        has(ModifierUse::BothSides),
        has(ModifierUse::Left),
        has(ModifierUse::Right),
    ) {
        (true, ..) => Some(Side::Both),
        (false, true, false) => Some(Side::Left),
        (false, false, true) => Some(Side::Right),
        _ => None,
    }
}

/// Whether lines of one code are the left and the right of one level, as far as levels are named.
pub(super) fn is_pair(desk: &Desk<'_>, lines: &[Numbered<'_>]) -> bool {
    let [(_, one), (_, other)] = lines else { return false };
    let sides = (side_of(desk, one), side_of(desk, other));
    let opposite = matches!(
        sides,
        (Some(Side::Left), Some(Side::Right)) | (Some(Side::Right), Some(Side::Left))
    );
    let agree = one.levels.is_empty() || other.levels.is_empty() || one.levels == other.levels;
    opposite && agree && rule(desk, &one.code).is_some()
}

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let mut findings = Vec::new();
    for code in desk.codes() {
        let Some(rule) = rule(desk, code) else { continue };
        let lines = desk.of(code);
        for line in lines.iter().filter(|(_, line)| says_left_and_right(desk, line)) {
            findings.extend(desk.say(ScrubCheck::BothSidesOneLine, &[*line], ""));
        }
        findings.extend(
            written(desk, code, &lines)
                .into_iter()
                .flat_map(|(form, lines)| held(desk, rule, form, &lines)),
        );
    }
    findings
}

/// The rule that this payer and setting have for a code.
fn rule<'a>(desk: &Desk<'a>, code: &str) -> Option<&'a BothSides> {
    let primary = desk.parent(code).unwrap_or(code);
    let payer = both_sides::payer(desk.book, desk.context, primary);
    both_sides::rule(desk.book, desk.context.setting, &payer, code)
}

fn says_left_and_right(desk: &Desk<'_>, line: &Line) -> bool {
    desk.carries(ModifierUse::Left, line) && desk.carries(ModifierUse::Right, line)
}

/// Every form in which both sides of a level stand on the lines of a code, with those lines.
fn written<'a>(desk: &Desk<'_>, code: &str, lines: &[Numbered<'a>]) -> Vec<(BothSidesForm, Vec<Numbered<'a>>)> {
    let of = |keep: &dyn Fn(&Line) -> bool| -> Vec<Numbered<'a>> {
        lines.iter().filter(|(_, line)| keep(line)).copied().collect()
    };
    let one_line = of(&|line| side_of(desk, line) == Some(Side::Both));
    // Without a level nobody can tell two units from two levels.
    let two_units = of(&|line| side_of(desk, line).is_none() && line.units == 2 && line.levels.len() == 1);
    let mut forms = vec![
        (BothSidesForm::OneLine50, one_line),
        (BothSidesForm::TwoUnits, two_units),
    ];
    forms.push((BothSidesForm::TwoLines, two_lines(desk, code, lines)));
    forms.retain(|(_, lines)| !lines.is_empty());
    forms
}

/// A left and a right line: of the primary code as they stand, of an add-on code where they name one level.
fn two_lines<'a>(desk: &Desk<'_>, code: &str, lines: &[Numbered<'a>]) -> Vec<Numbered<'a>> {
    let mut found = Vec::new();
    for (index, one) in lines.iter().enumerate() {
        for other in lines.iter().skip(index + 1) {
            let named = !one.1.levels.is_empty() && one.1.levels == other.1.levels;
            if is_pair(desk, &[*one, *other]) && (named || desk.is_primary(code)) {
                found.extend([*one, *other]);
            }
        }
    }
    each_once(found)
}

/// The payer's own form is told with its doubts; another form is told with the payer's reading.
fn held(desk: &Desk<'_>, rule: &BothSides, form: BothSidesForm, lines: &[Numbered<'_>]) -> Vec<ScrubFinding> {
    if form == rule.form {
        let mut found = desk.pass_on(Finding::of_both_sides(rule), lines);
        found.fix = found.fix.filter(|_| rule.confidence != Confidence::Confirmed);
        return vec![found];
    }
    let mut findings = desk.say(ScrubCheck::BothSidesOtherwise, lines, &rule.text);
    let wanted = desk.fix(&rule.form.to_string()).unwrap_or_default();
    for found in &mut findings {
        found.finding.sources.clone_from(&rule.sources);
        found.finding.confidence = rule.confidence;
        found.fix = found.fix.take().map(|fix| format!("{fix} {wanted}"));
    }
    findings
}
