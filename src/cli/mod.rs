//! Floor 4: the command line. Parse, call, print, exit code.

mod args;
mod batch;
mod card;
mod check;
mod clock;
mod code;
mod compare;
mod docs;
mod exit;
mod open;
mod output;
mod plain;
mod quick;
mod replay;
pub mod scrub;
mod shelf;
mod show;
mod wizard;

pub use args::{Args, Command};
pub use exit::{Exit, Failure};

use std::ffi::OsString;

use clap::Parser as _;
use clap::error::ErrorKind;

/// Runs the program on the arguments of the process and says how it ended.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments.len() < 2 {
        // The commonest call says nothing: the wizard need not wait for the parser of arguments.
        let overlay = open::overlay_of_environment();
        let folders = open::Folders {
            pack: None,
            overlay: overlay.as_deref(),
        };
        return wizard::run(&args::WizardArgs::default(), folders)
            .unwrap_or_else(|failure| output::report_failure(&failure, false));
    }
    let json = arguments.iter().any(|argument| argument == "--json");
    let outcome = match Args::try_parse_from(code::mark_groups(arguments)) {
        Ok(args) => run(args),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            output::print(&error.render().to_string())
        }
        Err(error) if json => Err(Failure::usage(error.render().to_string().trim_end())),
        Err(error) => {
            output::complain_styled(&error.render());
            return Exit::Usage;
        }
    };
    outcome.unwrap_or_else(|failure| output::report_failure(&failure, json))
}

fn run(args: Args) -> Result<Exit, Failure> {
    let overlay = args.overlay.clone().or_else(open::overlay_of_environment);
    let folders = open::Folders {
        pack: args.pack.as_deref(),
        overlay: overlay.as_deref(),
    };
    match args.command {
        None => wizard::run(&args.wizard, folders),
        Some(Command::Code(code)) => code::run(&code, folders),
        Some(Command::Replay(receipt)) => replay::run(&receipt, folders),
        Some(Command::Scrub(scrub)) => scrub::run(&scrub, folders),
        Some(Command::Batch(batch)) => batch::run(&batch, folders),
        Some(Command::Card(card)) => card::run(&card, folders),
        Some(Command::Compare(codes)) => compare::run(&codes, folders),
        Some(Command::Find(find)) => show::find(&find, folders),
        Some(Command::Tree(tree)) => show::tree(&tree, folders),
        Some(Command::Table(table)) => show::table(&table, folders),
        Some(Command::Sources(sources)) => show::sources(&sources, folders),
        Some(Command::Shelf) => shelf::shelf(folders),
        Some(Command::Report(report)) => shelf::report(&report, folders),
        Some(Command::About) => show::about(folders),
        Some(Command::Check(check)) => {
            // The environment names an overlay to work with, not one to check.
            let overlay = args.overlay.as_deref();
            check::run(&check, open::Folders { overlay, ..folders })
        }
        Some(Command::Completions { shell }) => docs::completions(shell),
        Some(Command::Man) => docs::man(),
    }
}
