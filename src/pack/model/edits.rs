//! `edits.yaml`: unit limits, pair edits and how both sides of a level are reported.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use super::{Conditions, Confidence, Date, Span};

/// The whole of `edits.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edits {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold, unless a rule says otherwise.
    pub effective: Span,
    /// The most units of a code on one date of service.
    pub unit_limits: Vec<UnitLimit>,
    /// Codes that are not paid together.
    pub pairs: Vec<PairEdit>,
    /// How a level injected on both sides is reported.
    pub both_sides: Vec<BothSides>,
    /// Lines that go with a code and are not add-on codes, such as the line of the drug.
    #[serde(default)]
    pub companions: Vec<CompanionLine>,
}

/// The most units of a code on one date of service (MUE).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitLimit {
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
    /// Units on a claim of a practitioner or a surgery center.
    pub practitioner: u32,
    /// Units on a hospital outpatient claim, where the table was read.
    #[serde(default)]
    pub hospital: Option<u32>,
    /// MUE adjudication indicator: 1 a claim line, 2 a date of service by policy, 3 a date of service by claims data.
    /// Absent where the table read does not give it.
    #[serde(default)]
    pub adjudication: Option<u8>,
    /// Which edition, and why.
    pub note: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Whether a modifier can lift a pair edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Lift {
    /// Indicator 0: never both, with any modifier.
    Never,
    /// Indicator 1: both only where truly separate, with a modifier that says so.
    WithModifier,
    /// Two tables read differ.
    Conflicting,
    /// The table of that setting was read and does not hold the pair.
    NoEdit,
}

/// Codes that are not paid together (NCCI PTP): the code of column 2 is the one denied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PairEdit {
    /// Stable name.
    pub id: String,
    /// The codes of column 1, or ranges such as `00100-01999`; always quoted in YAML.
    pub column_1: Vec<String>,
    /// The codes of column 2, or ranges; always quoted in YAML.
    pub column_2: Vec<String>,
    /// Whether a modifier can lift it on a practitioner's claim.
    pub practitioner: Lift,
    /// The same on a hospital outpatient claim, where that differs or is known. Absent: not read for this pair.
    #[serde(default)]
    pub hospital: Option<Lift>,
    /// Codes of column 2 that are often put beside these by mistake: every result tells them as codes to leave off.
    #[serde(default)]
    pub leave_off: Vec<String>,
    /// What to do, in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}

/// A line of another service that goes with a code, and what it carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompanionLine {
    /// Stable name.
    pub id: String,
    /// The code of the other line, or a pattern such as `Jxxxx` for the code of a drug.
    pub code: String,
    /// The modifiers that the other line carries; always quoted in YAML.
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// The codes of the family it goes with; always quoted in YAML.
    pub codes: Vec<String>,
    /// Answers under which it is told. Empty: always.
    #[serde(default)]
    pub given: Conditions,
    /// The payer policies under which it is told. Empty: whoever pays.
    #[serde(default)]
    pub policies: Vec<String>,
    /// What earns it, in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// When it holds, where that differs from its file.
    #[serde(default)]
    pub effective: Option<Span>,
}

/// How both sides of one level are written on a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum BothSidesForm {
    /// One line, modifier 50, one unit.
    #[serde(rename = "one-line-50")]
    #[strum(serialize = "one-line-50")]
    OneLine50,
    /// Two lines, RT and LT, one unit each.
    TwoLines,
    /// One line, two units, no modifier.
    TwoUnits,
}

/// How a level injected on both sides is reported, for some codes, settings and payers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BothSides {
    /// Stable name.
    pub id: String,
    /// The codes; always quoted in YAML.
    pub codes: Vec<String>,
    /// Settings it speaks of: `professional`, `asc`, `hospital`.
    pub settings: Vec<String>,
    /// Payers it speaks of: `cpt`, `medicare` or the id of another policy.
    pub payers: Vec<String>,
    /// The form.
    pub form: BothSidesForm,
    /// Whose reading it is, and what stays open, in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Codes from one to another, both of the same length; one code is a range of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeRange {
    length: usize,
    from: u64,
    to: u64,
}

impl CodeRange {
    /// What a list entry stands for: a code, or a range such as `00100-01999`.
    #[must_use]
    pub fn of_entry(entry: &str) -> Self {
        let (from, to) = entry.split_once('-').unwrap_or((entry, entry));
        Self {
            length: from.len(),
            from: number(from.bytes()),
            to: number(to.bytes()),
        }
    }

    /// What a code stands for: itself, or where letters stand in place of figures, as in `594xx`, all that fit.
    #[must_use]
    pub fn of_code(code: &str) -> Self {
        let filled = |with: u8| {
            let fill = move |byte| if matches!(byte, b'x' | b'X') { with } else { byte };
            number(code.bytes().map(fill))
        };
        Self {
            length: code.len(),
            from: filled(b'0'),
            to: filled(b'9'),
        }
    }

    /// Whether the two have a code in common.
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        self.length == other.length && self.from <= other.to && other.from <= self.to
    }
}

/// The letters as a number that sorts as they do; codes have five of them, and eight fit.
fn number(letters: impl Iterator<Item = u8>) -> u64 {
    letters.fold(0, |number, letter| number << 8 | u64::from(letter))
}

/// Whether a code, or a pattern such as `594xx`, is one of those listed or lies in a range such as `00100-01999`.
#[must_use]
pub fn lists(list: &[String], code: &str) -> bool {
    let code = CodeRange::of_code(code);
    list.iter().any(|entry| CodeRange::of_entry(entry).meets(&code))
}
