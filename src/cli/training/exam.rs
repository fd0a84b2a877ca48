//! `epipath exam`: in lines on every terminal, a sheet at the end.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use super::{ExamArgs, because, converse, desk, taught};
use crate::cli::args::WizardArgs;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output;
use crate::cli::settings::Settings;
use crate::line::Because;
use crate::line::training::Examinee;
use crate::pack::model::{Exam, Teaching};
use crate::pack::nearest;
use crate::report::Lines;
use crate::train::{Sheet, drawn};

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
    let because = because(false, wizard, settings)?.unwrap_or(Because::Option);
    let mut examinee = Examinee::new(desk(&book, &teaching, because)?, exam, args.seed);
    converse(&mut examinee)?;
    let sheet = examinee.sheet();
    if let Some(path) = &args.sheet {
        write(path, &sheet)?;
    }
    Ok(if sheet.passed { Exit::Code } else { Exit::Signpost })
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
        let cases: usize = exam.parts.iter().map(|part| part.count).sum();
        lines.item(
            &format!("{}  ", exam.id),
            &format!("{}: {cases} cases, {} of 100 needed", exam.title, exam.pass_mark),
        );
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
    let json = serde_json::to_string_pretty(sheet).map_err(|error| unwritten(&error))?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|error| unwritten(&error))?;
    writeln!(file, "{json}").map_err(|error| unwritten(&error))
}
