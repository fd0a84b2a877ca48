//! `n`: takes a note in. What is pasted or typed here is text, never a command, and is not shown: only how much of it there is.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::note::LARGEST;
use crate::tui::errand::Errand;
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Input, Layer, Reply};
use crate::tui::page::Page;
use crate::tui::words::count;
use crate::tui::world::World;

/// A note being given.
#[derive(Default)]
pub(crate) struct NoteInput {
    /// Pasted, or typed.
    text: String,
    /// The name of a file, where one is given instead.
    file: Option<Input>,
}

impl NoteInput {
    fn take(&mut self, world: &World<'_>) -> Reply {
        match &self.file {
            Some(name) if name.trimmed().is_empty() => Reply::Say("No file is named yet.".to_owned()),
            Some(name) => Reply::Run(Errand::Note {
                path: name.trimmed().to_owned(),
            }),
            None if self.text.trim().is_empty() && world.note.is_some() => Reply::DropNote,
            None if self.text.trim().is_empty() => {
                let switch = world.keys.at(Place::Giving, Command::SwitchInput);
                Reply::Say(format!(
                    "Nothing is pasted yet; {switch} takes the name of a file instead."
                ))
            }
            None => Reply::ReadNote(std::mem::take(&mut self.text)),
        }
    }

    /// How much there is, without a word of it.
    fn counted(&self) -> String {
        let lines = self.text.lines().count();
        format!(
            "{} in {}.",
            count(self.text.chars().count(), "character"),
            count(lines, "line")
        )
    }
}

impl Layer for NoteInput {
    fn place(&self) -> Place {
        Place::Giving
    }

    fn title(&self, world: &World<'_>) -> String {
        let what = if self.file.is_some() {
            "A file with a note"
        } else {
            "A note"
        };
        match world.note {
            Some(_) => format!("{what}, in the place of the one read before"),
            None => what.to_owned(),
        }
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let strong = pen.theme().strong;
        let key = |command| world.keys.at(Place::Giving, command);
        let (take, switch, close) = (key(Command::Take), key(Command::SwitchInput), key(Command::Close));
        if self.file.is_some() {
            pen.text(&format!(
                "The name of a text file of at most {} kB. {take} reads it; {switch} goes back to pasting.",
                LARGEST / 1024
            ));
        } else if self.text.is_empty() {
            pen.write("", "Paste the procedure note now.", strong);
            pen.text(&format!(
                "It is read at once. {switch} takes the name of a file instead; {close} closes."
            ));
            if world.note.is_some() {
                pen.text(&format!("{take} without a paste drops the note that was read."));
            }
        } else {
            pen.write("", &self.counted(), strong);
            pen.text(&format!("{take} reads it; {close} drops it."));
        }
        pen.gap();
        pen.text(
            "The note stays in memory: no file, no log, no clipboard. What identifies a person is hidden on the screen. Leaving, the \
             next case, a long time without a key, and the key that blanks drop it.",
        );
        pen.text("It suggests answers with the words they rest on; you confirm each one.");
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, world: &World<'_>) -> Reply {
        match pressed.command {
            Command::Take => self.take(world),
            // In the midst of text it is a tab.
            Command::SwitchInput if !self.text.is_empty() => {
                self.pasted("\t");
                Reply::Changed
            }
            Command::SwitchInput => {
                self.file = self.file.is_none().then(Input::default);
                Reply::Changed
            }
            _ => Reply::Ignored,
        }
    }

    fn typed(&mut self, key: &KeyEvent) -> bool {
        if let Some(name) = &mut self.file {
            return name.typed(key);
        }
        let plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
        match key.code {
            KeyCode::Char(letter) if plain => self.pasted(letter.encode_utf8(&mut [0; 4])),
            KeyCode::Backspace => {
                self.text.pop();
            }
            _ => return false,
        }
        true
    }

    fn pasted(&mut self, text: &str) {
        match &mut self.file {
            Some(name) => name.pasted(text),
            // One byte too many is enough to say that it is too long.
            None if self.text.len() <= LARGEST => self.text.push_str(text),
            None => {}
        }
    }

    fn takes_notes(&self) -> bool {
        self.file.is_none()
    }

    fn input(&self) -> Option<&str> {
        self.file.as_ref().map(Input::as_str)
    }

    fn prompt(&self) -> &'static str {
        "file: "
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        match command {
            Command::SwitchInput => self.text.is_empty(),
            _ => true,
        }
    }
}
