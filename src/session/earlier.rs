//! Earlier sessions as written in facts: days, a count, or the days since the last of them. They must agree; only counts are
//! kept.

use thiserror::Error;

use crate::claim::Context;
use crate::claim::frequency::{Place, earlier, place, surely};
use crate::pack::model::Date;
use crate::tree::Book;

/// Everything said of earlier sessions, in whatever order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Said {
    /// Their days.
    pub(super) days: Vec<Date>,
    /// How many lie in the months that count.
    pub(super) count: Option<u8>,
    /// Days since the last.
    pub(super) days_since_last: Option<u16>,
    /// How many lie on the first day of the window, where only counts are known.
    pub(super) on_first_day: Option<u8>,
    /// How many lie before the window, where only counts are known.
    pub(super) outside: Option<u8>,
}

/// Why what was said of earlier sessions cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EarlierError {
    /// A session on the date of service or after it.
    #[error(
        "prior-session={session} is not before the date of service, {service}: give days before it; all that is done on one day is one session"
    )]
    NotEarlier {
        /// The day given.
        session: Date,
        /// The date of service.
        service: Date,
    },
    /// A count that the days do not bear out.
    #[error(
        "{name}={said}, but the days given as prior-session make it {counted} for a date of service of {service}; keep the days or the number"
    )]
    Differs {
        /// The fact.
        name: &'static str,
        /// What was written.
        said: u16,
        /// What the days come to.
        counted: u16,
        /// The date of service.
        service: Date,
    },
    /// A last session that the count does not bear out.
    #[error(
        "days-since-last={days} puts the last session {where_it_lies} the {months} months before the date of service, and prior-sessions={count} says otherwise; correct one of the two"
    )]
    CountAgainstDays {
        /// Days since the last session.
        days: u16,
        /// `within` or `before`.
        where_it_lies: &'static str,
        /// The months that count.
        months: u8,
        /// The count.
        count: u8,
    },
}

impl Said {
    /// Adds what another group says.
    pub(super) fn join(&mut self, other: Self) {
        self.days.extend(other.days);
        self.count = other.count.or(self.count);
        self.days_since_last = other.days_since_last.or(self.days_since_last);
        self.on_first_day = other.on_first_day.or(self.on_first_day);
        self.outside = other.outside.or(self.outside);
    }

    /// Puts the counts into the context; the days stay behind.
    pub(super) fn settle(self, book: &Book, context: &mut Context) -> Result<(), EarlierError> {
        if self.days.is_empty() {
            self.take_counts(context);
        } else {
            self.take_days(book, context)?;
        }
        agree(book, context)
    }

    fn take_counts(&self, context: &mut Context) {
        context.prior_sessions = self.count.or(context.prior_sessions);
        context.days_since_last = self.days_since_last.or(context.days_since_last);
        // A new count leaves nothing of an older one.
        let older = |kept: u8| if self.count.is_some() { 0 } else { kept };
        context.prior_on_first_day = self.on_first_day.unwrap_or_else(|| older(context.prior_on_first_day));
        context.prior_outside = self.outside.unwrap_or_else(|| older(context.prior_outside));
    }

    fn take_days(&self, book: &Book, context: &mut Context) -> Result<(), EarlierError> {
        let rule = &book.pack().frequency;
        let service = context.date;
        let late = |day: &&Date| place(rule, service, **day) == Place::NotEarlier;
        if let Some(session) = self.days.iter().find(late) {
            let session = *session;
            return Err(EarlierError::NotEarlier { session, service });
        }
        let found = earlier(rule, service, &self.days);
        let pairs = [
            ("prior-sessions", self.count.map(u16::from), u16::from(found.counted)),
            (
                "days-since-last",
                self.days_since_last,
                found.days_since_last.unwrap_or_default(),
            ),
            (
                "prior-on-first-day",
                self.on_first_day.map(u16::from),
                u16::from(found.on_first_day),
            ),
            ("prior-outside", self.outside.map(u16::from), u16::from(found.outside)),
        ];
        for (name, said, counted) in pairs {
            if let Some(said) = said.filter(|said| *said != counted) {
                return Err(EarlierError::Differs {
                    name,
                    said,
                    counted,
                    service,
                });
            }
        }
        context.prior_sessions = Some(found.counted);
        context.days_since_last = found.days_since_last;
        context.prior_on_first_day = found.on_first_day;
        context.prior_outside = found.outside;
        Ok(())
    }
}

/// A last session within the months that count is one session there at least, and one before them leaves none. Which of the two
/// it is must not hang on the date of service: a receipt holds no more than the first day of the same rules.
fn agree(book: &Book, context: &Context) -> Result<(), EarlierError> {
    let (Some(count), Some(days)) = (context.prior_sessions, context.days_since_last) else {
        return Ok(());
    };
    let rule = &book.pack().frequency;
    let against = |where_it_lies| EarlierError::CountAgainstDays {
        days,
        where_it_lies,
        months: rule.window_months,
        count,
    };
    match surely(rule, days) {
        Some(Place::Within) if count == 0 => Err(against("within")),
        Some(Place::Before) if count > 0 => Err(against("before")),
        _ => Ok(()),
    }
}
