//! What several test files share.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::path::Path;
use std::sync::OnceLock;

use epipath::claim::{CaseResult, Context, result};
use epipath::pack::model::Pack;
use epipath::session::parse_facts;
use epipath::tree::Book;

/// The pack in `data/`, read once.
pub(crate) fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(read_book)
}

fn read_book() -> Book {
    fn read<T: serde::de::DeserializeOwned>(path: &Path) -> T {
        serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    }
    fn all<T: serde::de::DeserializeOwned>(dir: &str) -> Vec<T> {
        let mut paths: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|p| read(p)).collect()
    }
    let dir = Path::new("data");
    Book::new(Pack {
        about: read(&dir.join("pack.yaml")),
        tree: read(&dir.join("tree.yaml")),
        cards: all("data/codes"),
        signposts: read(&dir.join("signposts.yaml")),
        checklist: read(&dir.join("checklist.yaml")),
        modifiers: read(&dir.join("modifiers.yaml")),
        coverage: all("data/coverage"),
        glossary: read(&dir.join("glossary.yaml")),
        retired: read(&dir.join("retired.yaml")),
        sources: read(&dir.join("sources.yaml")),
    })
    .unwrap()
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
