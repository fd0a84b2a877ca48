//! How well one word fits another, and which words count.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Matcher, Utf32Str};

/// Words that carry nothing.
const STOP_WORDS: [&str; 55] = [
    "a", "an", "the", "of", "in", "at", "on", "and", "or", "with", "for", "to", "is", "by", "under", "what", "can",
    "i", "do", "does", "did", "how", "when", "where", "which", "why", "who", "if", "be", "are", "was", "were", "it",
    "its", "my", "we", "you", "should", "need", "needs", "needed", "use", "used", "have", "has", "there", "as", "from",
    "mg", "ml", "cc", "get", "got", "w", "would",
];

/// A word is what was typed.
pub(super) const WORD: u32 = 800;
/// Another form of the same word.
const FORM: u32 = 770;
/// Another name of the same thing.
pub(super) const NAME: u32 = 700;
/// A word begins with what was typed.
const PREFIX: u32 = 650;
/// A word is what was typed but for a slip or two; from here on up to [`PREFIX`] by how few.
const SLIP: u32 = 540;
/// The letters occur in order.
const LETTERS: u32 = 300;
/// From this likeness on two words differ by a slip.
const LIKENESS: f64 = 0.78;
/// Shorter words are too easily alike to forgive a slip.
const SHORTEST_SLIP: usize = 5;

/// Every word of a text, in small letters.
pub(super) fn all_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace('\'', "");
    let parts = lower.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '+');
    let parts = parts.map(|part| part.trim_matches('-'));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The words of a query that carry something; all of them where none does.
pub(super) fn words(query: &str) -> Vec<String> {
    let all = all_words(query);
    let kept: Vec<String> = all.iter().filter(|word| !is_stop(word)).cloned().collect();
    if kept.is_empty() { all } else { kept }
}

fn is_stop(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// The word without the ending of its form: "billed", "billing", "bills" are one.
pub(super) fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 7] = ["ings", "ing", "ies", "es", "ed", "ly", "s"];
    const SHORTEST: usize = 4;
    let cut = ENDINGS.iter().find_map(|ending| {
        word.strip_suffix(ending)
            .filter(|left| left.len() >= SHORTEST && left.is_ascii())
    });
    cut.unwrap_or(word)
}

/// How well a word of a text fits a word typed. Numbers are never forgiven a slip: another digit is another code.
pub(super) fn word_score(word: &str, part: &str, matcher: &mut Matcher) -> Option<u32> {
    if part == word {
        return Some(WORD);
    }
    if part.starts_with(word) {
        return Some(if stem(part) == stem(word) { FORM } else { PREFIX });
    }
    if word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let length = word.chars().count();
    if length >= SHORTEST_SLIP {
        if stem(word) == stem(part) {
            return Some(FORM);
        }
        // Hardly anybody slips on the first letter, and most words are ruled out by it.
        let near = part.chars().next() == word.chars().next() && part.chars().count().abs_diff(length) * 4 <= length;
        let alike = if near {
            strsim::normalized_damerau_levenshtein(word, part)
        } else {
            0.0
        };
        if let Some(step) = [0.94, 0.91, 0.88, 0.85, 0.82, LIKENESS]
            .iter()
            .position(|step| alike >= *step)
        {
            return Some(SLIP + 100 - 20 * u32::try_from(step).unwrap_or(5));
        }
    }
    (length >= 3 && part.contains(word) && holds(word, part, matcher)).then_some(LETTERS)
}

/// Whether the letters occur in a row.
fn holds(word: &str, part: &str, matcher: &mut Matcher) -> bool {
    let atom = Atom::new(
        word,
        CaseMatching::Ignore,
        Normalization::Smart,
        AtomKind::Substring,
        false,
    );
    let mut buffer = Vec::new();
    atom.score(Utf32Str::new(part, &mut buffer), matcher).is_some()
}
