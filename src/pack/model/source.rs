//! `sources.yaml`: each source once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, IntoStaticStr};

use super::Date;

/// The whole of `sources.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// The sources.
    pub sources: Vec<Source>,
}

/// What kind of document a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum SourceKind {
    /// A table of CMS: fee schedule, MUE, PTP, add-on codes.
    CmsTable,
    /// A local coverage determination.
    Lcd,
    /// A billing and coding article or notice of a Medicare contractor.
    MacArticle,
    /// A report of an auditor or another public body.
    PublicReport,
    /// A policy of a commercial payer or guideline maker.
    PayerPolicy,
    /// A newsletter or article of the trade.
    Newsletter,
    /// A page of a coding vendor or a teaching site.
    VendorPage,
    /// A forum thread.
    Forum,
    /// Our own knowledge of the field; no document read says so.
    OwnKnowledge,
}

/// One source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Stable name, cited by rules.
    pub id: String,
    /// What the source is called.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// What kind of document it is.
    pub kind: SourceKind,
    /// Its number, such as `A58993`.
    #[serde(default)]
    pub number: Option<String>,
    /// Where it is found; absent only for our own knowledge.
    #[serde(default)]
    pub address: Option<String>,
    /// Edition or revision read.
    #[serde(default)]
    pub edition: Option<String>,
    /// When it took effect, where it says so.
    #[serde(default)]
    pub effective: Option<Date>,
    /// When we read it.
    pub read_on: Date,
    /// How good it is, and what part could be read.
    #[serde(default)]
    pub note: Option<String>,
}
