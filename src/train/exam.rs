//! An exam: cases drawn by a blueprint and a seed, and a sheet of results. The same seed draws the same cases in the same order on
//! every machine, as long as the pack is the same.

use serde::Serialize;

use super::Mark;
use crate::pack::model::{Case, Exam, ExamPart, Teaching};
use crate::pack::short_hash;

/// The cases of an exam, in the order in which they are asked. A part that has too few gives what it has; the pack's check refuses
/// such an exam.
#[must_use]
pub fn drawn<'a>(teaching: &'a Teaching, exam: &Exam, seed: u64) -> Vec<&'a Case> {
    let mut drawn: Vec<&Case> = Vec::new();
    for part in &exam.parts {
        let mut open = fitting(teaching, part);
        open.retain(|case| !drawn.iter().any(|taken| taken.id == case.id));
        open.sort_by_cached_key(|case| lot(seed, case));
        drawn.extend(open.into_iter().take(part.count));
    }
    drawn.sort_by_cached_key(|case| lot(seed.wrapping_add(1), case));
    drawn
}

/// Where a case comes in the order of a seed.
fn lot(seed: u64, case: &Case) -> String {
    short_hash(&(seed, &case.id))
}

/// The cases that a part may draw from, in the order of the pack.
#[must_use]
pub fn fitting<'a>(teaching: &'a Teaching, part: &ExamPart) -> Vec<&'a Case> {
    let fits = |case: &&Case| {
        let code = case.result.code.as_deref();
        (part.axes.is_empty() || part.axes.contains(&case.fork.axis))
            && (part.codes.is_empty() || code.is_some_and(|code| part.codes.iter().any(|one| one == code)))
            && (part.difficulty.is_empty() || part.difficulty.contains(&case.difficulty))
    };
    teaching.cases.iter().filter(fits).collect()
}

/// A time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// How many minutes there were.
    pub minutes: u16,
    /// Whether they ran out before it was handed in.
    pub ran_out: bool,
}

/// The result of an exam.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The exam.
    pub exam: String,
    /// Its title.
    pub title: String,
    /// The seed by which its cases were drawn.
    pub seed: u64,
    /// The edition of the pack.
    pub edition: String,
    /// The time limit, where there was one.
    pub limit: Option<Limit>,
    /// The marks, in the order in which the cases were asked; none for a case that was not answered.
    pub marks: Vec<(String, Option<Mark>)>,
    /// The score of all cases, in percent, rounded down.
    pub percent: usize,
    /// What is needed, in percent.
    pub pass_mark: usize,
    /// Whether it was passed.
    pub passed: bool,
}

/// The sheet of an exam drawn by a seed. Every case weighs the same; what was not answered scores nothing.
#[must_use]
pub fn sheet(
    exam: &Exam,
    (seed, limit): (u64, Option<Limit>),
    edition: &str,
    marks: Vec<(String, Option<Mark>)>,
) -> Sheet {
    let percents = marks
        .iter()
        .map(|(_, mark)| mark.as_ref().map_or(0, |mark| mark.score.percent()));
    let percent = percents.sum::<usize>() / marks.len().max(1);
    let pass_mark = usize::from(exam.pass_mark);
    Sheet {
        exam: exam.id.clone(),
        title: exam.title.clone(),
        seed,
        edition: edition.to_owned(),
        limit,
        marks,
        percent,
        pass_mark,
        passed: percent >= pass_mark,
    }
}
