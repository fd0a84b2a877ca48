//! The reviewed table of claim cases: each worked out by hand from its sources, each the same through the command line, the
//! wizard and the scrub. The cases are in the files beside this one; `table.txt` shows them as one table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests are tests"
)]

#[path = "../support/mod.rs"]
mod support;

#[allow(dead_code, reason = "this test uses its own part of it")]
#[path = "../screens/teaching.rs"]
mod teaching;

#[allow(dead_code, reason = "this test uses its own part of it")]
#[path = "../screens/scene.rs"]
mod scene;

mod case;
mod command;
mod got;
mod line;
mod odd;
mod review;
mod scrub;
mod wizard;
