//! Floor 1: what we know, read from `data/`, checked, with the place of every value. Decides nothing.

pub mod model;
