//! `epipath read`: a procedure note in, what it shows out.

mod input;
mod json;
mod notes;

pub(super) use notes::Files;

use super::args::ReadArgs;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{clock, code, open, output};
use crate::claim::Context;
use crate::report::note::{NoteReader, Page, outcome, page};
use crate::session::{AND, parse_facts};
use crate::tree::Book;

/// Reads and prints.
pub(super) fn run(args: &ReadArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let (book, lexicon) = open::lexicon(folders)?;
    let context = context(&book, args)?;
    let given = input::read(&args.file)?;
    let noted = NoteReader::new(lexicon).read(&book, &given.text);
    // A failure is told by its kind: what is wrong with a suggestion might quote the note.
    let failed =
        |_| Failure::unexpected("the suggestions of this note exclude each other; please report it, without the note");
    let (result, facts) = outcome(&book, context, &noted.reading).map_err(failed)?;
    if args.json {
        let shown = if args.unmasked {
            given.text.as_str()
        } else {
            noted.text()
        };
        let answer = json::Answer {
            result: &result,
            noted: &noted,
            given: &given,
            shown,
        };
        output::print_json(&answer.json()?)?;
    } else {
        let typed = |word: String| if word == AND { code::GROUP.to_owned() } else { word };
        let facts: Vec<String> = facts.into_iter().map(typed).collect();
        let text = page(
            &book,
            Page {
                noted: &noted,
                result: &result,
                facts: &facts,
            },
        );
        output::print(&text.to_string())?;
    }
    Ok(code::exit(result.status))
}

/// Options say the same as facts.
fn context(book: &Book, args: &ReadArgs) -> Result<Context, Failure> {
    let given = [("setting", &args.setting), ("payer", &args.payer), ("date", &args.date)];
    let words = given
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", value.as_ref()?)));
    let words: Vec<String> = words.collect();
    let read = parse_facts(book, &Context::on(clock::today()), &words);
    Ok(read.map_err(|error| Failure::usage(error.to_string()))?.context)
}
