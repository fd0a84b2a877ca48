//! The trainer on the screen: what it opens with, where teaching cases come from, and what is drawn of them. What its keys do is in
//! `app`.
//!
//! A [`Classroom`] is read when it is first needed, so that the wizard starts as fast as without one. A drill begins with
//! [`drill::Drill`], a demonstration with [`demo::DemoDesk`], an exam with [`ExamRoom`]; [`note`] lays a note out.

mod cases;
mod classroom;
pub(crate) mod demo;
pub(crate) mod drill;
mod entry;
mod exam;
mod hints;
mod marked;
pub(crate) mod note;
mod reading;
mod sheet;
mod spot;
mod weak;

pub(crate) use cases::CaseList;
pub(crate) use classroom::Course;
pub use classroom::{Classroom, Learned};
pub(crate) use entry::LineEntry;
pub(crate) use exam::{ExamList, ExamRoom, Seats, entered, left, place as exam_place, told as seats_told};
pub(crate) use hints::Hints;
pub(crate) use marked::{Marked, put};
pub(crate) use reading::NoteLayer;
pub(crate) use sheet::SheetLayer;
pub(crate) use spot::Spot;
pub(crate) use weak::Weak;

/// What the screen opens with instead of the wizard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Training {
    /// A case to solve.
    Drill {
        /// Its id; none: the one to go on with.
        case: Option<String>,
    },
    /// Cases step by step.
    Demo {
        /// Their ids, in this order.
        cases: Vec<String>,
    },
    /// An exam, after which the program ends.
    Exam {
        /// Its id.
        exam: String,
        /// What draws its cases.
        seed: u64,
        /// How long it may take, in minutes; none: as the exam says; 0: as long as it takes.
        minutes: Option<u16>,
    },
}
