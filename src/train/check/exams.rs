//! Can every exam be drawn in full, whatever the seed?

use crate::pack::model::{Exam, Teaching};
use crate::pack::{Findings, Loaded, Path, name};
use crate::train::exam::fitting;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let teaching = &loaded.teaching;
    for (nth, exam) in teaching.lessons.exams.iter().enumerate() {
        let exam_path = Path::top().key("exams").at(nth);
        for (at, part) in exam.parts.iter().enumerate() {
            let path = exam_path.key("parts").at(at).key("count");
            let fits = fitting(teaching, part).len();
            let taken = taken_before(teaching, exam, at);
            if fits < taken + part.count {
                let message = format!(
                    "more cases are asked for than there are: {} of {fits} that fit, of which the parts before may take {taken}",
                    part.count
                );
                let help = "Ask for fewer, put the narrow parts first, or write more cases.";
                out.add("exam-too-large", name::LESSONS, &path, message, help);
            }
        }
    }
}

/// How many cases that fit a part the parts before it may have taken.
fn taken_before(teaching: &Teaching, exam: &Exam, at: usize) -> usize {
    let Some((part, before)) = exam.parts.get(at).zip(exam.parts.get(..at)) else {
        return 0;
    };
    let fits = fitting(teaching, part);
    let shared = |other| {
        let others = fitting(teaching, other);
        others
            .iter()
            .filter(|case| fits.iter().any(|one| one.id == case.id))
            .count()
    };
    before.iter().map(|other| shared(other).min(other.count)).sum()
}
