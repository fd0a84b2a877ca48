//! `coverage/*.yaml`: one file a payer policy. Whether a payer will pay is a second verdict, apart from the code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantNames};

use super::{Conditions, Confidence, Date, FindingSeverity, Span};

/// A payer's policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Name in `payer=`.
    pub id: String,
    /// One line.
    pub title: String,
    /// The policy to which this one adds its rules; its own id is then no payer.
    #[serde(default)]
    pub extends: Option<String>,
    /// The version of the payer's text that was read.
    #[serde(default)]
    pub version: Option<String>,
    /// What to verify with the payer before relying on it.
    #[serde(default)]
    pub verify: Option<String>,
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold, unless a rule says otherwise.
    pub effective: Span,
    /// Its rules; every rule that fits is told, the worst verdict wins.
    pub rules: Vec<PolicyRule>,
}

impl Policy {
    /// The payer that stands for "code rules only", beside the ids of the policies.
    pub const CODE_RULES_ONLY: &'static str = "cpt";
}

/// What a policy says of a claim, from best to worst.
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
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Verdict {
    /// Nothing known speaks against payment once the record shows what the policy asks.
    Likely,
    /// Facts that the verdict needs are missing.
    NotChecked,
    /// The policy does not speak of this service.
    OutsidePolicy,
    /// The policy refuses it.
    Unlikely,
}

/// One rule of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyRule {
    /// Stable name.
    pub id: String,
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
    /// Answers under which it applies. Empty: always.
    #[serde(default)]
    pub given: Conditions,
    /// Answers under which it does not apply. Empty: none.
    #[serde(default)]
    pub unless: Conditions,
    /// The Medicare contractors it speaks of. Empty: all.
    #[serde(default)]
    pub contractors: Vec<String>,
    /// The states it speaks of, two capital letters each. Empty: all.
    #[serde(default)]
    pub states: Vec<String>,
    /// The settings whose claims it speaks of: `professional`, `asc`, `hospital`. Empty: all.
    #[serde(default)]
    pub settings: Vec<String>,
    /// Only from this many sessions in the same region in the twelve months before.
    #[serde(default)]
    pub prior_sessions_from: Option<u8>,
    /// Only where fewer days than this lie between the last session in the same region and this one.
    #[serde(default)]
    pub days_since_last_under: Option<u16>,
    /// Told among the findings as well, as this. A refusal always is, as a warning.
    #[serde(default)]
    pub finding: Option<FindingSeverity>,
    /// What follows.
    pub verdict: Verdict,
    /// The rule in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}
