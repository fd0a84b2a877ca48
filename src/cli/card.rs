//! `epipath card`: everything about one code.

use std::path::Path;

use super::args::CardArgs;
use super::exit::{Exit, Failure};
use super::{open, output};
use crate::report;

/// Prints a card.
pub(super) fn run(args: &CardArgs, pack: Option<&Path>) -> Result<Exit, Failure> {
    let book = open::book(pack)?;
    if let Some(card) = book.card(&args.code) {
        return if args.json {
            output::print_json(card)
        } else {
            output::print(&report::card(&book, card))
        };
    }
    if let Some(signpost) = book.signpost(&args.code) {
        return if args.json {
            output::print_json(signpost)
        } else {
            output::print(&report::signpost(&book, signpost))
        };
    }
    Err(Failure::usage(unknown(&book, &args.code)))
}

/// Where a code that has no card is to be found.
fn unknown(book: &crate::tree::Book, code: &str) -> String {
    if let Some(old) = book.pack().retired.retired.iter().find(|old| old.code == code) {
        return format!("{code} ended on {}: {}", old.ended, old.became);
    }
    let holds = |signpost: &&crate::pack::model::Signpost| signpost.codes.iter().any(|target| target.code == code);
    let holders = book
        .pack()
        .signposts
        .signposts
        .iter()
        .filter(holds)
        .map(|s| s.id.clone())
        .collect::<Vec<_>>();
    if holders.is_empty() {
        let cards: Vec<&str> = book.pack().cards.iter().map(|card| card.code.as_str()).collect();
        return format!("there is no card for `{code}`; there are: {}", cards.join(", "));
    }
    format!(
        "{code} is outside this family; see: epipath card {}",
        holders.join(", or epipath card ")
    )
}
