//! Where a note leads if every suggestion is confirmed.

use super::words::{because, family};
use crate::claim::{
    CaseResult, Context, SignpostResult, UndecidedQuestion, left_open, outside, session_result, way_out,
};
use crate::note::{Family, Reading};
use crate::pack::model::Confidence;
use crate::session::{FactError, case_facts, confirmed};
use crate::tree::Book;

/// The result if every suggestion of a note is confirmed, and the facts of it. A note outside the family leads to a way out, one that
/// may be read either way to nothing settled.
///
/// # Errors
/// Where two suggestions for one procedure exclude each other.
pub fn outcome(book: &Book, context: Context, reading: &Reading) -> Result<(CaseResult, Vec<String>), FactError> {
    if reading.family == Family::Out {
        let named = reading.signpost.as_ref().and_then(|id| way_out(book, id));
        let way = named.unwrap_or_else(|| nowhere(reading));
        return Ok((outside(book, &context, way), Vec::new()));
    }
    let case = confirmed(book, context, reading)?;
    let result = session_result(book, &case.procedures, &case.context);
    let facts = case_facts(book, &case.procedures, &case.context);
    Ok(match reading.family {
        Family::Unclear => (either_way(book, result), facts),
        Family::In | Family::Out => (result, facts),
    })
}

/// What stands for the way out where the note makes none clear.
fn nowhere(reading: &Reading) -> SignpostResult {
    SignpostResult {
        id: reading.because.to_string(),
        title: family(reading.family).trim_end_matches('.').to_owned(),
        why: because(reading.because).to_owned(),
        codes: Vec::new(),
        sources: Vec::new(),
        confidence: Confidence::Unconfirmed,
    }
}

/// The result left open, with the question what was done at all.
fn either_way(book: &Book, result: CaseResult) -> CaseResult {
    let mut result = left_open(result);
    let ask = book.pack().query.either_way.clone();
    if let Some(ask_provider) = ask {
        let question = UndecidedQuestion {
            question: "family".to_owned(),
            ask_provider,
            hangs: Vec::new(),
        };
        result.undecided.insert(0, question);
    }
    result
}
