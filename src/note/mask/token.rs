//! The smallest parts of a text that the rules look at.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, with an apostrophe inside.
    Word(Case),
    /// Figures.
    Number,
    /// Blanks and tabs.
    Blank,
    /// One line break.
    Break,
    /// One other character.
    Mark(char),
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// The first letter is small.
    Small,
    /// The first letter is a capital, or its script has none.
    Capital,
    /// Two capitals or more, and nothing else.
    Upper,
    /// One capital.
    Initial,
}

/// A part of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it begins, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
}

/// The tokens of a text, without a gap.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 3);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (len, kind) = next(rest, first);
        let start = text.len() - rest.len();
        tokens.push(Token {
            start,
            end: start + len,
            kind,
        });
        rest = rest.get(len..).unwrap_or_default();
    }
    tokens
}

fn next(rest: &str, first: char) -> (usize, Kind) {
    if is_break(first) {
        let len = if rest.starts_with("\r\n") { 2 } else { first.len_utf8() };
        (len, Kind::Break)
    } else if first.is_ascii_digit() {
        (run(rest, |letter| letter.is_ascii_digit()), Kind::Number)
    } else if first.is_whitespace() {
        (
            run(rest, |letter| letter.is_whitespace() && !is_break(letter)),
            Kind::Blank,
        )
    } else if first.is_alphabetic() {
        let len = word(rest);
        (len, Kind::Word(case(rest.get(..len).unwrap_or_default())))
    } else {
        (first.len_utf8(), Kind::Mark(first))
    }
}

fn is_break(letter: char) -> bool {
    matches!(
        letter,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn run(rest: &str, fits: impl Fn(char) -> bool) -> usize {
    rest.find(|letter| !fits(letter)).unwrap_or(rest.len())
}

/// The bytes of a word: an apostrophe counts between two letters.
fn word(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    if rest
        .as_bytes()
        .get(ascii)
        .is_none_or(|next| next.is_ascii() && *next != b'\'')
    {
        return ascii;
    }
    let mut len = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let inside = matches!(letter, '\'' | '\u{2019}' | '\u{2bc}')
            && letters.peek().is_some_and(|(_, after)| after.is_alphabetic());
        if !(letter.is_alphabetic() || is_accent(letter) || inside) {
            break;
        }
        len = at + letter.len_utf8();
    }
    len
}

/// A mark that is written over the letter before it, or joins it to the next.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

fn case(word: &str) -> Case {
    if word.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
        return Case::Small;
    }
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    match (letters.next(), letters.next()) {
        (Some(first), _) if first.is_lowercase() => Case::Small,
        (Some(first), None) if first.is_uppercase() => Case::Initial,
        (Some(first), Some(_)) if first.is_uppercase() && !possessed(word).chars().any(char::is_lowercase) => {
            Case::Upper
        }
        _ => Case::Capital,
    }
}

/// A word without the `'s` at its end.
pub(super) fn possessed(word: &str) -> &str {
    ["'s", "\u{2019}s", "'S", "\u{2019}S"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word)
}
