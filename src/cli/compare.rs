//! `epipath compare`: codes side by side.

use super::args::CompareArgs;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{clock, open, output};
use crate::claim::compare;
use crate::report;

/// Compares and prints.
pub(super) fn run(args: &CompareArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let comparison = compare(&book, &args.codes, clock::today()).map_err(|error| Failure::usage(error.to_string()))?;
    if args.json {
        return output::print_json(&comparison);
    }
    output::print(&report::compare(&book, &comparison))
}
