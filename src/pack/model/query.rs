//! `query.yaml`: what stands around the questions to the provider.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Date;

/// The whole of `query.yaml`. Its texts are held to the same neutrality as the questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueryFrame {
    /// When a person last looked over the texts.
    pub checked: Date,
    /// Stands before the questions.
    pub opening: String,
    /// Stands after them.
    pub closing: String,
    /// Asked where a note may be read as an injection of the family or as something else.
    #[serde(default)]
    pub either_way: Option<String>,
}
