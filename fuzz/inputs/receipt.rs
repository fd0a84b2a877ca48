//! A receipt: refused, or replayed.

use super::shared;
use epipath::session::Receipt;

/// Takes an input.
pub(crate) fn receipt(text: &str) {
    match Receipt::read(text).and_then(|receipt| receipt.replay(shared::book())) {
        Ok(replay) => {
            let _ = epipath::report::result(shared::book(), &replay.result);
        }
        Err(error) => drop(error.to_string()),
    }
}
