//! Line mode: the wizard as appended lines, by words and numbers, in the library and through the real program.

#[path = "line/aloud.rs"]
mod aloud;
#[path = "line/door.rs"]
mod door;
#[path = "line/keeping.rs"]
mod keeping;
#[path = "line/listened.rs"]
mod listened;
#[path = "line/note.rs"]
mod note;
#[path = "line/program.rs"]
mod program;
#[path = "line/said.rs"]
mod said;
mod support;
#[path = "line/table.rs"]
mod table;
#[allow(dead_code, reason = "the pseudo-terminal tests use the rest")]
#[path = "pty/ways.rs"]
mod ways;
#[path = "line/words.rs"]
mod words;
