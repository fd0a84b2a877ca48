//! What a learner keeps: which cases were tried and how well, when each fork is due again, and on which axis things went wrong. No
//! name, no note, no answer.

mod store;
mod written;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::pack::model::{Axis, Date};

pub use store::{LEARNING, LearningStore, ReadLearning};

/// The form of the file that this version writes.
pub const FORMAT: u32 = 1;

/// The whole of `training.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Learning {
    /// The form of the file.
    pub format: u32,
    /// The edition of the pack whose cases were worked on last.
    pub edition: String,
    /// Cases tried, by id.
    #[serde(default)]
    pub cases: BTreeMap<String, CaseKept>,
    /// Forks tried, by name.
    #[serde(default)]
    pub forks: BTreeMap<String, ForkKept>,
    /// What went wrong on each axis.
    #[serde(default)]
    pub axes: BTreeMap<Axis, AxisKept>,
}

impl Default for Learning {
    fn default() -> Self {
        Self {
            format: FORMAT,
            edition: String::new(),
            cases: BTreeMap::new(),
            forks: BTreeMap::new(),
            axes: BTreeMap::new(),
        }
    }
}

/// A case tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseKept {
    /// A hash of the case as it was then; another one means that the case was edited.
    pub content: String,
    /// How often it was tried.
    pub tries: u32,
    /// The best score, in percent.
    pub best: u8,
    /// The last score, in percent.
    pub last: u8,
    /// The day of the last try.
    pub seen: Date,
}

impl CaseKept {
    /// Whether it was ever answered without a fault.
    #[must_use]
    pub const fn is_solved(&self) -> bool {
        self.best == 100
    }
}

/// A fork tried: the state of the scheduler.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForkKept {
    /// Days after which nine of ten are expected to be remembered.
    pub stability: f64,
    /// From 1, easy, to 10.
    pub difficulty: f64,
    /// The day of the last try.
    pub seen: Date,
    /// The day on which it is due again.
    pub due: Date,
    /// How often it was tried.
    pub tries: u32,
    /// How often it was forgotten.
    pub lapses: u32,
}

/// An axis tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AxisKept {
    /// In how many answers it was at stake.
    pub asked: u32,
    /// In how many it was missed.
    pub missed: u32,
}
