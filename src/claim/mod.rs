//! Floor 2: from a decision to what a claim needs: lines, modifiers, the checklist, the coverage verdict, findings and the
//! provider query. Pure: facts in, findings out. Asks nothing.
//!
//! Start at [`result()`].

mod beside;
mod both_sides;
mod checklist;
mod compare;
mod context;
mod contract;
mod coverage;
mod depth;
mod diagnoses;
mod findings;
pub mod frequency;
mod groups;
mod level;
mod lines;
mod local;
mod modifiers;
mod noticed;
mod once;
mod outside;
mod pairs;
mod predecessor;
mod query;
mod reached;
mod reasons;
mod regions;
mod result;
mod scope;
mod scrub;
mod signpost;
mod unearned;

pub use checklist::{CheckItem, Readiness, checklist, missing, readiness};
pub use compare::{
    Cell, CodeHead, CompareError, Comparison, Difference, Joined, NO_RULE, Part, Row, RowGroup, Split, Tie, Together,
    compare, difference, one_of,
};
pub use context::{Context, Setting};
pub use contract::{
    Alternative, CaseResult, Companion, DoNotReport, GroupResult, Hang, Line, PackRef, PathNote, PathStep, Procedure,
    SignpostResult, StatusWord, TargetCode, UndecidedQuestion, WhyNot,
};
pub use coverage::{Coverage, JurisdictionRef, Reason, coverage};
pub use diagnoses::icd;
pub use findings::Finding;
pub use level::{Level, LevelError, LevelFact, Side};
pub use local::OverlayRef;
pub use modifiers::{ModifierStance, modifiers};
pub use outside::{left_open, outside, way_out};
pub use query::{ProviderQuery, provider_query};
pub use reached::{Reached, reached};
pub use result::{brief, result, session_result};
pub use scope::shared;
pub use scrub::{ScrubFinding, ScrubResult, ScrubVerdict, scrub};
