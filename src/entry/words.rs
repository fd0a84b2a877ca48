//! The words of a text as typed, and the small words of the language around them.

/// A word as typed, and as it is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As typed.
    pub(super) typed: String,
    /// In small letters, every joint a hyphen.
    pub(super) plain: String,
    /// Whether a comma or the like follows.
    pub(super) ends: bool,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for chunk in text.split_whitespace() {
        let mut pieces = chunk.split([',', ';', '(', ')', '&', '[', ']']).peekable();
        while let Some(piece) = pieces.next() {
            let ends = pieces.peek().is_some();
            let typed = piece.trim_matches(|c: char| matches!(c, '.' | ':' | '"' | '\'' | '!' | '*' | '#'));
            if typed.is_empty() {
                if let Some(last) = words.last_mut().filter(|_| ends) {
                    last.ends = true;
                }
                continue;
            }
            words.push(Word {
                typed: typed.to_owned(),
                plain: plain(typed),
                ends,
            });
        }
    }
    words
}

fn plain(typed: &str) -> String {
    let joint = |c: char| if matches!(c, '\u{2010}'..='\u{2015}') { '-' } else { c };
    let kept = typed.chars().map(joint).filter(|c| !matches!(c, '\'' | '\u{2019}'));
    kept.collect::<String>().to_lowercase()
}

/// Words that carry nothing between others.
const FILLERS: [&str; 46] = [
    "a",
    "an",
    "the",
    "and",
    "with",
    "of",
    "at",
    "in",
    "on",
    "to",
    "for",
    "from",
    "by",
    "via",
    "per",
    "under",
    "using",
    "used",
    "use",
    "was",
    "were",
    "is",
    "be",
    "it",
    "then",
    "plus",
    "+",
    "-",
    "x",
    "done",
    "given",
    "guided",
    "guidance",
    "injection",
    "injections",
    "technique",
    "approach",
    "level",
    "levels",
    "side",
    "sides",
    "into",
    "through",
    "only",
    "any",
    "as",
];

/// Words that deny what follows.
const DENIALS: [&str; 7] = ["no", "not", "without", "w/o", "wo", "non", "never"];

/// Words that say that the note does not say.
const SILENCE: [&[&str]; 9] = [
    &["not", "documented"],
    &["not", "stated"],
    &["not", "specified"],
    &["not", "named"],
    &["not-documented"],
    &["undocumented"],
    &["unspecified"],
    &["unknown"],
    &["?"],
];

pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

pub(super) fn is_denial(word: &str) -> bool {
    DENIALS.contains(&word)
}

/// How many words at the start say that the note does not say.
pub(super) fn silence(words: &[Word]) -> usize {
    let begins = |phrase: &&&[&str]| {
        words.len() >= phrase.len() && phrase.iter().zip(words).all(|(wanted, word)| word.plain == *wanted)
    };
    SILENCE.iter().find(begins).map_or(0, |phrase| phrase.len())
}
