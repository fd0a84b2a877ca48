//! `epipath code`: facts in, a result out.

use std::ffi::OsString;

use super::args::CodeArgs;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{clock, open, output, quick};
use crate::claim::{Context, StatusWord, session_result};
use crate::report::export;
use crate::session::{AND, Gathered, parse_case, receipt};
use crate::tree::Book;

/// Stands between groups once the arguments are read; no fact can be spelled so.
pub(super) const GROUP: &str = "--and";

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
pub(super) fn run(args: &CodeArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let quick = quick::facts(&book, &args.facts)?;
    let case = case(&book, &quick.facts)?;
    let answer = session_result(&book, &case.procedures, &case.context);
    if let Some(reading) = quick.reading.as_ref().filter(|_| !args.json) {
        quick::echo(&book, reading, &answer);
    }
    if args.json {
        match &quick.reading {
            Some(reading) => output::print_json(&quick::json(reading, &answer)?)?,
            None => output::print_json(&answer)?,
        };
    } else if args.receipt {
        output::print(&format!("{}\n", receipt(&book, &case.procedures, &case.context)))?;
    } else {
        let text = export(&book, &answer, args.format).map_err(|error| Failure::unexpected(error.to_string()))?;
        output::print(&text)?;
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

fn case(book: &Book, words: &[String]) -> Result<Gathered, Failure> {
    if words.is_empty() {
        return Err(Failure::usage(
            "no facts given; try: epipath code region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle \
             substance=steroid-anesthetic",
        ));
    }
    parse_case(book, Context::on(clock::today()), words).map_err(|error| Failure::usage(error.to_string()))
}
