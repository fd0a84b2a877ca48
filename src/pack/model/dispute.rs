//! `disputes.yaml`: what is said elsewhere and is wrong, or is not settled.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Confidence;

/// The whole of `disputes.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Disputes {
    /// The disputed points.
    pub disputes: Vec<Dispute>,
}

/// A disputed point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// Stable name.
    pub id: String,
    /// What is said elsewhere, in our words.
    pub said: String,
    /// What holds.
    pub holds: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}
