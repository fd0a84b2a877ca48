//! How well an entry fits what was typed.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Matcher, Utf32Str};

/// Words that carry nothing.
const STOP_WORDS: [&str; 16] = [
    "a", "an", "the", "of", "in", "at", "on", "and", "or", "with", "for", "to", "is", "by", "under", "what",
];

/// The whole text is what was typed.
const WHOLE: u32 = 1000;
/// A word is what was typed.
const WORD: u32 = 800;
/// A word begins with what was typed.
const PREFIX: u32 = 650;
/// A word is what was typed but for a slip or two.
const SLIP: u32 = 500;
/// The letters occur in order.
const LETTERS: u32 = 300;
/// From this likeness on two words differ by a slip.
const LIKENESS: f64 = 0.8;
/// Shorter words are too easily alike to forgive a slip.
const SHORTEST_SLIP: usize = 5;

/// The words of a query that carry something; all of them where none does.
pub(super) fn words(query: &str) -> Vec<String> {
    let split = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '+');
        parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
    };
    let all = split(query);
    let kept: Vec<String> = all
        .iter()
        .filter(|word| !STOP_WORDS.contains(&word.as_str()))
        .cloned()
        .collect();
    if kept.is_empty() { all } else { kept }
}

/// How well `text` fits the words typed: every word must fit something.
pub(super) fn score(typed: &[String], phrase: &str, text: &str, matcher: &mut Matcher) -> Option<u32> {
    let text = text.to_lowercase();
    if text == phrase {
        return Some(WHOLE);
    }
    let parts = words(&text);
    let mut sum = 0;
    for word in typed {
        sum += parts.iter().filter_map(|part| word_score(word, part, matcher)).max()?;
    }
    let fit = sum / u32::try_from(typed.len()).ok()?;
    // Of two texts that both hold the words, the one with fewer others says it better.
    let spare = u32::try_from(parts.len().saturating_sub(typed.len()))
        .unwrap_or(0)
        .min(20);
    Some(fit.saturating_sub(spare * 4))
}

/// Numbers are never forgiven a slip: another digit is another code.
fn word_score(word: &str, part: &str, matcher: &mut Matcher) -> Option<u32> {
    if part == word {
        return Some(WORD);
    }
    if part.starts_with(word) {
        return Some(PREFIX);
    }
    if word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    if word.chars().count() >= SHORTEST_SLIP && strsim::normalized_damerau_levenshtein(word, part) >= LIKENESS {
        return Some(SLIP);
    }
    let in_order = word.chars().count() >= 3 && part.contains(word);
    let pattern = Pattern::new(word, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
    let mut buffer = Vec::new();
    let fits = in_order && pattern.score(Utf32Str::new(part, &mut buffer), matcher).is_some();
    fits.then_some(LETTERS)
}
