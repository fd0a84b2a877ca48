//! Dates finer than a year, the time that stands with one, and ages over 89.

use std::ops::Range;

use super::sheet::Sheet;
use super::token::Case;
use super::words::Sense;

/// The youngest age that identifies.
const OLD: u32 = 90;
/// The oldest age that is one.
const OLDEST: u32 = 129;
/// What stands between the parts of a date in figures.
const JOINTS: [char; 5] = ['/', '-', '.', '\u{2011}', '\u{2013}'];

/// Hides them.
pub(super) fn mark(sheet: &mut Sheet<'_>) {
    for at in 0..sheet.len() {
        let date = if sheet.number(at).is_some() {
            in_figures(sheet, at)
        } else {
            in_words(sheet, at)
        };
        if let Some(date) = date {
            let end = with_time(sheet, date.end);
            sheet.hide(date.start..end);
        }
        if let Some(age) = age(sheet, at) {
            sheet.hide(age);
        }
    }
}

/// Hides a day and a month behind a name that is hidden, or before a time: `Dr. Roe 8/21`, `7/8 15:30`.
pub(super) fn mark_beside_names(sheet: &mut Sheet<'_>) {
    for at in 0..sheet.len() {
        let parts = sheet
            .value(at)
            .zip(sheet.value(at + 2))
            .filter(|_| sheet.is_mark(at + 1, '/'));
        let day = parts.is_some_and(|(a, b)| (1..=12).contains(&a) && (1..=31).contains(&b));
        let inside = sheet.is_mark(at + 3, '/')
            || at
                .checked_sub(1)
                .is_some_and(|before| sheet.is_mark_of(before, &['/', '.']));
        if !day || inside || sheet.has_unit(at + 2) {
            continue;
        }
        let end = with_time(sheet, at + 3);
        if end > at + 3 || follows_name(sheet, at) {
            sheet.hide(at..end);
        }
    }
}

/// Whether a hidden name stands before, or its credential.
fn follows_name(sheet: &Sheet<'_>, at: usize) -> bool {
    let mut before = sheet.before(at);
    for _ in 0..5 {
        match before {
            Some(at) if sheet.is_name(at) => return true,
            Some(at) if sheet.is_mark_of(at, &[',', '.', '-']) || sheet.is(at, Sense::CREDENTIAL) => {
                before = sheet.before(at);
            }
            _ => return false,
        }
    }
    false
}

/// A date that begins with a number and has no name of a month.
fn in_figures(sheet: &Sheet<'_>, at: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1);
    if before.is_some_and(|before| {
        sheet.is_mark_of(before, &JOINTS) && before.checked_sub(1).is_some_and(|more| sheet.number(more).is_some())
    }) {
        return None;
    }
    // `C5-6-7`, `T5/6`.
    let level = before.is_some_and(|before| sheet.case(before) == Some(Case::Initial));
    let first = sheet.number(at)?;
    if level || !sheet.is_mark_of(at + 1, &JOINTS) {
        return None;
    }
    let second = sheet.number(at + 2)?;
    let third = sheet
        .number(at + 4)
        .filter(|_| sheet.word(at + 3) == sheet.word(at + 1));
    let past_third = sheet.is_mark_of(at + 5, &JOINTS) && sheet.number(at + 6).is_some();
    match third {
        Some(third) if !past_third => is_whole(sheet, at, [first, second, third]).then_some(at..at + 5),
        None if is_part(sheet, at, [first, second]) => Some(at..at + 3),
        _ => None,
    }
}

/// Day, month and year, in any of the usual orders.
fn is_whole(sheet: &Sheet<'_>, at: usize, parts: [&str; 3]) -> bool {
    let [a, b, c] = parts.map(|part| part.parse::<u32>().unwrap_or(u32::MAX));
    let day_and_month = |a: u32, b: u32| (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
    let points = sheet.is_mark(at + 1, '.');
    match parts.map(str::len) {
        [4, 1..=2, 1..=2] => is_year(a) && day_and_month(b, c),
        [1..=2, 1..=2, 4] => is_year(c) && day_and_month(a, b),
        [1..=2, 1..=2, 2] => {
            day_and_month(a, b) && !(points && parts[0].len() + parts[1].len() < 4) && !sheet.has_unit(at + 4)
        }
        _ => false,
    }
}

/// A month and a year, or a day and a month where the words before say so or a zero leads.
fn is_part(sheet: &Sheet<'_>, at: usize, parts: [&str; 2]) -> bool {
    let [a, b] = parts.map(|part| part.parse::<u32>().unwrap_or(u32::MAX));
    let slash = sheet.is_mark(at + 1, '/');
    match parts.map(str::len) {
        [1..=2, 4] => (1..=12).contains(&a) && is_year(b) && !sheet.has_unit(at + 2) && !sheet.is_mark(at + 1, '.'),
        [4, 2] => is_year(a) && (1..=12).contains(&b) && sheet.is_dash(at + 1),
        [1..=2, 1..=2] if slash => {
            let day = (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
            let zero = parts.iter().all(|part| part.len() == 2) && parts.iter().any(|part| part.starts_with('0'));
            day && !sheet.has_unit(at + 2) && (zero || follows_date_word(sheet, at))
        }
        _ => false,
    }
}

fn is_year(year: u32) -> bool {
    (1880..=2099).contains(&year)
}

/// Whether the word before says that a date follows.
fn follows_date_word(sheet: &Sheet<'_>, at: usize) -> bool {
    let mut before = sheet.before(at);
    for _ in 0..2 {
        match before {
            Some(mark) if sheet.is_mark_of(mark, &[':', '(', '.', ',']) => before = sheet.before(mark),
            _ => break,
        }
    }
    before.is_some_and(|word| sheet.is(word, Sense::DATE_PHRASE.or(Sense::WEEKDAY)))
}

/// A date with the name of a month.
fn in_words(sheet: &Sheet<'_>, at: usize) -> Option<Range<usize>> {
    let full = sheet.is(at, Sense::MONTH);
    if !full && !sheet.is(at, Sense::SHORT_MONTH) {
        return None;
    }
    let end = at + 1 + usize::from(sheet.is_mark(at + 1, '.') && !full);
    let (day_before, day_after) = (day_before(sheet, at), day_after(sheet, end));
    let past = day_after.unwrap_or(end);
    let year = year_after(sheet, past);
    let start = day_before.unwrap_or(at);
    let doubtful = sheet.is(at, Sense::DOUBTFUL_MONTH) || !full;
    let said = match (day_before.is_some() || day_after.is_some(), year.is_some()) {
        (_, true) => true,
        (true, false) => sheet.case(at) == Some(Case::Capital) || full && !doubtful,
        (false, false) if doubtful => full && sheet.case(at) == Some(Case::Capital) && follows_date_word(sheet, at),
        (false, false) => sheet.is_capital(at),
    };
    said.then(|| start..year.unwrap_or(past))
}

/// Past a day behind a month: ` 14th`, `-14`.
fn day_after(sheet: &Sheet<'_>, end: usize) -> Option<usize> {
    let joint = end + usize::from(sheet.is_dash(end) || sheet.is_mark(end, '/'));
    let number = sheet.past_blank(joint);
    sheet
        .value(number)
        .filter(|day| (1..=31).contains(day) && sheet.word(number).len() <= 2)?;
    let past = past_ordinal(sheet, number + 1);
    let decimal = sheet.is_mark(past, '.') && sheet.number(past + 1).is_some();
    (past > number + 1 || !sheet.has_unit(number) && !decimal).then_some(past)
}

/// A day before a month: `14th of`, `14-`.
fn day_before(sheet: &Sheet<'_>, month: usize) -> Option<usize> {
    let mut at = sheet.before(month)?;
    if sheet.is_dash(at) || sheet.is_mark(at, '/') {
        at = sheet.before(at)?;
    }
    if sheet.word(at).eq_ignore_ascii_case("of") {
        at = sheet.before(at)?;
    }
    if is_ordinal(sheet, at) {
        at = at.checked_sub(1)?;
    }
    let part = at
        .checked_sub(1)
        .is_some_and(|before| sheet.is_mark_of(before, &['.', '/']) || sheet.is_dash(before));
    sheet
        .value(at)
        .filter(|day| (1..=31).contains(day) && !part)
        .map(|_| at)
}

/// Past a year behind a month or a day: `, 2026`, ` '26`, `-26`.
fn year_after(sheet: &Sheet<'_>, end: usize) -> Option<usize> {
    let comma = end + usize::from(sheet.is_mark(end, ',') || sheet.is_mark(end, '/'));
    let dash = comma + usize::from(sheet.is_dash(comma));
    let blank = sheet.past_blank(dash);
    let short = sheet.is_mark_of(blank, &['\'', '\u{2019}']) || dash > comma;
    let number = blank + usize::from(sheet.is_mark_of(blank, &['\'', '\u{2019}']));
    let value = sheet.value(number)?;
    let fits = match sheet.word(number).len() {
        4 => is_year(value),
        2 => short,
        _ => false,
    };
    (fits && !sheet.has_unit(number)).then_some(number + 1)
}

fn past_ordinal(sheet: &Sheet<'_>, at: usize) -> usize {
    at + usize::from(is_ordinal(sheet, at))
}

fn is_ordinal(sheet: &Sheet<'_>, at: usize) -> bool {
    ["st", "nd", "rd", "th"]
        .iter()
        .any(|end| sheet.word(at).eq_ignore_ascii_case(end))
}

/// Past the time that stands with a date: ` 14:05`, ` at 2:05 PM`, `T08:30`.
fn with_time(sheet: &Sheet<'_>, end: usize) -> usize {
    let comma = sheet.past_blank(end + usize::from(sheet.is_mark(end, ',')));
    let said = sheet.is_mark(comma, '@') || ["at", "t"].iter().any(|at| sheet.word(comma).eq_ignore_ascii_case(at));
    let hour = if said { sheet.past_blank(comma + 1) } else { comma };
    if sheet.value(hour).is_none_or(|hour| hour > 23)
        || !sheet.is_mark(hour + 1, ':')
        || sheet.value(hour + 2).is_none()
    {
        return end;
    }
    let seconds = sheet.is_mark(hour + 3, ':') && sheet.value(hour + 4).is_some();
    let past = hour + if seconds { 5 } else { 3 };
    let half = sheet.past_blank(past);
    let named = ["am", "pm"]
        .iter()
        .any(|named| sheet.word(half).eq_ignore_ascii_case(named));
    if named { half + 1 } else { past }
}

/// An age over 89, in figures or in words.
fn age(sheet: &Sheet<'_>, at: usize) -> Option<Range<usize>> {
    if let Some(number) = sheet.phrase(at, Sense::AGE_LABEL).map(|end| past_colon(sheet, end)) {
        return is_old(sheet, number).then_some(number..number + 1);
    }
    let end = if sheet.is(at, Sense::HIGH_TEN) {
        let more = sheet.past_blank(at + 1 + usize::from(sheet.is_dash(at + 1)));
        let ones = sheet.phrase(more, Sense::AGE).is_none() && sheet.case(more).is_some();
        if ones { more + 1 } else { at + 1 }
    } else if is_old(sheet, at) {
        at + 1
    } else {
        return None;
    };
    let dash = sheet.past_blank(end);
    let phrase = if sheet.is_dash(dash) {
        sheet.past_blank(dash + 1)
    } else {
        dash
    };
    sheet.phrase(phrase, Sense::AGE).map(|_| at..end)
}

fn past_colon(sheet: &Sheet<'_>, end: usize) -> usize {
    let blank = sheet.past_blank(end);
    sheet.past_blank(blank + usize::from(sheet.is_mark(blank, ':')))
}

fn is_old(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.value(at).is_some_and(|age| (OLD..=OLDEST).contains(&age)) && !sheet.is_mark(at + 1, '/')
}
