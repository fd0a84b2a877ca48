//! The accessibility report names tests that exist.
