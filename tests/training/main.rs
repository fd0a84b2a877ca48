//! The trainer: every teaching case through line mode, the drill, the exam, the demonstration, and what is kept of them.

#[path = "../support/mod.rs"]
mod support;

mod cases;
mod demo;
mod desk;
mod drill;
mod exam;
mod handout;
