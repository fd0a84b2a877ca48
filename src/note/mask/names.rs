//! Names behind a label or a title, and before a credential.

use super::sheet::Sheet;
use super::token::{Case, Kind};
use super::words::Sense;

/// Parts of a name at most.
const PARTS: usize = 6;

/// How much what stands before speaks for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// A label with a colon: small letters count too, and a surname may stand first.
    Told,
    /// A title with its point: small letters count too.
    Titled,
    /// A label or a title: any word with a capital that can be a name.
    Likely,
    /// Nothing much: every word must have a capital and be none that we know.
    Guessed,
}

/// Hides them.
pub(super) fn mark(sheet: &mut Sheet<'_>) {
    for at in 0..sheet.len() {
        if !matches!(sheet.kind(at), Some(Kind::Word(_))) {
            continue;
        }
        labelled(sheet, at);
        titled(sheet, at);
        credited(sheet, at);
    }
}

/// Behind `Surgeon:`, `dictated by`.
fn labelled(sheet: &mut Sheet<'_>, at: usize) {
    let phrase = sheet.phrase(at, Sense::NAME_PHRASE);
    let Some(end) = phrase.or_else(|| sheet.phrase(at, Sense::NAME_LABEL)) else {
        return;
    };
    let sign = sheet.past_blank(past_plural(sheet, end));
    let colon = sheet.is_mark(sign, ':');
    let dash = sheet.is_dash(sign) && sheet.is_blank(sign + 1);
    let from = match (colon, phrase) {
        (true, _) => past_sign(sheet, sign),
        (false, Some(_)) => sheet.past_break(sign + usize::from(dash)),
        (false, None) => sheet.past_blank(sign + usize::from(dash)),
    };
    let trust = match (colon, phrase.is_some() && !dash) {
        (true, _) => Trust::Told,
        (false, true) => Trust::Likely,
        (false, false) => Trust::Guessed,
    };
    // `/s/` and the like.
    let from = from + usize::from(sheet.is_mark_of(from, &['/', '"', '(', '[', '<']));
    if !is_phrase(sheet, from) {
        list(sheet, past_title(sheet, from), trust);
    }
}

/// Whether a word that we know and the next one are plain speech: `Referred by: Spine clinic`.
fn is_phrase(sheet: &Sheet<'_>, at: usize) -> bool {
    let next = sheet.past_blank(at + 1);
    sheet.is(at, Sense::CLINICAL.or(Sense::PLAIN)) && sheet.case(next) == Some(Case::Small) && sheet.is_known(next)
}

/// Past `(s)` behind a label.
fn past_plural(sheet: &Sheet<'_>, end: usize) -> usize {
    if sheet.is_mark(end, '(') && sheet.is_mark(end + 2, ')') {
        end + 3
    } else {
        end
    }
}

/// Past a colon, or two, and a line break behind it.
fn past_sign(sheet: &Sheet<'_>, sign: usize) -> usize {
    let mut at = sign + 1;
    while sheet.is_mark_of(at, &[':', ',', '*', '_']) || sheet.is_blank(at) {
        at += 1;
    }
    sheet.past_break(at)
}

/// Hides one name, or several behind one label.
fn list(sheet: &mut Sheet<'_>, from: usize, trust: Trust) {
    let Some(mut end) = run(sheet, from, trust) else { return };
    sheet.hide_name(from..end);
    for _ in 0..PARTS {
        let Some(next) = next_in_list(sheet, end) else { return };
        let next = past_title(sheet, next);
        let Some(past) = run(sheet, next, Trust::Guessed) else {
            return;
        };
        sheet.hide_name(next..past);
        end = past;
    }
}

/// Past a comma, `and` or the like, and past a credential before it.
fn next_in_list(sheet: &Sheet<'_>, end: usize) -> Option<usize> {
    let at = sheet.past_blank(end);
    let at = if sheet.is_mark_of(at, &[',', ';', '&', '/', '+']) {
        sheet.past_blank(at + 1)
    } else {
        at
    };
    let at = match sheet.phrase(at, Sense::CREDENTIAL.or(Sense::CREDENTIAL_AFTER_COMMA)) {
        Some(past) => {
            let past = sheet.past_blank(past + usize::from(sheet.is_mark(past, '.')));
            if sheet.is_mark_of(past, &[',', ';', '&', '/']) {
                sheet.past_blank(past + 1)
            } else {
                past
            }
        }
        None => at,
    };
    let at = if sheet.word(at).eq_ignore_ascii_case("and") {
        sheet.past_blank(at + 1)
    } else {
        at
    };
    (at > sheet.past_blank(end)).then_some(at)
}

/// Past a title and its point.
fn past_title(sheet: &Sheet<'_>, at: usize) -> usize {
    match sheet.phrase(at, Sense::TITLE) {
        Some(end) => sheet.past_break(end + usize::from(sheet.is_mark(end, '.'))),
        None => at,
    }
}

/// Behind `Dr.`, `Mrs.`.
fn titled(sheet: &mut Sheet<'_>, at: usize) {
    let Some(end) = sheet.phrase(at, Sense::TITLE) else {
        return;
    };
    let point = sheet.is_mark(end, '.');
    let from = sheet.past_break(end + usize::from(point));
    if from == end {
        return;
    }
    let trust = match sheet.case(at) {
        Some(Case::Capital) if !point => Trust::Likely,
        // A title in small letters or all capitals without its point stands before a word that nobody knows.
        _ if !point && sheet.is_known(from) => return,
        _ => Trust::Titled,
    };
    list_of_titled(sheet, from, trust);
}

/// Hides the name behind a title, and the second of `Drs. A and B`.
fn list_of_titled(sheet: &mut Sheet<'_>, from: usize, trust: Trust) {
    let Some(end) = run(sheet, from, trust) else { return };
    sheet.hide_name(from..end);
    let joint = sheet.past_blank(end);
    if sheet.is_mark(joint, '&') || sheet.word(joint).eq_ignore_ascii_case("and") {
        let next = past_title(sheet, sheet.past_blank(joint + 1));
        if let Some(past) = run(sheet, next, Trust::Guessed) {
            sheet.hide_name(next..past);
        }
    }
}

/// Before `, MD`.
fn credited(sheet: &mut Sheet<'_>, at: usize) {
    let sure = sheet.phrase(at, Sense::CREDENTIAL).is_some();
    if !sure && sheet.phrase(at, Sense::CREDENTIAL_AFTER_COMMA).is_none() {
        return;
    }
    let Some(mut last) = sheet.before(at) else { return };
    let comma = sheet.is_mark(last, ',');
    if comma {
        let Some(before) = sheet.before(last) else { return };
        last = before;
    }
    let written = sheet.is_capital(at) || (comma && sheet.case(last) == Some(Case::Small));
    if !(written && (sure && sheet.case(at) != Some(Case::Capital) || comma || sheet.word(at).len() > 2)) {
        return;
    }
    if let Some(start) = run_back(sheet, last, comma) {
        sheet.hide_name(start..last + 1);
    }
}

/// Where the name that ends with a token begins.
pub(super) fn run_back(sheet: &Sheet<'_>, last: usize, comma: bool) -> Option<usize> {
    let mut start = None;
    let mut at = last;
    for nth in 0..PARTS {
        if sheet.is_mark(at, '.') {
            at = at.checked_sub(1)?;
        }
        let part = match sheet.case(at) {
            Some(Case::Capital) if nth == 0 => !sheet.is(at, Sense::NEVER.or(Sense::CLINICAL).or(Sense::CREDENTIAL)),
            Some(Case::Small) => (comma && !sheet.is_known(at)) || sheet.is(at, Sense::PARTICLE),
            Some(Case::Initial) => nth > 0 || comma || sheet.is_mark(at + 1, '.'),
            Some(_) => !sheet.is_known(at) && !sheet.is(at, Sense::CREDENTIAL.or(Sense::CREDENTIAL_AFTER_COMMA)),
            None => false,
        };
        if !part {
            break;
        }
        start = Some(at);
        let Some(joint) = at.checked_sub(1) else { break };
        let before = if sheet.is_dash(joint) || sheet.is_blank(joint) && !sheet.is_gap(joint) {
            joint.checked_sub(1)
        } else if sheet.kind(joint) == Some(Kind::Break) && nth == 0 {
            joint.checked_sub(1).filter(|before| sheet.is_capital(*before))
        } else if sheet.is_mark(joint, '.') {
            Some(joint)
        } else {
            None
        };
        let Some(before) = before else { break };
        // A point belongs to a name behind an initial or a word such as `St.` only.
        let short =
            |at: usize| sheet.case(at) == Some(Case::Initial) || sheet.is(at, Sense::SUFFIX.or(Sense::PARTICLE));
        if sheet.is_mark(before, '.') && !before.checked_sub(1).is_some_and(short) {
            break;
        }
        at = before;
    }
    let initials =
        |start: usize| (start..=last).all(|at| !matches!(sheet.case(at), Some(case) if case != Case::Initial));
    start
        .filter(|start| !initials(*start) || sheet.is_mark(last, '.'))
        .map(|start| with_surname(sheet, start, last))
}

/// `SMITH, JOHN` at the start of a line or behind a colon: the surname stands first.
fn with_surname(sheet: &Sheet<'_>, start: usize, last: usize) -> usize {
    let comma = sheet
        .before(start)
        .filter(|comma| sheet.is_mark(*comma, ',') && last - start < 4);
    let Some(surname) = comma.and_then(|comma| sheet.before(comma)) else {
        return start;
    };
    let begins = sheet.begins_line(surname) || sheet.before(surname).is_some_and(|before| sheet.is_mark(before, ':'));
    if begins && sheet.is_capital(surname) && !sheet.is_known(surname) {
        surname
    } else {
        start
    }
}

/// Where the name that begins with a token ends, if one does.
pub(super) fn run(sheet: &Sheet<'_>, from: usize, trust: Trust) -> Option<usize> {
    let small = matches!(trust, Trust::Told | Trust::Titled) && sheet.case(from) == Some(Case::Small);
    let (mut at, mut end, mut full) = (from, None, 0);
    for _ in 0..PARTS {
        let Some(past) = part(sheet, at, full, trust, small) else {
            break;
        };
        full += usize::from(sheet.case(at) != Some(Case::Initial) && !sheet.is(at, Sense::PARTICLE));
        end = Some(past);
        let Some(next) = past_joint(sheet, past, full) else {
            break;
        };
        at = next;
    }
    end.map(|end| surname_first(sheet, from, end, trust))
}

/// Past `, JOHN A` behind `SMITH`.
fn surname_first(sheet: &Sheet<'_>, from: usize, end: usize, trust: Trust) -> usize {
    let given = sheet.past_blank(end + 1);
    let comma = sheet.is_mark(end, ',') && trust == Trust::Told && end - from <= 3;
    let name = comma && sheet.case(given).is_some() && !sheet.is_known(given) && !is_label(sheet, given);
    let credential = sheet
        .phrase(given, Sense::CREDENTIAL.or(Sense::CREDENTIAL_AFTER_COMMA))
        .is_some();
    if !name || credential {
        return end;
    }
    run(sheet, given, Trust::Guessed)
        .or_else(|| (sheet.case(given) == Some(Case::Small)).then_some(given + 1))
        .unwrap_or(end)
}

/// Where one part of a name ends.
fn part(sheet: &Sheet<'_>, at: usize, full: usize, trust: Trust, small: bool) -> Option<usize> {
    let case = sheet.case(at)?;
    if is_label(sheet, at) {
        return None;
    }
    if sheet.is(at, Sense::PARTICLE) && is_before_name(sheet, at) {
        return Some(at + 1 + usize::from(sheet.is_mark(at + 1, '.')));
    }
    if sheet.is(at, Sense::SUFFIX) && full > 0 {
        return Some(at + 1 + usize::from(sheet.is_mark(at + 1, '.') && sheet.case(at) == Some(Case::Capital)));
    }
    if case == Case::Initial {
        return initial(sheet, at, full, trust);
    }
    if small && full > 0 && sheet.word(at).len() == 1 && sheet.is_mark(at + 1, '.') {
        return Some(at + 2);
    }
    let credential = sheet.is(at, Sense::CREDENTIAL) && case != Case::Small;
    let fits = match (trust, case) {
        _ if credential || sheet.is(at, Sense::NEVER) => false,
        _ if full > 0 && sheet.is(at, Sense::EPONYM) && (small || case != Case::Small) => true,
        (Trust::Told | Trust::Titled, Case::Small) if sheet.is(at, Sense::EPONYM) => small,
        (_, Case::Small) => small && (!sheet.is_known(at) || full == 1 && ends_value(sheet, at + 1)) && full < 3,
        (Trust::Guessed, _) => !sheet.is_known(at),
        // The first word behind a label or title is a name even if it means something else too; further ones less surely.
        (Trust::Titled, Case::Upper) if full == 0 => !sheet.is(at, Sense::CLINICAL),
        (Trust::Told | Trust::Titled, _) if full == 0 => true,
        (Trust::Likely, _) if full == 0 => !sheet.is(at, Sense::CLINICAL) || case == Case::Capital,
        (_, Case::Capital) => {
            !sheet.is_known(at) || sheet.is(at, Sense::PLAIN) && !sheet.is(at, Sense::CLINICAL) && !small
        }
        (_, _) => !sheet.is_known(at),
    };
    fits.then_some(at + 1)
}

/// Where an initial ends: with its point, or without one inside or at the end of a name.
fn initial(sheet: &Sheet<'_>, at: usize, full: usize, trust: Trust) -> Option<usize> {
    let point = sheet.is_mark(at + 1, '.');
    let next = sheet.past_blank(at + 1 + usize::from(point));
    let figure = sheet.number(at + 1).is_some() || sheet.is_dash(at + 1) && sheet.number(at + 2).is_some();
    let named = sheet.is_capital(next) && !sheet.is_known(next);
    let alone = full > 0 && (ends_value(sheet, at + 1) || sheet.is_gap(at + 1));
    let fits = named
        || alone
        || (point && (full > 0 || trust != Trust::Guessed))
        || (matches!(trust, Trust::Told | Trust::Titled) && full == 0 && sheet.word(at) != "A");
    (fits && !figure).then_some(at + 1 + usize::from(point))
}

/// Whether a value ends here: with its line, a mark or the next label.
fn ends_value(sheet: &Sheet<'_>, at: usize) -> bool {
    let next = sheet.past_blank(at);
    sheet.is_end(next)
        || sheet.is_gap(at)
        || sheet.is_mark_of(next, &[',', ';', '.', '|', '(', ')', '/'])
        || is_label(sheet, next)
}

/// Whether a word is a label: a colon follows, or it stands before a number of a person.
fn is_label(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.is_mark(sheet.past_blank(at + 1), ':') || sheet.phrase(at, Sense::NUMBER_LABEL).is_some()
}

/// Whether a name follows a small word such as `van`.
fn is_before_name(sheet: &Sheet<'_>, at: usize) -> bool {
    let next = sheet.past_blank(at + 1 + usize::from(sheet.is_mark(at + 1, '.')));
    let next = if sheet.is(next, Sense::PARTICLE) {
        sheet.past_blank(next + 1)
    } else {
        next
    };
    next > at + 1 && sheet.is_capital(next) && !sheet.is_known(next)
}

/// Past what may stand between two parts of a name.
fn past_joint(sheet: &Sheet<'_>, end: usize, full: usize) -> Option<usize> {
    if sheet.is_dash(end) && sheet.case(end + 1).is_some() {
        return Some(end + 1);
    }
    if sheet.is_blank(end) && !sheet.is_gap(end) && !sheet.is_end(end + 1) {
        return Some(end + 1);
    }
    // Initials without a blank.
    if sheet.case(end).is_some() {
        return Some(end);
    }
    let next = sheet.past_break(end);
    let below = next != end && full < 2 && sheet.is_capital(next) && !sheet.is_known(next) && !is_label(sheet, next);
    below.then_some(next)
}
