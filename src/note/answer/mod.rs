//! What a note says to a question: the words that speak for its answers, weighed, and what follows from them.

mod delivery;
mod imaging;
mod region;
mod substance;
mod vote;
mod weigh;

pub(super) use delivery::delivery;
pub(super) use imaging::imaging;
pub(super) use region::{region, region_of};
pub(super) use substance::substance;
pub(super) use vote::{Vote, votes};
pub(super) use weigh::{QUOTES, suggestion, weigh};
