//! epipath walks a medical coder from what a procedure note says to the right CPT code.

pub mod claim;
pub mod cli;
pub mod find;
pub mod pack;
pub mod report;
pub mod session;
pub mod tree;
pub mod tui;
