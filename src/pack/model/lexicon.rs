//! `lexicon.yaml`: the words by which a procedure note is read. It says how notes talk, never what is right to code.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, IntoStaticStr};

use super::{Date, Identifiers};

/// The whole of `lexicon.yaml`. Words are looked up in small letters, hyphens as blanks, slips mended.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// When a person last read it against notes.
    #[serde(default)]
    pub checked: Option<Date>,
    /// Slips of speech and typing: a word as it stands in notes, and the word that is meant.
    #[serde(default)]
    pub slips: BTreeMap<String, String>,
    /// The headings of notes.
    #[serde(default)]
    pub sections: Vec<Heads>,
    /// Words that say how to take what stands beside them.
    #[serde(default)]
    pub cues: Vec<Cued>,
    /// What a procedure is aimed at: the family, its neighbors, or something else altogether.
    #[serde(default)]
    pub targets: Vec<Aim>,
    /// Words that speak for an answer.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Drugs by all their names.
    #[serde(default)]
    pub drugs: Vec<Drug>,
    /// Words that show an item of the checklist.
    #[serde(default)]
    pub items: Vec<Shown>,
    /// `identifiers.yaml`: the words around names, numbers, dates and places.
    #[serde(default)]
    #[schemars(skip)]
    pub identifiers: Identifiers,
}

/// What sort of text stands under a heading, and so how far it is trusted.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    Display,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Section {
    /// What was done, step by step: trusted most.
    Narrative,
    /// The name of the procedure.
    Title,
    /// A list at the head: drugs, equipment, imaging used.
    Header,
    /// What was seen: an epidurogram, a reading of the pictures.
    Findings,
    /// Who gave which anesthesia: no procedure of the author.
    Anesthesia,
    /// Diagnoses.
    Diagnosis,
    /// What went before: history, indication, examination, studies.
    History,
    /// Consent and risks.
    Consent,
    /// Complications, blood loss, condition.
    Outcome,
    /// What is to come.
    Plan,
    /// Codes with their printed descriptions.
    Codes,
}

/// The headings of one sort of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heads {
    /// The sort.
    pub section: Section,
    /// The headings.
    pub heads: Vec<String>,
}

/// How words bear on what stands beside them.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    Display,
    EnumIter,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Cue {
    /// Something was given: injected, instilled.
    Given,
    /// A needle or catheter went in: advanced, inserted.
    Entered,
    /// What is told begins here: position, preparation of the skin.
    Begins,
    /// Denies what follows in its clause.
    Denies,
    /// Denies what stands before it in its clause.
    DeniesBack,
    /// Ends the reach of a denial within a clause: but, however.
    Turns,
    /// Earlier, elsewhere: prior, status post.
    Past,
    /// To come: will, scheduled, recommend.
    Planned,
    /// Somebody else did it.
    Others,
    /// A risk that was named, not a thing that happened.
    Risk,
    /// Tried and given up.
    Abandoned,
    /// What is told of the time after: tolerated, taken to recovery.
    After,
    /// A level was given up.
    GivenUp,
    /// Done again as before: same technique, in a similar fashion.
    Again,
    /// The next needle: attention was turned to, at the second level.
    Next,
    /// The skin and what lies above the target.
    Skin,
    /// What a needle is brought to, in a sentence of injecting.
    Site,
    /// A point to count from or to pass, no entry.
    Landmark,
    /// Where a catheter ends.
    Tip,
    /// Where contrast went.
    Spread,
    /// Both sides.
    BothSides,
    /// The remaining roots or sides.
    Remaining,
    /// Anesthesia so that an operation can be done.
    Operative,
    /// An operation: incision, suture, closure.
    Surgery,
    /// A quiet line: sedation.
    Sedation,
    /// A place in the vein.
    Vein,
    /// A picture that was kept.
    Kept,
    /// A part of the body that hurts or is examined: a side beside it is no side of an injection.
    Complaint,
    /// Looks like other words of this file and means none of them.
    Idle,
}

/// Words of one cue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cued {
    /// How they bear.
    pub cue: Cue,
    /// The words.
    pub words: Vec<String>,
}

/// How a target lies to the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Kin {
    /// A procedure of the family by its name.
    Family,
    /// Where procedures of the family go: the epidural or subarachnoid space, a root at its foramen. Others pass there as well.
    Place,
    /// An injection whose target is left out.
    Any,
    /// Another target or another purpose that the pack knows a way out for.
    Neighbor,
    /// An operation or an examination.
    Operation,
}

/// A target by its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    /// How it lies to the family.
    pub kin: Kin,
    /// The way out, where the pack knows one.
    #[serde(default)]
    pub signpost: Option<String>,
    /// Whether what is named so is nothing of the family, whatever else is named beside it: a patch of blood in the epidural space.
    #[serde(default)]
    pub whole: bool,
    /// Its words. The longest that stand at a place speak.
    pub words: Vec<String>,
}

/// How much words weigh.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Weight {
    /// They point there and prove nothing: no answer follows.
    Hint,
    /// They suggest it.
    Weak,
    /// They say it.
    Strong,
}

/// Words that speak for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The question in `tree.yaml`.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// How much they weigh.
    pub weight: Weight,
    /// The words.
    pub words: Vec<String>,
}

/// What a drug is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DrugUse {
    /// Given at the target: a steroid, an opioid, what destroys or breaks up.
    Treatment,
    /// Numbs: at the target, or the skin on the way there.
    Anesthetic,
    /// Seen on the pictures.
    Contrast,
    /// Given for comfort or care and not by the needle, unless it is said to have gone to the target.
    Sedation,
    /// Goes along with others: saline, epinephrine.
    Diluent,
    /// Cleans the skin.
    Preparation,
}

/// A drug.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Drug {
    /// Its generic name.
    pub name: String,
    /// Brands, short forms and misspellings.
    #[serde(default)]
    pub also: Vec<String>,
    /// The answer to the substance question when it goes to the target; none for what decides nothing.
    #[serde(default)]
    pub answer: Option<String>,
    /// What it is for.
    #[serde(rename = "use")]
    pub used: DrugUse,
    /// It names a sort of drug only: `steroid`.
    #[serde(default)]
    pub vague: bool,
}

/// Words that show an item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// The item in `checklist.yaml`.
    pub item: String,
    /// Words that show it.
    #[serde(default)]
    pub words: Vec<String>,
    /// Words of which one must stand in the note as well; without them the item is shown in part.
    #[serde(default)]
    pub with: Vec<String>,
    /// Words that show a part of it.
    #[serde(default)]
    pub partly: Vec<String>,
    /// The sorts of text they may stand in; all where none is given.
    #[serde(default)]
    pub sections: Vec<Section>,
}
