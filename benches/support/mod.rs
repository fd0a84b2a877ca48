//! What the benches share: the pack of this repository, and combinations of answers.
#![allow(dead_code, reason = "each bench uses its own part")]

pub(crate) mod sample;

use epipath::tree::Book;
use std::path::{Path, PathBuf};

/// The folder of the pack.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The pack inside the program, with its tree compiled.
pub(crate) fn book() -> Book {
    Book::new(epipath::embedded::pack().unwrap()).unwrap()
}
