//! Earlier sessions: which of their days lie in the months before the date of service. Days go in, counts come out; the days
//! themselves are kept nowhere.

use super::context::Context;
use super::findings::Finding;
use super::noticed;
use super::once::each_once;
use crate::pack::model::{Date, FindingSeverity, FirstDay, Frequency, Noticed, Statement};
use crate::tree::{AnswerSet, Book, Facts};

/// Where the day of an earlier session lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Within the months that count.
    Within,
    /// On their first day: so many months before the date of service, to the day.
    FirstDay,
    /// Before them.
    Before,
    /// On the date of service or after it: no earlier session.
    NotEarlier,
}

/// What is kept of the days of earlier sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Earlier {
    /// Sessions that count.
    pub counted: u8,
    /// Of all sessions, those on the first day of the window.
    pub on_first_day: u8,
    /// Sessions that do not count.
    pub outside: u8,
    /// Days since the last of them.
    pub days_since_last: Option<u16>,
}

/// Where the day of an earlier session lies, seen from the date of service.
#[must_use]
pub fn place(rule: &Frequency, service: Date, session: Date) -> Place {
    let first_day = service.months_before(rule.window_months);
    if session >= service {
        Place::NotEarlier
    } else if session > first_day {
        Place::Within
    } else if session == first_day {
        Place::FirstDay
    } else {
        Place::Before
    }
}

/// Counts earlier sessions. One day is one session, however often it is given.
#[must_use]
pub fn earlier(rule: &Frequency, service: Date, sessions: &[Date]) -> Earlier {
    let days = each_once(sessions.iter().copied());
    let lies = |wanted: Place| {
        let there = days.iter().filter(|day| place(rule, service, **day) == wanted).count();
        u8::try_from(there).unwrap_or(u8::MAX)
    };
    let on_first_day = lies(Place::FirstDay);
    let (within, before) = (lies(Place::Within), lies(Place::Before));
    let (counted, outside) = match rule.first_day {
        FirstDay::Counts => (within.saturating_add(on_first_day), before),
        FirstDay::DoesNotCount => (within, before.saturating_add(on_first_day)),
    };
    let ago = days.iter().map(|day| service.days_since(*day)).filter(|ago| *ago > 0);
    Earlier {
        counted: counted.min(MOST_COUNTED),
        on_first_day: on_first_day.min(MOST_COUNTED),
        outside: outside.min(MOST_COUNTED),
        days_since_last: ago.min().map(|ago| u16::try_from(ago).unwrap_or(u16::MAX)),
    }
}

/// Sessions are counted up to here.
pub const MOST_COUNTED: u8 = 99;

/// Where a session so many days ago lies whatever the date of service; none near the first day of the window, where leap days and
/// the lengths of months decide.
#[must_use]
pub fn surely(rule: &Frequency, days_ago: u16) -> Option<Place> {
    let about = u32::from(rule.window_months) * 366 / 12;
    let days_ago = u32::from(days_ago);
    if days_ago + SLACK < about {
        Some(Place::Within)
    } else {
        (days_ago > about + SLACK).then_some(Place::Before)
    }
}

/// So many days a run of months can differ from its mean.
const SLACK: u32 = 3;

/// What is to be said of how earlier sessions were counted.
pub(super) fn findings(book: &Book, context: &Context) -> Vec<Finding> {
    let rule = &book.pack().frequency;
    let mut findings = Vec::new();
    if context.prior_on_first_day > 0 {
        let said = told("prior-on-first-day", FindingSeverity::Warn, &rule.on_first_day, "");
        findings.push(said);
    }
    if context.prior_outside > 0 {
        let counts = match context.prior_sessions {
            Some(counted) => format!(" {counted} counted, {} not counted.", context.prior_outside),
            None => format!(" {} not counted.", context.prior_outside),
        };
        findings.push(told("prior-outside", FindingSeverity::Info, &rule.outside, &counts));
    }
    findings
}

fn told(id: &str, severity: FindingSeverity, said: &Statement, more: &str) -> Finding {
    Finding {
        id: id.to_owned(),
        severity,
        text: format!("{}{more}", said.text),
        sources: said.sources.clone(),
        confidence: said.confidence,
    }
}

/// The facts without the answers that an earlier session rules out, and what is said where one of them was given.
pub(super) fn known(book: &Book, facts: &Facts, context: &Context) -> (Facts, Vec<Finding>) {
    let mut known = *facts;
    let mut findings = Vec::new();
    if !context.has_earlier_session() {
        return (known, findings);
    }
    for (name, answers) in &book.pack().frequency.ruled_out {
        let Some((id, out)) = book.named_answers(name, answers) else {
            continue;
        };
        let left = facts.of(id).without(out);
        if left.is_empty() {
            findings = noticed::findings(book, context, Noticed::RuledOutByEarlier, "");
        }
        // A contradiction leaves open what the earlier session does not rule out.
        let all = AnswerSet::first(book.question(id).map_or(0, |question| question.answers.len()));
        known = known.with(id, if left.is_empty() { all.without(out) } else { left });
    }
    (known, findings)
}
