//! What a person or a script asks of the library and of the command line: a module for each thing asked.

#[path = "../pty/mod.rs"]
mod pty;
#[path = "../support/mod.rs"]
mod support;

mod batch;
mod cards;
mod compare;
mod config;
mod contract;
mod entry;
mod find;
mod hostile;
mod printing;
mod receipts;
mod scrub;
mod scrub_contract;
mod shelf;
