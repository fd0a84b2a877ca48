//! `=`: what the case comes to, typed as claim lines. What is typed here is text, never a command.

use crossterm::event::KeyEvent;

use crate::train::typed;
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Layer, Refusable, Reply};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The line, and why it was not taken.
#[derive(Default)]
pub(crate) struct LineEntry {
    input: Refusable,
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
        self.input.put(&mut pen);
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
            (
                "coverage=WORD",
                "behind any of these, what the payer does: likely, unlikely, outside-policy or not-checked",
            ),
        ] {
            pen.hang((&format!("  {word}"), pen.theme().strong), 17, text, pen.theme().text);
        }
        pen.gap();
        let take = world.keys.at(Place::Typing, Command::Take);
        pen.text(&match world.exam {
            Some(_) => format!("{take} enters it; until the exam is handed in it can be changed."),
            None => format!("{take} hands it in."),
        });
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, _: &World<'_>) -> Reply {
        if pressed.command != Command::Take {
            return Reply::Ignored;
        }
        match typed(self.input.trimmed()) {
            Ok(entered) => Reply::HandIn(Box::new(entered)),
            Err(why) => self.input.refuse(&why),
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
        "= "
    }
}
