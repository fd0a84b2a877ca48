//! Floor 4: the wizard as appended lines, for screen readers, poor terminals and pipes. The same session as on the full screen:
//! words become actions, and what the case says becomes lines. Decides nothing, draws nothing, moves no cursor.
//!
//! [`Dialogue`] is everything but the terminal: a line in, a text out. [`talk`] reads and writes. The one table of words is in
//! [`words`]; what a person may answer to a question is read in `given`, what is said in `question`, `result`, `tabs`, `case`,
//! `taken`, `lookup`; what the person keeps is changed in `keeping`.

mod act;
mod case;
mod deeds;
mod dialogue;
mod finding;
mod given;
mod help;
mod keeping;
mod levels;
mod lookup;
mod note;
mod page;
mod question;
mod result;
mod tabs;
mod taken;
mod talk;
pub mod training;
pub mod words;

pub use dialogue::{Because, Dialogue, End, Reply};
pub use note::Notes;
pub use page::clean;
pub use talk::{Partner, Talked, talk};
pub use words::word_table;
