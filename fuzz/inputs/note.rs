//! The note reader: any text is read, its quotes stand in it, and what it suggests the program takes as facts.

use std::sync::OnceLock;

use super::shared;
use epipath::embedded;
use epipath::note::{Procedure, Reader, mask};
use epipath::session::{AND, parse_case};

/// Takes an input.
pub(crate) fn note(text: &str) {
    static READER: OnceLock<Reader> = OnceLock::new();
    let reader = READER.get_or_init(|| Reader::new(embedded::lexicon().expect("the embedded lexicon reads")));
    let book = shared::book();
    let reading = reader.read(book, text);
    let answers = reading.procedures.iter().flat_map(|one| &one.answers);
    let quotes = answers.flat_map(|one| &one.quotes).chain(&reading.family_quotes);
    for quote in quotes.chain(reading.checklist.iter().flat_map(|one| &one.quotes)) {
        assert!(text.get(quote.0.clone()).is_some(), "{quote:?} of {text:?}");
    }
    let groups: Vec<Vec<String>> = reading.procedures.iter().map(Procedure::facts).collect();
    let facts = groups.join(&AND.to_owned());
    if !facts.is_empty() {
        let read = parse_case(book, shared::context(), &facts);
        assert!(read.is_ok(), "{facts:?} were made of {text:?}: {:?}", read.err());
    }
    let hidden = mask::hide(text, &reader.masked(text));
    assert_eq!(hidden.len(), text.len(), "{text:?}");
}
