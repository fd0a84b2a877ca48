//! `checklist.yaml`: what the record must show.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, IntoStaticStr};

use super::{Conditions, Confidence, Date, Span};

/// The whole of `checklist.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold, unless an item says otherwise.
    pub effective: Span,
    /// The items, in the order in which they are shown within a stage.
    pub items: Vec<Item>,
}

/// When in the course of care the item is documented.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    Display,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Stage {
    /// Before the procedure.
    Pre,
    /// In the procedure note.
    Procedure,
    /// After the procedure.
    Post,
    /// For a repeat injection.
    Repeat,
}

/// What a missing item means.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Severity {
    /// The claim is not ready without it.
    Hard,
    /// Expected, but not a reason to hold the claim.
    Soft,
}

/// One thing the record must show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Stable name.
    pub id: String,
    /// When it is documented.
    pub stage: Stage,
    /// What a missing item means.
    pub severity: Severity,
    /// What the record must show, in our words.
    pub text: String,
    /// What to ask the provider where it is missing: neutral, without code, payment or preferred answer.
    pub ask_provider: String,
    /// The payer policy that asks for it, such as `medicare`; absent: the code itself needs it, whoever pays.
    #[serde(default)]
    pub policy: Option<String>,
    /// The codes it applies to; always quoted in YAML.
    pub codes: Vec<String>,
    /// Answers under which it applies. Empty: always.
    #[serde(default)]
    pub given: Conditions,
    /// The situation it belongs to, such as a repeat: left out under other answers; while the answer is open, asked for as soft
    /// and said to depend on it. Empty: every situation.
    #[serde(default)]
    pub situation: Conditions,
    /// The Medicare contractors that ask for it. Empty: all.
    #[serde(default)]
    pub contractors: Vec<String>,
    /// Words of notes that satisfy it.
    #[serde(default)]
    pub satisfied_by: Vec<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}
