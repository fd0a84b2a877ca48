//! What every rule carries: where it comes from, how sure it is, and when it holds.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

/// How sure a rule is. Everything but `confirmed` is said to the user.
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
pub enum Confidence {
    /// At least two independent sources, or two editions of a CMS table.
    Confirmed,
    /// One source.
    SingleSource,
    /// Sources disagree.
    Conflicting,
    /// From our own knowledge of the field; no document read says so.
    Unconfirmed,
}

/// A calendar day, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub jiff::civil::Date);

impl Date {
    /// The same day of an earlier month; where that month is shorter, its last day.
    #[must_use]
    pub fn months_before(self, months: u8) -> Self {
        self.0.checked_sub(jiff::Span::new().months(months)).map_or(self, Self)
    }

    /// How many days `earlier` lies before; negative where it lies after.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        earlier.0.until(self.0).map_or(0, |span| span.get_days())
    }

    /// So many days before.
    #[must_use]
    pub fn days_before(self, days: u16) -> Self {
        self.0.checked_sub(jiff::Span::new().days(days)).map_or(self, Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        jiff::civil::Date::from_str(text)
            .ok()
            .filter(|_| text.len() == 10)
            .map(Self)
            .ok_or_else(|| format!("`{text}` is not a day of the calendar written YYYY-MM-DD"))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date", "description": "A calendar day, written YYYY-MM-DD." })
    }
}

/// The days on which something holds, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First day.
    pub from: Date,
    /// Last day; absent while no end is known.
    #[serde(default)]
    pub to: Option<Date>,
}

impl Span {
    /// Whether `day` lies within the span.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// One thing we say, with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
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

impl Statement {
    /// Nothing said.
    pub(super) const fn empty() -> Self {
        Self {
            text: String::new(),
            sources: Vec::new(),
            confidence: Confidence::Unconfirmed,
            effective: None,
        }
    }
}
