//! What holds for the whole session: whose claim, who pays, when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr, VariantNames};

use super::level::{Level, LevelFact, Side, together};
use crate::pack::model::{Date, Policy};

/// Whose claim it is.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Default,
    Serialize,
    Deserialize,
    Display,
    EnumIter,
    EnumString,
    IntoStaticStr,
    VariantNames,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Setting {
    /// The physician's claim.
    #[default]
    Professional,
    /// The surgery center's claim.
    Asc,
    /// The hospital outpatient claim.
    Hospital,
}

/// What holds for the whole session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Whose claim it is.
    pub setting: Setting,
    /// Who pays: `cpt` (code rules only), `medicare`, `medicare:TX`, or the id of a coverage policy.
    pub payer: String,
    /// Date of service.
    pub date: Date,
    /// Sessions in the same region in the twelve months before, where known.
    pub prior_sessions: Option<u8>,
    /// Earlier sessions known to lie before these months.
    pub prior_outside: u8,
    /// Earlier sessions that lie on the very first day of these months.
    pub prior_on_first_day: u8,
    /// Days since the last session in the same region, where known.
    pub days_since_last: Option<u16>,
    /// Codes or patterns that the same provider also reports that day.
    pub other_codes: Vec<String>,
    /// Diagnoses as ICD-10-CM codes.
    pub diagnoses: Vec<String>,
    /// Levels and sides.
    pub levels: Vec<LevelFact>,
}

impl Context {
    /// The defaults on a day: a professional claim under the code rules alone.
    #[must_use]
    pub fn on(date: Date) -> Self {
        Self {
            setting: Setting::default(),
            payer: Self::CODE_RULES_ONLY.to_owned(),
            date,
            prior_sessions: None,
            prior_outside: 0,
            prior_on_first_day: 0,
            days_since_last: None,
            other_codes: Vec::new(),
            diagnoses: Vec::new(),
            levels: Vec::new(),
        }
    }

    /// The payer that stands for "code rules only".
    pub const CODE_RULES_ONLY: &'static str = Policy::CODE_RULES_ONLY;

    /// The side of a level, put together where it was given more than once; none where the level was not given, "not documented"
    /// where it came without a side.
    #[must_use]
    pub fn side_of(&self, level: Level) -> Option<Side> {
        let given = self.levels.iter().filter(|fact| fact.level == Some(level));
        let side = given.map(|fact| fact.side).reduce(together)?;
        Some(side.unwrap_or(Side::NotDocumented))
    }

    /// Whether any earlier session in the same region is known, however long ago.
    #[must_use]
    pub fn has_earlier_session(&self) -> bool {
        self.prior_sessions.is_some_and(|count| count > 0) || self.prior_outside > 0 || self.days_since_last.is_some()
    }

    /// The id of the coverage policy: the payer without a state.
    #[must_use]
    pub fn policy(&self) -> Option<&str> {
        let id = self.payer.split(':').next().unwrap_or_default();
        (id != Self::CODE_RULES_ONLY).then_some(id)
    }

    /// The state named with the payer.
    #[must_use]
    pub fn state(&self) -> Option<&str> {
        self.payer.split_once(':').map(|(_, state)| state)
    }
}
