//! `tree.yaml`: the questions in order and the table of outcomes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Axis, Conditions, Confidence, Date, Span};

/// The whole of `tree.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TreeFile {
    /// When a person last compared this file with its sources.
    pub checked: Date,
    /// When its rules hold, unless a rule says otherwise.
    pub effective: Span,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Question>,
    /// Every way the questions can end. Exactly one fits any combination of answers.
    pub outcomes: Vec<Outcome>,
}

/// Where a question is put to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Panel {
    /// On the way to the code, one question a screen.
    #[default]
    Path,
    /// In the details panel, with a default; never between the coder and the code.
    Details,
}

/// How far an answer reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// The procedure for which it was given.
    #[default]
    Procedure,
    /// Every procedure of the session.
    Session,
}

/// One question about the procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Name in facts: `imaging` in `imaging=ct`.
    pub id: String,
    /// One or two words, for headings and breadcrumbs.
    pub title: String,
    /// The question as put to the coder.
    pub ask: String,
    /// Why it is asked: what hangs on it.
    pub why: String,
    /// Where in the note the answer is found.
    pub look: Vec<String>,
    /// The same question as put to the provider: neutral, without code, payment or preferred answer.
    pub ask_provider: String,
    /// On the path or in the details panel.
    #[serde(default)]
    pub panel: Panel,
    /// The procedure, or the whole session.
    #[serde(default)]
    pub scope: Scope,
    /// Asked only where one of these is certain. Empty: wherever it makes a difference.
    #[serde(default)]
    pub asked_when: Vec<Conditions>,
    /// The answer taken where nobody gave one; absent: never assumed.
    #[serde(default)]
    pub assume: Option<Assumption>,
    /// Of several answers that are all true (`a+b`), the one named first here decides. Empty: several at once are two procedures.
    #[serde(default)]
    pub precedence: Vec<String>,
    /// Answers that words of one quick entry may name side by side, as a mixture of drugs; others contradict each other.
    #[serde(default)]
    pub mixes: Vec<String>,
    /// The answer that a quick entry means by denying another, as "no fluoro" does. Absent: a denial settles nothing.
    #[serde(default)]
    pub denied: Option<String>,
    /// On what a reader goes wrong who answers it wrongly. Absent: on whether it is of the family.
    #[serde(default)]
    pub axis: Option<Axis>,
    /// The answers, in the order in which they are shown.
    pub answers: Vec<Answer>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is that the question matters as we say.
    pub confidence: Confidence,
}

/// An answer taken for granted until somebody gives one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// The answer taken.
    pub answer: String,
    /// Only where one of these is certain. Empty: everywhere.
    #[serde(default)]
    pub when: Vec<Conditions>,
    /// But not where one of these is certain.
    #[serde(default)]
    pub unless: Vec<Conditions>,
    /// What the person is told.
    pub why: String,
}

/// One answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Name in facts: `ct` in `imaging=ct`.
    pub id: String,
    /// As shown in the list.
    pub label: String,
    /// As it reads in "region is lumbar": a word or two.
    pub short: String,
    /// What to watch out for with this answer.
    #[serde(default)]
    pub note: Option<String>,
    /// What a certain answer settles elsewhere: a caudal entry is a sacral one, whatever else the note leaves out.
    #[serde(default)]
    pub implies: Conditions,
    /// Spinal levels that lie in this region: a level carries its own answer.
    #[serde(default)]
    pub levels: Vec<String>,
    /// Words of notes that mean this answer.
    #[serde(default)]
    pub words: Vec<String>,
    /// What two neighboring vertebrae side by side, as in "L4 L5", are with this answer. Absent: they may be either.
    #[serde(default)]
    pub neighbors: Option<Neighbors>,
    /// Sources of the note, where it has its own.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How sure the note is; absent: as its question.
    #[serde(default)]
    pub confidence: Option<Confidence>,
}

/// Two neighboring vertebrae written side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Neighbors {
    /// The space between them.
    Interspace,
    /// The roots named after them.
    Roots,
}

/// One end of the questions. Exactly one of `code`, `signpost` and `undetermined` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Stable name.
    pub id: String,
    /// The code reached.
    #[serde(default)]
    pub code: Option<String>,
    /// The way out of the family reached: an id in `signposts.yaml`.
    #[serde(default)]
    pub signpost: Option<String>,
    /// No authority settles the code.
    #[serde(default)]
    pub undetermined: Option<Undetermined>,
    /// One sentence: why these answers lead here.
    pub why: String,
    /// The answers that lead here: any of these sets of conditions. A question left out may have any answer.
    pub when: Vec<Conditions>,
    /// But not under any of these.
    #[serde(default)]
    pub unless: Vec<Conditions>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What is left where the rules themselves do not settle the code. The candidates are the codes that an open answer to
/// `question` would leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Undetermined {
    /// The question on which it hangs.
    pub question: String,
    /// What to ask the provider: neutral, without code, payment or preferred answer.
    pub ask_provider: String,
    /// What a coder can do meanwhile.
    pub advice: String,
}
