//! Claim lines as text, CSV and JSON: refused with their place, or checked.

use super::shared;
use epipath::claim::scrub;
use epipath::cli::scrub::{Form, read};

/// Takes an input.
pub(crate) fn scrub_input(text: &str) {
    for form in [Form::Auto, Form::Csv, Form::Json, Form::Text] {
        match read(text, form) {
            Ok(read) => {
                let result = scrub(shared::book(), &read.lines, &shared::context());
                shared::assert_harmless(&epipath::report::scrub(shared::book(), &result));
            }
            Err(unread) => drop(unread.to_string()),
        }
    }
}
