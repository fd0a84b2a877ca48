//! Claim lines as text, CSV and JSON: refused with their place, or checked.
#![no_main]

mod shared;

use epipath::claim::scrub;
use epipath::cli::scrub::{Form, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for form in [Form::Auto, Form::Csv, Form::Json, Form::Text] {
        match read(text, form) {
            Ok(read) => {
                let result = scrub(shared::book(), &read.lines, &shared::context());
                shared::assert_harmless(&epipath::report::scrub(shared::book(), &result));
            }
            Err(unread) => drop(unread.to_string()),
        }
    }
});
