//! Places smaller than a state: streets, towns with their ZIP code, facilities, rooms.

use super::names::{Trust, run};
use super::sheet::Sheet;
use super::token::{Case, Kind};
use super::words::Sense;

/// Words of the name of a street, a town or a facility at most.
const WORDS: usize = 6;
/// Tokens of an address behind a label at most.
const ADDRESS: usize = 40;

/// Hides them.
pub(super) fn mark(sheet: &mut Sheet<'_>) {
    for at in 0..sheet.len() {
        match sheet.kind(at) {
            Some(Kind::Number) => street(sheet, at),
            Some(Kind::Word(_)) => {
                labelled(sheet, at);
                phrased(sheet, at);
                town(sheet, at);
                facility(sheet, at);
                room(sheet, at);
            }
            _ => {}
        }
    }
}

/// `12 Old Mill Road, Apt 4`.
fn street(sheet: &mut Sheet<'_>, number: usize) {
    if sheet.has_unit(number) || sheet.word(number).len() > 5 {
        return;
    }
    let house = number + 1 + usize::from(sheet.case(number + 1) == Some(Case::Initial));
    let (mut at, mut named) = (house, false);
    for _ in 0..WORDS {
        if !sheet.is_blank(at) {
            return;
        }
        let word = at + 1;
        let point = |word: usize| word + 1 + usize::from(sheet.is_mark(word + 1, '.'));
        if named && sheet.is(word, Sense::STREET) {
            let end = point(word);
            sheet.hide(number..end);
            return rest_of_address(sheet, end);
        }
        let ordinal = sheet.number(word).is_some() && sheet.case(word + 1) == Some(Case::Small);
        let ordinary =
            sheet.case(word) == Some(Case::Capital) && sheet.is(word, Sense::PLAIN) && !sheet.is(word, Sense::CLINICAL);
        let name = sheet.case(word).is_some() && !sheet.is_known(word) || ordinary;
        if !(ordinal || name || sheet.is(word, Sense::COMPASS)) {
            return;
        }
        named |= ordinal || name && !sheet.is(word, Sense::COMPASS);
        at = if ordinal { word + 2 } else { point(word) };
    }
}

/// What follows a street: a room, a town, a state, a ZIP code.
fn rest_of_address(sheet: &mut Sheet<'_>, end: usize) {
    let mut at = end;
    for _ in 0..WORDS {
        let comma = sheet.past_blank(at);
        let next = sheet.past_break(comma + usize::from(sheet.is_mark(comma, ',')));
        if let Some(past) = room_end(sheet, next).or_else(|| state_end(sheet, next)) {
            sheet.hide(next..past);
            at = past;
        } else if let Some(past) = town_end(sheet, next) {
            sheet.hide_name(next..past);
            at = past;
        } else {
            return;
        }
    }
}

/// The words of a town before a state.
fn town_end(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let end = run(sheet, at, Trust::Guessed).filter(|_| sheet.is_capital(at))?;
    let comma = sheet.past_blank(end);
    let state = sheet.past_break(comma + usize::from(sheet.is_mark(comma, ',')));
    (sheet.phrase(state, Sense::STATE.or(Sense::STATE_LETTERS)).is_some()
        || sheet.is_mark(comma, ',')
        || sheet.is_end(comma))
    .then_some(end)
}

/// A state and a ZIP code, or a ZIP code alone behind an address.
fn state_end(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let past = sheet.phrase(at, Sense::STATE.or(Sense::STATE_LETTERS))?;
    let point = past + usize::from(sheet.is_mark(past, '.'));
    Some(zip_end(sheet, sheet.past_blank(point)).unwrap_or(past))
}

/// A ZIP code, short or long.
fn zip_end(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    sheet.number(at).filter(|zip| zip.len() == 5)?;
    let long = sheet.is_dash(at + 1) && sheet.number(at + 2).is_some_and(|more| more.len() == 4);
    Some(at + if long { 3 } else { 1 })
}

/// `Springfield, IL 62701`, wherever it stands.
fn town(sheet: &mut Sheet<'_>, state: usize) {
    let letters = sheet.is(state, Sense::STATE_LETTERS) && sheet.case(state) == Some(Case::Upper);
    let full = sheet.is_capital(state) && sheet.phrase(state, Sense::STATE).is_some();
    let Some(before) = sheet.before(state).filter(|_| letters || full) else {
        return;
    };
    let comma = sheet.is_mark(before, ',');
    let last = if comma { sheet.before(before) } else { Some(before) };
    let Some(last) = last.filter(|last| sheet.is_capital(*last) && !sheet.is_name(*last)) else {
        return;
    };
    let zip = zip_end(
        sheet,
        sheet.past_blank(sheet.phrase(state, Sense::STATE).unwrap_or(state + 1)),
    );
    let capitals = sheet.case(last) == Some(Case::Upper);
    // Without a comma only a ZIP code tells, behind letters that mean nothing else.
    if !comma && (zip.is_none() || capitals || sheet.is_known(last) || sheet.is_known(state)) {
        return;
    }
    if sheet.is(last, Sense::NEVER.or(Sense::CLINICAL).or(Sense::EPONYM))
        || zip.is_none() && (sheet.is_known(last) || capitals && !full)
    {
        return;
    }
    let start = back_over_capitals(sheet, last, 3);
    sheet.hide_name(start..last + 1);
    let end = state_end(sheet, state).unwrap_or(state + 1);
    sheet.hide(state..end);
}

/// Where up to so many unknown words with a capital before a word begin.
fn back_over_capitals(sheet: &Sheet<'_>, last: usize, most: usize) -> usize {
    let mut start = last;
    for _ in 1..most {
        let before = start
            .checked_sub(1)
            .filter(|blank| sheet.is_blank(*blank) || sheet.is_dash(*blank));
        let before = before.map(|blank| blank.saturating_sub(usize::from(sheet.is_mark(blank.saturating_sub(1), '.'))));
        let Some(word) = before.and_then(|before| before.checked_sub(1)) else {
            break;
        };
        if !sheet.is_capital(word) || sheet.is_known(word) {
            break;
        }
        start = word;
    }
    start
}

/// `Mercy General Hospital`.
fn facility(sheet: &mut Sheet<'_>, at: usize) {
    let Some(end) = sheet.phrase(at, Sense::FACILITY) else {
        return;
    };
    let capital = sheet.is_capital(at);
    let (mut start, mut named, mut word) = (at, false, at);
    let mut words = 0;
    while let Some(before) = before_in_facility(sheet, word).filter(|_| words < WORDS) {
        word = before;
        words += 1;
        if sheet.is_capital(word) && !sheet.is_known(word) && sheet.case(word) != Some(Case::Initial) {
            (start, named) = (word, true);
        }
        if !capital {
            break;
        }
    }
    let said = sheet
        .before(word)
        .filter(|_| capital && words > 0 && !named && sheet.case(at) == Some(Case::Capital));
    if said.is_some_and(|said| sheet.is(said, Sense::PLACE_PHRASE) && sheet.case(said) == Some(Case::Small)) {
        (start, named) = (word, true);
    }
    if named && start < at {
        let start = with_saint(sheet, start);
        sheet.hide(start..end);
        for unknown in (start..at)
            .filter(|at| sheet.is_capital(*at) && !sheet.is_known(*at))
            .collect::<Vec<_>>()
        {
            sheet.hide_name(unknown..unknown + 1);
        }
    }
}

/// The word of the name of a facility before another one.
fn before_in_facility(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let mut before = sheet.before(at)?;
    for _ in 0..2 {
        let small = matches!(sheet.word(before), "of" | "and" | "the" | "for");
        let point = sheet.is_mark(before, '.')
            && before
                .checked_sub(1)
                .is_some_and(|short| sheet.is(short, Sense::PARTICLE));
        if small || point || sheet.is_mark(before, '&') || sheet.is_dash(before) {
            before = sheet.before(before)?;
        }
    }
    let label = sheet.is_mark(before + 1, ':');
    let stops = sheet.is(before, Sense::NEVER) && !sheet.is(before, Sense::CLINICAL);
    (sheet.is_capital(before) && !label && !stops).then_some(before)
}

/// `St.` before the first word.
fn with_saint(sheet: &Sheet<'_>, start: usize) -> usize {
    let point = sheet.before(start).filter(|point| sheet.is_mark(*point, '.'));
    point
        .and_then(|point| point.checked_sub(1))
        .filter(|saint| sheet.is(*saint, Sense::PARTICLE))
        .unwrap_or(start)
}

/// Behind `Address:`, `Facility:`.
fn labelled(sheet: &mut Sheet<'_>, at: usize) {
    let address = sheet.phrase(at, Sense::ADDRESS_LABEL);
    let Some(end) = address.or_else(|| sheet.phrase(at, Sense::PLACE_LABEL)) else {
        return;
    };
    let colon = sheet.past_blank(end);
    if !sheet.is_mark(colon, ':') {
        return;
    }
    let from = sheet.past_break(colon + 1);
    let past = value_end(sheet, from);
    let named = (from..past)
        .any(|word| sheet.is_capital(word) && !sheet.is_known(word) && sheet.case(word) != Some(Case::Initial));
    if address.is_some() && past > from || named {
        sheet.hide(from..past);
        rest_of_address(sheet, past);
    }
}

/// Where the value behind a label ends: with the line, a wide gap, the next label, or a point and a comma as in joined fields.
fn value_end(sheet: &Sheet<'_>, from: usize) -> usize {
    let mut end = from;
    for at in from..from + ADDRESS {
        let next = sheet.past_blank(at + 1);
        let sentence = sheet.is_mark(at, '.') && sheet.is_mark(at + 1, ',');
        let label =
            sheet.case(at).is_some() && (sheet.is_mark(next, ':') || sheet.phrase(at, Sense::NUMBER_LABEL).is_some());
        let stop = sheet.case(at).is_some() && sheet.is(at, Sense::NEVER) && sheet.is_mark(at.saturating_sub(1), '.');
        if sheet.is_end(at) || sheet.is_gap(at) || sentence || label || stop || sheet.is_mark_of(at, &[';', '|']) {
            break;
        }
        if !sheet.is_blank(at) {
            end = at + 1;
        }
    }
    end
}

/// Behind `lives in`.
fn phrased(sheet: &mut Sheet<'_>, at: usize) {
    let Some(end) = sheet.phrase(at, Sense::PLACE_PHRASE) else {
        return;
    };
    let from = sheet.past_break(end);
    if from == end || sheet.case(from) != Some(Case::Capital) || sheet.is(from, Sense::STATE) {
        return;
    }
    if let Some(past) = run(sheet, from, Trust::Guessed) {
        sheet.hide_name(from..past);
    }
}

/// `Room 412B, Bed 2`.
fn room(sheet: &mut Sheet<'_>, at: usize) {
    let inside = sheet
        .before(at)
        .is_some_and(|before| sheet.word(before).eq_ignore_ascii_case("of"));
    if let Some(end) = room_end(sheet, at).filter(|_| !inside) {
        sheet.hide(at..end);
    }
}

/// Past a room and its number.
fn room_end(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let mut sign = sheet.phrase(at, Sense::ROOM)?;
    for _ in 0..3 {
        let next = sheet.past_blank(sign);
        if sheet.is_mark_of(next, &['#', '.', ':']) || sheet.is(next, Sense::NUMBER_SIGN) {
            sign = next + 1;
        }
    }
    let number = sheet.past_blank(sign);
    let lead = number + usize::from(sheet.case(number) == Some(Case::Initial) && sheet.number(number + 1).is_some());
    let lead = lead + usize::from(lead > number && sheet.is_dash(lead));
    let known = sheet.number(lead).filter(|_| !sheet.has_unit(lead))?;
    let level = lead > number && known.len() < 3 && "CTLS".contains(sheet.word(number));
    let behind = lead + 1 + usize::from(sheet.case(lead + 1) == Some(Case::Initial));
    let group =
        sheet.is_dash(behind) && (sheet.number(behind + 1).is_some() || sheet.case(behind + 1) == Some(Case::Initial));
    let time = sheet.is_mark(behind, ':') && sheet.number(behind + 1).is_some();
    (!level && !time).then_some(behind + if group { 2 } else { 0 })
}
