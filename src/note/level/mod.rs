//! Levels in a note: in every notation, with their sides and their roles.

mod mention;
mod role;
mod side;

pub(super) use mention::{Mention, What, mentions};
pub(super) use role::role;
pub(super) use side::{SideWord, side_words};
