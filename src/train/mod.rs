//! Floor 4: teaching cases. Decides what a case comes to, whether it is sound, how an answer to it is scored and where learner
//! and key part. Pure: no clock, no file, no terminal.
//!
//! Start at [`worked`], which puts a case through the engine; [`check::findings`] tells everything wrong with all of them,
//! [`coverage()`] what they take, [`score()`] what an answer is worth, [`parting`] where it parts from the key, [`spotted`] how
//! well marked words meet those that decide. A [`Sitting`] is an exam under way.

mod axis;
mod case;
pub mod check;
mod coverage;
pub mod demo;
mod exam;
mod fork;
mod hint;
mod listed;
mod mark;
pub mod review;
mod score;
mod sitting;
mod span;
mod typed;

pub use axis::axis_of;
pub use case::{Worked, billed, day, facts, gathered, short_line, words_found, worked};
pub use coverage::{Counted, coverage};
pub use exam::{Limit, Sheet, drawn, fitting, sheet};
pub use fork::{Parting, Step, parting};
pub use hint::{End, HINTS, Hint, end, hint};
pub use listed::{Traits, states, ways_to_narrow};
pub use mark::{Answer, Mark, mark};
pub use score::{Entered, Mistake, Score, Verdicted, score};
pub use sitting::{Seat, Sitting, Tick};
pub use span::{Overlap, deciding, overlap, spotted};
pub use typed::typed;
