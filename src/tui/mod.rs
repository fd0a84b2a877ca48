//! Floor 4: the full screen. Events to actions, actions to a screen. Decides nothing.
//!
//! [`run`] is called by the program; it draws on stderr, so that stdout stays free for the result. [`App`] is everything but the
//! terminal: keys in, a buffer out. The key table is in [`keys`], colors and borders in `theme`, the terminal's manners in
//! `terminal`, the question in `wizard`, the result in `result`, everything that lies over them in `layers`, the
//! trainer in `training`, a procedure note in `note`.

mod app;
pub mod errand;
mod events;
mod frame;
mod harmless;
mod idle;
mod keeping;
pub mod keys;
mod layers;
mod note;
mod page;
mod pane;
mod queue;
mod result;
mod signals;
mod terminal;
mod theme;
mod training;
mod wizard;
mod words;
mod world;

pub use app::{App, Flow, SMALLEST};
pub use events::run;
pub use keys::{Keymap, key_table};
pub use note::NoteSource;
pub use result::Tab;
pub use training::{Classroom, Learned, Training};

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::claim::Context;
use crate::config::ThemeName;
use crate::find::Index;
use crate::session::{Action, Session};
use crate::shelf::Kept;
use crate::train::Sheet;
use errand::Through;

/// How the full screen starts.
#[derive(Debug, Clone)]
pub struct Options<'a> {
    /// Done before the first screen.
    pub start: Vec<Action>,
    /// Setting, payer, date and the like.
    pub context: Context,
    /// How the screen is colored; the caller respects `NO_COLOR`.
    pub theme: ThemeName,
    /// Borders in ASCII.
    pub ascii: bool,
    /// The keys as they hold now.
    pub keys: Keymap,
    /// How long without a key until the case is cleared; none: never.
    pub idle: Option<Duration>,
    /// What is said at the start.
    pub notice: Option<String>,
    /// What stands between the program and the terminal.
    pub through: Through,
    /// What the person keeps beside the program.
    pub kept: Kept,
    /// What can be found, listed when first asked for; apps over the same pack may share it.
    pub index: Arc<OnceLock<Index>>,
    /// Where teaching cases come from; none: there are none.
    pub classroom: Option<&'a Classroom>,
    /// What reads a procedure note; none: notes cannot be read.
    pub notes: Option<&'a dyn NoteSource>,
    /// What it opens with instead of the wizard.
    pub training: Option<Training>,
}

/// How the person left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// By the key for it.
    Quit,
    /// By Ctrl-C, or a signal that means it.
    Interrupted,
    /// The terminal went away.
    Gone,
    /// By a signal.
    Signaled(i32),
}

impl Left {
    /// Where it was a signal, ends the process as that signal does.
    pub fn follow(self) {
        if let Self::Signaled(signal) = self {
            signals::end_by(signal);
        }
    }
}

/// What is left when the screen is closed.
#[derive(Debug, Clone)]
pub struct Ending {
    /// The case.
    pub session: Session,
    /// How the person left.
    pub left: Left,
    /// The sheet of the exam that it was opened for, where that was handed in.
    pub sheet: Option<Sheet>,
}
