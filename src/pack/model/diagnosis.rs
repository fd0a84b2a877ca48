//! `diagnoses.yaml`: what is known of diagnoses under the payer policies. Advice: it changes no code, no line and no verdict.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, IntoStaticStr};

use super::{Conditions, Confidence, Date, Span, Statement};

/// The whole of `diagnoses.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Diagnoses {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its advice holds, unless an entry says otherwise.
    pub effective: Span,
    /// The payer policies of which it speaks.
    pub policies: Vec<String>,
    /// Codes that share their diagnoses: those of one region.
    pub sets: Vec<DiagnosisSet>,
    /// How well a diagnosis is known to be accepted, the best first.
    pub tiers: Vec<Tier>,
    /// What is said in cases that no entry speaks of.
    pub says: Vec<DiagnosisWords>,
    /// Codes for which no list of diagnoses is known.
    pub without_list: Vec<WithoutList>,
    /// Purposes under which the diagnosis is not limited.
    pub exemptions: Vec<Exemption>,
    /// The diagnoses.
    pub diagnoses: Vec<Diagnosis>,
}

/// Codes that share their diagnoses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiagnosisSet {
    /// Stable name.
    pub id: String,
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
}

/// How well a diagnosis is known to be accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// One letter.
    pub tier: String,
    /// What the tier means, as it reads after the diagnosis and a colon.
    pub text: String,
}

/// A case that no entry speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, EnumIter, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DiagnosisCase {
    /// No diagnosis was given.
    NotGiven,
    /// The diagnosis is not in this file.
    Unknown,
    /// The diagnosis is of another region than every line.
    Region,
    /// A line whose region no diagnosis given names.
    Uncovered,
    /// Longer codes stand under the one given.
    Heading,
    /// The payer is none of `policies`.
    OtherPayer,
}

/// What is said in such a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DiagnosisWords {
    /// The case.
    pub case: DiagnosisCase,
    /// What is said, in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Codes for which no list of diagnoses is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WithoutList {
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
    /// What is said of them, in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A purpose under which the diagnosis is not limited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// Stable name.
    pub id: String,
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
    /// Answers under which it holds.
    pub given: Conditions,
    /// Diagnoses named for it: `G89.12`, or `G82.-` for everything under `G82`.
    #[serde(default)]
    pub named: Vec<String>,
    /// The rule, in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What a diagnosis does to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Weighs {
    /// It speaks for a covered indication.
    Supports,
    /// It is named in a list, but does not show the indication by itself.
    Weak,
    /// It stands for something that the policies do not cover.
    Trap,
    /// It cannot be reported on a claim.
    NotBillable,
}

/// One diagnosis, or a group of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// ICD-10-CM codes: `M54.16`, or `M47.81-` for everything that begins so.
    pub icd: Vec<String>,
    /// What it is, in a few words of our own.
    pub label: String,
    /// What it does to the record.
    pub weighs: Weighs,
    /// Its tier, where it supports.
    #[serde(default)]
    pub tier: Option<String>,
    /// The sets of codes that it fits, where it supports; several where the level decides.
    #[serde(default)]
    pub sets: Vec<String>,
    /// What to watch out for.
    #[serde(default)]
    pub note: Option<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}

impl Diagnoses {
    /// The words for a case.
    #[must_use]
    pub fn words(&self, case: DiagnosisCase) -> Option<Statement> {
        let words = self.says.iter().find(|words| words.case == case)?;
        Some(Statement {
            text: words.text.clone(),
            sources: words.sources.clone(),
            confidence: words.confidence,
            effective: None,
        })
    }

    /// The set that holds a code.
    #[must_use]
    pub fn set_of(&self, code: &str) -> Option<&DiagnosisSet> {
        self.sets
            .iter()
            .find(|set| set.codes.iter().any(|listed| listed == code))
    }
}

/// Whether a diagnosis is meant by an entry: `M54.16` by itself, `M47.81-` and `G82.-` by everything that begins so.
#[must_use]
pub fn icd_fits(entry: &str, icd: &str) -> bool {
    match entry.strip_suffix('-') {
        Some(stem) => icd.starts_with(stem.trim_end_matches('.')),
        None => entry == icd,
    }
}
