//! Floor 2: from what a person types to what we know about it: a code number, a word of a label, an abbreviation, slang, an
//! ended code, a slip of the pen. The fuzzy matching is a library's; the ranking is ours.

mod index;
mod score;

pub use index::Index;

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
    /// What to open: `code:62323`, `signpost:facet-joint`, `answer:imaging=ct`; none where the hit says it all.
    pub opens: Option<String>,
}
