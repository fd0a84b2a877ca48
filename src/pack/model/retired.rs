//! `retired.yaml`: codes that have ended, for look-ups only; they never appear in a result.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidence, Date};

/// The whole of `retired.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RetiredCodes {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// The codes.
    pub retired: Vec<RetiredCode>,
}

/// A code that has ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RetiredCode {
    /// The code, always quoted in YAML.
    pub code: String,
    /// What it was, in our words.
    pub was: String,
    /// Its last valid day.
    pub ended: Date,
    /// What became of it.
    pub became: String,
    /// The codes that took its place; always quoted in YAML.
    pub replaced_by: Vec<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}
