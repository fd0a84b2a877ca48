//! The words by which a drug is said to have gone somewhere.

use std::ops::Range;

use crate::note::scan::Scan;
use crate::note::{Joint, Meaning, Text};
use crate::pack::model::{Cue, Kin};

/// What such words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sense {
    /// Something was given.
    Given,
    /// The skin, or what lies above the target.
    Skin,
    /// A vein.
    Vein,
    /// The target.
    Target,
    /// A needle went in: what was said before is over.
    Entered,
}

/// Such words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) words: Range<usize>,
    pub(super) sense: Sense,
}

/// Words of an earlier day that in a narrative tell of this one: `each needle received 1 mL`, `followed by 2 mL`.
pub(super) const TOLD: [&str; 2] = ["received", "followed"];

/// All such words of a note, in their order.
pub(super) fn anchors(scan: &Scan<'_>) -> Vec<Anchor> {
    let sensed = scan.hits.iter().filter_map(|hit| {
        let sense = match hit.means {
            Meaning::Cue(Cue::Given) => Sense::Given,
            Meaning::Cue(Cue::Skin) => Sense::Skin,
            Meaning::Cue(Cue::Vein | Cue::Sedation) => Sense::Vein,
            Meaning::Cue(Cue::Site) => Sense::Target,
            Meaning::Cue(Cue::Entered) => Sense::Entered,
            // Of an earlier day in a history; in the narrative it is how a site got its drug.
            Meaning::Cue(Cue::Past) if TOLD.contains(&scan.text.word_at(hit.words.start)) && hit.words.len() == 1 => {
                Sense::Given
            }
            Meaning::Target(nth) if scan.lexicon.targets.get(nth)?.kin == Kin::Family => Sense::Target,
            _ => return None,
        };
        Some(Anchor {
            words: hit.words.clone(),
            sense,
        })
    });
    sensed.collect()
}

/// Words between what is done and the drug that it is done with.
const LINKS: [&str; 34] = [
    "with",
    "using",
    "of",
    "a",
    "an",
    "the",
    "was",
    "were",
    "total",
    "approximately",
    "about",
    "by",
    "then",
    "consisting",
    "containing",
    "solution",
    "mixture",
    "combination",
    "slowly",
    "use",
    "utilizing",
    "via",
    "around",
    "volume",
    "and",
    "local",
    "additional",
    "incrementally",
    "composed",
    "made",
    "up",
    "anesthetic",
    "through",
    "infiltrated",
];

/// The most words of a link.
const LINK: usize = 8;

/// Whether only a link stands between what is done and the drug: `anesthetized with 1% lidocaine`.
pub(super) fn linked(text: &Text<'_>, words: Range<usize>) -> bool {
    let close = |nth: usize| text.joint(nth) <= Joint::Line;
    words.len() <= LINK
        && words
            .clone()
            .all(|nth| LINKS.contains(&text.word_at(nth)) && close(nth))
        && close(words.end)
        && !(words.len() == 1 && text.word_at(words.start) == "and")
}

/// Whether two anchors are one saying: no comma and few words between them.
pub(super) fn near(text: &Text<'_>, words: Range<usize>, reach: usize) -> bool {
    let parts = |nth: usize| text.joint(nth) >= Joint::Comma && text.joint(nth) != Joint::Bracket;
    words.len() <= reach
        && !words
            .clone()
            .any(|nth| matches!(text.word_at(nth), "then") || parts(nth))
        && !parts(words.end)
}
