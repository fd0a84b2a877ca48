//! What the words of the pack mean to the rules: one look-up a word of the text.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use super::token::possessed;
use crate::pack::model::Identifiers;

/// What a word can be; one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sense(u64);

/// One bit a list of the pack, in its order.
macro_rules! senses {
    ($($name:ident = $field:ident),+ $(,)?) => {
        senses!(@bits 0; $($name),+);
        fn lists(identifiers: &Identifiers) -> impl Iterator<Item = (Sense, &[String])> {
            [$((Sense::$name, identifiers.$field.as_slice())),+].into_iter()
        }
    };
    (@bits $bit:expr; $name:ident $(, $rest:ident)*) => {
        impl Sense {
            #[doc = concat!("What [`Identifiers`] lists as ", stringify!($name), ".")]
            pub(super) const $name: Self = Self(1 << $bit);
        }
        senses!(@bits $bit + 1; $($rest),*);
    };
    (@bits $bit:expr;) => {};
}

senses! {
    NAME_LABEL = name_labels,
    NAME_PHRASE = name_phrases,
    TITLE = titles,
    CREDENTIAL = credentials,
    CREDENTIAL_AFTER_COMMA = credentials_after_comma,
    PERSON = people,
    PARTICLE = particles,
    SUFFIX = suffixes,
    NUMBER_LABEL = number_labels,
    SIGNED_NUMBER_LABEL = signed_number_labels,
    NUMBER_SIGN = number_signs,
    NUMBER_EXCEPTION = number_exceptions,
    UNIT = units,
    ADDRESS_LABEL = address_labels,
    PLACE_LABEL = place_labels,
    PLACE_PHRASE = place_phrases,
    FACILITY = facilities,
    STREET = streets,
    ROOM = rooms,
    COMPASS = compass,
    STATE = states,
    STATE_LETTERS = state_letters,
    DOMAIN = domains,
    MONTH = months,
    SHORT_MONTH = short_months,
    DOUBTFUL_MONTH = doubtful_months,
    DATE_PHRASE = date_phrases,
    WEEKDAY = weekdays,
    AGE = ages,
    AGE_LABEL = age_labels,
    HIGH_TEN = high_tens,
    NEVER = never,
    CLINICAL = clinical,
    EPONYM = eponyms,
    PLAIN = plain,
}

impl Sense {
    /// Words that are a name only where something says so.
    pub(super) const KNOWN: Self = Self(
        Self::NEVER.0
            | Self::CLINICAL.0
            | Self::EPONYM.0
            | Self::PLAIN.0
            | Self::TITLE.0
            | Self::PERSON.0
            | Self::UNIT.0
            | Self::FACILITY.0
            | Self::WEEKDAY.0
            | Self::NUMBER_LABEL.0,
    );

    /// Either of two.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of the others is among these.
    pub(super) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// What begins with a word.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// What the word alone is.
    pub(super) alone: Sense,
    /// What the word is alone or with those that may follow.
    pub(super) all: Sense,
    /// The words that may follow, the longest first, and what they are together.
    pub(super) longer: Vec<(Vec<String>, Sense)>,
}

/// Every word of the pack by its small letters.
#[derive(Debug)]
pub(super) struct Words {
    entries: HashMap<String, Entry, RandomState>,
    /// By their last letter.
    endings: HashMap<u8, Vec<String>, RandomState>,
}

impl Words {
    /// From the lists of the pack.
    pub(super) fn new(identifiers: &Identifiers) -> Self {
        let mut words = Self {
            entries: HashMap::with_capacity_and_hasher(identifiers.plain.len() * 2, RandomState::default()),
            endings: HashMap::default(),
        };
        for ending in &identifiers.endings {
            let last = ending.bytes().next_back().unwrap_or_default();
            words.endings.entry(last).or_default().push(ending.clone());
        }
        for (sense, list) in lists(identifiers) {
            for phrase in list {
                words.add(phrase, sense);
            }
        }
        for entry in words.entries.values_mut() {
            entry.longer.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        words
    }

    /// Takes every word of some phrases for a word of the trade.
    pub(super) fn know<'a>(&mut self, clinical: impl IntoIterator<Item = &'a str>) {
        let parts = clinical
            .into_iter()
            .flat_map(|phrase| phrase.split(|c: char| !c.is_alphabetic()));
        for word in parts.filter(|word| word.chars().count() > 1) {
            self.add(word, Sense::CLINICAL);
        }
    }

    /// What begins with a word; the key takes its small letters and is only there to be used again.
    pub(super) fn find(&self, word: &str, key: &mut String) -> Option<&Entry> {
        small(possessed(word), key);
        self.entries.get(key.as_str())
    }

    /// Whether a word in small letters ends like one of the trade.
    pub(super) fn ends_clinical(&self, key: &str) -> bool {
        let last = key.bytes().next_back().unwrap_or_default();
        let mut endings = self.endings.get(&last).into_iter().flatten();
        endings.any(|ending| key.len() > ending.len() && key.ends_with(ending.as_str()))
    }

    fn add(&mut self, phrase: &str, sense: Sense) {
        let phrase = phrase.to_lowercase();
        let mut parts = phrase
            .split(|c: char| !c.is_alphabetic() && c != '\'')
            .filter(|part| !part.is_empty());
        let Some(first) = parts.next() else { return };
        let rest: Vec<String> = parts.map(str::to_owned).collect();
        let entry = self.entries.entry(first.to_owned()).or_default();
        entry.all = entry.all.or(sense);
        if rest.is_empty() {
            entry.alone = entry.alone.or(sense);
        } else if let Some((_, known)) = entry.longer.iter_mut().find(|(words, _)| *words == rest) {
            *known = known.or(sense);
        } else {
            entry.longer.push((rest, sense));
        }
    }
}

/// Writes a word in small letters.
pub(super) fn small(word: &str, key: &mut String) {
    key.clear();
    if word.is_ascii() {
        key.push_str(word);
        key.make_ascii_lowercase();
    } else {
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
}
