//! Drugs of a note: which, how much of each, and where each went.
//!
//! [`drugs`] finds the names ([`name`]) and the amounts ([`amount`]), gives each amount to its drug ([`attach`]) and says where
//! the drug went ([`place`]). [`sums`] checks stated volumes against their parts; [`given`] says what it comes to.

mod amount;
mod anchor;
mod answer;
mod attach;
mod decimal;
mod mention;
mod name;
mod number;
mod place;
mod sum;
#[cfg(test)]
mod tests;
mod unit;
mod unknown;

pub use amount::{Amount, Value};
pub use decimal::Decimal;
pub use mention::Mention;
pub use unit::{Mass, Unit};

pub(super) use answer::{Given, given, substances};
pub(super) use mention::{Drugs, drugs};
pub(super) use sum::{Verdict, sums};
