//! Facts as written for `epipath code`: refused with a sentence, or decided, written in every form and replayed.

use super::shared;
use epipath::claim::session_result;
use epipath::report::{Format, export};
use epipath::session::{case_facts, parse_case};
use strum::IntoEnumIterator as _;

/// Takes an input.
pub(crate) fn code_facts(text: &str) {
    let book = shared::book();
    let words: Vec<&str> = text.split_whitespace().collect();
    let case = match parse_case(book, shared::context(), &words) {
        Ok(case) => case,
        Err(error) => {
            let _ = error.to_string();
            return;
        }
    };
    let result = session_result(book, &case.procedures, &case.context);
    for format in Format::iter() {
        shared::assert_harmless(&export(book, &result, format).expect("every result can be written"));
    }
    let facts = case_facts(book, &case.procedures, &case.context);
    let again = parse_case(book, shared::context(), &facts).expect("what was written can be read");
    assert_eq!(session_result(book, &again.procedures, &again.context), result);
}
