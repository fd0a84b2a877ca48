//! `overlay.yaml` of a site: its own notes and stops, and the descriptors it holds a license for. Local words beside the pack;
//! none of them decides a code.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Conditions, Date, Span};

/// The whole of `overlay.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Overlay {
    /// The site, as it is named wherever its words are shown; at most 40 characters.
    pub title: String,
    /// When a person of the site last found the file still true.
    pub checked: Date,
    /// The dates of service for which its notes and stops hold. Absent: all.
    #[serde(default)]
    pub effective: Option<Span>,
    /// What is told beside a result.
    #[serde(default)]
    pub notes: Vec<LocalRule>,
    /// What keeps a result from being billed as it stands.
    #[serde(default)]
    pub stops: Vec<LocalRule>,
    /// Descriptors that the site holds a license for.
    #[serde(default)]
    pub descriptors: Option<Descriptors>,
}

/// A note or a stop of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalRule {
    /// Stable name; shown as `local-NAME`.
    pub id: String,
    /// Codes of the family, quoted in YAML. Empty: any result.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Answers that must be certain. Empty: whatever was answered.
    #[serde(default)]
    pub given: Conditions,
    /// Payers: `cpt`, `medicare` or the id of another policy. Empty: whoever pays.
    #[serde(default)]
    pub payers: Vec<String>,
    /// What the site says.
    pub text: String,
    /// The local policy it comes from, in the site's words.
    pub source: String,
}

/// Descriptors with the notice of their owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Descriptors {
    /// The copyright and license line of the owner; shown beneath every descriptor.
    pub notice: String,
    /// One entry a code.
    pub texts: Vec<Descriptor>,
}

/// The descriptor of one code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Descriptor {
    /// A code of the family, quoted in YAML.
    pub code: String,
    /// The licensed text.
    pub text: String,
}

/// A descriptor as it may be shown: never without its notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LicensedText<'a> {
    /// The licensed text.
    pub text: &'a str,
    /// The notice of its owner.
    pub notice: &'a str,
    /// The site that brought it.
    pub local: &'a str,
}

impl Overlay {
    /// The descriptor of a code, with its notice.
    #[must_use]
    pub fn descriptor(&self, code: &str) -> Option<LicensedText<'_>> {
        let descriptors = self.descriptors.as_ref()?;
        let found = descriptors.texts.iter().find(|one| one.code == code)?;
        Some(LicensedText {
            text: &found.text,
            notice: &descriptors.notice,
            local: &self.title,
        })
    }
}
