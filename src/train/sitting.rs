//! An exam under way: which case lies on the desk, what was answered, what was flagged for later, how much time is left. Whoever
//! holds a clock tells how much time passed.

use std::time::Duration;

use super::{Answer, Limit, Mark, Sheet, drawn, mark, sheet, worked};
use crate::claim::Setting;
use crate::pack::model::{Case, Exam, Teaching};
use crate::tree::Book;

/// A case of an exam.
#[derive(Debug, Clone)]
pub struct Seat<'a> {
    /// The case.
    pub case: &'a Case,
    /// What was answered.
    pub answer: Option<Answer>,
    /// Whether it is to be looked at again.
    pub flagged: bool,
}

/// What a stretch of time changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// Nothing that is shown.
    Quiet,
    /// The number of minutes left.
    Minute,
    /// The last minute begins.
    LastMinute,
    /// The time is over, said once.
    Over,
}

/// An exam under way.
#[derive(Debug, Clone)]
pub struct Sitting<'a> {
    exam: &'a Exam,
    seed: u64,
    seats: Vec<Seat<'a>>,
    at: usize,
    minutes: Option<u16>,
    spent: Duration,
    handed_in: bool,
}

const MINUTE: Duration = Duration::from_secs(60);

impl<'a> Sitting<'a> {
    /// An exam drawn by a seed, without a time limit.
    #[must_use]
    pub fn new(teaching: &'a Teaching, exam: &'a Exam, seed: u64) -> Self {
        let seat = |case| Seat {
            case,
            answer: None,
            flagged: false,
        };
        Self {
            exam,
            seed,
            seats: drawn(teaching, exam, seed).into_iter().map(seat).collect(),
            at: 0,
            minutes: None,
            spent: Duration::ZERO,
            handed_in: false,
        }
    }

    /// The same with the minutes given, else with those of the blueprint; 0 is no limit.
    #[must_use]
    pub fn timed(mut self, minutes: Option<u16>) -> Self {
        self.minutes = minutes.or(self.exam.minutes).filter(|minutes| *minutes > 0);
        self
    }

    /// The blueprint.
    #[must_use]
    pub const fn exam(&self) -> &'a Exam {
        self.exam
    }

    /// What drew the cases.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// The cases in the order in which they are asked.
    #[must_use]
    pub fn seats(&self) -> &[Seat<'a>] {
        &self.seats
    }

    /// The number of the case on the desk, from 0.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The case on the desk.
    #[must_use]
    pub fn seat(&self) -> Option<&Seat<'a>> {
        self.seats.get(self.at)
    }

    /// Lays another case on the desk, by its number from 0. Returns whether there is one.
    pub fn go(&mut self, at: usize) -> bool {
        let there = at < self.seats.len();
        if there {
            self.at = at;
        }
        there
    }

    /// What was answered to the case on the desk; none: nothing yet. Nothing changes any more once it is handed in.
    pub fn answer(&mut self, answer: Option<Answer>) {
        if let Some(seat) = self.seats.get_mut(self.at).filter(|_| !self.handed_in) {
            seat.answer = answer;
        }
    }

    /// The exam is over; its sheet.
    pub fn hand_in(&mut self, book: &Book) -> Sheet {
        self.handed_in = true;
        self.sheet(book)
    }

    /// Whether it is over.
    #[must_use]
    pub const fn is_handed_in(&self) -> bool {
        self.handed_in
    }

    /// Flags the case on the desk, or takes the flag off. Returns whether it is flagged now.
    pub fn flag(&mut self) -> bool {
        let Some(seat) = self.seats.get_mut(self.at) else {
            return false;
        };
        seat.flagged = !seat.flagged;
        seat.flagged
    }

    /// How many cases have no answer.
    #[must_use]
    pub fn open(&self) -> usize {
        self.seats.iter().filter(|seat| seat.answer.is_none()).count()
    }

    /// How many cases are flagged.
    #[must_use]
    pub fn flagged(&self) -> usize {
        self.seats.iter().filter(|seat| seat.flagged).count()
    }

    /// The time limit, and whether it ran out.
    #[must_use]
    pub fn limit(&self) -> Option<Limit> {
        let minutes = self.minutes?;
        Some(Limit {
            minutes,
            ran_out: self.left().is_some_and(|left| left.is_zero()),
        })
    }

    fn left(&self) -> Option<Duration> {
        let limit = MINUTE * u32::from(self.minutes?);
        Some(limit.saturating_sub(self.spent))
    }

    /// The minutes left, a begun one counted as whole; none without a limit.
    #[must_use]
    pub fn minutes_left(&self) -> Option<u64> {
        let left = self.left()?.as_nanos().div_ceil(MINUTE.as_nanos());
        u64::try_from(left).ok()
    }

    /// How long until the number of minutes left changes; none without a limit, or when it is over.
    #[must_use]
    pub fn next_tick(&self) -> Option<Duration> {
        let left = self.left().filter(|left| !left.is_zero())?;
        let below = u32::try_from(self.minutes_left()?.saturating_sub(1)).ok()?;
        Some(left.saturating_sub(MINUTE * below))
    }

    /// So much time passed.
    pub fn passed(&mut self, time: Duration) -> Tick {
        let before = self.minutes_left();
        self.spent = self.spent.saturating_add(time);
        match self.minutes_left() {
            after if after == before => Tick::Quiet,
            Some(0) => Tick::Over,
            Some(1) => Tick::LastMinute,
            _ => Tick::Minute,
        }
    }

    /// The sheet of what is answered now. Everybody's key is the professional claim.
    #[must_use]
    pub fn sheet(&self, book: &Book) -> Sheet {
        let marked = |seat: &Seat<'_>| -> Option<Mark> {
            let key = worked(book, seat.case, Setting::Professional).ok()?;
            Some(mark(book, seat.case, &key, seat.answer.as_ref()?, 0))
        };
        let marks = self.seats.iter().map(|seat| (seat.case.id.clone(), marked(seat)));
        let limit = self.limit();
        sheet(self.exam, (self.seed, limit), &book.about.edition, marks.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exam(minutes: Option<u16>) -> Exam {
        Exam {
            id: "one".to_owned(),
            title: "One".to_owned(),
            pass_mark: 50,
            minutes,
            parts: Vec::new(),
        }
    }

    #[test]
    fn minutes_go_by_one_at_a_time_and_end_once() {
        let (teaching, exam) = (Teaching::default(), exam(Some(3)));
        let mut sitting = Sitting::new(&teaching, &exam, 1).timed(None);
        assert_eq!((sitting.minutes_left(), sitting.next_tick()), (Some(3), Some(MINUTE)));
        let half = MINUTE / 2;
        let ticks = [
            (half, Tick::Quiet, 3),
            (half, Tick::Minute, 2),
            (half, Tick::Quiet, 2),
            (half, Tick::LastMinute, 1),
            (half, Tick::Quiet, 1),
            (half.saturating_sub(Duration::from_nanos(1)), Tick::Quiet, 1),
            (Duration::from_nanos(1), Tick::Over, 0),
            (half, Tick::Quiet, 0),
        ];
        for (nth, (time, tick, left)) in ticks.into_iter().enumerate() {
            assert_eq!(
                (sitting.passed(time), sitting.minutes_left()),
                (tick, Some(left)),
                "{nth}"
            );
        }
        assert_eq!(sitting.next_tick(), None);
        assert_eq!(
            sitting.limit(),
            Some(Limit {
                minutes: 3,
                ran_out: true
            })
        );
    }

    #[test]
    fn the_minutes_given_stand_before_those_of_the_blueprint_and_0_is_none() {
        let teaching = Teaching::default();
        for (blueprint, given, holds) in [
            (None, None, None),
            (Some(20), None, Some(20)),
            (Some(20), Some(5), Some(5)),
            (Some(20), Some(0), None),
            (None, Some(5), Some(5)),
        ] {
            let exam = exam(blueprint);
            let mut sitting = Sitting::new(&teaching, &exam, 1).timed(given);
            assert_eq!(
                sitting.limit().map(|limit| limit.minutes),
                holds,
                "{blueprint:?} {given:?}"
            );
            let tick = sitting.passed(Duration::MAX);
            assert_eq!(tick == Tick::Over, holds.is_some());
        }
    }

    #[test]
    fn the_next_tick_is_never_far_and_never_nothing() {
        let (teaching, exam) = (Teaching::default(), exam(Some(2)));
        let mut sitting = Sitting::new(&teaching, &exam, 1).timed(None);
        let mut ticks = 0;
        while let Some(wait) = sitting.next_tick() {
            assert!(!wait.is_zero() && wait <= MINUTE, "{wait:?}");
            sitting.passed(wait);
            ticks += 1;
        }
        assert_eq!(ticks, 2);
    }
}
