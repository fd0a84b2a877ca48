//! Which case comes next: forks that are due again, then what was never solved. What is scheduled is a fork, not a case: whoever
//! missed it meets it again in another case, where there is one.

mod schedule;

use std::collections::BTreeSet;

use crate::pack::model::{Axis, Case, Date, Teaching};
use crate::pack::short_hash;
use crate::shelf::{AxisKept, CaseKept, Learning};

pub use schedule::Recall;

/// The name of the fork that a case teaches: its axis and the first rule behind it.
#[must_use]
pub fn fork_name(case: &Case) -> String {
    let rule = case.fork.rules.first().map_or("", String::as_str);
    format!("{} {rule}", case.fork.axis)
}

/// A hash of all that a case says; it changes with every edit.
#[must_use]
pub fn content(case: &Case) -> String {
    short_hash(case)
}

/// How a try went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The score, in percent.
    pub percent: u8,
    /// How many hints were taken.
    pub hints: u8,
    /// The axes on which it went wrong.
    pub missed: BTreeSet<Axis>,
}

impl Tried {
    /// What the scheduler is told: forgotten where nothing was right, hard where a part was or a hint was needed.
    const fn recall(&self) -> Recall {
        match (self.percent, self.hints) {
            (0, _) => Recall::Forgotten,
            (100, 0) => Recall::Good,
            _ => Recall::Hard,
        }
    }
}

/// What is kept after a try.
#[must_use]
pub fn after(kept: &Learning, case: &Case, tried: &Tried, today: Date) -> Learning {
    let mut after = kept.clone();
    let content = content(case);
    let before = kept.cases.get(&case.id).filter(|before| before.content == content);
    let entry = CaseKept {
        tries: before.map_or(0, |before| before.tries).saturating_add(1),
        best: before.map_or(0, |before| before.best).max(tried.percent),
        last: tried.percent,
        seen: today,
        content,
    };
    after.cases.insert(case.id.clone(), entry);
    let fork = fork_name(case);
    let next = schedule::next(kept.forks.get(&fork), tried.recall(), today);
    after.forks.insert(fork, next);
    for axis in tried.missed.iter().chain([&case.fork.axis]).collect::<BTreeSet<_>>() {
        let entry = after.axes.entry(*axis).or_default();
        *entry = AxisKept {
            asked: entry.asked.saturating_add(1),
            missed: entry.missed.saturating_add(u32::from(tried.missed.contains(axis))),
        };
    }
    after
}

/// Why something that was kept begins anew.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reset {
    /// The case was edited since it was tried.
    Edited(String),
    /// The pack has no such case any more.
    Gone(String),
}

/// What is kept, as far as it holds for these cases: an edited case and its fork begin anew, what is gone is dropped.
#[must_use]
pub fn reconciled(kept: &Learning, teaching: &Teaching, edition: &str) -> (Learning, Vec<Reset>) {
    let mut now = kept.clone();
    edition.clone_into(&mut now.edition);
    let mut resets = Vec::new();
    for (id, before) in &kept.cases {
        match teaching.case(id) {
            None => resets.push(Reset::Gone(id.clone())),
            Some(case) if content(case) != before.content => {
                resets.push(Reset::Edited(id.clone()));
                now.forks.remove(&fork_name(case));
            }
            Some(_) => continue,
        }
        now.cases.remove(id);
    }
    let forks: BTreeSet<String> = teaching.cases.iter().map(fork_name).collect();
    now.forks.retain(|name, _| forks.contains(name));
    (now, resets)
}

/// A fork that is due again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due<'a> {
    /// Its name.
    pub fork: String,
    /// Since when.
    pub since: Date,
    /// The case to meet it in: the one that was not seen for longest.
    pub case: &'a Case,
}

/// The forks that are due on a day, the longest due first.
#[must_use]
pub fn due<'a>(kept: &Learning, teaching: &'a Teaching, today: Date) -> Vec<Due<'a>> {
    let open = kept.forks.iter().filter(|(_, fork)| fork.due <= today);
    let mut due: Vec<Due<'a>> = open
        .filter_map(|(name, fork)| {
            let cases = teaching.cases.iter().filter(|case| fork_name(case) == *name);
            let case = cases.min_by_key(|case| kept.cases.get(&case.id).map(|before| before.seen))?;
            Some(Due {
                fork: name.clone(),
                since: fork.due,
                case,
            })
        })
        .collect();
    due.sort_by_key(|one| one.since);
    due
}

/// The case to go on with: that of the fork that is due for longest, else the first that was never solved.
#[must_use]
pub fn next_case<'a>(kept: &Learning, teaching: &'a Teaching, today: Date) -> Option<&'a Case> {
    let due = due(kept, teaching, today).first().map(|one| one.case);
    due.or_else(|| teaching.cases.iter().find(|case| !is_solved(kept, case)))
}

/// The same but for cases already seen; from the start where nothing else is left.
#[must_use]
pub fn next_unseen<'a>(
    kept: &Learning,
    teaching: &'a Teaching,
    today: Date,
    seen: &BTreeSet<String>,
) -> Option<&'a Case> {
    let fresh = |case: &&Case| !seen.contains(&case.id);
    let due = due(kept, teaching, today).into_iter().map(|one| one.case).find(fresh);
    let unsolved = |case: &&Case| fresh(case) && !is_solved(kept, case);
    due.or_else(|| teaching.cases.iter().find(unsolved))
        .or_else(|| next_case(kept, teaching, today))
}

/// Whether a case was answered without a fault, as it stands now.
#[must_use]
pub fn is_solved(kept: &Learning, case: &Case) -> bool {
    let before = kept.cases.get(&case.id);
    before.is_some_and(|before| before.is_solved() && before.content == content(case))
}

/// An axis, how often it was at stake and how often missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeakAxis {
    /// The axis.
    pub axis: Axis,
    /// How often.
    pub kept: AxisKept,
}

/// The axes tried, the one missed most, by share, first.
#[must_use]
pub fn weak_axes(kept: &Learning) -> Vec<WeakAxis> {
    let mut axes: Vec<WeakAxis> = kept
        .axes
        .iter()
        .map(|(axis, kept)| WeakAxis {
            axis: *axis,
            kept: *kept,
        })
        .collect();
    // a/b > c/d, without division.
    let share = |one: &WeakAxis, other: &WeakAxis| u64::from(one.kept.missed) * u64::from(other.kept.asked);
    axes.sort_by(|one, other| share(other, one).cmp(&share(one, other)));
    axes
}
