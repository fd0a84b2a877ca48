//! The scheduler: FSRS, in whole days.

use chrono::{DateTime, Days, NaiveDate, Utc};
use jiff::ToSpan as _;
use rs_fsrs::{Card, FSRS, Parameters, Rating, State};

use crate::pack::model::Date;
use crate::shelf::ForkKept;

/// How well a fork was remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recall {
    /// Not at all.
    Forgotten,
    /// In part, or with a hint.
    Hard,
    /// Without a fault.
    Good,
}

/// The state of a fork after a try on a day; `before` is none where it was never tried. It is due again after a day at least.
#[must_use]
pub(super) fn next(before: Option<&ForkKept>, recall: Recall, today: Date) -> ForkKept {
    let rating = match recall {
        Recall::Forgotten => Rating::Again,
        Recall::Hard => Rating::Hard,
        Recall::Good => Rating::Good,
    };
    let scheduler = FSRS::new(Parameters {
        enable_short_term: false,
        ..Parameters::default()
    });
    let card = scheduler.next(card(before), moment(today), rating).card;
    let days = card.scheduled_days.max(1);
    ForkKept {
        stability: card.stability,
        difficulty: card.difficulty,
        seen: today,
        due: Date(today.0.saturating_add(days.days())),
        tries: u32::try_from(card.reps).unwrap_or_default(),
        lapses: u32::try_from(card.lapses).unwrap_or_default(),
    }
}

fn card(before: Option<&ForkKept>) -> Card {
    before.map_or_else(Card::default, |before| Card {
        due: moment(before.due),
        stability: before.stability,
        difficulty: before.difficulty,
        scheduled_days: i64::from(before.seen.0.until(before.due.0).map_or(0, |span| span.get_days())),
        elapsed_days: 0,
        reps: i32::try_from(before.tries).unwrap_or(i32::MAX),
        lapses: i32::try_from(before.lapses).unwrap_or(i32::MAX),
        state: State::Review,
        last_review: moment(before.seen),
    })
}

/// The start of a day, as the scheduler counts.
fn moment(date: Date) -> DateTime<Utc> {
    let days = (date.0 - jiff::civil::date(1970, 1, 1)).get_days();
    let epoch = NaiveDate::default();
    let day = epoch.checked_add_days(Days::new(u64::try_from(days).unwrap_or_default()));
    day.unwrap_or(epoch).and_time(chrono::NaiveTime::default()).and_utc()
}
