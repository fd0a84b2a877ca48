//! Floor 2: from what a person types to what we know about it: a code number, a word of a label, an abbreviation, slang, an
//! ended code, a slip of the pen, a question in plain words. The fuzzy matching is a library's; the ranking is ours.
//!
//! [`Index`] holds everything that can be found, [`told`] is the whole text behind what a hit opens.

mod entries;
mod index;
mod score;
mod told;

pub use index::Index;
pub use told::{Told, told};

use serde::Serialize;
use strum::{Display, IntoStaticStr};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum HitKind {
    /// A code of the family.
    Code,
    /// A code that has ended.
    RetiredCode,
    /// A question that people ask, with its answer.
    Faq,
    /// A word of the glossary.
    Term,
    /// A way out of the family.
    Signpost,
    /// An answer to a question.
    Answer,
    /// A modifier.
    Modifier,
    /// A checklist item or another rule.
    Rule,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its name: the code, or an id of the pack.
    pub id: String,
    /// One line in our words.
    pub title: String,
    /// How well it fits, from 0 to 1000.
    pub score: u32,
    /// What to open: `code:62323`, `signpost:facet-joint`, `answer:imaging=ct`, `faq:...`, `modifier:50`, `rule:views-stored`.
    pub opens: Option<String>,
}
