//! epipath walks a medical coder from what a procedure note says to the right CPT code.

pub mod claim;
pub mod cli;
pub mod config;
#[path = "pack/embedded.rs"]
pub mod embedded;
pub mod entry;
pub mod find;
pub mod line;
pub mod note;
pub mod pack;
pub mod report;
pub mod session;
pub mod shelf;
pub mod train;
pub mod tree;
pub mod tui;
