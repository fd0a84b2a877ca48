//! `=`: what the case comes to, typed as claim lines. What is typed here is text, never a command.

use crossterm::event::KeyEvent;

use crate::train::typed;
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Input, Layer, Reply};
use crate::tui::page::Page;
use crate::tui::words::capital;
use crate::tui::world::World;

/// The line, and why it was not taken.
#[derive(Default)]
pub(crate) struct LineEntry {
    input: Input,
    refused: Option<String>,
}

impl Layer for LineEntry {
    fn place(&self) -> Place {
        Place::Typing
    }

    fn title(&self, _: &World<'_>) -> String {
        "What is billed?".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        if let Some(why) = &self.refused {
            pen.write("", why, pen.theme().strong);
            pen.gap();
        }
        pen.text(
            "Type the claim lines: code, modifiers behind hyphens, units behind x; commas part the lines. \
             Or one of these words:",
        );
        pen.gap();
        for (word, text) in [
            (
                "outside",
                "the case is outside the family; the name of the signpost may follow",
            ),
            ("undetermined", "the note leaves the code open"),
            ("nothing", "nothing is billed"),
        ] {
            pen.hang((&format!("  {word}"), pen.theme().strong), 16, text, pen.theme().text);
        }
        pen.gap();
        pen.text(&format!("{} hands it in.", world.keys.of(Command::Take)));
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, _: &World<'_>) -> Reply {
        if pressed.command != Command::Take {
            return Reply::Ignored;
        }
        match typed(self.input.trimmed()) {
            Ok(entered) => Reply::HandIn(Box::new(entered)),
            Err(why) => {
                self.refused = Some(format!("{}.", capital(&why)));
                Reply::Changed
            }
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
        "= "
    }
}
