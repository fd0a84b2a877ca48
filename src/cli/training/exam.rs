//! `epipath exam`: on the full screen or in lines, a sheet at the end.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use super::{ExamArgs, because, converse, desk, taught};
use crate::cli::args::WizardArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output;
use crate::cli::settings::Settings;
use crate::cli::wizard::sat;
use crate::line::Because;
use crate::line::training::Examinee;
use crate::pack::model::{Exam, Teaching};
use crate::pack::nearest;
use crate::report::Lines;
use crate::report::training::{exam_words, sheet_json, sheet_text};
use crate::train::{Sheet, drawn};
use crate::tree::Book;
use crate::tui::Training;

/// Runs an exam, or tells about it.
pub(in crate::cli) fn run(args: &ExamArgs, (wizard, settings): (&WizardArgs, &Settings)) -> Result<Exit, Failure> {
    let (book, teaching) = taught(settings.folders())?;
    let Some(id) = &args.exam else {
        return exams(&teaching);
    };
    let exam = named(&teaching, id)?;
    if args.list {
        let cases = drawn(&teaching, exam, args.seed);
        let lines = cases.iter().map(|case| format!("{}\n", case.id));
        return output::print(&lines.collect::<String>());
    }
    if let Some(path) = args.sheet.as_deref().filter(|path| path.exists()) {
        let told = format!("{} is there already; name a new file for the sheet", path.display());
        return Err(Failure::usage(told));
    }
    let sheet = match because(args.plain, wizard, settings)? {
        Some(because) => in_lines(args, (&book, &teaching), (exam, because))?,
        None => on_screen(args, (wizard, settings), &teaching)?,
    };
    let Some(sheet) = sheet else {
        return Ok(Exit::Signpost);
    };
    if let Some(path) = &args.sheet {
        write(path, &sheet)?;
    }
    Ok(if sheet.passed { Exit::Code } else { Exit::Signpost })
}

/// An exam in lines says its sheet itself.
fn in_lines(
    args: &ExamArgs,
    (book, teaching): (&Book, &Teaching),
    (exam, because): (&Exam, Because),
) -> Result<Option<Sheet>, Failure> {
    if args.minutes.is_some_and(|minutes| minutes > 0) {
        return Err(Failure::usage(format!(
            "a time limit holds on the full screen only, and this exam runs in lines, switched on by {because}: listening and \
             typing take as long as they take; leave --minutes out"
        )));
    }
    let mut examinee = Examinee::new(desk(book, teaching, because)?, exam, args.seed);
    converse(&mut examinee)?;
    Ok(Some(examinee.sheet()))
}

/// What is left of an exam on the full screen is its sheet; none where it was left.
fn on_screen(
    args: &ExamArgs,
    (wizard, settings): (&WizardArgs, &Settings),
    teaching: &Teaching,
) -> Result<Option<Sheet>, Failure> {
    let training = Training::Exam {
        exam: args.exam.clone().unwrap_or_default(),
        seed: args.seed,
        minutes: args.minutes,
    };
    let sheet = sat(wizard, settings, training)?;
    if let Some(sheet) = &sheet {
        output::print(&sheet_text(sheet, teaching).to_string())?;
    }
    Ok(sheet)
}

fn named<'t>(teaching: &'t Teaching, id: &str) -> Result<&'t Exam, Failure> {
    teaching.exam(id).ok_or_else(|| {
        let names = teaching.lessons.exams.iter().map(|exam| exam.id.as_str());
        let guess = nearest(id, names).map_or_else(String::new, |guess| format!(" Did you mean `{guess}`?"));
        Failure::usage(format!("there is no exam `{id}`.{guess} epipath exam lists them"))
    })
}

fn exams(teaching: &Teaching) -> Result<Exit, Failure> {
    let mut lines = Lines::default();
    for exam in &teaching.lessons.exams {
        lines.item(&format!("{}  ", exam.id), &exam_words(exam));
    }
    output::print(&lines.to_string())
}

/// Writes the sheet into a file that is not there yet.
fn write(path: &Path, sheet: &Sheet) -> Result<(), Failure> {
    let unwritten = |error: &dyn std::fmt::Display| {
        Failure::unexpected(format!(
            "{} cannot be written: {error}; the sheet stands above",
            path.display()
        ))
    };
    let json = sheet_json(sheet).map_err(|error| unwritten(&error))?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| unwritten(&error))?;
    file.write_all(json.as_bytes()).map_err(|error| unwritten(&error))
}
