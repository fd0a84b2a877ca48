//! Leaving nothing of a case behind: by a key, or after a long time without one.

use std::cell::Cell;

use super::{App, Flow};
use crate::session::Session;
use crate::tui::errand::Errand;
use crate::tui::result::Tab;

impl App<'_> {
    /// Forgets the case, its history, every layer and what was typed into it, and draws everything anew.
    pub(super) fn blank(&mut self, said: &str) -> Flow {
        self.end_training();
        self.note = None;
        self.session = Session::new(self.session.start().clone());
        self.layers.clear();
        self.tab = Tab::Code;
        self.asked = None;
        // What is kept beside the program is of no case: it is still written. A text of the case is not sent any more.
        if !matches!(
            self.errand,
            Some(Errand::Shelf(_) | Errand::Report(_) | Errand::Learned(_))
        ) {
            self.errand = None;
        }
        self.notes = Cell::new(None);
        self.refresh();
        self.look_at_question();
        self.message = Some(said.to_owned());
        self.settle();
        Flow::Redraw
    }

    /// After a long time without a key: the case goes where there is one.
    pub fn idle(&mut self, minutes: &str) -> Flow {
        let session = &self.session;
        let untouched = session.is_fresh() && self.layers.is_empty() && self.note.is_none();
        // A teaching case is nobody's, and a class may listen for long.
        let taught = self.drill.is_some() || self.demo.is_some();
        if untouched || taught {
            return Flow::Idle;
        }
        self.blank(&format!("Cleared after {minutes} without a key."))
    }
}
