//! The trainer's commands: drill, demo, exam, progress. The full screen or lines, as for the wizard.

mod args;
mod exam;

pub(super) use args::{DemoArgs, DrillArgs, ExamArgs, ProgressArgs};
pub(super) use exam::run as exam;

use std::io;
use std::path::PathBuf;

use etcetera::{BaseStrategy as _, choose_base_strategy};
use serde_json::json;

use super::args::WizardArgs;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::settings::Settings;
use super::wizard::screen;
use super::{clock, open, output, plain, shelf};
use crate::line::training::{Desk, Presenter, Pupil};
use crate::line::{Because, Partner, talk};
use crate::pack::model::{Case, Teaching};
use crate::pack::nearest;
use crate::report::training::{handout, resets, weak};
use crate::shelf::{Kept, Learning, LearningStore};
use crate::train::review::{due, is_solved, reconciled, weak_axes};
use crate::tree::Book;
use crate::tui::Training;

/// The folder below the platform's folder for data.
const FOLDER: &str = "epipath";

/// The folder of the learner's file: the one that the environment names, the one named for everything, or that of the platform.
pub(super) fn folder() -> Option<PathBuf> {
    let named = |name| std::env::var_os(name).filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let platform = || choose_base_strategy().ok().map(|base| base.data_dir().join(FOLDER));
    named("EPIPATH_DATA_DIR")
        .or_else(|| named("EPIPATH_CONFIG_DIR"))
        .or_else(platform)
}

/// What a learner kept, as far as it holds for these cases.
pub(super) struct Learner {
    pub(super) learning: Learning,
    pub(super) store: LearningStore,
    /// That something was set aside, or began anew.
    pub(super) notice: Option<String>,
}

impl Learner {
    pub(super) fn of(book: &Book, teaching: &Teaching) -> Result<Self, Failure> {
        let store = LearningStore::new(folder());
        let read = store
            .read()
            .map_err(|trouble| Failure::unexpected(trouble.to_string()))?;
        let (learning, reset) = reconciled(&read.learning, teaching, &book.about.edition);
        let told = resets(&reset).to_string();
        let notice: Vec<String> = read
            .notice
            .into_iter()
            .chain((!told.is_empty()).then_some(told))
            .collect();
        Ok(Self {
            learning,
            store,
            notice: (!notice.is_empty()).then(|| notice.join("\n").trim_end().to_owned()),
        })
    }
}

/// The desk of line mode.
fn desk<'a>(book: &'a Book, teaching: &'a Teaching, because: Because) -> Result<Desk<'a>, Failure> {
    let learner = Learner::of(book, teaching)?;
    let today = clock::today();
    Ok(Desk {
        book,
        teaching,
        learning: learner.learning,
        store: learner.store,
        notice: learner.notice,
        today,
        because,
        kept: Kept::read(shelf::store(), today),
    })
}

/// Talks on stdin and stdout.
fn converse(partner: &mut impl Partner) -> Result<Exit, Failure> {
    talk(partner, io::stdin().lock(), io::stdout().lock())
        .map(|_| Exit::Code)
        .map_err(|error| plain::failure(&error))
}

/// Why it runs in lines; none: on the full screen.
fn because(asked: bool, wizard: &WizardArgs, settings: &Settings) -> Result<Option<Because>, Failure> {
    if asked {
        return Ok(Some(Because::Option));
    }
    Ok(plain::because(&settings.wizard(wizard)?.plain))
}

/// `epipath drill`.
pub(super) fn drill(args: &DrillArgs, (wizard, settings): (&WizardArgs, &Settings)) -> Result<Exit, Failure> {
    let (book, teaching) = taught(settings.folders())?;
    let case = args.case.as_ref().map(|id| named(&teaching, id)).transpose()?;
    let Some(because) = because(args.plain, wizard, settings)? else {
        let case = args.case.clone();
        return screen(wizard, settings, Some(Training::Drill { case }));
    };
    converse(&mut Pupil::new(desk(&book, &teaching, because)?, case))
}

/// `epipath demo`.
pub(super) fn demo(args: &DemoArgs, (wizard, settings): (&WizardArgs, &Settings)) -> Result<Exit, Failure> {
    let (book, teaching) = taught(settings.folders())?;
    if args.cases.is_empty() {
        return lessons(&teaching);
    }
    let (title, cases) = shown(&teaching, &args.cases)?;
    if args.handout {
        return output::print(&handout(&book, &title, &cases, args.answers).to_string());
    }
    let Some(because) = because(args.plain, wizard, settings)? else {
        let cases = cases.iter().map(|case| case.id.clone()).collect();
        return screen(wizard, settings, Some(Training::Demo { cases }));
    };
    match Presenter::new(desk(&book, &teaching, because)?, &title, cases) {
        Some(mut presenter) => converse(&mut presenter),
        None => Err(Failure::usage(
            "there is no case to show; epipath demo lists the lessons",
        )),
    }
}

/// The lessons there are.
fn lessons(teaching: &Teaching) -> Result<Exit, Failure> {
    let mut lines = crate::report::Lines::default();
    for lesson in &teaching.lessons.lessons {
        lines.item(
            &format!("{}  ", lesson.id),
            &format!(
                "{} ({} minutes, {} cases)",
                lesson.title,
                lesson.minutes,
                lesson.cases.len()
            ),
        );
        lines.item("    ", &lesson.about);
        for case in lesson.cases.iter().filter_map(|id| teaching.case(id)) {
            lines.item(&format!("    - {}  ", case.id), &case.title);
        }
    }
    lines
        .gap()
        .line("epipath demo LESSON shows one; epipath demo CASE... shows cases of your own choice: epipath cases WORDS finds them.");
    output::print(&lines.to_string())
}

/// The cases of a lesson, or those named, and what stands above them.
pub(super) fn shown<'t>(teaching: &'t Teaching, names: &[String]) -> Result<(String, Vec<&'t Case>), Failure> {
    let mut cases = Vec::new();
    let mut titles = Vec::new();
    for name in names {
        if let Some(lesson) = teaching.lesson(name) {
            titles.push(lesson.title.clone());
            cases.extend(lesson.cases.iter().filter_map(|id| teaching.case(id)));
        } else {
            cases.push(named(teaching, name)?);
        }
    }
    let title = if titles.is_empty() {
        "Cases".to_owned()
    } else {
        titles.join(", ")
    };
    Ok((title, cases))
}

fn named<'t>(teaching: &'t Teaching, id: &str) -> Result<&'t Case, Failure> {
    teaching.case(id).ok_or_else(|| {
        let lessons = teaching.lessons.lessons.iter().map(|lesson| lesson.id.as_str());
        let names = teaching.cases.iter().map(|case| case.id.as_str()).chain(lessons);
        let guess = nearest(id, names).map_or_else(String::new, |guess| format!(" Did you mean `{guess}`?"));
        Failure::usage(format!("there is no case `{id}`.{guess} epipath cases lists them"))
    })
}

/// The book and its cases; a pack without cases cannot teach.
fn taught(folders: Folders<'_>) -> Result<(Book, Teaching), Failure> {
    let (book, teaching) = open::teaching(folders)?;
    if teaching.cases.is_empty() {
        return Err(Failure::usage("this pack holds no teaching cases"));
    }
    Ok((book, teaching))
}

/// `epipath progress`.
pub(super) fn progress(args: &ProgressArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let (book, teaching) = taught(folders)?;
    let learner = Learner::of(&book, &teaching)?;
    if let Some(notice) = &learner.notice {
        output::complain(&format!("epipath: {notice}\n"));
    }
    let (kept, today) = (&learner.learning, clock::today());
    if !args.json {
        return output::print(&weak(kept, &teaching, today).to_string());
    }
    let axes: Vec<_> = weak_axes(kept)
        .iter()
        .map(|one| json!({ "axis": one.axis, "asked": one.kept.asked, "missed": one.kept.missed }))
        .collect();
    let due: Vec<_> = due(kept, &teaching, today)
        .iter()
        .map(|one| json!({ "fork": one.fork, "since": one.since, "case": one.case.id }))
        .collect();
    let solved = teaching.cases.iter().filter(|case| is_solved(kept, case)).count();
    output::print_json(&json!({
        "cases": teaching.cases.len(),
        "tried": kept.cases.len(),
        "solved": solved,
        "due": due,
        "axes": axes,
        "file": learner.store.path().map(|path| path.display().to_string()),
    }))
}
