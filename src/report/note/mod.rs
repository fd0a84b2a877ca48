//! A procedure note and what was read of it, in words: the same on every door. Only the text with everything hidden that identifies
//! a person leaves this place, so nothing made of it can tell who that is.

mod outcome;
mod page;
mod quotes;
mod reader;
mod words;

pub use outcome::outcome;
pub use page::{Page, page};
pub use quotes::Noted;
pub use reader::NoteReader;
pub use words::{
    asked_twice, because, between, clash, confirmable, drug, family, level, place, role, suggested, ticked,
};
