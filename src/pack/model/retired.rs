//! `retired.yaml`: codes that have ended, for look-ups only; they never appear in a result.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

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
    /// What a date of service up to its last day means for the codes that took its place.
    #[serde(default)]
    pub on_earlier_dates: EarlierDates,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Which code holds for a date of service on which a code that has ended was still in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum EarlierDates {
    /// The codes named in its place existed beside it.
    #[default]
    Both,
    /// The codes named in its place did not exist yet: this one is reported.
    ThisOne,
}
