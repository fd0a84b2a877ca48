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
    /// The code in one sentence, as one colleague tells another.
    pub brief: Statement,
    /// What the code means, in full.
    pub means: Vec<Statement>,
    /// The procedure in plain words, for the patient: reading grade 8 or lower.
    pub plain: Statement,
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
    /// Cases that are this code: three at least.
    pub examples: Vec<Example>,
    /// A case that looks like this code and is not.
    pub near_miss: NearMiss,
}

/// A case in a few words, and its facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What was done, as a note would say it.
    pub case: String,
    /// The same as facts, as `epipath code` takes them.
    pub facts: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure the code is.
    pub confidence: Confidence,
}

/// A case that looks like a code and is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NearMiss {
    /// What was done, as a note would say it.
    pub case: String,
    /// The same as facts, as `epipath code` takes them.
    pub facts: String,
    /// Where it goes: a code, the name of a signpost, or `undetermined`.
    pub goes_to: String,
    /// What tells the two apart.
    pub why: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
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
