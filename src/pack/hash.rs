//! A short name for content: the beginning of its SHA-256 in figures.

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The beginning of the hash of a value as JSON. Sixty-four bits are plenty against chance; it is no signature.
#[must_use]
pub fn short_hash(value: &impl Serialize) -> String {
    // What is hashed here was read from the same form, so it can be written.
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let (start, _) = hash.split_at(8);
    let number = start.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{number:016x}")
}
