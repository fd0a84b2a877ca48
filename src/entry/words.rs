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

/// Marks between clauses.
const ENDS: [char; 8] = [',', ';', '(', ')', '&', '[', ']', '|'];

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for chunk in text.split_whitespace() {
        let mut pieces = chunk.split(ENDS).peekable();
        while let Some(piece) = pieces.next() {
            let ends = pieces.peek().is_some();
            let stops = ends || (piece.len() > 2 && piece.ends_with('.'));
            let typed = piece.trim_matches(|c: char| matches!(c, '.' | ':' | '"' | '\'' | '!' | '*' | '#'));
            if typed.is_empty() {
                if let Some(last) = words.last_mut().filter(|_| ends) {
                    last.ends = true;
                }
                continue;
            }
            words.extend(split(typed));
            if let Some(last) = words.last_mut() {
                last.ends = stops;
            }
        }
    }
    words
}

/// "w/fluoro" is two words; "w/o" is one.
fn split(typed: &str) -> Vec<Word> {
    let word = |typed: &str| Word {
        typed: typed.to_owned(),
        plain: plain(typed),
        ends: false,
    };
    let with = typed.get(..2).filter(|with| with.eq_ignore_ascii_case("w/"));
    match with.and_then(|with| Some((with, typed.get(2..)?))) {
        Some((with, rest)) if rest.len() > 1 && !is_denial(&plain(typed)) => vec![word(with), word(rest)],
        _ => vec![word(typed)],
    }
}

fn plain(typed: &str) -> String {
    let joint = |c: char| if matches!(c, '\u{2010}'..='\u{2015}') { '-' } else { c };
    let kept = typed.chars().map(joint).filter(|c| !matches!(c, '\'' | '\u{2019}'));
    kept.collect::<String>().to_lowercase()
}

/// Words that carry nothing between others.
const FILLERS: &str = "a an the with w/ of at in on to for from by via per under using used use was were is be been it its then \
plus + - x done given guided guidance injection injections technique approach level levels side sides into through any as or \
patient pt performed completed placed administered injected inserted this that total";

/// Words that end a clause.
const JOINTS: [&str; 4] = ["and", "but", "although", "however"];

/// Words that leave nothing beside them.
const ONLY: [&str; 4] = ["only", "alone", "just", "solely"];

/// Words that deny what follows.
const DENIALS: [&str; 12] = [
    "no", "not", "without", "w/o", "w/out", "wo", "non", "never", "wasnt", "werent", "isnt", "cannot",
];

/// Words that deny what stands before them.
const REFUSALS: [&str; 10] = [
    "unavailable",
    "none",
    "absent",
    "omitted",
    "withheld",
    "deferred",
    "cancelled",
    "canceled",
    "contraindicated",
    "waived",
];

/// Words that deny what stands on either side.
const DENIED: [&str; 5] = ["declined", "refused", "denied", "avoided", "skipped"];

/// What "not" denies backward with: "fluoro not used".
const PAST: &str = "used done available performed needed utilized obtained taken possible employed given placed required present \
working functioning necessary indicated";

/// Units of a dose, a volume or a gauge.
const UNITS: &str = "mg ml cc mcg g ga gauge units unit u mg/ml mcg/ml % percent inch cm mm cpm";

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

/// Where a word of denial reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Forward,
    Back,
    Either,
}

pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.split(' ').any(|one| one == word)
}

pub(super) fn is_joint(word: &str) -> bool {
    JOINTS.contains(&word)
}

pub(super) fn is_only(word: &str) -> bool {
    ONLY.contains(&word)
}

fn is_denial(word: &str) -> bool {
    DENIALS.contains(&word)
}

/// A denial at the start of some words: where it reaches, and the number of its words.
pub(super) fn denial(words: &[Word]) -> Option<(Reach, usize)> {
    let first = words.first()?;
    let word = first.plain.as_str();
    if is_denial(word) {
        let next = words.iter().skip(1).filter(|_| !first.ends);
        let be = next
            .clone()
            .take_while(|next| matches!(next.plain.as_str(), "be" | "been"))
            .count();
        let past = next
            .clone()
            .nth(be)
            .is_some_and(|next| PAST.split(' ').any(|one| one == next.plain));
        return Some(match (word, past) {
            ("no" | "without" | "w/o" | "w/out" | "wo", _) | (_, false) => (Reach::Forward, 1),
            _ => (Reach::Back, 2 + be),
        });
    }
    if REFUSALS.contains(&word) {
        return Some((Reach::Back, 1));
    }
    DENIED.contains(&word).then_some((Reach::Either, 1))
}

/// How many words at the start say that the note does not say.
pub(super) fn silence(words: &[Word]) -> usize {
    let begins = |phrase: &&&[&str]| {
        words.len() >= phrase.len() && phrase.iter().zip(words).all(|(wanted, word)| word.plain == *wanted)
    };
    SILENCE.iter().find(begins).map_or(0, |phrase| phrase.len())
}

/// How many words at the start are a dose, a volume, a gauge or a bare number: they decide nothing.
pub(super) fn dose(words: &[Word]) -> usize {
    let Some(first) = words.first() else { return 0 };
    let word = first.plain.as_str();
    let unit = |text: &str| UNITS.split(' ').any(|unit| unit == text);
    let number = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | 'x'));
    let begins = word.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    if !begins || !(number.is_empty() || unit(number)) {
        return 0;
    }
    let next = words.get(1).filter(|_| !first.ends && number.is_empty());
    1 + usize::from(next.is_some_and(|next| unit(&next.plain)))
}
