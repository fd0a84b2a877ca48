//! The full screen without a terminal: keys in, a buffer out.

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
