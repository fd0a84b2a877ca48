//! `faq.yaml`: questions that people ask, and answers that name their rules.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidence, Date, Span};

/// The whole of `faq.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FaqFile {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its answers hold, unless an entry says otherwise.
    pub effective: Span,
    /// The questions.
    pub questions: Vec<Faq>,
}

impl FaqFile {
    /// Nothing said.
    pub(super) const fn none(checked: Date, effective: Span) -> Self {
        Self {
            checked,
            effective,
            questions: Vec::new(),
        }
    }
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Faq {
    /// Stable name.
    pub id: String,
    /// The codes of the family on whose cards it stands; always quoted in YAML.
    pub codes: Vec<String>,
    /// The question, as people ask it.
    pub ask: String,
    /// The answer in our own words.
    pub answer: String,
    /// The rules of the pack behind the answer, such as `checklist:views-stored` or `limit:CODE`; at least one.
    pub rules: Vec<String>,
    /// Ids in `sources.yaml`; at least one.
    pub sources: Vec<String>,
    /// How sure the answer is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}
