//! What every target works with.
#![allow(dead_code, reason = "each target uses its own part")]

use std::sync::OnceLock;

use epipath::claim::Context;
use epipath::tree::Book;

/// The pack inside the program.
pub(crate) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(epipath::embedded::pack().expect("the embedded pack")).expect("a sound pack"))
}

/// A fixed day: no input may depend on the clock.
pub(crate) fn context() -> Context {
    Context::on("2026-11-21".parse().expect("a day"))
}

/// Nothing in the text steers a terminal.
pub(crate) fn assert_harmless(text: &str) {
    let steering = text
        .chars()
        .find(|c| epipath::pack::steers(*c) && !matches!(c, '\n' | '\t' | '\u{c}'));
    assert_eq!(steering, None, "{text:?}");
}
