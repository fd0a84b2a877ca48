//! Levels where the lines name them: in the region of their code, and how many there are.

use super::ScrubFinding;
use super::desk::{Desk, Numbered};
use super::regions::leads_elsewhere;
use super::sides::{Side, side_of};
use crate::claim::level::{Level, LevelFact};
use crate::claim::noticed::{self, Subject};
use crate::claim::once::each_once;
use crate::pack::model::{Noticed, ScrubCheck};

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let mut findings: Vec<ScrubFinding> = desk.numbered().flat_map(|line| outside(desk, line)).collect();
    for member in desk.book.family.iter().filter(|member| member.parent.is_some()) {
        let primary = member.parent.as_deref().unwrap_or_default();
        let mut lines = desk.of(primary);
        lines.extend(desk.of(&member.code));
        findings.extend(counted(desk, &lines));
    }
    findings
}

/// The levels a line names, as far as they can be read.
pub(super) fn levels_of(line: &crate::claim::Line) -> Vec<Level> {
    let read = |text: &String| text.parse::<LevelFact>().ok()?.level;
    line.levels.iter().filter_map(read).collect()
}

fn outside(desk: &Desk<'_>, (number, line): Numbered<'_>) -> Vec<ScrubFinding> {
    let primary = desk.parent(&line.code).unwrap_or(&line.code);
    let wrong = levels_of(line).into_iter();
    let wrong: Vec<String> = wrong
        .filter(|level| desk.is_family(&line.code) && leads_elsewhere(desk, primary, *level))
        .map(|level| level.to_string())
        .collect();
    if wrong.is_empty() {
        return Vec::new();
    }
    let more = format!("{} on {}.", wrong.join(", "), line.code);
    desk.say(ScrubCheck::LevelOfOtherRegion, &[(number, line)], &more)
}

/// What is said of the foraminal levels of one region.
fn counted(desk: &Desk<'_>, lines: &[Numbered<'_>]) -> Vec<ScrubFinding> {
    let levels = each_once(lines.iter().flat_map(|(_, line)| levels_of(line)));
    let mut findings = Vec::new();
    let mut notice = |what| {
        let subjects: Vec<Subject<'_>> = lines.iter().map(|(_, line)| Subject::of_line(&line.code)).collect();
        let found = noticed::findings_on(desk.book, desk.context, what, &subjects, "");
        findings.extend(found.into_iter().map(|finding| desk.pass_on(finding, lines)));
    };
    if levels.contains(&Level::S1) && levels.contains(&Level::L5S1) {
        notice(Noticed::SacralBesideLumbosacral);
    }
    if levels.len() + unnamed(desk, lines) > 2 {
        notice(Noticed::ThirdLevel);
    }
    findings
}

/// The fewest levels that lines without a level can stand for: a left and a right line may be one.
fn unnamed(desk: &Desk<'_>, lines: &[Numbered<'_>]) -> usize {
    let mut count = 0;
    for code in each_once(lines.iter().map(|(_, line)| line.code.as_str())) {
        let own = || {
            lines
                .iter()
                .filter(|(_, line)| line.code == code && line.levels.is_empty())
        };
        let units = |side: Option<Side>| -> u32 {
            let of_side = own().filter(|(_, line)| side_of(desk, line) == side);
            of_side.fold(0, |sum: u32, (_, line)| sum.saturating_add(line.units))
        };
        let sided = units(Some(Side::Left)).max(units(Some(Side::Right)));
        let all = units(None)
            .saturating_add(units(Some(Side::Both)))
            .saturating_add(sided);
        count += usize::try_from(all).unwrap_or(usize::MAX / 4);
    }
    count
}
