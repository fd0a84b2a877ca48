//! Numbers behind a label: of a record, an account, a policy, a license, a device.

use super::sheet::Sheet;
use super::token::{Case, Kind};
use super::words::Sense;

/// Figures from which on a number behind a label that means something else too is one of a person.
const TELLING: usize = 3;
/// Letters that may stand alone before the figures of a number.
const LEAD: usize = 4;

/// Hides them.
pub(super) fn mark(sheet: &mut Sheet<'_>) {
    for at in 0..sheet.len() {
        let sure = sheet.phrase(at, Sense::NUMBER_LABEL);
        let signed = sheet.phrase(at, Sense::SIGNED_NUMBER_LABEL);
        let value = match (sure, signed) {
            (Some(end), None) => behind(sheet, end).map(|(from, _)| (from, 1)),
            (Some(end), Some(longer)) if end >= longer => behind(sheet, end).map(|(from, _)| (from, 1)),
            (_, Some(end)) => behind(sheet, end)
                .filter(|(_, sign)| *sign)
                .map(|(from, _)| (from, TELLING)),
            (None, None) => None,
        };
        let Some((from, figures)) = value else { continue };
        if let Some(end) = number(sheet, from, figures) {
            sheet.hide(from..end);
        }
    }
}

/// Where the value behind a label begins, and whether a sign says that it is a number.
fn behind(sheet: &Sheet<'_>, end: usize) -> Option<(usize, bool)> {
    let mut at = end;
    let mut sign = false;
    // `my pager is 20417`.
    let verb = sheet.past_blank(at);
    if sheet.case(verb) == Some(Case::Small)
        && sheet.is(verb, Sense::NEVER)
        && sheet
            .number(sheet.past_blank(verb + 1))
            .is_some_and(|number| number.len() >= TELLING)
    {
        return Some((sheet.past_blank(verb + 1), false));
    }
    for _ in 0..6 {
        let next = sheet.past_blank(at);
        if sheet.is_mark_of(next, &[':', '#', '=', '.', '(', ')', '-', '*', '|']) || sheet.is(next, Sense::NUMBER_SIGN)
        {
            sign |= !sheet.is_mark_of(next, &['.', '(', ')', '-', '*']);
            at = next + 1;
        } else {
            at = next;
            break;
        }
    }
    // A form may have the value below its label.
    let below = sheet.past_break(at);
    let at = if below != at && sign { below } else { at };
    matches!(sheet.kind(at), Some(Kind::Word(_) | Kind::Number)).then_some((at, sign))
}

/// Where a number with its letters ends, if it has at least so many figures.
fn number(sheet: &Sheet<'_>, from: usize, figures: usize) -> Option<usize> {
    let (mut end, mut count) = group(sheet, from);
    let lead = count == 0 && is_lead(sheet, from, end);
    if lead {
        (end, count) = group(sheet, sheet.past_blank(end));
    }
    if count < figures || sheet.has_unit(end - 1) || (figures > 1 && !is_telling(sheet, from)) {
        return None;
    }
    // Groups parted by one blank; a code has five figures.
    while sheet.is_blank(end) && !sheet.is_gap(end) {
        let (past, more) = group(sheet, end + 1);
        let goes_on = (matches!(more, 3 | 4 | 6..) || lead && more == 5)
            && sheet.number(end + 1).is_some()
            && !sheet.has_unit(past - 1);
        if !goes_on {
            break;
        }
        end = past;
    }
    Some(end)
}

/// Capitals that may stand before the figures: `XJ 4471`.
fn is_lead(sheet: &Sheet<'_>, from: usize, end: usize) -> bool {
    let short = end == from + 1 && sheet.word(from).len() <= LEAD;
    let capitals = matches!(sheet.case(from), Some(Case::Upper | Case::Initial));
    short && capitals && sheet.is_blank(end) && sheet.number(end + 1).is_some() && !sheet.is_known(from)
}

/// Letters and figures without a blank between, and how many figures they are.
fn group(sheet: &Sheet<'_>, from: usize) -> (usize, usize) {
    let mut figures = 0;
    let mut end = from;
    let mut at = from;
    loop {
        match sheet.kind(at) {
            Some(Kind::Number) => figures += sheet.word(at).len(),
            Some(Kind::Word(_)) => {}
            Some(Kind::Mark('.' | '/' | '_' | '*')) if at > from => {
                at += 1;
                if matches!(sheet.kind(at), Some(Kind::Number)) {
                    continue;
                }
                return (end, figures);
            }
            Some(Kind::Mark(_)) if at > from && sheet.is_dash(at) => {
                at += 1;
                continue;
            }
            _ => return (end, figures),
        }
        at += 1;
        end = at;
    }
}

/// Whether a value is none of the trade's: no level, no number of a policy that a payer publishes.
fn is_telling(sheet: &Sheet<'_>, from: usize) -> bool {
    let letter = sheet.case(from) == Some(Case::Initial);
    let level =
        letter && "CTLS".contains(sheet.word(from)) && sheet.number(from + 1).is_some_and(|level| level.len() <= 2);
    let published =
        letter && "AL".contains(sheet.word(from)) && sheet.number(from + 1).is_some_and(|number| number.len() == 5);
    !level && !published && !sheet.is_known(from)
}
