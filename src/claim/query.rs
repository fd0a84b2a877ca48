//! The question to the provider: what is open, and what the record must show and does not.

use std::fmt;

use super::checklist::missing;
use super::contract::CaseResult;
use super::once::each_once;
use crate::tree::Book;

/// A whole question to the provider, in the pack's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderQuery {
    /// Stands before the questions.
    pub opening: String,
    /// The questions, each once.
    pub questions: Vec<String>,
    /// Stands after them.
    pub closing: String,
}

/// The question that a result asks for: first what the code hangs on, then levels and sides, then hard items not ticked. None
/// where nothing is open and nothing missing.
#[must_use]
pub fn provider_query(book: &Book, result: &CaseResult, ticked: impl Fn(&str) -> bool) -> Option<ProviderQuery> {
    let open = result.undecided.iter().map(|open| &open.ask_provider);
    let hard = missing(&result.checklist, ticked).map(|item| &item.ask_provider);
    let questions = each_once(open.chain(&result.questions).chain(hard).cloned());
    let frame = &book.pack().query;
    (!questions.is_empty()).then(|| ProviderQuery {
        opening: frame.opening.clone(),
        questions,
        closing: frame.closing.clone(),
    })
}

impl fmt::Display for ProviderQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.opening)?;
        for (index, question) in self.questions.iter().enumerate() {
            writeln!(f, "{}. {question}", index + 1)?;
        }
        writeln!(f, "\n{}", self.closing)
    }
}
