//! What a level of a note is: an entry, or one of the many levels that no needle entered.

use std::ops::Range;

use super::mention::Mention;
use crate::note::joint::Joint;
use crate::note::reading::Role;
use crate::note::scan::Scan;
use crate::note::sentence::Sentence;
use crate::note::standing::{Standing, standing};
use crate::pack::model::{Cue, Section};

/// The most words between a landmark word and its level.
const NEAR: usize = 3;

/// What a level is where it stands.
pub(in crate::note) fn role(scan: &Scan<'_>, sentence: &Sentence, mention: &Mention) -> Role {
    let words = &mention.words;
    match standing(scan, sentence, words) {
        Standing::Here => {}
        Standing::Abandoned => return Role::Abandoned,
        Standing::Denied => return Role::Landmark,
        _ => return Role::History,
    }
    let clause = scan.clause_of(words.start);
    if beside(scan, &clause, words, Cue::Landmark) {
        return Role::Landmark;
    }
    if before(scan, &clause, words, Cue::Tip) {
        return Role::Tip;
    }
    if sentence.section == Section::Findings || before(scan, &clause, words, Cue::Spread) {
        return Role::Spread;
    }
    if before(scan, &clause, words, Cue::Complaint) && !scan.has(&clause, Cue::Entered) {
        return Role::History;
    }
    Role::Entry
}

fn before(scan: &Scan<'_>, clause: &Range<usize>, words: &Range<usize>, cue: Cue) -> bool {
    scan.cues(&(clause.start..words.start), cue).next().is_some()
}

/// Whether a landmark word touches a level: `lamina of L5`, `L5 pedicle`, `below the L2-3 level`.
fn beside(scan: &Scan<'_>, clause: &Range<usize>, words: &Range<usize>, cue: Cue) -> bool {
    let ahead = clause.start.max(words.start.saturating_sub(NEAR + 2))..words.start;
    // `pedicle of L5`, but not `past the pedicle to L5`.
    let leads = |place: &Range<usize>| {
        let last = scan.text.word_at(place.end - 1);
        matches!(last, "the" | "of" | "to" | "from" | "off") || matches!(scan.text.word_at(place.end), "of" | "at")
    };
    let touches =
        |place: Range<usize>| leads(&place) && words.start - place.end <= NEAR && !parted(scan, place.end, words.start);
    let noun = |place: &Range<usize>| !matches!(scan.text.word_at(place.end - 1), "the" | "of" | "to" | "from" | "off");
    let behind = words.end..clause.end.min(words.end + NEAR);
    scan.cues(&ahead, cue).any(touches)
        || scan.cues(&behind, cue).filter(noun).any(|place| {
            place.start == words.end || (place.start == words.end + 1 && !parted(scan, words.end, place.start))
        })
}

fn parted(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    (from..=to).any(|nth| scan.text.joint(nth) >= Joint::Comma)
}
