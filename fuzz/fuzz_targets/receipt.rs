//! A receipt: refused, or replayed.
#![no_main]

mod shared;

use epipath::session::Receipt;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Receipt::read(text).and_then(|receipt| receipt.replay(shared::book())) {
        Ok(replay) => {
            let _ = epipath::report::result(shared::book(), &replay.result);
        }
        Err(error) => drop(error.to_string()),
    }
});
