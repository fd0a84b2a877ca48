//! Pair edits among the lines, and modifiers that lift them or have none to lift.

use super::ScrubFinding;
use super::desk::{Desk, Numbered};
use super::guidance::is_owned_by_none;
use crate::claim::once::each_once;
use crate::claim::pairs::{lift, told};
use crate::pack::model::{Lift, ModifierUse, PairEdit, ScrubCheck};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let codes = desk.codes();
    let mut findings = Vec::new();
    let mut joined: Vec<&str> = Vec::new();
    for (index, first) in codes.iter().enumerate() {
        for second in codes.iter().skip(index + 1) {
            for (edit, paid, denied) in desk.edits(first, second) {
                joined.extend([paid, denied]);
                // What guidance is worth beside these codes is said once, in its own words.
                if !is_owned_by_none(desk, denied) {
                    findings.extend(one(desk, edit, paid, denied));
                }
            }
        }
    }
    findings.extend(lifts_nothing(desk, &joined));
    each_once(findings)
}

fn one(desk: &Desk<'_>, edit: &PairEdit, paid: &str, denied: &str) -> Vec<ScrubFinding> {
    let lift = lift(edit, desk.context.setting);
    let lines = [desk.of(denied), desk.of(paid)].concat();
    if lift == Lift::WithModifier
        && let Some((number, modifier)) = lifted(desk, paid, denied)
    {
        let more = format!("{denied} beside {paid}: {modifier} on line {number}.");
        let mut found = desk.say(ScrubCheck::PairLifted, &lines, &more);
        for found in &mut found {
            found.finding.id = format!("pair-{}", edit.id);
            found.finding.sources.clone_from(&edit.sources);
            found.finding.confidence = edit.confidence;
        }
        return found;
    }
    let told = told(edit, paid, denied, desk.context).map(|finding| ScrubFinding {
        fix: desk.fix(&format!("pair-{lift}")),
        ..desk.pass_on(finding, &lines)
    });
    told.into_iter().collect()
}

/// The modifier that lifts an edit: on every line of the code denied, or on every line of the other. Where one of the two
/// has modifiers of its own for this, such as a visit, only its lines count.
fn lifted(desk: &Desk<'_>, paid: &str, denied: &str) -> Option<(usize, String)> {
    let own = |code: &&str| {
        desk.group(ModifierUse::Lifts, code)
            .is_some_and(|group| !group.codes.is_empty())
    };
    let codes = match [denied, paid].iter().find(|code| own(code)) {
        Some(code) => vec![*code],
        None => vec![denied, paid],
    };
    codes.into_iter().find_map(|code| {
        let lines = desk.of(code);
        let all = lines.iter().all(|(_, line)| desk.carries(ModifierUse::Lifts, line));
        lines.first().filter(|_| all).and_then(|line| lifting(desk, *line))
    })
}

fn lifting(desk: &Desk<'_>, (number, line): Numbered<'_>) -> Option<(usize, String)> {
    let lifts = |modifier: &&String| desk.does(ModifierUse::Lifts, &line.code, modifier);
    line.modifiers
        .iter()
        .find(lifts)
        .map(|modifier| (number, modifier.clone()))
}

/// Lines of the family that carry such a modifier while no edit joins their code.
fn lifts_nothing(desk: &Desk<'_>, joined: &[&str]) -> Vec<ScrubFinding> {
    let idle = |(_, line): &Numbered<'_>| desk.is_family(&line.code) && !joined.contains(&line.code.as_str());
    let found = desk.numbered().filter(idle).filter_map(|line| {
        let (_, modifier) = lifting(desk, line)?;
        Some(desk.say(
            ScrubCheck::SeparateWithoutEdit,
            &[line],
            &format!("{modifier} on {}.", line.1.code),
        ))
    });
    found.flatten().collect()
}
