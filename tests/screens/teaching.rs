//! Four teaching cases that stay as they are, whatever becomes of those of the pack.

use std::sync::OnceLock;

use epipath::pack::model::{Case, Exam, ExamPart, Lessons, Teaching};
use epipath::pack::read_single;
use epipath::shelf::LearningStore;
use epipath::tui::Classroom;

/// In the order in which a drill asks them.
const NAMES: [&str; 4] = [
    "caudal-tilt",
    "three-sites-two-levels",
    "a-very-short-lesi",
    "title-says-thoracic",
];

pub(crate) fn teaching() -> Teaching {
    let case = |name: &str| {
        let path = format!("{}/tests/screens/cases/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let read = read_single::<Case>(path.as_ref());
        read.unwrap_or_else(|_| panic!("{name} cannot be read")).unwrap()
    };
    Teaching {
        cases: NAMES.map(case).to_vec(),
        lessons: Lessons {
            lessons: Vec::new(),
            exams: vec![exam()],
        },
        ..Teaching::default()
    }
}

/// An exam of all of them.
fn exam() -> Exam {
    Exam {
        id: "four".to_owned(),
        title: "Four cases".to_owned(),
        pass_mark: 75,
        minutes: None,
        parts: vec![ExamPart {
            count: NAMES.len(),
            axes: Vec::new(),
            codes: Vec::new(),
            difficulty: Vec::new(),
        }],
    }
}

/// The same for as long as the tests run.
pub(crate) fn teaching_for_ever() -> &'static Teaching {
    static TEACHING: OnceLock<Teaching> = OnceLock::new();
    TEACHING.get_or_init(teaching)
}

/// Those cases, and nothing kept.
pub(crate) fn classroom() -> &'static Classroom {
    static ROOM: OnceLock<Classroom> = OnceLock::new();
    ROOM.get_or_init(|| Classroom::new(LearningStore::default(), || Ok(teaching())))
}

/// Every case of the pack.
pub(crate) fn whole_classroom() -> &'static Classroom {
    static ROOM: OnceLock<Classroom> = OnceLock::new();
    let read = || epipath::embedded::teaching().map_err(|error| error.to_string());
    ROOM.get_or_init(|| Classroom::new(LearningStore::default(), read))
}
