//! Odd facts.
