//! What several test files share.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::sync::OnceLock;

use epipath::claim::{CaseResult, Context, result};
use epipath::session::parse_facts;
use epipath::tree::Book;

/// The pack inside the program.
pub(crate) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(epipath::embedded::pack().unwrap()).unwrap())
}

/// A day within the pack's span, so that no test looks at the clock.
pub(crate) fn context() -> Context {
    Context::on("2026-11-21".parse().unwrap())
}

/// The result of facts written as on the command line.
pub(crate) fn decide(book: &Book, facts: &str) -> CaseResult {
    let words: Vec<&str> = facts.split_whitespace().collect();
    let facts = parse_facts(book, &context(), &words).unwrap_or_else(|error| panic!("{facts}: {error}"));
    result(book, &facts.answers, &facts.context)
}

/// What a result comes to in one word: the code, the signpost's name, or the candidates joined.
pub(crate) fn end(result: &CaseResult) -> String {
    let signpost = result.signpost.as_ref().map(|signpost| signpost.id.clone());
    result
        .code
        .clone()
        .or(signpost)
        .unwrap_or_else(|| format!("open: {}", result.candidates.join(" ")))
}
