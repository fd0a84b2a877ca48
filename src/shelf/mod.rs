//! Floor 3: what a person keeps beside the program: favorites, cards opened last, notes on a code, the screen to start with, and
//! a log of reports on rules. All of it is optional, and nothing of a case or a patient is ever in it.
//!
//! [`Shelf`] is what is kept, [`Change`] what may be done to it; [`Store`] reads and writes it in a folder that the caller names.
//! [`Learning`] is what a learner keeps, in a file of its own, with [`LearningStore`].
//!
//! [`Report`] is a line of the log, [`rules`] knows what a rule may be called, [`of_a_patient`] what does not belong here.

mod kept;
mod learning;
mod model;
mod named;
mod patient;
mod report;
pub mod rules;
mod store;
mod trouble;
mod written;

pub use kept::Kept;
pub use learning::{AxisKept, CaseKept, FORMAT, ForkKept, LEARNING, Learning, LearningStore, ReadLearning};
pub use model::{Change, MOST_RECENT, Shelf, Start};
pub use named::{known, title};
pub use patient::of_a_patient;
pub use report::Report;
pub use store::{LOG, SHELF, Store};
pub use trouble::Trouble;
