//! epipath walks a medical coder from what a procedure note says to the right CPT code.

pub mod pack;
pub mod tree;
