//! `:`: the case as facts, and a line that takes more of them, as they are written on a command line.

use crossterm::event::KeyEvent;

use super::input::Refusable;
use super::{Layer, Place, Reply};
use crate::session::{Action, procedure_facts, session_facts};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The line of facts.
#[derive(Default)]
pub(crate) struct Facts {
    input: Refusable,
}

impl Facts {
    /// A line that begins so.
    pub(crate) fn starting(text: &str) -> Self {
        Self {
            input: Refusable::starting(text),
        }
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
        self.input.put(&mut pen);
        let take = world.keys.at(Place::Typing, Command::Take);
        pen.text(&format!(
            "Type facts such as level=L4-L5:both prior-sessions=2 other-code=99213 and press {take}. \
             A fact given again replaces the one before; levels and codes come on top."
        ));
        pen.heading("This case");
        for fact in procedure_facts(world.book, &world.case().procedure()) {
            pen.write("  ", &fact, pen.theme().text);
        }
        for fact in session_facts(&world.case().context) {
            pen.write("  ", &fact, pen.theme().text);
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, world: &World<'_>) -> Reply {
        match (pressed.command, self.input.trimmed()) {
            (Command::Take, "") => Reply::Say("Nothing is typed yet.".to_owned()),
            (Command::Take, line) => {
                let action = Action::Facts { line: line.to_owned() };
                match refusal(world, &action) {
                    Some(why) => self.input.refuse(&why),
                    None => Reply::DoAndClose(action),
                }
            }
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

/// Why the case would not take an action.
fn refusal(world: &World<'_>, action: &Action) -> Option<String> {
    let refused = world.session.clone().update(world.book, action.clone()).err()?;
    Some(refused.to_string())
}
