//! Floor 1: what we know, read from `data/`, checked, with the place of every value. Decides nothing.
//!
//! [`read`] a folder (or [`read_texts`]) into a [`Loaded`] pack; [`check`](check::all) it; show the [`Findings`]
//! with [`render`]. [`built`] is the form that needs no parsing, embedded in the program.
//!
//! `build.rs` includes this module as well, so nothing here may name another floor.

pub mod built;
pub mod check;
mod files;
mod finding;
mod folder;
mod harmless;
mod hash;
mod layout;
mod load;
pub mod model;
pub mod neutral;
mod overlay;
mod path;
pub mod render;
pub mod rules;
mod schemas;
mod shape;
mod single;
mod suggest;
mod words;
pub mod yaml;

pub use files::{File, Files};
pub use finding::{Added, Finding, Findings, Related};
pub use harmless::{harmless, harmless_json, steers};
pub use hash::short_hash;
pub use layout::{DataFile, LAYOUT, name};
pub use load::{Loaded, read, read_texts};
pub use overlay::{Local, is_overlay, read_overlay, read_overlay_texts};
pub use path::{Path, Step};
pub use schemas::schemas;
pub use single::{read_single, read_with_places};
pub use suggest::{did_you_mean, nearest};
