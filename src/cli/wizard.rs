//! The wizard: the full screen, and what it leaves in the scrollback; or the same as lines.

use super::args::WizardArgs;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{clock, code, open, output, plain, shelf};
use crate::claim::{Context, session_result};
use crate::report;
use crate::session::{AND, Session, case_facts, parse_facts};
use crate::shelf::Kept;
use crate::tree::Book;
use crate::tui::errand::Through;
use crate::tui::{self, ColorChoice, Left};

/// Opens the wizard; on leaving prints the result.
pub(super) fn run(args: &WizardArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let context = context(&book, args)?;
    let kept = Kept::read(shelf::store(), clock::today());
    if let Some(because) = plain::because(args.plain) {
        return plain::run(&book, context, because, kept);
    }
    let options = tui::Options {
        start: Vec::new(),
        context,
        color: if args.no_color || output::is_colorless() {
            ColorChoice::Never
        } else {
            ColorChoice::Auto
        },
        ascii: args.ascii,
        through: through(),
        kept,
    };
    let ending = tui::run(&book, options).map_err(|error| {
        Failure::unexpected(format!(
            "the terminal cannot be used: {error}; try: epipath code --help"
        ))
    })?;
    match ending.left {
        Left::Quit => leave(&book, &ending.session),
        Left::Interrupted | Left::Terminated => Ok(Exit::Code),
    }
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
fn through() -> Through {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if set("TMUX") {
        Through::Tmux
    } else if set("STY") {
        Through::Screen
    } else {
        Through::Terminal
    }
}

/// The options that are facts of the session, read as facts are.
fn context(book: &Book, args: &WizardArgs) -> Result<Context, Failure> {
    let named = [("date", &args.date), ("setting", &args.setting), ("payer", &args.payer)];
    let given = named
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?)));
    let words: Vec<String> = given.collect();
    let facts = parse_facts(book, &Context::on(clock::today()), &words);
    Ok(facts.map_err(|error| Failure::usage(error.to_string()))?.context)
}
