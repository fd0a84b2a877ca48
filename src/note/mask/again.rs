//! A name that was found once is a name wherever it stands.

use std::collections::HashSet;

use foldhash::fast::RandomState;

use super::sheet::Sheet;
use super::token::{Case, possessed};
use super::words::{Sense, small};

/// The shortest word that is looked for again.
const SHORT: usize = 3;

/// Hides the words of every name found so far wherever they stand: those that mean nothing else in any case, ordinary words in
/// capitals only, words of the trade not at all, people after whom something is named beside a name only.
pub(super) fn mark(sheet: &mut Sheet<'_>) {
    hide_again(sheet);
    for at in 0..sheet.len() {
        let eponym = sheet.case(at) == Some(Case::Capital) && sheet.is(at, Sense::EPONYM);
        if eponym && !sheet.is_hidden(at) && beside_name(sheet, at) {
            sheet.hide(at..at + 1);
        }
    }
}

/// Hides the words of every name found so far wherever they stand.
fn hide_again(sheet: &mut Sheet<'_>) {
    let mut key = String::new();
    let mut names: HashSet<String, RandomState> = HashSet::default();
    let listed = Sense::NEVER
        .or(Sense::CLINICAL)
        .or(Sense::EPONYM)
        .or(Sense::CREDENTIAL)
        .or(Sense::FACILITY)
        .or(Sense::STATE)
        .or(Sense::COMPASS);
    for at in 0..sheet.len() {
        if sheet.is_name(at) && sheet.case(at).is_some() && !sheet.is(at, listed) {
            small(possessed(sheet.word(at)), &mut key);
            if key.chars().count() >= SHORT && (!sheet.is_known(at) || sheet.is(at, Sense::PLAIN)) {
                names.insert(key.clone());
            }
        }
    }
    if names.is_empty() {
        return;
    }
    for at in 0..sheet.len() {
        let Some(case) = sheet.case(at).filter(|_| !sheet.is_hidden(at)) else {
            continue;
        };
        if case == Case::Initial || sheet.is_known(at) && (case == Case::Small || begins_sentence(sheet, at)) {
            continue;
        }
        small(possessed(sheet.word(at)), &mut key);
        if names.contains(key.as_str()) {
            sheet.hide(at..at + 1);
        }
    }
}

/// Whether a word of two meanings stands beside a part of a name.
fn beside_name(sheet: &Sheet<'_>, at: usize) -> bool {
    let joined = |joint: usize| sheet.is_dash(joint) || sheet.is_blank(joint) && !sheet.is_gap(joint);
    let name = |at: usize| sheet.is_hidden(at) && sheet.case(at) == Some(Case::Capital);
    let before = at
        .checked_sub(2)
        .is_some_and(|before| joined(before + 1) && name(before));
    before || joined(at + 1) && name(at + 2)
}

/// Whether a capital stands there because a sentence, a line or a field begins, or because all letters are capitals.
fn begins_sentence(sheet: &Sheet<'_>, at: usize) -> bool {
    let sentence = sheet
        .before(at)
        .is_none_or(|before| sheet.is_mark_of(before, &['.', ':', ',', ';', '!', '?']));
    sentence || sheet.begins_line(at) || sheet.case(at) == Some(Case::Upper)
}
