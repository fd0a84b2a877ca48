//! How a pack is read, checked and laid over another: a module for each step.

#[path = "../pack_support/mod.rs"]
mod pack_support;
#[path = "../pty/mod.rs"]
mod pty;
#[path = "../support/mod.rs"]
mod support;

mod built;
mod embedded;
mod findings;
mod folder;
mod hostile;
mod overlay;
mod places;
mod schemas;
