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

#[path = "../screens/scene.rs"]
mod scene;
#[allow(dead_code, reason = "this test uses its own part of it")]
#[path = "../screens/teaching.rs"]
#[allow(dead_code, reason = "the scenes of the screens need more of it")]
mod teaching;

mod case;
mod command;
mod got;
mod line;
mod odd;
mod review;
mod scrub;
mod wizard;
