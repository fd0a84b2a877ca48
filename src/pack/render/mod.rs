//! Findings as text for people, for editors and for programs.

mod gnu;
mod human;
mod json;

pub use gnu::gnu;
pub use human::{Style, human};
pub use json::json;
