//! Units: none, too many, and what they may stand for.

use super::ScrubFinding;
use super::desk::{Desk, Numbered};
use super::sides::is_pair;
use crate::claim::pairs::units_of;
use crate::pack::model::{ModifierUse, ScrubCheck};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let mut findings: Vec<ScrubFinding> = desk.numbered().flat_map(|line| one(desk, line)).collect();
    for code in desk.codes() {
        let over = units_of(desk.book, desk.lines, code, desk.context);
        let lines = desk.of(code);
        findings.extend(over.into_iter().map(|finding| {
            let mut found = desk.pass_on(finding, &lines);
            if is_pair(desk, &lines) {
                // Two sides on two lines are not too many of anything: the form is what has to be settled.
                found.fix = desk.fix("both-sides-");
            }
            found
        }));
    }
    findings
}

fn one(desk: &Desk<'_>, (number, line): Numbered<'_>) -> Vec<ScrubFinding> {
    let this = [(number, line)];
    if line.units == 0 {
        return desk.say(ScrubCheck::UnitsZero, &this, "");
    }
    if line.units == 1 || !desk.is_family(&line.code) {
        return Vec::new();
    }
    let sided = [ModifierUse::BothSides, ModifierUse::Left, ModifierUse::Right];
    if desk.carries(ModifierUse::BothSides, line) {
        desk.say(ScrubCheck::BothSidesUnits, &this, "")
    } else if desk.parent(&line.code).is_some()
        && line.levels.is_empty()
        && !sided.iter().any(|side| desk.carries(*side, line))
    {
        desk.say(ScrubCheck::UnitsOrSides, &this, "")
    } else {
        Vec::new()
    }
}
