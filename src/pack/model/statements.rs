//! `statements.yaml`: what is said of several codes alike, once, by topic.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::{Confidence, Date, Span};

/// The whole of `statements.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statements {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its statements hold, unless a statement says otherwise.
    pub effective: Span,
    /// The statements, in the order in which a card tells them.
    pub statements: Vec<SharedStatement>,
}

impl Statements {
    /// Nothing said.
    pub(super) const fn none(checked: Date, effective: Span) -> Self {
        Self {
            checked,
            effective,
            statements: Vec::new(),
        }
    }
}

/// What a statement is about: a section of a card.
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
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Topic {
    /// What may be injected, and what leads elsewhere.
    Substances,
    /// What counts as imaging guidance, and what contrast does.
    Imaging,
    /// What it is done for.
    Indications,
    /// What payers ask to see before they call it necessary.
    Necessity,
    /// What the physician does and decides.
    Physician,
    /// The procedure, step by step.
    Procedure,
    /// What follows it.
    Aftercare,
    /// Codes with which no pair edit joins it.
    Unpaired,
    /// What changed, and when.
    History,
}

impl Topic {
    /// The heading of the section.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Substances => "What may be injected",
            Self::Imaging => "Imaging and contrast",
            Self::Indications => "What it is done for",
            Self::Necessity => "Medical necessity",
            Self::Physician => "The physician's part",
            Self::Procedure => "Step by step",
            Self::Aftercare => "Afterwards",
            Self::Unpaired => "No pair edit (NCCI)",
            Self::History => "History",
        }
    }
}

/// A statement about one or more codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SharedStatement {
    /// Stable name.
    pub id: String,
    /// What it is about.
    pub topic: Topic,
    /// The codes of the family it speaks of; always quoted in YAML.
    pub codes: Vec<String>,
    /// The statement in our own words.
    pub text: String,
    /// Ids in `sources.yaml`; at least one.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}
