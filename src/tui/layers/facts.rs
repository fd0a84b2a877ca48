//! `:`: the case as facts, and a line that takes more of them, as they are written on a command line.

use crossterm::event::KeyEvent;

use super::input::Input;
use super::{Layer, Place, Reply};
use crate::session::{Action, procedure_facts, session_facts};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The line of facts.
#[derive(Default)]
pub(crate) struct Facts {
    input: Input,
}

impl Facts {
    /// A line that begins so.
    pub(crate) fn starting(text: &str) -> Self {
        let mut input = Input::default();
        input.pasted(text);
        Self { input }
    }
}

impl Layer for Facts {
    fn place(&self) -> Place {
        Place::Typing
    }

    fn title(&self, _: &World<'_>) -> String {
        "Facts, as on the command line".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        pen.text(
            "Type facts such as level=L4-L5:both prior-sessions=2 other-code=99213 and press Enter. \
                  A fact given again replaces the one before; levels and codes come on top.",
        );
        pen.heading("This case");
        for fact in procedure_facts(world.book, &world.case().procedure()) {
            pen.write("  ", &fact, pen.theme().text);
        }
        for fact in session_facts(&world.case().context) {
            pen.write("  ", &fact, pen.theme().text);
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, _: &World<'_>) -> Reply {
        match (pressed.command, self.input.trimmed()) {
            (Command::Take, "") => Reply::Say("Nothing is typed yet.".to_owned()),
            (Command::Take, line) => Reply::TryAndClose(Action::Facts { line: line.to_owned() }),
            _ => Reply::Ignored,
        }
    }

    fn typed(&mut self, key: &KeyEvent) -> bool {
        self.input.typed(key)
    }

    fn pasted(&mut self, text: &str) {
        self.input.pasted(text);
    }

    fn input(&self) -> Option<&str> {
        Some(self.input.as_str())
    }

    fn prompt(&self) -> &'static str {
        ": "
    }
}
