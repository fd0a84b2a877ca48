//! The full screen without a terminal: keys in, a buffer out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::semicolon_if_nothing_returned,
    reason = "helpers of tests are tests"
)]

#[path = "../support/mod.rs"]
mod support;

mod keys;
mod layers;
mod result;
mod scene;
mod shots;
mod sizes;
mod snapshots;
mod styles;
mod svg;
mod wizard;

/// By hand: `cargo test --test screens by_hand -- --ignored --nocapture`.
#[test]
#[ignore = "needs a terminal and a person"]
fn by_hand() {
    let options = epipath::tui::Options {
        start: Vec::new(),
        context: support::context(),
        color: epipath::tui::ColorChoice::Auto,
        ascii: false,
    };
    let ending = epipath::tui::run(support::book(), options).unwrap();
    println!("left: {:?}, {} actions", ending.left, ending.session.actions().len());
}
