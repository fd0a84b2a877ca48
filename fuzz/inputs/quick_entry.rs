//! Quick entry and find: any text is read into facts that the program takes itself, and looked for.

use std::sync::OnceLock;

use super::shared;
use epipath::entry::Lexicon;
use epipath::find::Index;
use epipath::session::parse_case;

/// Takes an input.
pub(crate) fn quick_entry(text: &str) {
    static WORDS: OnceLock<Lexicon> = OnceLock::new();
    static INDEX: OnceLock<Index> = OnceLock::new();
    let book = shared::book();
    let reading = WORDS.get_or_init(|| Lexicon::new(book)).read(book, text);
    if reading.conflicts.is_empty() {
        let read = parse_case(book, shared::context(), &reading.facts);
        assert!(
            read.is_ok(),
            "{:?} were made of {text:?}: {:?}",
            reading.facts,
            read.err()
        );
    }
    for hit in INDEX.get_or_init(|| Index::new(book.pack())).find(text, 10) {
        shared::assert_harmless(&hit.title);
    }
}
