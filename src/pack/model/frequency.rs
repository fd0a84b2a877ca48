//! `frequency.yaml`: how earlier sessions are counted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use super::{Conditions, Date, Span, Statement};

/// The whole of `frequency.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Frequency {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold.
    pub effective: Span,
    /// How many months before the date of service earlier sessions count.
    pub window_months: u8,
    /// Said where some of the sessions given lie outside these months.
    pub outside: Statement,
    /// Whether the very day so many months before still counts.
    pub first_day: FirstDay,
    /// Said where a session lies on that day.
    pub on_first_day: Statement,
    /// Answers that an earlier session rules out.
    #[serde(default)]
    pub ruled_out: Conditions,
}

/// Whether the first day of the window counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FirstDay {
    /// A session on that day is within the window.
    Counts,
    /// A session on that day is outside it.
    DoesNotCount,
}
