#![no_main]

#[path = "../inputs/mod.rs"]
mod inputs;

libfuzzer_sys::fuzz_target!(|text: &str| inputs::note(text));
