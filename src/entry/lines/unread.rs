//! What of an input could not be read, and where.

use std::fmt;

/// A word that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadWord {
    /// Where it stands: `line 2`.
    pub place: String,
    /// The word, as far as there is one.
    pub word: String,
    /// What is wrong and what to write.
    pub why: String,
}

/// Everything that cannot be read; never only the first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unread(pub Vec<UnreadWord>);

/// The longest piece of a word that is shown.
const SHOWN: usize = 40;

impl Unread {
    /// One word that cannot be taken.
    #[must_use]
    pub fn one(place: impl Into<String>, word: &str, why: impl Into<String>) -> Self {
        let mut unread = Self::default();
        unread.add(place, word, why);
        unread
    }

    /// Adds a word.
    pub fn add(&mut self, place: impl Into<String>, word: &str, why: impl Into<String>) {
        self.0.push(UnreadWord {
            place: place.into(),
            word: word.to_owned(),
            why: why.into(),
        });
    }

    /// The value, where nothing stands against it.
    ///
    /// # Errors
    /// Itself, where something does.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entry = |one: &UnreadWord| {
            let shown: String = one.word.escape_debug().take(SHOWN).collect();
            let word = if shown.is_empty() {
                shown
            } else {
                format!(", `{shown}`")
            };
            format!("{}{word}: {}", one.place, one.why)
        };
        let all: Vec<String> = self.0.iter().map(entry).collect();
        match all.as_slice() {
            [one] => f.write_str(one),
            _ => write!(f, "{} places cannot be read\n  {}", all.len(), all.join("\n  ")),
        }
    }
}
