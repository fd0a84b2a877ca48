//! `glossary.yaml`: the words of notes and of the trade.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use super::{Conditions, Confidence, Date, Span};

/// The whole of `glossary.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold, unless a term says otherwise.
    pub effective: Span,
    /// The terms.
    pub terms: Vec<Term>,
}

/// What sort of word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum TermKind {
    /// A standard term.
    Term,
    /// An abbreviation, such as `TFESI`.
    Abbreviation,
    /// A loose or old word.
    Slang,
    /// A brand or device name.
    Brand,
    /// A drug.
    Drug,
}

/// One word or phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable name.
    pub id: String,
    /// As usually written.
    pub term: String,
    /// Other spellings, synonyms and common misspellings.
    #[serde(default)]
    pub also: Vec<String>,
    /// What sort of word it is.
    pub kind: TermKind,
    /// What it means, in our words.
    pub meaning: String,
    /// The answers it stands for. Empty: it decides nothing by itself.
    #[serde(default)]
    pub answers: Conditions,
    /// The answers its name suggests, unless another word of the note says otherwise: the S of an abbreviation is no drug given.
    #[serde(default)]
    pub suggests: Conditions,
    /// Codes of the family to look at; always quoted in YAML.
    #[serde(default)]
    pub codes: Vec<String>,
    /// The signpost it leads to.
    #[serde(default)]
    pub signpost: Option<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}
