//! `codes/*.yaml`: one card a code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Conditions, Confidence, Date, Span, Statement};

/// The card of one code, in our own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The code, always quoted in YAML.
    pub code: String,
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When the code and its rules hold, unless a statement says otherwise.
    pub effective: Span,
    /// One line of at most 72 characters.
    pub title: String,
    /// At most 40 characters, for lists: `lumbar-sacral, fluoro/CT`.
    pub short: String,
    /// What the code means.
    pub means: Vec<Statement>,
    /// What belongs to it and is not reported beside it.
    pub included: Vec<Statement>,
    /// What it does not describe, and where that goes.
    pub excluded: Vec<Statement>,
    /// How units are counted.
    pub units: Vec<Statement>,
    /// Present on an add-on code: the primary procedure it needs.
    #[serde(default)]
    pub parent: Option<Parent>,
    /// Add-on codes this code can carry, and what earns them.
    #[serde(default)]
    pub add_ons: Vec<AddOn>,
    /// Codes easily taken for this one, with the one-line difference.
    pub related: Vec<Related>,
}

/// The primary procedure of an add-on code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// The primary procedure.
    pub code: String,
    /// The rule.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// An add-on code that this code can carry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddOn {
    /// The add-on code.
    pub code: String,
    /// What earns it.
    pub earned_by: String,
    /// Answers that put it on the claim by themselves. Empty: levels earn it.
    #[serde(default)]
    pub given: Conditions,
    /// When the code is in force, where that differs from its card.
    #[serde(default)]
    pub effective: Option<Span>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

impl AddOn {
    /// Whether the code is in force on a day. Without a span of its own nothing is known against it.
    #[must_use]
    pub fn is_in_force(&self, date: Date) -> bool {
        self.effective.is_none_or(|span| span.holds_on(date))
    }
}

/// A code easily taken for another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// The other code.
    pub code: String,
    /// The difference in one line.
    pub differs: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}
