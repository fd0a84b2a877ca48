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

mod blank;
mod claim;
mod colors;
mod demo;
mod desk;
mod drill;
mod exam;
mod keys;
mod layers;
mod local;
mod notation;
mod note;
mod readable;
mod remap;
mod remap_every;
mod result;
mod scene;
mod shelf;
mod shots;
mod sizes;
mod snapshots;
mod spot;
mod start;
mod styles;
mod svg;
mod teaching;
mod themes;
mod wizard;
