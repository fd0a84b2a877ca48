//! A lesson on paper, at 80 columns: every note with lines to write on; the answers only where they are asked for.

use super::{demo_step, note};
use crate::claim::Setting;
use crate::pack::model::Case;
use crate::report::{Lines, phrases};
use crate::train::demo::{DemoStep, script};
use crate::train::worked;
use crate::tree::Book;

/// A line to write on, as wide as a page is printed.
const BLANK: &str = "________________________________________";

/// The cases of a lesson under its title, with room for answers, or with the answers.
#[must_use]
pub fn handout(book: &Book, title: &str, cases: &[&Case], answers: bool) -> Lines {
    let mut lines = Lines::default();
    let which = if answers { ", with the answers" } else { "" };
    lines.line(format!("{title}{which}"));
    lines.line(format!(
        "{}, pack {}",
        phrases::count(cases.len(), "case"),
        book.about.edition
    ));
    for (number, case) in (1..).zip(cases) {
        lines.heading(&format!(
            "{number}. {} (difficulty {} of 3)",
            case.title, case.difficulty
        ));
        if let Some(payer) = &case.payer {
            lines.item("Payer: ", &phrases::payer(payer));
        }
        lines.gap().append(note(case)).gap();
        if answers {
            lines.append(answered(book, case));
        } else {
            lines.line(format!("Code and lines      {BLANK}"));
            lines.line(format!("Words that decide   {BLANK}"));
        }
    }
    lines
}

/// What a demonstration of the case tells behind its note.
fn answered(book: &Book, case: &Case) -> Lines {
    let mut lines = Lines::default();
    let Ok(key) = worked(book, case, Setting::Professional) else {
        return lines;
    };
    let told = script(case).into_iter();
    for step in told.filter(|step| !matches!(step, DemoStep::Note | DemoStep::Ask)) {
        if step == DemoStep::Answer {
            lines.gap().line("The answer:");
        }
        lines.append(demo_step(book, case, &key, step));
    }
    lines
}
