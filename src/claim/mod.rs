//! Floor 2: from a decision to what a claim needs: lines, modifiers, the checklist, the coverage verdict, findings and the
//! provider query. Pure: facts in, findings out. Asks nothing.
//!
//! Start at [`result()`].

mod checklist;
mod context;
mod coverage;
mod findings;
mod groups;
mod modifiers;
mod result;
mod signpost;

pub use checklist::{CheckItem, Readiness, checklist, readiness};
pub use context::{Context, Setting};
pub use coverage::{Coverage, Reason, coverage};
pub use findings::{Finding, FindingSeverity};
pub use groups::combine;
pub use modifiers::{ModifierStance, modifiers};
pub use result::{
    Alternative, CaseResult, Companion, DoNotReport, GroupResult, Line, PackRef, PathNote, PathStep, SignpostResult,
    StatusWord, TargetCode, UndecidedQuestion, WhyNot, result,
};
