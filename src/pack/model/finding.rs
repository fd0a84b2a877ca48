//! `findings.yaml`: what the program says when it notices something about levels, units and regions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::{Conditions, Confidence, Date, Span};

/// The whole of `findings.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingTexts {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold.
    pub effective: Span,
    /// One entry for each thing the program notices.
    pub findings: Vec<FindingText>,
}

/// What the program can notice about a claim.
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
pub enum Noticed {
    /// No level was given where levels are counted.
    LevelNotGiven,
    /// A level was given as not documented.
    LevelNotDocumented,
    /// A foramen without a side.
    SideNotDocumented,
    /// A nerve root was written and its foramen understood.
    RootUnderstood,
    /// The same level and side twice.
    SameLevelTwice,
    /// A side where sides mean nothing.
    SideIgnored,
    /// Several interspaces where one unit covers the region.
    SeveralInterspaces,
    /// S1 and L5-S1 in one session.
    SacralBesideLumbosacral,
    /// T12-L1 and L1-L2 in one session.
    ThoracolumbarBesideLumbar,
    /// Two regions in one session.
    TwoRegions,
    /// No level lies in the region answered.
    LevelsOutsideRegion,
    /// More than two levels of one region.
    ThirdLevel,
    /// More units than the limit of a day.
    UnitsOverLimit,
    /// An answer that an earlier session rules out, and an earlier session.
    RuledOutByEarlier,
    /// The date of service lies before the code, when another one held.
    Predecessor,
    /// Another code of the day that had ended.
    EndedCodeBeside,
    /// An answer earns an add-on code that was not in force on the date of service.
    AddOnNotInForce,
    /// An answer earns an add-on code that does not go with the code reached.
    AddOnElsewhere,
}

/// What a finding asks for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FindingSeverity {
    /// Nothing is billed as it stands.
    Stop,
    /// To be looked at.
    Warn,
    /// Good to know.
    Info,
}

/// The words for something noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingText {
    /// What was noticed.
    pub noticed: Noticed,
    /// What it asks for.
    pub severity: FindingSeverity,
    /// The policy under which it is said; absent: whoever pays.
    #[serde(default)]
    pub policy: Option<String>,
    /// The codes it speaks of; always quoted in YAML. Empty: all.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Answers under which it is not said. Empty: none.
    #[serde(default)]
    pub unless: Conditions,
    /// When it is said, where that is not always.
    #[serde(default)]
    pub effective: Option<Span>,
    /// What it says, in our words.
    pub text: String,
    /// The neutral question to the provider, where something is missing from the record.
    #[serde(default)]
    pub ask_provider: Option<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}
