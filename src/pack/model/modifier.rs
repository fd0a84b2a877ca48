//! `modifiers.yaml`: every modifier and its stance for each code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, IntoStaticStr};

use super::{Conditions, Confidence, Date, Span};

/// The whole of `modifiers.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Modifiers {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold, unless a rule says otherwise.
    pub effective: Span,
    /// The modifiers, in the order in which they are shown.
    pub modifiers: Vec<Modifier>,
}

/// Whether a modifier belongs on a code's line.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    Display,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Stance {
    /// The facts given call for it.
    Applies,
    /// Right under the circumstances named.
    MayApply,
    /// Sources disagree.
    Conflict,
    /// Never on this code.
    Never,
}

/// The settings that `settings` can name: whose claim it is.
pub const SETTINGS: [&str; 3] = ["professional", "asc", "hospital"];

/// One modifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Modifier {
    /// The modifier, always quoted in YAML.
    pub modifier: String,
    /// A few words of our own.
    pub title: String,
    /// What it says on a claim, in our words.
    pub meaning: String,
    /// Its stance. Rules without `given` name every code of the pack exactly once; rules with `given` come before them.
    pub stances: Vec<StanceRule>,
}

/// The stance of a modifier for some codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StanceRule {
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
    /// Answers under which this rule replaces the general one. Empty: the general rule.
    #[serde(default)]
    pub given: Conditions,
    /// The settings whose claims this rule speaks of: `professional`, `asc`, `hospital`. Empty: all.
    #[serde(default)]
    pub settings: Vec<String>,
    /// The payer policies under which this rule replaces the general one. Empty: whoever pays.
    #[serde(default)]
    pub policies: Vec<String>,
    /// The stance.
    pub stance: Stance,
    /// When it belongs on the line, or which line it belongs on instead.
    pub when: String,
    /// The reason.
    pub why: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}
