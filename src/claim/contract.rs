//! The result of a case in the terms of the command-line contract: what `--json` prints, key by key.

use serde::Serialize;
use strum::{Display, IntoStaticStr};

use super::checklist::CheckItem;
use super::coverage::Coverage;
use super::findings::Finding;
use super::level::LevelFact;
use super::local::OverlayRef;
use super::modifiers::ModifierStance;
use crate::pack::model::{CodeStatus, Confidence, Date, Span};
use crate::tree::Answers;

/// What a result comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Display, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum StatusWord {
    /// A code of the family.
    Code,
    /// Outside the family, or not reported on its own.
    Signpost,
    /// More than one end is possible.
    Undetermined,
}

/// The whole result of a case. Serialized, it is the contract's answer object: keys are stable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseResult {
    /// What it comes to.
    pub status: StatusWord,
    /// The first line's code.
    pub code: Option<String>,
    /// One sentence of why, where the answers are settled.
    pub why: Option<String>,
    /// Claim lines.
    pub lines: Vec<Line>,
    /// Other readings of the lines.
    pub alternatives: Vec<Alternative>,
    /// Codes that go with it.
    pub companions: Vec<Companion>,
    /// Codes that must not stand beside it.
    pub do_not_report: Vec<DoNotReport>,
    /// Where it goes outside the family.
    pub signpost: Option<SignpostResult>,
    /// Codes still possible.
    pub candidates: Vec<String>,
    /// What the code hangs on.
    pub undecided: Vec<UndecidedQuestion>,
    /// Neutral questions to the provider about levels and sides.
    pub questions: Vec<String>,
    /// What a coder can do meanwhile, where the rules leave it open.
    pub advice: Option<String>,
    /// What must be said beside it.
    pub findings: Vec<Finding>,
    /// The answers, given and assumed.
    pub path: Vec<PathStep>,
    /// Every other code of the family, and the answer that ruled it out.
    pub why_not: Vec<WhyNot>,
    /// What the record must show.
    pub checklist: Vec<CheckItem>,
    /// Every modifier with its stance.
    pub modifiers: Vec<ModifierStance>,
    /// The second verdict.
    pub coverage: Coverage,
    /// One entry a procedure.
    pub groups: Vec<GroupResult>,
    /// The pack used.
    pub pack: PackRef,
    /// The words of a site laid over it.
    pub overlay: Option<OverlayRef>,
}

/// One procedure of a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Procedure {
    /// What was answered.
    pub answers: Answers,
    /// Its levels and sides.
    pub levels: Vec<LevelFact>,
    /// Modifiers put on its lines by hand, beside those that the facts call for.
    pub modifiers: Vec<String>,
}

/// A claim line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Line {
    /// The code.
    pub code: String,
    /// Modifiers in billing order.
    pub modifiers: Vec<String>,
    /// Units.
    pub units: u32,
    /// Levels it stands for.
    pub levels: Vec<String>,
    /// Anything to be said about the line.
    pub note: Option<String>,
}

/// Another reading of the lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// When it is the right one.
    pub when: String,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A code that goes with the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Companion {
    /// The code, or a pattern such as `Jxxxx` for the code of a drug.
    pub code: String,
    /// The modifiers that its line carries.
    pub modifiers: Vec<String>,
    /// What earns it.
    pub when: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A code that must not stand beside the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DoNotReport {
    /// The code.
    pub code: String,
    /// Why not.
    pub why: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A way out of the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignpostResult {
    /// Stable name.
    pub id: String,
    /// One line.
    pub title: String,
    /// The reason.
    pub why: String,
    /// Codes to look at; empty where it is not reported on its own.
    pub codes: Vec<TargetCode>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A code outside the family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TargetCode {
    /// The code.
    pub code: String,
    /// Modifiers.
    pub modifiers: Vec<String>,
    /// Units.
    pub units: u32,
    /// When it is the right one.
    pub when: String,
    /// Whether it is in force.
    pub status: CodeStatus,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A question the code hangs on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UndecidedQuestion {
    /// Its name in facts.
    pub question: String,
    /// The neutral question for the provider.
    pub ask_provider: String,
    /// Each answer still possible, and what it would leave.
    pub hangs: Vec<Hang>,
}

/// An answer and what it would leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hang {
    /// The answer.
    pub answer: String,
    /// Codes, and signposts by name.
    pub leads_to: Vec<String>,
}

/// One answer on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathStep {
    /// The question.
    pub question: String,
    /// The answer as written in facts.
    pub answer: String,
    /// What hangs on the question, or why the answer is assumed.
    pub why: String,
    /// What to watch out for with this answer.
    pub note: Option<PathNote>,
    /// Whether nobody said so and the pack took it for granted.
    pub assumed: bool,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What to watch out for with an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathNote {
    /// The note in our words.
    pub text: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// Why another code is not the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhyNot {
    /// The code.
    pub code: String,
    /// The question whose answer ruled it out.
    pub question: Option<String>,
    /// The reason in words.
    pub why: String,
}

/// One procedure of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupResult {
    /// What it comes to.
    pub status: StatusWord,
    /// Its code.
    pub code: Option<String>,
    /// Where it goes outside the family.
    pub signpost: Option<SignpostResult>,
    /// Codes still possible.
    pub candidates: Vec<String>,
    /// What the code hangs on.
    pub undecided: Vec<UndecidedQuestion>,
}

/// The pack used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackRef {
    /// Its name.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// The dates of service for which it holds.
    pub effective: Span,
    /// When a person last compared it with its sources.
    pub checked: Date,
}
