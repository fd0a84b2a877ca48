//! A text while it is being masked: its tokens, what their words mean, and what is hidden so far.

use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::RandomState;

use super::token::{Case, Kind, Token, tokens};
use super::words::{Entry, Sense, Words, small};

/// Why a token is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hidden {
    No,
    /// As a number, a date or the like.
    Once,
    /// As a name, which may stand elsewhere too.
    Name,
}

#[derive(Debug)]
struct Seen<'a> {
    token: Token,
    entry: Option<&'a Entry>,
    /// Whether the word is a name only where something says so.
    known: bool,
    hidden: Hidden,
}

/// A text while it is being masked. Tokens are named by their place.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    text: &'a str,
    words: &'a Words,
    seen: Vec<Seen<'a>>,
    /// The unknown words that stand in small letters.
    small: HashSet<&'a str, RandomState>,
}

impl<'a> Sheet<'a> {
    /// A text of which nothing is hidden yet.
    pub(super) fn new(text: &'a str, words: &'a Words) -> Self {
        let mut key = String::new();
        let mut small = HashSet::default();
        let see = |token: Token| {
            let mut seen = Seen {
                token,
                entry: None,
                known: false,
                hidden: Hidden::No,
            };
            if let Kind::Word(case) = token.kind {
                let word = text.get(token.start..token.end).unwrap_or_default();
                seen.entry = words.find(word, &mut key);
                seen.known = seen.entry.is_some_and(|entry| entry.alone.any(Sense::KNOWN)) || words.ends_clinical(&key);
                if case == Case::Small && !seen.known {
                    small.insert(word);
                }
            }
            seen
        };
        let seen = tokens(text).into_iter().map(see).collect();
        Self {
            text,
            words,
            seen,
            small,
        }
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.seen.len()
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// What a token is; past the end nothing.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.seen.get(at).map(|seen| seen.token.kind)
    }

    /// The letters of a token.
    pub(super) fn word(&self, at: usize) -> &'a str {
        let token = self.seen.get(at).map(|seen| seen.token);
        token
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    /// How a word is written.
    pub(super) fn case(&self, at: usize) -> Option<Case> {
        match self.kind(at) {
            Some(Kind::Word(case)) => Some(case),
            _ => None,
        }
    }

    /// Whether a word begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.case(at).is_some_and(|case| case != Case::Small)
    }

    /// The figures of a number.
    pub(super) fn number(&self, at: usize) -> Option<&'a str> {
        (self.kind(at) == Some(Kind::Number)).then(|| self.word(at))
    }

    /// The value of a number of at most four figures.
    pub(super) fn value(&self, at: usize) -> Option<u32> {
        self.number(at)
            .filter(|figures| figures.len() <= 4)
            .and_then(|figures| figures.parse().ok())
    }

    /// Whether a token is this mark.
    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == Some(Kind::Mark(mark))
    }

    /// Whether a token is one of these marks.
    pub(super) fn is_mark_of(&self, at: usize, marks: &[char]) -> bool {
        matches!(self.kind(at), Some(Kind::Mark(mark)) if marks.contains(&mark))
    }

    /// Whether a token is a hyphen or a dash.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Some(Kind::Mark('-' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
        )
    }

    /// Whether a token is blanks within a line.
    pub(super) fn is_blank(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Blank)
    }

    /// Whether a line ends here, or the text.
    pub(super) fn is_end(&self, at: usize) -> bool {
        matches!(self.kind(at), None | Some(Kind::Break))
    }

    /// Whether blanks part two columns rather than two words.
    pub(super) fn is_gap(&self, at: usize) -> bool {
        self.is_blank(at) && (self.word(at).len() > 2 || self.word(at).contains('\t'))
    }

    /// The next token that is no blank.
    pub(super) fn past_blank(&self, at: usize) -> usize {
        at + usize::from(self.is_blank(at))
    }

    /// The next token that is neither a blank nor the one line break.
    pub(super) fn past_break(&self, at: usize) -> usize {
        let line = self.past_blank(at);
        if self.kind(line) == Some(Kind::Break) {
            self.past_blank(line + 1)
        } else {
            line
        }
    }

    /// The last token before this one that is no blank.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.is_blank(before) {
            before.checked_sub(1)
        } else {
            Some(before)
        }
    }

    /// Whether nothing but blanks stands before a token on its line.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        self.before(at)
            .is_none_or(|before| self.kind(before) == Some(Kind::Break))
    }

    /// Whether a word alone is listed so.
    pub(super) fn is(&self, at: usize, sense: Sense) -> bool {
        self.entry(at).is_some_and(|entry| entry.alone.any(sense))
    }

    /// Whether a word that is no token is listed so.
    pub(super) fn lists(&self, word: &str, sense: Sense) -> bool {
        self.words
            .find(word, &mut String::new())
            .is_some_and(|entry| entry.alone.any(sense))
    }

    /// Where the longest phrase that is listed so ends, if one begins here.
    pub(super) fn phrase(&self, at: usize, sense: Sense) -> Option<usize> {
        let entry = self.entry(at).filter(|entry| entry.all.any(sense))?;
        let mut longer = entry.longer.iter().filter(|(_, listed)| listed.any(sense));
        let longest = longer.find_map(|(rest, _)| self.follow(at + 1, rest));
        longest.or_else(|| entry.alone.any(sense).then_some(at + 1))
    }

    /// Whether a word is a name only where something says so.
    pub(super) fn is_known(&self, at: usize) -> bool {
        self.seen.get(at).is_some_and(|seen| seen.known)
    }

    /// Whether a word that nobody knows stands in small letters somewhere in the text: then its capital says little.
    pub(super) fn is_small_elsewhere(&self, at: usize) -> bool {
        let mut key = String::new();
        small(self.word(at), &mut key);
        self.small.contains(key.as_str())
    }

    /// Whether a number is a dose, a length or a time: a unit follows.
    pub(super) fn has_unit(&self, number: usize) -> bool {
        let next = self.past_blank(number + 1);
        let next = if self.is_dash(next) {
            self.past_blank(next + 1)
        } else {
            next
        };
        self.is_mark_of(next, &['%', '\u{b0}']) || self.phrase(next, Sense::UNIT).is_some()
    }

    /// Hides some tokens.
    pub(super) fn hide(&mut self, tokens: Range<usize>) {
        self.set(tokens, Hidden::Once);
    }

    /// Hides a name.
    pub(super) fn hide_name(&mut self, tokens: Range<usize>) {
        self.set(tokens, Hidden::Name);
    }

    /// Hides the tokens within some bytes.
    pub(super) fn hide_bytes(&mut self, bytes: Range<usize>) {
        let first = self.seen.partition_point(|seen| seen.token.end <= bytes.start);
        let past = self.seen.partition_point(|seen| seen.token.start < bytes.end);
        self.hide(first..past);
    }

    /// Whether a token is hidden.
    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.seen.get(at).is_some_and(|seen| seen.hidden != Hidden::No)
    }

    /// Whether a token is hidden as a part of a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.seen.get(at).is_some_and(|seen| seen.hidden == Hidden::Name)
    }

    /// What is hidden, in bytes.
    pub(super) fn hidden(&self) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for seen in self.seen.iter().filter(|seen| seen.hidden != Hidden::No) {
            match ranges.last_mut() {
                Some(last) if last.end == seen.token.start => last.end = seen.token.end,
                _ => ranges.push(seen.token.start..seen.token.end),
            }
        }
        ranges
    }

    fn entry(&self, at: usize) -> Option<&'a Entry> {
        self.seen.get(at).and_then(|seen| seen.entry)
    }

    fn set(&mut self, tokens: Range<usize>, hidden: Hidden) {
        for seen in self.seen.get_mut(tokens).into_iter().flatten() {
            seen.hidden = hidden;
        }
    }

    /// Where some further words of a phrase end.
    fn follow(&self, mut at: usize, rest: &[String]) -> Option<usize> {
        for word in rest {
            at = self.past_joint(at);
            if !self.word(at).eq_ignore_ascii_case(word) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Past what may stand between two words of a phrase.
    fn past_joint(&self, at: usize) -> usize {
        let point = at + usize::from(self.is_mark(at, '.'));
        let blank = self.past_break(point);
        let joined = self.is_dash(blank) || self.is_mark_of(blank, &['/', '&', '\'', '\u{2019}']);
        if joined { self.past_blank(blank + 1) } else { blank }
    }
}
