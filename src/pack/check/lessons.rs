//! Lessons and exams: names, the cases and codes they name, and a pass mark that can be reached.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::ids;
use super::references::{Kind, known};
use super::site::{Site, each};

const CASE: Kind<'_> = Kind {
    check: "unknown-case",
    one: "a case",
    all: "Cases",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let lessons = &loaded.teaching.lessons;
    let top = Path::top();
    for (what, key, ids) in [
        (
            "lesson",
            "lessons",
            lessons.lessons.iter().map(|one| &one.id).collect::<Vec<_>>(),
        ),
        ("exam", "exams", lessons.exams.iter().map(|one| &one.id).collect()),
    ] {
        let names = each(name::LESSONS, &top, key, &ids);
        let names = names.map(|one| Site::new(one.file, one.path.key("id"), one.value.as_str()));
        ids::named(what, names.collect(), out);
    }
    let cases: Vec<&str> = loaded.teaching.cases.iter().map(|case| case.id.as_str()).collect();
    for lesson in each(name::LESSONS, &top, "lessons", &lessons.lessons) {
        for case in each(name::LESSONS, &lesson.path, "cases", &lesson.value.cases) {
            known(
                &Site::new(name::LESSONS, case.path, case.value.as_str()),
                &CASE,
                &cases,
                out,
            );
        }
    }
    for exam in each(name::LESSONS, &top, "exams", &lessons.exams) {
        let mark = exam.value.pass_mark;
        if !(1..=100).contains(&mark) {
            let message = format!("{} is no pass mark of the exam {}", mark, quoted(&exam.value.id));
            let path = exam.path.key("pass_mark");
            out.add(
                "pass-mark",
                name::LESSONS,
                &path,
                message,
                "Write a number of percent, from 1 to 100.",
            );
        }
    }
}
