//! Sides in a note, and which of them are sides of a needle.

use std::ops::Range;

use crate::claim::Side;
use crate::note::scan::Scan;
use crate::pack::model::Cue;

/// A side at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::note) struct SideWord {
    pub(in crate::note) words: Range<usize>,
    pub(in crate::note) side: Side,
}

/// The sides within some words that may be sides of a needle: not the leg that hurts, not `left of the midline`.
pub(in crate::note) fn side_words(scan: &Scan<'_>, within: &Range<usize>) -> Vec<SideWord> {
    let mut found: Vec<SideWord> = Vec::new();
    let both: Vec<Range<usize>> = scan.cues(within, Cue::BothSides).collect();
    for nth in within.clone() {
        if let Some(words) = both.iter().find(|words| words.contains(&nth)) {
            if words.start == nth {
                found.push(SideWord {
                    words: words.clone(),
                    side: Side::Both,
                });
            }
            continue;
        }
        let side = match scan.text.word_at(nth) {
            "left" | "lt" => Side::Left,
            "right" | "rt" => Side::Right,
            "l" | "r" if is_letter_of_a_side(scan, nth) => {
                if scan.text.word_at(nth) == "l" {
                    Side::Left
                } else {
                    Side::Right
                }
            }
            _ => continue,
        };
        if !is_of_a_body_part(scan, nth, within.end) {
            found.push(SideWord {
                words: nth..nth + 1,
                side,
            });
        }
    }
    found
}

/// `(R)`, `R L4-5` or `R TFESI`.
fn is_letter_of_a_side(scan: &Scan<'_>, nth: usize) -> bool {
    let (before, after) = (scan.text.gap(nth), scan.text.gap(nth + 1));
    let next = scan.text.word_at(nth + 1);
    let level =
        next.len() <= 4 && next.starts_with(['c', 't', 'l', 's']) && next.contains(|c: char| c.is_ascii_digit());
    let named = matches!(next, "tfesi" | "tfe" | "snrb" | "transforaminal" | "foramen" | "sided");
    let alone = after == " " && !before.ends_with(['-', '/']);
    scan.text.is_capitals(nth) && ((before.ends_with('(') && after.starts_with(')')) || (alone && (level || named)))
}

/// The most words between a side and the part of the body that it is said of.
const NEAR: usize = 3;

/// Whether a side is said of a part of the body, or of a way past the midline.
fn is_of_a_body_part(scan: &Scan<'_>, nth: usize, end: usize) -> bool {
    let ahead = nth + 1..end.min(nth + 1 + NEAR);
    let body = scan.cues(&ahead, Cue::Complaint).any(|place| {
        (nth + 1..place.start)
            .all(|between| matches!(scan.text.word_at(between), "sided" | "side" | "lower" | "upper" | "and"))
    });
    let past = matches!(
        scan.text.word_at(nth + 1),
        "paramedian" | "paramedially" | "parasagittal" | "paraspinal"
    ) || (scan.text.word_at(nth + 1) == "of" && scan.text.word_at(nth + 2) != "l")
        || scan.text.word_at(nth + 1) == "lateral" && scan.text.word_at(nth + 2) == "decubitus";
    body || past
}
