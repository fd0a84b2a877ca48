//! `cases/*.yaml`: teaching cases. One file is test, example, drill and demonstration.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString, IntoStaticStr};

use super::{Disputes, Exam, Lesson, Lessons, Verdict};

/// A teaching case: a note, the facts it supports, and what is billed for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Stable name: that of its file. It does not give the answer away.
    pub id: String,
    /// What stands in a list; does not give the answer away.
    pub title: String,
    /// 1 plain; 2 the words are buried; 3 a trap: title, template or habit lead elsewhere.
    pub difficulty: u32,
    /// The note, in the voice of real ones: lines of at most 76 columns.
    pub note: String,
    /// The facts of each procedure of the session, as on a command line.
    pub procedures: Vec<Vec<String>>,
    /// The facts of the whole session; setting and payer excepted.
    #[serde(default)]
    pub session: Vec<String>,
    /// Who pays, such as `medicare:TX`; absent: the code rules alone.
    #[serde(default)]
    pub payer: Option<String>,
    /// What it comes to.
    pub result: CaseAnswer,
    /// The words of the note that decide, each with the facts that it supports.
    pub decides: Vec<DecidingWords>,
    /// Questions or facts that the note does not settle.
    #[serde(default)]
    pub silent: Vec<String>,
    /// What it teaches.
    pub fork: CaseFork,
    /// Wrong results that people would enter: one to three.
    pub distractors: Vec<Distractor>,
    /// Ids in `disputes.yaml` that it settles.
    #[serde(default)]
    pub settles: Vec<String>,
    /// Ids in `sources.yaml`: what the result rests on.
    pub sources: Vec<String>,
}

/// What a case comes to: one of `code`, `signpost` and `undetermined`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseAnswer {
    /// The code of the first line; always quoted in YAML.
    #[serde(default)]
    pub code: Option<String>,
    /// The id of a signpost in `signposts.yaml`.
    #[serde(default)]
    pub signpost: Option<String>,
    /// The codes between which the note leaves it open.
    #[serde(default)]
    pub undetermined: Vec<String>,
    /// The claim lines by setting; none where nothing is billed.
    #[serde(default)]
    pub lines: CaseLines,
    /// What the payer does; absent where the case does not ask.
    #[serde(default)]
    pub coverage: Option<Verdict>,
}

/// Claim lines such as `CODE-50 x1`, in claim order, by setting. A setting left out is billed as the professional one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseLines {
    /// The claim of the physician.
    #[serde(default)]
    pub professional: Vec<String>,
    /// The claim of an ambulatory surgery center.
    #[serde(default)]
    pub asc: Option<Vec<String>>,
    /// The claim of a hospital.
    #[serde(default)]
    pub hospital: Option<Vec<String>>,
}

impl CaseLines {
    /// The lines of a setting, by its name.
    #[must_use]
    pub fn of(&self, setting: &str) -> &[String] {
        let own = match setting {
            "asc" => self.asc.as_ref(),
            "hospital" => self.hospital.as_ref(),
            _ => None,
        };
        own.unwrap_or(&self.professional)
    }

    /// Whether a setting has no lines of its own.
    #[must_use]
    pub fn is_professional(&self, setting: &str) -> bool {
        match setting {
            "asc" => self.asc.is_none(),
            "hospital" => self.hospital.is_none(),
            _ => true,
        }
    }
}

/// Words of the note that decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecidingWords {
    /// As they stand in the note; a line break counts as a blank.
    pub words: String,
    /// The facts, among those of the case, that they support.
    pub facts: Vec<String>,
}

/// What a case teaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseFork {
    /// What decides here.
    pub axis: Axis,
    /// What decides, and why the other reading is wrong: two or three sentences.
    pub teaches: String,
    /// The rules of the pack behind it, such as `outcome:NAME` or `finding:NAME`; at least one.
    pub rules: Vec<String>,
}

/// On what a reader can go wrong.
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
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Axis {
    /// Where it entered.
    Region,
    /// By which way.
    Approach,
    /// Whether it was seen.
    Imaging,
    /// Needle or catheter.
    Delivery,
    /// What was given.
    Substance,
    /// At which levels.
    Level,
    /// On which side.
    Side,
    /// How many.
    Unit,
    /// With which modifiers.
    Modifier,
    /// Whether a payer pays.
    Coverage,
    /// Whether it is of the family at all.
    Signpost,
}

/// A wrong result that people would enter: one of `code`, `lines`, `signpost` and `undetermined`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Distractor {
    /// A code; always quoted in YAML.
    #[serde(default)]
    pub code: Option<String>,
    /// Claim lines such as `CODE-50 x1`.
    #[serde(default)]
    pub lines: Vec<String>,
    /// The id of a signpost in `signposts.yaml`.
    #[serde(default)]
    pub signpost: Option<String>,
    /// Codes between which a reader leaves it open.
    #[serde(default)]
    pub undetermined: Vec<String>,
    /// What the wrong reader got wrong.
    pub axis: Axis,
    /// Why it is wrong.
    pub why: String,
}

/// What is there for teaching: not needed to decide anything, and read only when asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Teaching {
    /// `cases/*.yaml`, in the order of their file names.
    pub cases: Vec<Case>,
    /// `disputes.yaml`.
    pub disputes: Disputes,
    /// `lessons.yaml`.
    pub lessons: Lessons,
}

impl Teaching {
    /// The case of a name.
    #[must_use]
    pub fn case(&self, id: &str) -> Option<&Case> {
        self.cases.iter().find(|case| case.id == id)
    }

    /// The lesson of a name.
    #[must_use]
    pub fn lesson(&self, id: &str) -> Option<&Lesson> {
        self.lessons.lessons.iter().find(|lesson| lesson.id == id)
    }

    /// The exam of a name.
    #[must_use]
    pub fn exam(&self, id: &str) -> Option<&Exam> {
        self.lessons.exams.iter().find(|exam| exam.id == id)
    }
}

/// Every place where `words` stand in `note`, as offsets in bytes; any white space counts as one blank.
#[must_use]
pub fn found_in(note: &str, words: &str) -> Vec<std::ops::Range<usize>> {
    let wanted: Vec<&str> = words.split_whitespace().collect();
    let Some(first) = wanted.first() else {
        return Vec::new();
    };
    let starts = note.match_indices(first).map(|(start, _)| start);
    starts
        .filter_map(|start| Some(start..end_of(note, start, &wanted)?))
        .collect()
}

/// Where words end that start at an offset.
fn end_of(note: &str, start: usize, words: &[&str]) -> Option<usize> {
    let mut rest = note.get(start..)?;
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        }
        rest = rest.strip_prefix(word)?;
    }
    Some(note.len() - rest.len())
}
