//! The wizard: the full screen, and what it leaves in the scrollback; or the same as lines.

use std::path::Path;
use std::sync::Arc;

use super::args::WizardArgs;
use super::exit::{Exit, Failure};
use super::settings::{ForWizard, Settings};
use super::{clock, code, colors, open, output, plain, read, shelf, training};
use crate::claim::{Context, session_result};
use crate::config::{CONFIG, Origin};
use crate::report;
use crate::session::{AND, Session, case_facts, parse_facts};
use crate::shelf::{Kept, LearningStore};
use crate::train::Sheet;
use crate::tree::Book;
use crate::tui::errand::Through;
use crate::tui::{self, Classroom, Ending, Left, Training};

/// Opens the wizard; on leaving prints the result.
pub(super) fn run(args: &WizardArgs, settings: &Settings) -> Result<Exit, Failure> {
    screen(args, settings, None)
}

/// Opens the full screen with the wizard or with the trainer; the caller makes sure that the trainer does not run in lines.
pub(super) fn screen(args: &WizardArgs, settings: &Settings, training: Option<Training>) -> Result<Exit, Failure> {
    let chosen = settings.wizard(args)?;
    let book = open::book(settings.folders())?;
    if let Some(because) = plain::because(&chosen.plain).filter(|_| training.is_none()) {
        let (context, payer) = context(&book, args, &chosen)?;
        if let Some(notice) = settings.trouble().or(payer) {
            output::complain(&format!("epipath: {notice}\n"));
        }
        let kept = Kept::read(shelf::store(), clock::today());
        let notes = read::Files::new(settings.folders());
        return plain::run(&book, context, because, (kept, &notes));
    }
    let ending = shown(&book, (args, &chosen), settings, training)?;
    match ending.left {
        Left::Quit => leave(&book, &ending.session),
        left @ (Left::Interrupted | Left::Gone | Left::Signaled(_)) => {
            left.follow();
            Ok(Exit::Code)
        }
    }
}

/// Opens the full screen with an exam; its sheet, where it was handed in.
pub(super) fn sat(args: &WizardArgs, settings: &Settings, training: Training) -> Result<Option<Sheet>, Failure> {
    let chosen = settings.wizard(args)?;
    let book = open::book(settings.folders())?;
    let ending = shown(&book, (args, &chosen), settings, Some(training))?;
    ending.left.follow();
    Ok(ending.sheet)
}

/// Runs the full screen.
fn shown(
    book: &Book,
    (args, chosen): (&WizardArgs, &ForWizard),
    settings: &Settings,
    training: Option<Training>,
) -> Result<Ending, Failure> {
    let (context, payer) = context(book, args, chosen)?;
    let notice = settings.trouble().or(payer);
    let classroom = classroom(settings.folders().pack);
    let notes = read::Files::new(settings.folders());
    let options = tui::Options {
        start: Vec::new(),
        context,
        theme: colors::shown(chosen.theme.value, &colors::depth()),
        ascii: chosen.ascii.value,
        keys: settings.keys.clone(),
        idle: Some(chosen.idle.value).filter(|time| !time.is_zero()),
        notice: notice.map(|notice| format!("{notice}.")),
        through: through(),
        kept: Kept::read(shelf::store(), clock::today()),
        index: Arc::default(),
        classroom: Some(&classroom),
        notes: Some(&notes),
        training,
    };
    tui::run(book, options).map_err(|error| {
        Failure::unexpected(format!(
            "the terminal cannot be used: {error}; try: epipath code --help"
        ))
    })
}

/// The teaching cases, read when they are first asked for.
fn classroom(pack: Option<&Path>) -> Classroom {
    let pack = pack.map(Path::to_path_buf);
    Classroom::new(LearningStore::new(training::folder()), move || {
        open::cases(pack.as_deref()).map_err(|failure| failure.message)
    })
}

/// Prints the result of a case that came to an end; an unanswered one leaves nothing behind.
fn leave(book: &Book, session: &Session) -> Result<Exit, Failure> {
    let case = session.case();
    if case.procedures().iter().all(|procedure| procedure.answers.is_empty()) {
        return Ok(Exit::Code);
    }
    let procedures = case.procedures();
    let result = session_result(book, &procedures, &case.context);
    let facts = case_facts(book, &procedures, &case.context).into_iter();
    let typed = facts.map(|word| if word == AND { code::GROUP.to_owned() } else { word });
    output::print(&report::summary(book, &result, &typed.collect::<Vec<_>>()).to_string())?;
    Ok(code::exit(result.status))
}

/// Whether a terminal multiplexer stands between us and the terminal.
pub(super) fn through() -> Through {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("TMUX") {
        Through::Tmux
    } else if set("STY") {
        Through::Screen
    } else {
        Through::Terminal
    }
}

/// The settings that are facts of the session, read as facts are. A payer of the file that this pack does not know is told and left
/// out; one that was given for this run is an error.
pub(super) fn context(
    book: &Book,
    args: &WizardArgs,
    chosen: &ForWizard,
) -> Result<(Context, Option<String>), Failure> {
    let read = |payer: Option<&String>| {
        let named = [
            ("date", args.date.as_ref()),
            ("setting", Some(&chosen.setting.value)),
            ("payer", payer),
        ];
        let given = named
            .into_iter()
            .filter_map(|(name, value)| Some(format!("{name}={}", value?)));
        let words: Vec<String> = given.collect();
        parse_facts(book, &Context::on(clock::today()), &words).map(|facts| facts.context)
    };
    let usage = |error: String| Failure::usage(error);
    match (read(Some(&chosen.payer.value)), &chosen.payer.from) {
        (Ok(context), _) => Ok((context, None)),
        (Err(_), Origin::File(line)) => {
            let payer = &chosen.payer.value;
            let told = format!("{CONFIG}:{line}: this pack knows no payer `{payer}`; the CPT rules alone hold");
            let context = read(None).map_err(|error| usage(error.to_string()))?;
            Ok((context, Some(told)))
        }
        (Err(error), _) => Err(usage(error.to_string())),
    }
}
