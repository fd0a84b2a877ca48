//! The built form of a pack: no text to parse, no check to run. `build.rs` writes it, `embedded` reads it.

use super::model::{Head, Lexicon, Member, Pack, Teaching};

/// Why a built pack could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum BuiltError {
    /// Writing failed.
    #[error("the pack could not be put into its built form: {0}")]
    Write(postcard::Error),
    /// Reading failed.
    #[error("the built pack is damaged or was made by another version of the program: {0}; build the program again")]
    Read(postcard::Error),
}

/// The pack in its built form.
///
/// # Errors
///
/// Only where the types of the pack cannot be written at all.
pub fn to_bytes(pack: &Pack) -> Result<Vec<u8>, BuiltError> {
    postcard::to_stdvec(&(pack.family(), pack)).map_err(BuiltError::Write)
}

/// The pack out of its built form.
///
/// # Errors
///
/// Where the bytes were not written by [`to_bytes`] of the same version.
pub fn from_bytes(bytes: &[u8]) -> Result<Pack, BuiltError> {
    let (_, pack): (Vec<Member>, Pack) = postcard::from_bytes(bytes).map_err(BuiltError::Read)?;
    Ok(pack)
}

/// The start of a built pack alone, a quarter of the work: enough for a first screen.
///
/// The built form is the family, then the fields of [`Pack`] one after the other; its head stands first.
///
/// # Errors
///
/// As for [`from_bytes`].
pub fn head_from_bytes(bytes: &[u8]) -> Result<Head, BuiltError> {
    postcard::take_from_bytes(bytes)
        .map(|(head, _)| head)
        .map_err(BuiltError::Read)
}

/// What is there for teaching, in a built form of its own: nothing that decides waits for it.
///
/// # Errors
///
/// As for [`to_bytes`].
pub fn teaching_to_bytes(teaching: &Teaching) -> Result<Vec<u8>, BuiltError> {
    postcard::to_stdvec(teaching).map_err(BuiltError::Write)
}

/// What is there for teaching, out of its built form.
///
/// # Errors
///
/// As for [`from_bytes`].
pub fn teaching_from_bytes(bytes: &[u8]) -> Result<Teaching, BuiltError> {
    postcard::from_bytes(bytes).map_err(BuiltError::Read)
}

/// The words by which a note is read, in a built form of their own.
///
/// # Errors
///
/// As for [`to_bytes`].
pub fn lexicon_to_bytes(lexicon: &Lexicon) -> Result<Vec<u8>, BuiltError> {
    postcard::to_stdvec(lexicon).map_err(BuiltError::Write)
}

/// The words by which a note is read, out of their built form.
///
/// # Errors
///
/// As for [`from_bytes`].
pub fn lexicon_from_bytes(bytes: &[u8]) -> Result<Lexicon, BuiltError> {
    postcard::from_bytes(bytes).map_err(BuiltError::Read)
}

/// A number that changes with every change of the bytes (FNV-1a), for receipts. No protection against forgery.
#[must_use]
pub const fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut rest = bytes;
    while let Some((byte, tail)) = rest.split_first() {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        rest = tail;
    }
    hash
}
