//! What a note was read as.

use std::ops::Range;

use serde::Serialize;
use strum::{Display, IntoStaticStr};

use crate::claim::{Level, Side};

/// A place in the note as given, in bytes: a sentence at most.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Quote(pub Range<usize>);

/// Whether the author of a note gave an injection of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Family {
    /// Yes.
    In,
    /// No.
    Out,
    /// The note may be read either way.
    Unclear,
}

/// Why a note lies where it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Because {
    /// The title names it and the narrative does it.
    TitleAndNarrative,
    /// The narrative does it; no title names it.
    Narrative,
    /// The title names it; the narrative does not say where the needle went.
    Title,
    /// The title names it and nothing is told of what was done.
    NothingTold,
    /// Another target or purpose.
    Neighbor,
    /// An operation or an examination.
    Operation,
    /// Nothing was done in this note: history, plan, or somebody else's.
    NothingDone,
    /// Both kinds of target are spoken of, and it is not clear which was injected.
    Both,
}

/// What the note says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum State {
    /// An answer.
    Suggested,
    /// Nothing, or not enough.
    NotDocumented,
    /// Answers that cannot both be true.
    Conflict,
}

/// How sure a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Strength {
    /// From a title, a list, or by what usually goes together: ask twice.
    Weak,
    /// The narrative says it.
    Strong,
}

/// What the note says to one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The question in `tree.yaml`.
    pub question: String,
    /// The answers: one where one is suggested, several in a conflict, none where nothing is documented.
    pub answers: Vec<String>,
    /// What the note says.
    pub state: State,
    /// How sure a suggestion is; none where there is no suggestion.
    pub strength: Option<Strength>,
    /// The words for it, those that weigh most first; also words that only point somewhere.
    pub quotes: Vec<Quote>,
}

/// What a level of a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Role {
    /// A needle or catheter went in here.
    Entry,
    /// Named to find the way.
    Landmark,
    /// Where a catheter ends.
    Tip,
    /// Where contrast or pain went.
    Spread,
    /// Earlier, planned, or of a study.
    History,
    /// Tried and given up.
    Abandoned,
}

/// A level of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The level; none where a template left it open.
    pub level: Option<Level>,
    /// The side, where the note gives one that belongs to it.
    pub side: Option<Side>,
    /// What it is.
    pub role: Role,
    /// The words for it.
    pub quotes: Vec<Quote>,
}

/// One delivery: what was said of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Procedure {
    /// What the note says to each question of the path, in the order of the tree.
    pub answers: Vec<Suggestion>,
    /// The levels, entries first.
    pub levels: Vec<Found>,
}

/// Where a drug went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Place {
    /// To the target of the procedure.
    Target,
    /// Into the skin and what lies above the target.
    Skin,
    /// Into a vein.
    Iv,
    /// Seen on the pictures.
    Contrast,
    /// On the skin, to clean it.
    Preparation,
    /// The note does not say.
    Unclear,
}

/// A drug of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substance {
    /// Its generic name.
    pub name: String,
    /// The answer it stands for, if it went to the target.
    pub class: Option<String>,
    /// As written or worked out: `80 mg`.
    pub dose: Option<String>,
    /// As written: `2 mL`.
    pub volume: Option<String>,
    /// Where it went.
    pub site: Place,
    /// The words for it.
    pub quotes: Vec<Quote>,
}

/// Whether the note shows an item of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Ticked {
    /// It does.
    Shown,
    /// In part.
    Partly,
    /// Not found.
    NotFound,
}

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name in `checklist.yaml`.
    pub id: String,
    /// Whether the note shows it.
    pub state: Ticked,
    /// The words for it.
    pub quotes: Vec<Quote>,
}

/// What in the note contradicts what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Clash {
    /// The title says one thing, the narrative another.
    TitleBody,
    /// A level does not lie in the region that is named.
    LevelRegion,
    /// Two sides for one level.
    SideSide,
    /// Guidance is told, and no picture is said to have been kept.
    GuidedWithoutViews,
    /// The stated volume is not the sum of its parts.
    VolumeSum,
    /// A catheter is spoken of in two ways that cannot both hold.
    CatheterWords,
    /// Two statements on one question.
    Statements,
}

/// A contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Of what kind.
    pub clash: Clash,
    /// What is contradicted: a question, `level` or `side`; none where it is said by the kind.
    pub about: Option<String>,
    /// The words on both sides.
    pub quotes: Vec<Quote>,
}

/// What a note was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Whether it tells of an injection of the family.
    pub family: Family,
    /// Why.
    pub because: Because,
    /// The words that settle it.
    pub family_quotes: Vec<Quote>,
    /// Outside the family: the way out, where the note makes it clear.
    pub signpost: Option<String>,
    /// The deliveries; none outside the family.
    pub procedures: Vec<Procedure>,
    /// The drugs, in the order of the note.
    pub substances: Vec<Substance>,
    /// The items of the checklist that the lexicon can look for.
    pub checklist: Vec<Item>,
    /// What contradicts what.
    pub conflicts: Vec<Contradiction>,
}

impl Procedure {
    /// What the note says to a question.
    #[must_use]
    pub fn answer(&self, question: &str) -> Option<&Suggestion> {
        self.answers.iter().find(|one| one.question == question)
    }

    /// The levels at which a needle or catheter went in.
    pub fn entries(&self) -> impl Iterator<Item = &Found> {
        self.levels.iter().filter(|found| found.role == Role::Entry)
    }

    /// The facts that follow if every suggestion is confirmed, as on a command line.
    #[must_use]
    pub fn facts(&self) -> Vec<String> {
        let answered = self.answers.iter().filter(|one| one.state == State::Suggested);
        let answered = answered.map(|one| format!("{}={}", one.question, one.answers.join(",")));
        let levels = self.entries().filter_map(|found| match (found.level, found.side) {
            (Some(level), Some(side)) => Some(format!("level={level}:{side}")),
            (Some(level), None) => Some(format!("level={level}")),
            (None, Some(side)) => Some(format!("level=not-documented:{side}")),
            (None, None) => None,
        });
        answered.chain(levels).collect()
    }
}
