//! `epipath scrub`: checks claim lines that somebody already has.

mod form;
mod json;
mod table;

pub use crate::entry::lines::{Unread, UnreadWord};
pub use form::{Form, Read, read};

use std::fs;
use std::io;
use std::path::Path;

use super::args::ScrubArgs;
use super::exit::{Exit, Failure};
use super::{bounds, clock, open, output};
use crate::claim::{Context, ScrubVerdict, scrub};
use crate::report;
use crate::session::parse_facts;
use crate::tree::Book;

/// Facts that a set of lines takes.
const FACTS: [&str; 3] = ["setting", "payer", "date"];

/// Standard input, as a name.
const STDIN: &str = "-";

/// Reads, checks and prints.
pub(super) fn run(args: &ScrubArgs, folders: open::Folders<'_>) -> Result<Exit, Failure> {
    let (text, outside) = text(args)?;
    let read = read(&text, args.format).map_err(|unread| Failure::usage(unread.to_string()))?;
    bounds::few_lines(read.lines.len())?;
    let book = open::book(folders)?;
    let facts: Vec<String> = options(args).into_iter().chain(outside).chain(read.facts).collect();
    let context = context(&book, &facts)?;
    let result = scrub(&book, &read.lines, &context);
    if args.json {
        output::print_json(&result)?;
    } else {
        output::print(&report::scrub(&book, &result))?;
    }
    Ok(match result.verdict {
        ScrubVerdict::Clean => Exit::Code,
        ScrubVerdict::Warn | ScrubVerdict::Stop => Exit::Signpost,
    })
}

/// The text of the lines, and facts that stood beside the name of standard input or of a file.
fn text(args: &ScrubArgs) -> Result<(String, Vec<String>), Failure> {
    let is_fact = |word: &&String| word.contains('=') && !word.contains(char::is_whitespace);
    let facts: Vec<String> = args.lines.iter().filter(is_fact).cloned().collect();
    let words: Vec<&str> = args
        .lines
        .iter()
        .filter(|word| !is_fact(word))
        .map(String::as_str)
        .collect();
    match (&args.file, words.as_slice()) {
        (Some(file), []) if file.as_os_str() != STDIN => Ok((from_file(file)?, facts)),
        (Some(_), [_, ..]) => Err(Failure::usage("give lines or --file, not both")),
        (_, [] | [STDIN]) => Ok((from_stdin()?, facts)),
        (None, words) => Ok((words.join(" "), facts)),
    }
}

fn from_file(file: &Path) -> Result<String, Failure> {
    let failed = |error: io::Error| {
        Failure::usage(format!(
            "cannot read `{}`: {error}; give a readable text file",
            file.display()
        ))
    };
    let bytes = fs::File::open(file).and_then(bounds::read_small).map_err(failed)?;
    utf8(bytes, &file.display().to_string())
}

fn from_stdin() -> Result<String, Failure> {
    let stdin = io::stdin();
    if io::IsTerminal::is_terminal(&stdin) {
        return Err(Failure::usage(
            "no lines given; try: epipath scrub CODE-50, CODE x2 payer=medicare",
        ));
    }
    let bytes = bounds::read_small(stdin.lock())
        .map_err(|error| Failure::usage(format!("cannot read standard input: {error}")))?;
    utf8(bytes, "standard input")
}

fn utf8(bytes: Vec<u8>, place: &str) -> Result<String, Failure> {
    let wrong = |error: std::string::FromUtf8Error| {
        let before = error
            .as_bytes()
            .get(..error.utf8_error().valid_up_to())
            .unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Failure::usage(format!("{place}, line {line}: not UTF-8 text; save it as UTF-8"))
    };
    String::from_utf8(bytes).map_err(wrong)
}

/// Options say the same as facts.
fn options(args: &ScrubArgs) -> Vec<String> {
    let given = [("setting", &args.setting), ("payer", &args.payer), ("date", &args.date)];
    given
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?)))
        .collect()
}

fn context(book: &Book, facts: &[String]) -> Result<Context, Failure> {
    let taken = |fact: &&String| FACTS.iter().any(|name| fact.split('=').next() == Some(name));
    if let Some(other) = facts.iter().find(|fact| !taken(fact)) {
        let message = format!("`{other}` is no fact of a set of lines; it takes: {}", FACTS.join(", "));
        return Err(Failure::usage(message));
    }
    let context = Context::on(clock::today());
    let read = parse_facts(book, &context, facts).map_err(|error| Failure::usage(error.to_string()))?;
    Ok(read.context)
}
