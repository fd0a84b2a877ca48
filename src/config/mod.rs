//! Floor 3: what a person set in `config.yaml` beside the program. It is only ever read, with the care that a pack gets.
//!
//! [`Config`] is what may stand there; [`read`] reads it; [`Chosen`] is a value and where it comes from.

mod chosen;
mod file;
mod model;

pub use chosen::{Chosen, Origin};
pub use file::{CONFIG, ConfigFile, State, read};
pub use model::{Config, LONGEST_IDLE, ThemeName, USUAL_IDLE};
