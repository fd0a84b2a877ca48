//! `fees.yaml`: what the fee schedule says of a code: its indicators with their meanings, relative values by place of service, and
//! what other tables say, where they were read. For information; nothing is ever put in order by it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::{Confidence, Date};

/// The whole of `fees.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fees {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// The editions of the fee schedule, newest first.
    pub editions: Vec<FeeEdition>,
    /// The meaning of each value of each indicator.
    pub meanings: Vec<Meaning>,
    /// The rows: one a code and edition.
    pub rows: Vec<FeeRow>,
    /// What other tables say of a code.
    pub tables: Vec<TableEntry>,
}

/// One edition of the fee schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeeEdition {
    /// Stable name, such as `july-2026`.
    pub id: String,
    /// The edition as people call it: `July 2026`.
    pub title: String,
    /// The name of the file.
    pub file: String,
    /// Dollars a unit of relative value, with four decimals. Absent where it was not read.
    #[serde(default)]
    pub conversion_factor: Option<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// An indicator of the fee schedule.
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
pub enum Indicator {
    /// Whether and how it is paid.
    Status,
    /// The days that belong to the procedure.
    Global,
    /// Whether it has a professional and a technical part.
    PcTc,
    /// Whether it is paid less beside another procedure.
    MultipleProcedures,
    /// What both sides do to it.
    Bilateral,
    /// Whether an assistant at surgery is paid.
    Assistant,
    /// Whether two surgeons are paid.
    CoSurgeons,
    /// Whether a team of surgeons is paid.
    Team,
}

impl Indicator {
    /// What it is called on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Status => "Status",
            Self::Global => "Global period",
            Self::PcTc => "PC/TC",
            Self::MultipleProcedures => "Multiple procedures",
            Self::Bilateral => "Bilateral",
            Self::Assistant => "Assistant",
            Self::CoSurgeons => "Co-surgeons",
            Self::Team => "Team",
        }
    }
}

/// What a value of an indicator means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    /// The indicator.
    pub indicator: Indicator,
    /// Its value, quoted in YAML.
    pub value: String,
    /// The meaning in our own words.
    pub means: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What one edition says of a code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeeRow {
    /// The code; always quoted in YAML.
    pub code: String,
    /// The edition, by its name above.
    pub edition: String,
    /// The indicators; every value quoted in YAML.
    pub indicators: Indicators,
    /// Relative value of the physician's work, with two decimals. Absent where the file prices nothing.
    #[serde(default)]
    pub work: Option<String>,
    /// Total relative value in an office.
    #[serde(default)]
    pub nonfacility: Option<String>,
    /// Total relative value in a hospital or a surgery center.
    #[serde(default)]
    pub facility: Option<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// The indicators of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicators {
    /// Whether and how it is paid.
    pub status: String,
    /// The days that belong to the procedure.
    pub global: String,
    /// Whether it has a professional and a technical part.
    pub pc_tc: String,
    /// Whether it is paid less beside another procedure.
    pub multiple_procedures: String,
    /// What both sides do to it.
    pub bilateral: String,
    /// Whether an assistant at surgery is paid.
    pub assistant: String,
    /// Whether two surgeons are paid.
    pub co_surgeons: String,
    /// Whether a team of surgeons is paid.
    pub team: String,
}

impl Indicators {
    /// The value of one.
    #[must_use]
    pub fn of(&self, indicator: Indicator) -> &str {
        match indicator {
            Indicator::Status => &self.status,
            Indicator::Global => &self.global,
            Indicator::PcTc => &self.pc_tc,
            Indicator::MultipleProcedures => &self.multiple_procedures,
            Indicator::Bilateral => &self.bilateral,
            Indicator::Assistant => &self.assistant,
            Indicator::CoSurgeons => &self.co_surgeons,
            Indicator::Team => &self.team,
        }
    }
}

/// Another table that knows codes.
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
pub enum CodeTable {
    /// Ambulatory payment classification of the hospital outpatient system.
    Apc,
    /// Status indicator of the hospital outpatient system.
    OppsStatus,
    /// Payment indicator of the surgery center list.
    AscIndicator,
    /// Type of service.
    Tos,
    /// Berenson-Eggers type of service.
    Betos,
}

impl CodeTable {
    /// What it is called on screen.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Apc => "APC",
            Self::OppsStatus => "OPPS status",
            Self::AscIndicator => "ASC payment indicator",
            Self::Tos => "TOS",
            Self::Betos => "BETOS",
        }
    }
}

/// What another table says of some codes; or that it was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableEntry {
    /// The table.
    pub table: CodeTable,
    /// The codes of the family; always quoted in YAML.
    pub codes: Vec<String>,
    /// The value, quoted in YAML. Absent where no table that gives it was read.
    #[serde(default)]
    pub value: Option<String>,
    /// What it means, or what is not known.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Fees {
    /// Nothing said.
    pub(super) const fn none(checked: Date) -> Self {
        Self {
            checked,
            editions: Vec::new(),
            meanings: Vec::new(),
            rows: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// The rows of a code with their editions, in the order of the editions.
    pub fn of<'a>(&'a self, code: &'a str) -> impl Iterator<Item = (&'a FeeEdition, &'a FeeRow)> {
        self.editions.iter().filter_map(move |edition| {
            let row = self
                .rows
                .iter()
                .find(|row| row.code == code && row.edition == edition.id)?;
            Some((edition, row))
        })
    }

    /// What a value of an indicator means.
    #[must_use]
    pub fn meaning(&self, indicator: Indicator, value: &str) -> Option<&Meaning> {
        self.meanings
            .iter()
            .find(|meaning| meaning.indicator == indicator && meaning.value == value)
    }

    /// What another table says of a code.
    #[must_use]
    pub fn table(&self, table: CodeTable, code: &str) -> Option<&TableEntry> {
        self.tables
            .iter()
            .find(|entry| entry.table == table && entry.codes.iter().any(|one| one == code))
    }
}

impl FeeEdition {
    /// Relative value times the conversion factor, before any adjustment: dollars and cents, rounded half up.
    #[must_use]
    pub fn payment(&self, value: &str) -> Option<String> {
        let value = decimal(value, 2)?;
        let factor = decimal(self.conversion_factor.as_deref()?, 4)?;
        let cents = (value * factor + 5_000) / 10_000;
        Some(format!("{}.{:02}", cents / 100, cents % 100))
    }
}

/// A number with so many decimals, as a whole number of its last place.
#[must_use]
pub(in crate::pack) fn decimal(text: &str, places: usize) -> Option<u64> {
    let (whole, rest) = text.split_once('.')?;
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if rest.len() != places || !figures(whole) || !figures(rest) {
        return None;
    }
    format!("{whole}{rest}").parse().ok()
}
