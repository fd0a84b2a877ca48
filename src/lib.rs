//! epipath walks a medical coder from what a procedure note says to the right CPT code.

pub mod claim;
pub mod pack;
pub mod session;
pub mod tree;
