//! Claim lines as people type them. Start at [`read_lines`].

mod loose;
mod unread;
mod word;

pub use loose::read as read_lines;
pub use unread::{Unread, UnreadWord};
pub use word::{NO_CODE, NO_MODIFIER, NO_UNITS, code, level, modifier, units};

use crate::claim::Line;

/// What an input holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// The lines as understood.
    pub lines: Vec<Line>,
    /// Facts such as `payer=medicare` that stood among them.
    pub facts: Vec<String>,
}
