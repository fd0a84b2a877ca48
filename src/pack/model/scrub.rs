//! `scrub.yaml`: what is said of claim lines that somebody already has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, IntoStaticStr};

use super::{Confidence, Date, FindingSeverity, Span};

/// The whole of `scrub.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScrubRules {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold.
    pub effective: Span,
    /// The words for every check; several for one check where they speak of different codes or modifiers.
    pub texts: Vec<ScrubText>,
    /// What to do about findings whose words stand elsewhere in the pack.
    pub fixes: Vec<ScrubFix>,
    /// What modifiers do on a line.
    pub modifier_groups: Vec<ModifierGroup>,
    /// Codes with the first day on which they were in force.
    pub starts: Vec<CodeStart>,
}

/// What a set of lines is checked for.
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
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ScrubCheck {
    /// A code that had ended on the date of service.
    CodeEnded,
    /// A code not yet in force on the date of service.
    CodeNotYet,
    /// A code that nothing in the pack speaks of.
    CodeUnknown,
    /// A code that the pack knows only as a neighbor of the family.
    CodeOutsideFamily,
    /// An add-on code without its primary.
    AddOnAlone,
    /// An add-on code beside primaries that are none of its own.
    AddOnWrongPrimary,
    /// A primary code on more than one line.
    PrimaryTwice,
    /// Two codes of one region that no edit joins.
    OneCodeARegion,
    /// A line that stands there twice.
    DuplicateLine,
    /// One level, one side, twice.
    LevelTwice,
    /// The second side of a level reported as a further level.
    SecondSideAsLevel,
    /// A level that does not lie in the region of its code.
    LevelOfOtherRegion,
    /// No units.
    UnitsZero,
    /// Several units of an add-on code that may be levels or sides.
    UnitsOrSides,
    /// The modifier for both sides and more than one unit.
    BothSidesUnits,
    /// Left and right on one line.
    BothSidesOneLine,
    /// Both sides written in another form than the payer's.
    BothSidesOtherwise,
    /// A modifier of the wrong form.
    ModifierMalformed,
    /// A modifier that the pack does not know.
    ModifierUnknown,
    /// A modifier that never goes on this code.
    ModifierNever,
    /// A modifier of another setting's claims.
    ModifierOtherSetting,
    /// Two modifiers that exclude each other on a line.
    ModifiersTogether,
    /// A modifier twice on a line.
    ModifierRepeated,
    /// More modifiers than a line holds.
    ModifiersTooMany,
    /// A modifier for information before one that prices the line.
    ModifierOrder,
    /// A modifier that lifts edits where no edit joins the code.
    SeparateWithoutEdit,
    /// A pair edit that a modifier lifts.
    PairLifted,
    /// Guidance reported beside codes that hold it, and nothing else it could belong to.
    GuidanceAdded,
    /// A visit beside a procedure, unmarked.
    VisitUnmarked,
}

/// The words for a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScrubText {
    /// What was checked.
    pub check: ScrubCheck,
    /// What it asks for.
    pub severity: FindingSeverity,
    /// The codes, or ranges such as `99202-99205`, it speaks of; always quoted in YAML. Empty: all.
    #[serde(default)]
    pub codes: Vec<String>,
    /// The modifiers it speaks of; always quoted in YAML. Empty: all.
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// The modifiers that those above exclude.
    #[serde(default)]
    pub excludes: Vec<String>,
    /// The settings whose claims it speaks of: `professional`, `asc`, `hospital`. Empty: all.
    #[serde(default)]
    pub settings: Vec<String>,
    /// What it says, in our words.
    pub text: String,
    /// What to do.
    pub fix: String,
    /// Ids in `sources.yaml`. Empty only where nothing but the form of the lines, or the reach of the pack, is told.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How sure it is.
    #[serde(default = "certain")]
    pub confidence: Confidence,
}

/// The form of the lines, and what the pack holds, are there for all to see.
fn certain() -> Confidence {
    Confidence::Confirmed
}

impl ScrubCheck {
    /// Whether the check tells nothing but the form of the lines, or the reach of the pack.
    #[must_use]
    pub fn is_about_form(self) -> bool {
        matches!(
            self,
            Self::CodeUnknown
                | Self::CodeOutsideFamily
                | Self::DuplicateLine
                | Self::UnitsZero
                | Self::ModifierMalformed
                | Self::ModifierUnknown
                | Self::ModifierRepeated
        )
    }
}

/// What to do about a finding whose words stand elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScrubFix {
    /// The finding, or the start of its name.
    pub finding: String,
    /// What to do.
    pub fix: String,
}

/// What a modifier does on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, EnumIter, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ModifierUse {
    /// Says that a level was injected on both sides.
    BothSides,
    /// Says that the left side was.
    Left,
    /// Says that the right side was.
    Right,
    /// Lifts a pair edit with indicator 1.
    Lifts,
    /// Says that a code was done once more.
    Repeats,
    /// Bears on the price of the line, and so comes first.
    Prices,
}

/// Modifiers of one use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ModifierGroup {
    /// What they do.
    pub does: ModifierUse,
    /// The modifiers; always quoted in YAML.
    pub modifiers: Vec<String>,
    /// The codes, or ranges, on whose lines they do it; always quoted in YAML. Empty: all other codes.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The first day of some codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CodeStart {
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
    /// Their first valid day.
    pub from: Date,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}
