//! The words of a note with their places in it: small letters, one blank between, slips mended.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

use super::joint::Joint;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, or letters and figures.
    Word,
    /// A number, such as `0.25`.
    Number,
    /// A place that a template left open: `***`, `____`, `[FILL: side]`.
    Hole,
}

/// A word of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text as given, in bytes.
    pub at: Range<usize>,
    /// Where it stands in the plain text.
    plain: Range<usize>,
    /// What stands before it.
    pub before: Joint,
    /// What it is.
    pub kind: Kind,
}

/// A note by its words.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// As given.
    pub raw: &'a str,
    /// The words in their order.
    pub tokens: Vec<Token>,
    /// All words, a blank around each.
    plain: String,
}

/// What a hole reads as.
const HOLE: &str = "***";

impl<'a> Text<'a> {
    /// The words of a text; slips are mended as the lexicon says.
    #[must_use]
    pub fn new(raw: &'a str, slips: &BTreeMap<String, String>) -> Self {
        let mut text = Self {
            raw,
            tokens: Vec::new(),
            plain: String::with_capacity(raw.len() + raw.len() / 8),
        };
        text.plain.push(' ');
        let mut rest = 0;
        for (start, piece) in raw.split_word_bound_indices() {
            if start < rest {
                continue;
            }
            if let Some(len) = raw.get(start..).and_then(hole) {
                text.push(start..start + len, HOLE, Kind::Hole);
                rest = start + len;
            } else if piece == "%" || piece == "&" {
                let plain = if piece == "&" { "and" } else { piece };
                text.push(start..start + piece.len(), plain, Kind::Word);
            } else if piece.contains(char::is_alphanumeric) {
                text.word(start, piece, slips);
            }
        }
        text
    }

    /// A word in small letters.
    #[must_use]
    pub fn word_at(&self, nth: usize) -> &str {
        let plain = self.tokens.get(nth).map(|token| token.plain.clone());
        plain.and_then(|at| self.plain.get(at)).unwrap_or_default()
    }

    /// All words with a blank around each.
    pub(super) fn plain(&self) -> &str {
        &self.plain
    }

    /// The word that begins at a place of the plain text, or the first behind it.
    pub(super) fn token_at(&self, plain: usize) -> usize {
        self.tokens.partition_point(|token| token.plain.start < plain)
    }

    /// Where some words stand in the text as given.
    #[must_use]
    pub fn place(&self, words: &Range<usize>) -> Range<usize> {
        let first = self
            .tokens
            .get(words.start)
            .map_or(self.raw.len(), |token| token.at.start);
        let last = words.end.checked_sub(1).and_then(|last| self.tokens.get(last));
        first..last.map_or(first, |token| token.at.end.max(first))
    }

    /// What stands before a word; behind the last word the text ends.
    #[must_use]
    pub fn joint(&self, nth: usize) -> Joint {
        self.tokens.get(nth).map_or(Joint::Paragraph, |token| token.before)
    }

    /// What stands between a word and the one before it, as given.
    #[must_use]
    pub fn gap(&self, nth: usize) -> &'a str {
        let before = nth.checked_sub(1).and_then(|before| self.tokens.get(before));
        let start = before.map_or(0, |token| token.at.end);
        let end = self.tokens.get(nth).map_or(self.raw.len(), |token| token.at.start);
        self.raw.get(start..end).unwrap_or_default()
    }

    /// Whether a word is written in capitals.
    pub(super) fn is_capitals(&self, nth: usize) -> bool {
        let as_given = self.tokens.get(nth).and_then(|token| self.raw.get(token.at.clone()));
        as_given.is_some_and(|word| !word.contains(char::is_lowercase) && word.contains(char::is_uppercase))
    }

    /// Whether a word begins with a small letter.
    pub(super) fn is_small(&self, nth: usize) -> bool {
        let as_given = self.tokens.get(nth).and_then(|token| self.raw.get(token.at.clone()));
        as_given.is_some_and(|word| word.starts_with(char::is_lowercase))
    }

    /// One piece between two word bounds: words joined by a point, and a number with its unit, are taken apart.
    fn word(&mut self, start: usize, piece: &str, slips: &BTreeMap<String, String>) {
        let mut from = 0;
        for cut in cuts(piece).into_iter().chain([piece.len()]) {
            let Some(part) = piece.get(from..cut) else { continue };
            let kept = part.trim_matches(|c: char| !c.is_alphanumeric());
            let lead = part.len() - part.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
            if !kept.is_empty() {
                let at = start + from + lead;
                self.put(at..at + kept.len(), kept, slips);
            }
            from = cut;
        }
    }

    fn put(&mut self, at: Range<usize>, word: &str, slips: &BTreeMap<String, String>) {
        if word.starts_with(|c: char| c.is_ascii_digit())
            && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
        {
            let number: String = word.chars().filter(|c| *c != ',').collect();
            return match self.bare_point(at.start) {
                Some(point) => self.push(point..at.end, &format!("0.{number}"), Kind::Number),
                None => self.push(at, &number, Kind::Number),
            };
        }
        let small: String = word
            .chars()
            .filter(|c| !matches!(c, '\'' | '\u{2019}'))
            .flat_map(char::to_lowercase)
            .collect();
        // `w/` and `w/o` are words of their own.
        let tail = self.raw.get(at.end..).unwrap_or_default();
        match small.as_str() {
            "w" if tail.starts_with("/o ") => self.push(at.start..at.end + 2, "without", Kind::Word),
            "w" if tail.starts_with('/') => self.push(at, "with", Kind::Word),
            "o" if self.tokens.last().is_some_and(|last| last.at.end > at.start) => {}
            _ => {
                let mended = slips.get(&small).map_or(small.as_str(), String::as_str);
                self.push(at, mended, Kind::Word);
            }
        }
    }

    /// The point before a number that has no figure before it: `.25`.
    fn bare_point(&self, start: usize) -> Option<usize> {
        let before = self.raw.get(..start)?.strip_suffix('.')?;
        before.ends_with([' ', '\t', '\n', '(']).then_some(before.len())
    }

    fn push(&mut self, at: Range<usize>, plain: &str, kind: Kind) {
        let before = match self.tokens.last() {
            None => Joint::Start,
            Some(last) => Joint::of(self.raw.get(last.at.end..at.start).unwrap_or_default()),
        };
        let start = self.plain.len();
        self.plain.push_str(plain);
        let plain = start..self.plain.len();
        self.plain.push(' ');
        self.tokens.push(Token {
            at,
            plain,
            before,
            kind,
        });
    }
}

/// Where a piece is taken apart: at an underline, at a point or colon between words, and between a number and its unit.
fn cuts(piece: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let letters: Vec<(usize, char)> = piece.char_indices().collect();
    let number_first = piece.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .any(|end| piece.to_ascii_lowercase().ends_with(end));
    for pair in letters.windows(3) {
        let [(_, a), (at, b), (_, c)] = pair else { continue };
        let words = a.is_alphabetic() && c.is_alphabetic();
        let cut = match b {
            '_' | ':' => true,
            '.' | '\u{2024}' => words && piece.len() > 5 || (a.is_alphabetic() != c.is_alphabetic()),
            _ => false,
        };
        if cut {
            cuts.push(*at);
        }
    }
    for pair in letters.windows(2) {
        let [(_, a), (at, b)] = pair else { continue };
        if number_first && !ordinal && a.is_ascii_digit() && b.is_alphabetic() {
            cuts.push(*at);
        }
    }
    cuts.sort_unstable();
    cuts
}

/// The most bytes of a field that a template left open.
const FIELD: usize = 60;

/// The bytes of a hole at the start of a text.
fn hole(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let run = text.len() - text.trim_start_matches(first).len();
    match first {
        '*' if run >= 3 => Some(run),
        // A star of its own; two stars are print.
        '*' if run == 1 => text[run..]
            .starts_with([' ', ',', '.', '\n', '\r', ';', ')'])
            .then_some(run),
        '_' if run >= 2 => Some(run),
        '[' | '{' | '<' => field(text, first),
        _ => None,
    }
}

/// A bracket that asks to be filled in.
fn field(text: &str, open: char) -> Option<usize> {
    let close = match open {
        '[' => ']',
        '{' => '}',
        _ => '>',
    };
    let end = text.find(close)?;
    let inside = text.get(1..end)?;
    let doubled = text.get(end + 1..).is_some_and(|rest| rest.starts_with(close)) && inside.starts_with(open);
    let asks = inside.trim().is_empty()
        || doubled
        || open == '{'
        || inside.to_ascii_lowercase().starts_with("fill")
        || (open == '<' && inside.starts_with(|c: char| c.is_ascii_uppercase()));
    let len = end + 1 + usize::from(doubled);
    (len <= FIELD && !inside.contains('\n') && asks).then_some(len)
}
