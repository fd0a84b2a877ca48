//! Names that no label and no title announces: beside an age, at the head of a page, behind a word for a person, two capitals in a
//! row, the initials at the foot.

use super::names::{Trust, run, run_back};
use super::sheet::Sheet;
use super::token::{Case, Kind};
use super::words::Sense;

/// Hides them.
pub(super) fn mark(sheet: &mut Sheet<'_>) {
    for at in 0..sheet.len() {
        match sheet.kind(at) {
            Some(Kind::Number) => beside_age(sheet, at),
            Some(Kind::Word(_)) => {
                behind_person(sheet, at);
                if sheet.begins_line(at) {
                    head_of_page(sheet, at);
                    initials(sheet, at);
                }
                two_capitals(sheet, at);
            }
            _ => {}
        }
    }
}

/// `Jane Roe is a 54-year-old`.
fn beside_age(sheet: &mut Sheet<'_>, number: usize) {
    let dash = sheet.past_blank(number + 1);
    let phrase = if sheet.is_dash(dash) {
        sheet.past_blank(dash + 1)
    } else {
        dash
    };
    if sheet.phrase(phrase, Sense::AGE).is_none() {
        return;
    }
    let mut last = sheet.before(number);
    for _ in 0..4 {
        match last {
            Some(at)
                if sheet.is_mark_of(at, &[',', '('])
                    || sheet.is(at, Sense::NEVER) && sheet.case(at) == Some(Case::Small) =>
            {
                last = sheet.before(at);
            }
            _ => break,
        }
    }
    let Some(last) = last.filter(|last| sheet.is_capital(*last) && !sheet.is_known(*last)) else {
        return;
    };
    if let Some(start) = run_back(sheet, last, false) {
        sheet.hide_name(start..last + 1);
    }
}

/// `her daughter Maria`, `patient John Smith`.
fn behind_person(sheet: &mut Sheet<'_>, at: usize) {
    let Some(end) = sheet.phrase(at, Sense::PERSON) else {
        return;
    };
    // `pt.` has a point; behind a longer word it ends the sentence.
    let short = sheet.is_mark(end, '.') && sheet.word(at).len() <= 3;
    let end = end + usize::from(short || sheet.is_mark(end, ','));
    let from = sheet.past_blank(end);
    let name = (from > end && is_guessed(sheet, from)).then(|| run(sheet, from, Trust::Guessed));
    if let Some(past) = name.flatten() {
        sheet.hide_name(from..past);
    }
}

/// A name at the start of a line, a number or an age behind it: `SMITH, JOHN A   MRN 4471`.
fn head_of_page(sheet: &mut Sheet<'_>, at: usize) {
    if !sheet.is_capital(at) || sheet.is_known(at) {
        return;
    }
    let Some(mut end) = run(sheet, at, Trust::Guessed) else {
        return;
    };
    let given = sheet.past_blank(end + 1);
    let comma = sheet.is_mark(end, ',') && sheet.is_capital(given) && !sheet.is_known(given);
    if comma {
        end = run(sheet, given, Trust::Guessed).unwrap_or(end);
    }
    let next = past_marks(sheet, end);
    let several = comma || end > at + 2;
    let label = sheet.phrase(next, Sense::NUMBER_LABEL.or(Sense::AGE_LABEL)).is_some();
    let told = label || several && sheet.is_hidden(next);
    let alone = comma && sheet.is_end(sheet.past_blank(end));
    if told || alone {
        sheet.hide_name(at..end);
    }
}

/// Past blanks, and marks that part the fields of a line.
fn past_marks(sheet: &Sheet<'_>, end: usize) -> usize {
    let at = sheet.past_blank(end);
    let marks = sheet.is_mark_of(at, &['|', ',', '/', '(', ';']) || sheet.is_dash(at);
    if marks { sheet.past_blank(at + 1) } else { at }
}

/// Initials of author and typist, alone on a line: `JS/ab`.
fn initials(sheet: &mut Sheet<'_>, at: usize) {
    let short =
        |at: usize| matches!(sheet.kind(at), Some(Kind::Word(_))) && sheet.word(at).len() <= 3 && !sheet.is_known(at);
    let upper = matches!(sheet.case(at), Some(Case::Upper));
    let pair = upper && short(at) && sheet.is_mark_of(at + 1, &['/', ':']) && short(at + 2);
    let figures = at + 3 + usize::from(sheet.number(at + 3).is_some());
    if pair && sheet.is_end(sheet.past_blank(figures)) {
        sheet.hide(at..figures);
    }
}

/// Two or more words with a capital that nobody knows, or an initial and one.
fn two_capitals(sheet: &mut Sheet<'_>, at: usize) {
    if sheet.is_name(at) || !is_guessed(sheet, at) {
        return;
    }
    let Some(end) = run(sheet, at, Trust::Guessed) else {
        return;
    };
    let words: Vec<usize> = (at..end).filter(|word| sheet.case(*word).is_some()).collect();
    let full = words
        .iter()
        .filter(|word| sheet.case(**word) != Some(Case::Initial))
        .count();
    let initial = sheet.case(at) == Some(Case::Initial) && sheet.is_mark(at + 1, '.');
    let certain = words
        .iter()
        .all(|word| is_guessed(sheet, *word) || sheet.is(*word, Sense::PARTICLE.or(Sense::SUFFIX)));
    let heading = sheet.is_mark(sheet.past_blank(end), ':');
    if certain && !heading && (full > 1 || initial && full == 1) {
        sheet.hide_name(at..end);
    }
}

/// Whether a word could be a name though nothing says so: a capital and small letters, and seen nowhere in small letters.
fn is_guessed(sheet: &Sheet<'_>, at: usize) -> bool {
    match sheet.case(at) {
        Some(Case::Initial) => true,
        Some(Case::Capital) => !sheet.is_known(at) && !sheet.is_small_elsewhere(at),
        _ => false,
    }
}
