//! `signposts.yaml`: the ways out of the family.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use super::{Conditions, Confidence, Date, Span, Statement};

/// The whole of `signposts.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signposts {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold, unless a rule says otherwise.
    pub effective: Span,
    /// The signposts.
    pub signposts: Vec<Signpost>,
}

/// A service that belongs elsewhere, or is not reported at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signpost {
    /// Stable name.
    pub id: String,
    /// One line of at most 60 characters.
    pub title: String,
    /// The reason in one or two sentences.
    pub why: String,
    /// The codes to look at; empty where the service is not reported on its own.
    pub codes: Vec<Target>,
    /// Anything else worth knowing.
    #[serde(default)]
    pub notes: Vec<Statement>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A code outside the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The code, always quoted in YAML; one code, never a range.
    pub code: String,
    /// When it is the right one, in our words.
    pub when: String,
    /// Answers under which it comes into question; shown only where they are possible. Empty: always.
    #[serde(default)]
    pub given: Conditions,
    /// Whether the code is in force.
    pub status: CodeStatus,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Whether a code is in force in the pack's year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CodeStatus {
    /// In force.
    Active,
    /// In force, priced by each carrier.
    CarrierPriced,
    /// New in the pack's year.
    New,
}
