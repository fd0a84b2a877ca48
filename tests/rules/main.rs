//! What the rules of the pack make of facts: a module for each subject.

#[path = "../support/mod.rs"]
mod support;

mod beside;
mod checklist;
mod claims;
mod coverage;
mod diagnoses;
mod earlier_dates;
mod engine;
mod forks;
mod frequency;
mod map;
mod stopped;
mod stretches;
mod went_wrong;
mod wrong_elsewhere;
