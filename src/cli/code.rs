//! `epipath code`: facts in, a result out.

use std::ffi::OsString;
use std::path::Path;

use super::args::CodeArgs;
use super::exit::{Exit, Failure};
use super::{clock, open, output};
use crate::claim::{CaseResult, Context, StatusWord, session_result};
use crate::report;
use crate::session::{AND, parse_case};
use crate::tree::Book;

/// Stands between groups once the arguments are read; no fact can be spelled so.
const GROUP: &str = "--and";

/// Lets `--and` through as a mark among the facts of `code`, where its place matters.
pub(super) fn mark_groups(arguments: Vec<OsString>) -> Vec<OsString> {
    let code = arguments.iter().position(|argument| argument == "code");
    let marked = |(index, argument): (usize, OsString)| {
        let mark = argument == GROUP && code.is_some_and(|code| index > code);
        if mark { OsString::from(AND) } else { argument }
    };
    arguments.into_iter().enumerate().map(marked).collect()
}

/// Decides and prints.
pub(super) fn run(args: &CodeArgs, pack: Option<&Path>) -> Result<Exit, Failure> {
    let book = open::book(pack)?;
    let answer = answer(&book, &args.facts)?;
    if args.json {
        output::print_json(&answer)?;
    } else {
        output::print(&report::result(&book, &answer))?;
    }
    Ok(exit(answer.status))
}

/// The exit code of a result.
pub(super) fn exit(status: StatusWord) -> Exit {
    match status {
        StatusWord::Code => Exit::Code,
        StatusWord::Signpost => Exit::Signpost,
        StatusWord::Undetermined => Exit::Undetermined,
    }
}

fn answer(book: &Book, words: &[String]) -> Result<CaseResult, Failure> {
    if words.is_empty() {
        return Err(Failure::usage(
            "no facts given; try: epipath code region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle \
             substance=steroid-anesthetic",
        ));
    }
    let (procedures, context) =
        parse_case(book, Context::on(clock::today()), words).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(session_result(book, &procedures, &context))
}
