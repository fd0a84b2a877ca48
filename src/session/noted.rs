//! From a note that was read to a case: every suggestion taken as if a person had confirmed it.

use super::fact::FactError;
use super::gathered::{Gathered, parse_case, parse_facts};
use super::written::AND;
use crate::claim::Context;
use crate::note::Reading;
use crate::tree::Book;

/// The case that follows if every suggestion of a note is confirmed; what is not documented or contradicted stays open. A suggestion
/// that the book has no answer for is left out.
///
/// # Errors
/// Where two suggestions for one procedure exclude each other.
pub fn confirmed(book: &Book, context: Context, reading: &Reading) -> Result<Gathered, FactError> {
    let mut words: Vec<String> = Vec::new();
    for (nth, procedure) in reading.procedures.iter().enumerate() {
        if nth > 0 {
            words.push(AND.to_owned());
        }
        let known = |fact: &String| parse_facts(book, &context, std::slice::from_ref(fact)).is_ok();
        words.extend(procedure.facts().into_iter().filter(known));
    }
    parse_case(book, context, &words)
}
