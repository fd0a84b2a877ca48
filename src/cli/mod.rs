//! Floor 4: the command line. Parse, call, print, exit code.

mod args;
mod batch;
mod bounds;
mod card;
mod cases;
mod check;
mod clock;
mod code;
mod colors;
mod compare;
mod config;
mod docs;
mod doctor;
mod exit;
mod manual;
mod open;
mod output;
mod panic;
mod plain;
mod private;
mod quick;
mod read;
mod replay;
pub mod scrub;
mod settings;
mod shelf;
mod show;
mod training;
mod variables;
mod wizard;

pub use args::{Args, Command};
pub use exit::{Exit, Failure};
pub use panic::tell_panic;

use std::ffi::OsString;

use clap::Parser as _;
use clap::error::ErrorKind;
use settings::{Named, Settings};

/// Runs the program on the arguments of the process and says how it ended.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.len() < 2 {
        // The commonest call says nothing: the wizard need not wait for the parser of arguments.
        return wizard::run(&args::WizardArgs::default(), &Settings::new(Named::default()))
            .unwrap_or_else(|failure| output::report_failure(&failure, false));
    }
    let json = arguments.iter().any(|argument| argument == JSON);
    let outcome = match Args::try_parse_from(code::mark_groups(arguments.clone())) {
        Ok(args) => run(args),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            output::print(&error.render().to_string())
        }
        Err(error) if json => Err(Failure::usage(error.render().to_string().trim_end())),
        Err(error) => {
            output::complain_styled(&error.render(), &arguments);
            return Exit::Usage;
        }
    };
    outcome.unwrap_or_else(|failure| output::report_failure(&failure, json))
}

/// Tells a fault of the program itself, after the panic that showed it, and says how the program ends.
pub fn fault(mut arguments: impl Iterator<Item = OsString>) -> Exit {
    let json = arguments.any(|argument| argument == JSON);
    let failure = Failure::unexpected(
        "this is a fault of the program, not of what you entered. Please report it: the lines above, what epipath about says, \
         and the last keys or words you entered, without anything about a patient",
    );
    output::report_failure(&failure, json)
}

/// The option of every command that answers with one object.
const JSON: &str = "--json";

fn run(args: Args) -> Result<Exit, Failure> {
    let named = Named {
        pack: args.pack.as_deref(),
        overlay: args.overlay.as_deref(),
    };
    let settings = Settings::new(named);
    let folders = settings.folders();
    if args.command.as_ref().is_some_and(Command::works_from_pack) {
        settings.warn();
    }
    match args.command {
        None => wizard::run(&args.wizard, &settings),
        Some(Command::Code(code)) => code::run(&code, folders),
        Some(Command::Replay(receipt)) => replay::run(&receipt, folders),
        Some(Command::Read(note)) => read::run(&note, folders),
        Some(Command::Scrub(scrub)) => scrub::run(&scrub, folders),
        Some(Command::Batch(batch)) => batch::run(&batch, folders),
        Some(Command::Card(card)) => card::run(&card, folders),
        Some(Command::Cases(cases)) => cases::run(&cases, folders),
        Some(Command::Compare(codes)) => compare::run(&codes, folders),
        Some(Command::Find(find)) => show::find(&find, folders),
        Some(Command::Tree(tree)) => show::tree(&tree, folders),
        Some(Command::Table(table)) => show::table(&table, folders),
        Some(Command::Sources(sources)) => show::sources(&sources, folders),
        Some(Command::Shelf) => shelf::shelf(folders),
        Some(Command::Report(report)) => shelf::report(&report, folders),
        Some(Command::Drill(drill)) => training::drill(&drill, (&args.wizard, &settings)),
        Some(Command::Demo(demo)) => training::demo(&demo, (&args.wizard, &settings)),
        Some(Command::Exam(exam)) => training::exam(&exam, (&args.wizard, &settings)),
        Some(Command::Progress(progress)) => training::progress(&progress, folders),
        Some(Command::About) => show::about(folders),
        Some(Command::Config(config)) => config::run(&config, (&args.wizard, &settings)),
        Some(Command::Doctor(doctor)) => doctor::run(&doctor, (&args.wizard, &settings)),
        // Neither the environment nor a file names what is checked.
        Some(Command::Check(check)) => check::run(&check, named.folders()),
        Some(Command::Completions { shell }) => docs::completions(shell),
        Some(Command::Man) => docs::man(),
    }
}
