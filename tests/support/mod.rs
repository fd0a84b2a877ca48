//! What several test files share.
#![allow(dead_code, reason = "each test file uses its own part")]

pub(crate) mod said;

use std::sync::OnceLock;

use epipath::claim::{CaseResult, Context, result};
use epipath::pack::read_overlay;
use epipath::pack::render::{Style, human};
use epipath::session::parse_facts;
use epipath::tree::Book;

/// The pack inside the program.
pub(crate) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| Book::new(epipath::embedded::pack().unwrap()).unwrap())
}

/// The same pack with the good overlay of a site over it.
pub(crate) fn local_book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/overlays/good");
    BOOK.get_or_init(|| {
        let local = read_overlay(dir.as_ref(), book().pack());
        let local = local.unwrap_or_else(|findings| panic!("{}", human(&findings, Style::default())));
        book().clone().with_overlay(local)
    })
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
