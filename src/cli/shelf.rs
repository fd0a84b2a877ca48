//! `epipath shelf` and `epipath report`: what a person keeps beside the program, and what was found wrong with rules.

use std::path::PathBuf;

use etcetera::{BaseStrategy as _, choose_base_strategy};

use super::args::ReportArgs;
use super::exit::{Exit, Failure};
use super::open::{Folders, style};
use super::{clock, open, output};
use crate::pack::render::human;
use crate::report::Lines;
use crate::shelf::{Report, Shelf, Start, Store, Trouble, of_a_patient, rules, title};
use crate::tree::Book;

/// The folder below the platform's folder for configuration.
const FOLDER: &str = "epipath";

/// The folder of shelf and config file: the one that the environment names, or that of the platform.
pub(super) fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("EPIPATH_CONFIG_DIR").filter(|dir| !dir.is_empty());
    let platform = || choose_base_strategy().ok().map(|base| base.config_dir().join(FOLDER));
    named.map(Into::into).or_else(platform)
}

/// The store in that folder.
pub(super) fn store() -> Store {
    Store::new(folder())
}

/// `epipath shelf`.
pub(super) fn shelf(folders: Folders<'_>) -> Result<Exit, Failure> {
    let store = store();
    let shelf = store.read().map_err(|trouble| failure(&trouble))?;
    let book = open::book(folders)?;
    output::print(&told(&book, &store, &shelf).to_string())
}

fn told(book: &Book, store: &Store, shelf: &Shelf) -> Lines {
    let mut lines = Lines::default();
    let named = |id: &String| title(book, id).unwrap_or_else(|| "not in this pack".to_owned());
    for (heading, ids) in [("Favorites", &shelf.favorites), ("Cards opened last", &shelf.recent)] {
        lines.heading(heading);
        for id in ids {
            lines.item(&format!("  {id}  "), &named(id));
        }
        if ids.is_empty() {
            lines.line("  none");
        }
    }
    lines.heading("Notes");
    for (id, note) in &shelf.notes {
        lines.item(&format!("  {id}  "), note);
    }
    if shelf.notes.is_empty() {
        lines.line("  none");
    }
    let start = match shelf.start {
        Start::Question => "the first question",
        Start::Shelf => "the shelf",
    };
    let keep = if shelf.keep_recent { "yes" } else { "no" };
    lines.heading("Settings");
    lines.line(format!("  Start with: {start}"));
    lines.line(format!("  Remember cards opened: {keep}"));
    lines.gap();
    match store.path() {
        Some(path) => lines.line(format!("Shelf: {}", path.display())),
        None => lines.line(Trouble::NoFolder.to_string()),
    };
    if let Some(log) = store.log() {
        lines.line(format!("Reports on rules: {}", log.display()));
    }
    lines
}

/// `epipath report`.
pub(super) fn report(args: &ReportArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let store = store();
    let Some(rule) = &args.rule else {
        return list(&store);
    };
    let book = open::book(folders)?;
    rules::check(&book, rule).map_err(Failure::usage)?;
    let words = args.words.join(" ");
    if words.trim().is_empty() {
        return Err(Failure::usage(format!(
            "say what is wrong with {rule}, in a few words behind it"
        )));
    }
    if let Some(seen) = of_a_patient(&words).filter(|_| !args.anyway) {
        return Err(Failure::usage(format!(
            "nothing was written: the words hold {seen}, and nothing about a patient belongs in the log; take it out, or add \
             --anyway"
        )));
    }
    let report = Report::new(&book, clock::today(), rule, &words);
    let path = store.report(&report).map_err(|trouble| failure(&trouble))?;
    output::print(&format!("Written to {}. Nothing was sent.\n", path.display()))
}

/// The log as it stands.
fn list(store: &Store) -> Result<Exit, Failure> {
    let log = store.reports().map_err(|trouble| failure(&trouble))?;
    if log.is_empty() {
        let place = store.log().map(|path| format!("; the log would be {}", path.display()));
        output::complain(&format!("epipath: nothing was reported{}\n", place.unwrap_or_default()));
    }
    output::print(&log)
}

/// A shelf that cannot be read is told with its places.
fn failure(trouble: &Trouble) -> Failure {
    match trouble {
        Trouble::Broken(findings) => Failure::usage(format!(
            "the shelf cannot be read; it stays as it is, mend or remove it\n{}",
            human(findings, style(false)).trim_end()
        )),
        Trouble::NoFolder => Failure::usage(trouble.to_string()),
        Trouble::Unwritten { .. } | Trouble::Unread { .. } => Failure::unexpected(trouble.to_string()),
    }
}
