//! What a person keeps, and what may be done to it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

/// Cards that are remembered at most.
pub const MOST_RECENT: usize = 12;

/// The whole of `shelf.yaml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shelf {
    /// The screen to start with.
    #[serde(default)]
    pub start: Start,
    /// Whether cards opened are remembered.
    #[serde(default)]
    pub keep_recent: bool,
    /// Codes and signposts, in the order in which they were added; codes always quoted in YAML.
    #[serde(default)]
    pub favorites: Vec<String>,
    /// Cards opened, the newest first; codes always quoted in YAML.
    #[serde(default)]
    pub recent: Vec<String>,
    /// Notes by code or signpost.
    #[serde(default)]
    pub notes: BTreeMap<String, String>,
}

/// The screen to start with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Start {
    /// The first question.
    #[default]
    Question,
    /// The shelf, over the first question.
    Shelf,
}

/// Something to be done to a shelf. Each says how it is to be afterwards, so that it holds whatever was written meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A code or signpost is a favorite, or is none.
    Favorite {
        /// The code or signpost.
        id: String,
        /// Whether it is one.
        on: bool,
    },
    /// The note on a code or signpost; without words there is none.
    Note {
        /// The code or signpost.
        id: String,
        /// Its words.
        text: String,
    },
    /// A card was opened.
    Opened(String),
    /// The screen to start with.
    Start(Start),
    /// Whether cards opened are remembered; where not, those that were are forgotten.
    KeepRecent(bool),
}

impl Shelf {
    /// Whether a code or signpost is a favorite.
    #[must_use]
    pub fn is_favorite(&self, id: &str) -> bool {
        self.favorites.iter().any(|favorite| favorite == id)
    }

    /// Does what was asked for.
    pub fn take(&mut self, change: &Change) {
        match change {
            Change::Favorite { id, on } => {
                if !on {
                    self.favorites.retain(|favorite| favorite != id);
                } else if !self.is_favorite(id) {
                    self.favorites.push(id.clone());
                }
            }
            Change::Note { id, text } if text.trim().is_empty() => {
                self.notes.remove(id);
            }
            Change::Note { id, text } => {
                self.notes.insert(id.clone(), text.trim().to_owned());
            }
            Change::Opened(id) if self.keep_recent => {
                self.recent.retain(|recent| recent != id);
                self.recent.insert(0, id.clone());
                self.recent.truncate(MOST_RECENT);
            }
            Change::Opened(_) => {}
            Change::Start(start) => self.start = *start,
            Change::KeepRecent(keep) => {
                self.keep_recent = *keep;
                if !keep {
                    self.recent.clear();
                }
            }
        }
    }

    /// The same after a change.
    #[must_use]
    pub fn after(&self, change: &Change) -> Self {
        let mut after = self.clone();
        after.take(change);
        after
    }
}

impl Change {
    /// What is said once it is done; a card opened is not worth a word.
    #[must_use]
    pub fn said(&self) -> Option<String> {
        Some(match self {
            Self::Favorite { id, on: true } => format!("{id} is a favorite."),
            Self::Favorite { id, on: false } => format!("{id} is no longer a favorite."),
            Self::Note { id, text } if text.trim().is_empty() => format!("The note on {id} is gone."),
            Self::Note { id, .. } => format!("The note on {id} is kept."),
            Self::Opened(_) => return None,
            Self::Start(Start::Question) => "The program will start with the first question.".to_owned(),
            Self::Start(Start::Shelf) => "The program will start with the shelf.".to_owned(),
            Self::KeepRecent(true) => "Cards opened from now on are remembered.".to_owned(),
            Self::KeepRecent(false) => "Cards opened are not remembered; those that were are forgotten.".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn favorite(id: &str, on: bool) -> Change {
        Change::Favorite { id: id.to_owned(), on }
    }

    fn note(text: &str) -> Change {
        Change::Note {
            id: "62323".to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_favorite_is_kept_once_and_goes_again() {
        let mut shelf = Shelf::default();
        for id in ["64483", "62323", "64483"] {
            shelf.take(&favorite(id, true));
        }
        assert_eq!(shelf.favorites, ["64483", "62323"]);
        shelf.take(&favorite("64483", false));
        assert!(!shelf.is_favorite("64483") && shelf.is_favorite("62323"));
    }

    #[test]
    fn a_note_without_words_is_none() {
        let shelf = Shelf::default().after(&note("  ask for views  "));
        assert_eq!(shelf.notes["62323"], "ask for views");
        assert!(shelf.after(&note("  ")).notes.is_empty());
    }

    #[test]
    fn cards_are_remembered_only_where_asked_for_the_newest_first_and_twelve_at_most() {
        let mut shelf = Shelf::default().after(&Change::Opened("62323".to_owned()));
        assert!(shelf.recent.is_empty());
        shelf.take(&Change::KeepRecent(true));
        for number in 0..20 {
            shelf.take(&Change::Opened(format!("signpost-{number}")));
        }
        shelf.take(&Change::Opened("signpost-15".to_owned()));
        assert_eq!(shelf.recent.len(), MOST_RECENT);
        assert_eq!(shelf.recent[..3], ["signpost-15", "signpost-19", "signpost-18"]);
        shelf.take(&Change::KeepRecent(false));
        assert_eq!(shelf, Shelf::default());
    }
}
