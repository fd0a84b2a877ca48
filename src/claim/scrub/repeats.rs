//! The same code, line or level more than once.

use super::ScrubFinding;
use super::desk::{Desk, Numbered};
use super::sides::{Side, is_pair, side_of};
use crate::pack::model::{ModifierUse, ScrubCheck};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let mut findings: Vec<ScrubFinding> = desk.codes().into_iter().flat_map(|code| one(desk, code)).collect();
    findings.extend(second_sides(desk));
    findings
}

/// A line that says itself that the code was done once more is no repeat.
fn one(desk: &Desk<'_>, code: &str) -> Vec<ScrubFinding> {
    let mut lines = desk.of(code);
    lines.retain(|(_, line)| !desk.carries(ModifierUse::Repeats, line));
    if desk.is_primary(code) {
        let several = lines.len() > 1 && !is_pair(desk, &lines);
        return if several {
            desk.say(ScrubCheck::PrimaryTwice, &lines, "")
        } else {
            Vec::new()
        };
    }
    let check = if desk.is_family(code) {
        ScrubCheck::LevelTwice
    } else {
        ScrubCheck::DuplicateLine
    };
    let alike = |one: &Numbered<'_>, other: &Numbered<'_>| match check {
        ScrubCheck::LevelTwice => same_level(one, other) && same_side(desk, one, other),
        _ => one.1 == other.1,
    };
    for (index, line) in lines.iter().enumerate() {
        let again: Vec<Numbered<'_>> = lines
            .iter()
            .skip(index + 1)
            .filter(|other| alike(line, other))
            .copied()
            .collect();
        if !again.is_empty() {
            return desk.say(check, &[vec![*line], again].concat(), "");
        }
    }
    Vec::new()
}

fn same_level((_, one): &Numbered<'_>, (_, other): &Numbered<'_>) -> bool {
    one.levels.iter().any(|level| other.levels.contains(level))
}

fn same_side(desk: &Desk<'_>, (_, one): &Numbered<'_>, (_, other): &Numbered<'_>) -> bool {
    let (one, other) = (side_of(desk, one), side_of(desk, other));
    one == other || one == Some(Side::Both) || other == Some(Side::Both)
}

/// A level on the primary line and again on the add-on line.
fn second_sides(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let mut findings = Vec::new();
    for (number, line) in desk.numbered() {
        let Some(primary) = desk.parent(&line.code) else {
            continue;
        };
        let mut lines = desk.of(primary);
        lines.retain(|one| same_level(one, &(number, line)));
        if !lines.is_empty() {
            lines.push((number, line));
            findings.extend(desk.say(
                ScrubCheck::SecondSideAsLevel,
                &lines,
                &format!("{}.", line.levels.join(", ")),
            ));
        }
    }
    findings
}
