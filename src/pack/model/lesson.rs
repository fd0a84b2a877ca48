//! `lessons.yaml`: cases put together for a class, and what an exam draws.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Axis;

/// The whole of `lessons.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lessons {
    /// Lessons, in the order of a course.
    #[serde(default)]
    pub lessons: Vec<Lesson>,
    /// Exams.
    #[serde(default)]
    pub exams: Vec<Exam>,
}

/// Cases to be demonstrated one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Stable name.
    pub id: String,
    /// What stands in a list.
    pub title: String,
    /// What a class knows afterwards, in a sentence.
    pub about: String,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Ids of cases, in order.
    pub cases: Vec<String>,
}

/// The blueprint of an exam.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exam {
    /// Stable name.
    pub id: String,
    /// What stands in a list and on the sheet.
    pub title: String,
    /// What is needed to pass, in percent.
    pub pass_mark: u8,
    /// How long it may take, in minutes; absent: as long as it takes.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// What is drawn; a case is never drawn twice.
    pub parts: Vec<ExamPart>,
}

/// A part of an exam: so many cases of a kind. A list that is absent leaves all open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamPart {
    /// How many.
    pub count: usize,
    /// On what they turn.
    #[serde(default)]
    pub axes: Vec<Axis>,
    /// The codes they come to; always quoted in YAML.
    #[serde(default)]
    pub codes: Vec<String>,
    /// How hard they are, 1 to 3.
    #[serde(default)]
    pub difficulty: Vec<u32>,
}
