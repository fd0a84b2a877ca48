//! The pack of `data/`, read and checked when the program was built.

use crate::pack::built::{self, BuiltError};
use crate::pack::model::{Head, Lexicon, Pack, Teaching};

/// The pack in its built form, as `build.rs` wrote it.
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// The embedded pack.
///
/// # Errors
///
/// Only where the program itself is damaged.
pub fn pack() -> Result<Pack, BuiltError> {
    built::from_bytes(BYTES)
}

/// What the pack is, and its questions and outcomes: faster than the whole pack, for a first screen.
///
/// # Errors
///
/// Only where the program itself is damaged.
pub fn head() -> Result<Head, BuiltError> {
    built::head_from_bytes(BYTES)
}

/// The teaching cases in their built form: no other part of the program waits for them.
const TEACHING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/teaching.bin"));

/// The embedded teaching cases and disputes.
///
/// # Errors
///
/// Only where the program itself is damaged.
pub fn teaching() -> Result<Teaching, BuiltError> {
    built::teaching_from_bytes(TEACHING)
}

/// The words by which a note is read: only the reader waits for them.
const LEXICON: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The embedded words by which a note is read.
///
/// # Errors
///
/// Only where the program itself is damaged.
pub fn lexicon() -> Result<Lexicon, BuiltError> {
    built::lexicon_from_bytes(LEXICON)
}

/// The fingerprint of the embedded pack, 16 hexadecimal digits, worked out when the program was built.
#[must_use]
pub const fn fingerprint() -> &'static str {
    env!("EPIPATH_PACK_FINGERPRINT")
}
