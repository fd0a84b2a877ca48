//! The real program in a pseudo-terminal: a module for each thing that a person does there.

#[path = "../pty/mod.rs"]
mod pty;
#[path = "../support/mod.rs"]
mod support;

mod config;
mod drill;
mod exam;
mod manners;
mod rough;
mod shelf;
mod terms;
mod wizard;
