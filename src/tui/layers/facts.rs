//! `:`: the case as facts, and a line that takes more of them, as they are written on a command line.

use crossterm::event::KeyEvent;

use super::input::Input;
use super::{Layer, Place, Reply};
use crate::session::{Action, procedure_facts, session_facts};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::words::capital;
use crate::tui::world::World;

/// The line of facts.
#[derive(Default)]
pub(crate) struct Facts {
    input: Input,
    /// Why the line was not taken; said until it is changed.
    refused: Option<String>,
}

impl Facts {
    /// A line that begins so.
    pub(crate) fn starting(text: &str) -> Self {
        let mut input = Input::default();
        input.pasted(text);
        Self { input, refused: None }
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
        if let Some(why) = &self.refused {
            let theme = *pen.theme();
            pen.write("", why, theme.strong);
            pen.gap();
        }
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
                self.refused = refusal(world, &action);
                if self.refused.is_some() {
                    Reply::Changed
                } else {
                    Reply::DoAndClose(action)
                }
            }
            _ => Reply::Ignored,
        }
    }

    fn typed(&mut self, key: &KeyEvent) -> bool {
        let taken = self.input.typed(key);
        if taken {
            self.refused = None;
        }
        taken
    }

    fn pasted(&mut self, text: &str) {
        self.input.pasted(text);
        self.refused = None;
    }

    fn input(&self) -> Option<&str> {
        Some(self.input.as_str())
    }

    fn prompt(&self) -> &'static str {
        ": "
    }
}

/// Why the case would not take an action, in a sentence.
fn refusal(world: &World<'_>, action: &Action) -> Option<String> {
    let refused = world.session.clone().update(world.book, action.clone()).err()?;
    Some(format!("{}.", capital(&refused.to_string())))
}
