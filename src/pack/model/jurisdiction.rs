//! `jurisdictions.yaml`: which Medicare contractor, determination and article a state belongs to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidence, Date, Span, Statement};

/// The whole of `jurisdictions.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Jurisdictions {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When the numbers hold.
    pub effective: Span,
    /// The payer policy whose contractors these are.
    pub policy: String,
    /// Said where that payer was named without a state.
    #[serde(default)]
    pub state_not_given: Option<Statement>,
    /// Said where no contractor is on file for the state named.
    #[serde(default)]
    pub state_unknown: Option<Statement>,
    /// The name of every state and territory, so that it can be found by it.
    pub state_names: BTreeMap<String, String>,
    /// Every state and territory once.
    pub jurisdictions: Vec<Jurisdiction>,
}

/// Some states and the contractor that handles them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// States and territories, two capital letters each.
    pub states: Vec<String>,
    /// The Medicare administrative contractor.
    pub contractor: String,
    /// The jurisdiction, such as `JH`.
    pub jurisdiction: String,
    /// The local coverage determination on epidural injections.
    pub lcd: String,
    /// The version of it that was read, where known.
    #[serde(default)]
    pub lcd_version: Option<String>,
    /// Its billing article.
    pub article: String,
    /// Said in place of the common rules of the policy while it holds: they had not begun at this contractor.
    #[serde(default)]
    pub not_begun: Option<Statement>,
    /// What is sure about it and what is not.
    pub notes: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}
