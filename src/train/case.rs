//! A teaching case through the engine.

use std::ops::Range;

use crate::claim::{CaseResult, Context, Line, Setting, session_result};
use crate::pack::model::{Case, Date, found_in};
use crate::session::{AND, FactError, Gathered, parse_case};
use crate::tree::Book;

/// A case as the engine sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// What was read from its facts.
    pub gathered: Gathered,
    /// What that comes to.
    pub result: CaseResult,
}

/// The date of service of every case that names none: no case waits for a clock, and each holds as long as its pack.
#[must_use]
pub const fn day(book: &Book) -> Date {
    book.about.checked
}

/// The facts of a case as on a command line, with [`AND`] between its procedures. What is said of the whole session stands in
/// the first, but for answers that each procedure has for itself.
#[must_use]
pub fn facts(book: &Book, case: &Case) -> Vec<String> {
    let mut words = Vec::new();
    for (nth, procedure) in case.procedures.iter().enumerate() {
        if nth > 0 {
            words.push(AND.to_owned());
        }
        words.extend(procedure.iter().cloned());
        let here = |fact: &&String| nth == 0 || is_answer(book, fact);
        words.extend(case.session.iter().filter(here).cloned());
    }
    let payer = case.payer.iter().map(|payer| format!("payer={payer}"));
    words.extend(payer);
    words
}

fn is_answer(book: &Book, fact: &str) -> bool {
    let name = fact.split('=').next().unwrap_or_default();
    book.question_named(name).is_some()
}

/// The case read for a setting.
///
/// # Errors
/// The first fact that cannot be taken.
pub fn gathered(book: &Book, case: &Case, setting: Setting) -> Result<Gathered, FactError> {
    let mut context = Context::on(day(book));
    context.setting = setting;
    parse_case(book, context, &facts(book, case))
}

/// The case put through the engine for a setting.
///
/// # Errors
/// The first fact that cannot be taken.
pub fn worked(book: &Book, case: &Case, setting: Setting) -> Result<Worked, FactError> {
    let gathered = gathered(book, case, setting)?;
    let result = session_result(book, &gathered.procedures, &gathered.context);
    Ok(Worked { gathered, result })
}

/// A claim line in short: `CODE-50 x1`; levels are left out.
#[must_use]
pub fn short_line(line: &Line) -> String {
    let parts = std::iter::once(&line.code).chain(&line.modifiers);
    let parts: Vec<&str> = parts.map(String::as_str).collect();
    format!("{} x{}", parts.join("-"), line.units)
}

/// The claim lines of a result in short.
#[must_use]
pub fn billed(result: &CaseResult) -> Vec<String> {
    result.lines.iter().map(short_line).collect()
}

/// Where each of the deciding words stands in the note, in the order of the case: every place of each.
#[must_use]
pub fn words_found(case: &Case) -> Vec<Vec<Range<usize>>> {
    case.decides
        .iter()
        .map(|one| found_in(&case.note, &one.words))
        .collect()
}
