//! Which files a pack consists of: one table for reading, for checking shapes and for the schema files.

use schemars::{Schema, schema_for};

use super::model::{
    About, Card, Case, Checklist, Diagnoses, Disputes, Edits, FaqFile, Fees, FindingTexts, Frequency, Glossary,
    Identifiers, Jurisdictions, Lessons, Lexicon, Modifiers, Overlay, Policy, QueryFrame, RetiredCodes, ScrubRules,
    Signposts, Sources, Statements, TreeFile,
};

/// The names of the files, for checks that report on them.
pub mod name {
    /// What the pack is.
    pub const ABOUT: &str = "pack.yaml";
    /// Where everything comes from.
    pub const SOURCES: &str = "sources.yaml";
    /// Questions and outcomes.
    pub const TREE: &str = "tree.yaml";
    /// What is said of several codes alike.
    pub const STATEMENTS: &str = "statements.yaml";
    /// What the fee schedule says.
    pub const FEES: &str = "fees.yaml";
    /// Questions that people ask.
    pub const FAQ: &str = "faq.yaml";
    /// Ways out of the family.
    pub const SIGNPOSTS: &str = "signposts.yaml";
    /// What the record must show.
    pub const CHECKLIST: &str = "checklist.yaml";
    /// Modifiers and their stances.
    pub const MODIFIERS: &str = "modifiers.yaml";
    /// Unit limits, pair edits and both sides of a level.
    pub const EDITS: &str = "edits.yaml";
    /// What is said of levels, units and regions.
    pub const FINDINGS: &str = "findings.yaml";
    /// How earlier sessions are counted.
    pub const FREQUENCY: &str = "frequency.yaml";
    /// What stands around the questions to the provider.
    pub const QUERY: &str = "query.yaml";
    /// Medicare contractors by state.
    pub const JURISDICTIONS: &str = "jurisdictions.yaml";
    /// Diagnoses, as advice.
    pub const DIAGNOSES: &str = "diagnoses.yaml";
    /// Words of notes and of the trade.
    pub const GLOSSARY: &str = "glossary.yaml";
    /// Codes that have ended.
    pub const RETIRED: &str = "retired.yaml";
    /// The overlay of a site; no part of a pack.
    pub const OVERLAY: &str = "overlay.yaml";
    /// What is said of lines that somebody already has.
    pub const SCRUB: &str = "scrub.yaml";
    /// Folder of code cards.
    pub const CODES: &str = "codes/";
    /// Folder of payer policies.
    pub const COVERAGE: &str = "coverage/";
    /// What is said elsewhere and is wrong.
    pub const DISPUTES: &str = "disputes.yaml";
    /// Cases put together for a class, and exams.
    pub const LESSONS: &str = "lessons.yaml";
    /// The words by which a note is read.
    pub const LEXICON: &str = "lexicon.yaml";
    /// The words around what is masked in a note.
    pub const IDENTIFIERS: &str = "identifiers.yaml";
    /// Folder of teaching cases.
    pub const CASES: &str = "cases/";
}

/// One file of a pack, or a folder of files of one shape.
#[derive(Debug, Clone, Copy)]
pub struct DataFile {
    /// File name, or folder name ending in `/`.
    pub name: &'static str,
    /// Name of its schema in `data/schema/`.
    pub schema_name: &'static str,
    /// What it holds, in a few words.
    pub holds: &'static str,
    /// Its shape.
    pub schema: fn() -> Schema,
    /// Whether a pack is whole without it.
    pub optional: bool,
}

/// Every file of a pack.
pub const LAYOUT: &[DataFile] = &[
    file(name::ABOUT, "pack", "what the pack is", || schema_for!(About)),
    file(name::SOURCES, "sources", "where everything comes from", || {
        schema_for!(Sources)
    }),
    file(name::TREE, "tree", "questions and outcomes", || schema_for!(TreeFile)),
    file(
        name::STATEMENTS,
        "statements",
        "what is said of several codes alike",
        || schema_for!(Statements),
    ),
    file(name::FEES, "fees", "what the fee schedule says", || schema_for!(Fees)),
    file(name::FAQ, "faq", "questions that people ask", || schema_for!(FaqFile)),
    file(name::SIGNPOSTS, "signposts", "ways out of the family", || {
        schema_for!(Signposts)
    }),
    file(name::CHECKLIST, "checklist", "what the record must show", || {
        schema_for!(Checklist)
    }),
    file(name::MODIFIERS, "modifiers", "modifiers and their stances", || {
        schema_for!(Modifiers)
    }),
    file(name::EDITS, "edits", "unit limits and pair edits", || {
        schema_for!(Edits)
    }),
    file(
        name::FINDINGS,
        "findings",
        "what is said of levels, units and regions",
        || schema_for!(FindingTexts),
    ),
    file(name::FREQUENCY, "frequency", "how earlier sessions are counted", || {
        schema_for!(Frequency)
    }),
    file(
        name::QUERY,
        "query",
        "what stands around the questions to the provider",
        || schema_for!(QueryFrame),
    ),
    file(
        name::JURISDICTIONS,
        "jurisdictions",
        "Medicare contractors by state",
        || schema_for!(Jurisdictions),
    ),
    file(name::DIAGNOSES, "diagnoses", "diagnoses, as advice", || {
        schema_for!(Diagnoses)
    }),
    file(name::GLOSSARY, "glossary", "words of notes and of the trade", || {
        schema_for!(Glossary)
    }),
    file(name::RETIRED, "retired", "codes that have ended", || {
        schema_for!(RetiredCodes)
    }),
    file(
        name::SCRUB,
        "scrub",
        "what is said of lines that somebody already has",
        || schema_for!(ScrubRules),
    ),
    file(name::CODES, "code", "one card a code", || schema_for!(Card)),
    file(name::COVERAGE, "coverage", "one file a payer policy", || {
        schema_for!(Policy)
    }),
    optional(file(
        name::DISPUTES,
        "disputes",
        "what is said elsewhere and is wrong",
        || schema_for!(Disputes),
    )),
    optional(file(
        name::LESSONS,
        "lessons",
        "cases put together for a class, and exams",
        || schema_for!(Lessons),
    )),
    optional(file(
        name::LEXICON,
        "lexicon",
        "the words by which a note is read",
        || schema_for!(Lexicon),
    )),
    optional(file(
        name::IDENTIFIERS,
        "identifiers",
        "the words around names, numbers, dates and places in a note",
        || schema_for!(Identifiers),
    )),
    optional(file(name::CASES, "case", "one teaching case a file", || {
        schema_for!(Case)
    })),
];

/// The one file of an overlay.
pub(super) const OVERLAY: DataFile = file(
    name::OVERLAY,
    "overlay",
    "the notes, stops and descriptors of a site",
    || schema_for!(Overlay),
);

const fn file(name: &'static str, schema_name: &'static str, holds: &'static str, schema: fn() -> Schema) -> DataFile {
    DataFile {
        name,
        schema_name,
        holds,
        schema,
        optional: false,
    }
}

const fn optional(file: DataFile) -> DataFile {
    DataFile { optional: true, ..file }
}

impl DataFile {
    /// Whether this is a folder of files rather than one file.
    #[must_use]
    pub fn is_folder(&self) -> bool {
        self.name.ends_with('/')
    }

    /// Whether `file`, a name inside the pack, is this file or lies directly in this folder.
    #[must_use]
    pub fn takes(&self, file: &str) -> bool {
        if !self.is_folder() {
            return file == self.name;
        }
        file.strip_prefix(self.name)
            .and_then(|rest| rest.strip_suffix(".yaml"))
            .is_some_and(|stem| !stem.is_empty() && !stem.contains('/'))
    }
}
