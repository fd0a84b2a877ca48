//! Line mode: the wizard as appended lines, by words and numbers, in the library and through the real program.

#[path = "line/door.rs"]
mod door;
#[path = "line/program.rs"]
mod program;
#[path = "line/said.rs"]
mod said;
mod support;
#[allow(dead_code, reason = "the pseudo-terminal tests use the rest")]
#[path = "pty/ways.rs"]
mod ways;
#[path = "line/words.rs"]
mod words;
