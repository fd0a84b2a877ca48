//! Conditions on answers, as a rule names them.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

/// Answers that must hold, by question: every question named must have one of the answers listed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Conditions {
    answers: BTreeMap<String, Vec<String>>,
    #[serde(skip)]
    places: Slot,
}

/// The places of the questions named and of their answers, as bits; none where one of them does not exist.
pub type Places = Option<Box<[(u8, u32)]>>;

/// Where the places are kept once they were looked up. It is no part of the value.
#[derive(Debug, Default)]
struct Slot(OnceLock<Places>);

impl Conditions {
    /// No conditions.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            answers: BTreeMap::new(),
            places: Slot(OnceLock::new()),
        }
    }

    /// The places, looked up the first time only. Conditions belong to one pack: a copy looks them up anew.
    pub fn places(&self, look_up: impl FnOnce(&Self) -> Places) -> &Places {
        self.places.0.get_or_init(|| look_up(self))
    }
}

impl Clone for Slot {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Slot {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Slot {}

impl Deref for Conditions {
    type Target = BTreeMap<String, Vec<String>>;

    fn deref(&self) -> &Self::Target {
        &self.answers
    }
}

impl DerefMut for Conditions {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.places = Slot::default();
        &mut self.answers
    }
}

impl FromIterator<(String, Vec<String>)> for Conditions {
    fn from_iter<I: IntoIterator<Item = (String, Vec<String>)>>(answers: I) -> Self {
        Self {
            answers: answers.into_iter().collect(),
            places: Slot::default(),
        }
    }
}

impl<const N: usize> From<[(String, Vec<String>); N]> for Conditions {
    fn from(answers: [(String, Vec<String>); N]) -> Self {
        answers.into_iter().collect()
    }
}

impl<'a> IntoIterator for &'a Conditions {
    type Item = (&'a String, &'a Vec<String>);
    type IntoIter = std::collections::btree_map::Iter<'a, String, Vec<String>>;

    fn into_iter(self) -> Self::IntoIter {
        self.answers.iter()
    }
}

/// In a schema they are what they are in a file.
impl JsonSchema for Conditions {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        BTreeMap::<String, Vec<String>>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, Vec<String>>::json_schema(generator)
    }
}
