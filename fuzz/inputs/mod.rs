//! What each fuzz target does with an input. The targets run it under a fuzzer, `tests/fuzz_seeds.rs` with every seed on each run
//! of the tests.
#![allow(
    dead_code,
    clippy::expect_used,
    reason = "each target uses its own part, and fails by a panic"
)]

mod code_facts;
mod line_input;
mod note;
mod pack_loader;
mod quick_entry;
mod receipt;
mod scrub_input;
mod shared;

pub(crate) use code_facts::code_facts;
pub(crate) use line_input::line_input;
pub(crate) use note::note;
pub(crate) use pack_loader::pack_loader;
pub(crate) use quick_entry::quick_entry;
pub(crate) use receipt::receipt;
pub(crate) use scrub_input::scrub_input;
