//! Floor 4: teaching cases. Decides what a case comes to, whether it is sound, how an answer to it is scored and where learner
//! and key part. Pure: no clock, no file, no terminal.
//!
//! Start at [`worked`], which puts a case through the engine; [`check::findings`] tells everything wrong with all of them.

mod case;
pub mod check;
mod coverage;

pub use case::{Worked, billed, day, facts, gathered, short_line, words_found, worked};
pub use coverage::{Counted, coverage};
