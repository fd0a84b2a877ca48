//! Cases, scores and reviews, without a screen.

#[path = "../support/mod.rs"]
mod support;

mod cases;
mod learning;
mod train;
