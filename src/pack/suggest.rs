//! "Did you mean": the nearest of the names that are allowed.

use std::collections::BTreeSet;

use super::words::{listed, quoted};

/// Most names that are listed in full.
const LIST_AT_MOST: usize = 17;

/// The candidate most like `word`, if any is like it at all.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.len().max(word.len()))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "Did you mean `x`? Allowed: `a`, `b` and `x`." Long lists are left out.
#[must_use]
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>, all: &str) -> String {
    let mut candidates: Vec<_> = candidates.into_iter().collect();
    let mut seen = BTreeSet::new();
    candidates.retain(|candidate| seen.insert(*candidate));
    let guess = nearest(word, candidates.iter().copied()).map(|guess| format!("Did you mean {}?", quoted(guess)));
    let list = (candidates.len() <= LIST_AT_MOST).then(|| format!("{all}: {}.", listed(&candidates)));
    [guess, list].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
