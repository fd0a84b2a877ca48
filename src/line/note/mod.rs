//! A procedure note beside the case: taken from a file or a paste, quoted at each question, confirmed answer by answer. Nothing is
//! taken from it unless the person says so.

mod confirm;
mod evidence;
mod hold;
mod take;

pub(super) use confirm::YES;
pub(super) use hold::Held;
pub use hold::Notes;
