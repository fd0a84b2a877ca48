//! A procedure note on the screen: taken in, read, and its words shown beside the question. What its keys do is in `app`.
//!
//! A [`NoteSource`] reads a note when one comes; a [`NoteDesk`] is the note while it is on the screen: in memory only, and nothing
//! of it but what is masked. It suggests, a person confirms.

mod desk;
mod details;
mod evidence;
mod input;
mod levels;
mod pane;
mod reader;
mod said;
mod verdict;
mod whole;

pub(crate) use desk::NoteDesk;
pub(crate) use details::NoteDetails;
pub(crate) use evidence::Evidence;
pub(crate) use input::NoteInput;
pub(crate) use levels::{
    aside as levels_aside, box_of, open as levels_open, take as take_levels, wanting as levels_wanting,
};
pub(crate) use pane::told as told_beside;
pub use reader::NoteSource;
pub(crate) use reader::read as read_note;
pub(crate) use said::{Said, suggested_rows};
pub(crate) use verdict::NoteVerdict;
pub(crate) use whole::WholeNote;
