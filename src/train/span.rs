//! Spot the fork: how well the words that a learner marked meet those that decide.
//!
//! Both are sets of characters of the note, blanks left out. *Precision* is how much of what was marked decides; *recall* is how
//! much of what decides was marked; the score is their harmonic mean (F1). Marking the whole note has full recall and little
//! precision; marking nothing scores nothing. Words that stand in a note several times decide in each place, but any one of them
//! is enough: the others count for nobody.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use super::words_found;
use crate::pack::model::Case;

/// How two sets of words meet.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Overlap {
    /// How much of what was marked decides, 0 to 1.
    pub precision: f64,
    /// How much of what decides was marked, 0 to 1.
    pub recall: f64,
    /// The harmonic mean of the two.
    pub f1: f64,
}

/// The characters that decide: of words that stand in several places, the place that the marks meet best, or the first.
#[must_use]
pub fn deciding(case: &Case, marked: &[Range<usize>]) -> Vec<Range<usize>> {
    let marks = characters(&case.note, marked);
    let best = |places: Vec<Range<usize>>| {
        let meets = |place: &Range<usize>| {
            characters(&case.note, std::slice::from_ref(place))
                .intersection(&marks)
                .count()
        };
        // Of equals the last one wins, so the places are turned around.
        places.into_iter().rev().max_by_key(meets)
    };
    words_found(case).into_iter().filter_map(best).collect()
}

/// Scores marks, given as offsets in bytes, against the words that decide.
#[must_use]
pub fn spotted(case: &Case, marked: &[Range<usize>]) -> Overlap {
    overlap(&case.note, &deciding(case, marked), marked)
}

/// How marks meet the right words of a text.
#[must_use]
pub fn overlap(text: &str, key: &[Range<usize>], marked: &[Range<usize>]) -> Overlap {
    let (key, marked) = (characters(text, key), characters(text, marked));
    let both = key.intersection(&marked).count();
    let share = |of: usize| if of == 0 { 0.0 } else { ratio(both, of) };
    let f1 = if both == 0 {
        0.0
    } else {
        ratio(2 * both, key.len() + marked.len())
    };
    Overlap {
        precision: share(marked.len()),
        recall: share(key.len()),
        f1,
    }
}

fn ratio(part: usize, of: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(part) / float(of)
}

/// The places of the characters in some ranges, without blanks; what lies outside the text is left out.
fn characters(text: &str, ranges: &[Range<usize>]) -> BTreeSet<usize> {
    let within = |at: &usize| ranges.iter().any(|range| range.contains(at));
    let solid = text.char_indices().filter(|(_, c)| !c.is_whitespace());
    solid.map(|(at, _)| at).filter(within).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    /// "ab cd ef": the key is "cd".
    #[rstest]
    #[case::exact(&[(3, 5)], 1.0, 1.0, 1.0)]
    #[case::with_blanks(&[(2, 6)], 1.0, 1.0, 1.0)]
    #[case::half(&[(3, 4)], 1.0, 0.5, 2.0 / 3.0)]
    #[case::too_much(&[(3, 8)], 0.5, 1.0, 2.0 / 3.0)]
    #[case::everything(&[(0, 8)], 1.0 / 3.0, 1.0, 0.5)]
    #[case::elsewhere(&[(0, 2)], 0.0, 0.0, 0.0)]
    #[case::nothing(&[], 0.0, 0.0, 0.0)]
    #[case::twice(&[(3, 5), (4, 5)], 1.0, 1.0, 1.0)]
    #[case::beyond_the_end(&[(3, 5), (90, 99)], 1.0, 1.0, 1.0)]
    fn scores(#[case] marked: &[(usize, usize)], #[case] precision: f64, #[case] recall: f64, #[case] f1: f64) {
        let marked: Vec<Range<usize>> = marked.iter().map(|(start, end)| *start..*end).collect();
        let key = Range { start: 3, end: 5 };
        let scored = overlap("ab cd ef", std::slice::from_ref(&key), &marked);
        assert_eq!(scored, Overlap { precision, recall, f1 });
    }
}
