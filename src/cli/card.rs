//! `epipath card`: everything about one code.

use serde::Serialize;

use super::args::CardArgs;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{open, output};
use crate::pack::model::{Card, LicensedText};
use crate::report;

/// A card as JSON.
#[derive(Serialize)]
struct CardAnswer<'a> {
    #[serde(flatten)]
    card: &'a Card,
    /// The descriptor that the site holds a license for.
    descriptor: Option<LicensedText<'a>>,
}

/// Prints a card.
pub(super) fn run(args: &CardArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    if let Some(card) = book.card(&args.code) {
        return if args.json {
            output::print_json(&CardAnswer {
                card,
                descriptor: book.descriptor(&card.code),
            })
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
