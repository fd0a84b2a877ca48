//! A line being typed. What is typed here is text, never a command.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Reply;
use crate::pack::steers;
use crate::tui::page::Pen;
use crate::tui::words::capital;

/// A line being typed, up to a length.
#[derive(Default)]
pub(crate) struct Input {
    line: String,
}

/// Longer than anything sensible.
const LONGEST: usize = 400;

impl Input {
    /// As typed.
    pub(crate) fn as_str(&self) -> &str {
        &self.line
    }

    /// Without blanks around it.
    pub(crate) fn trimmed(&self) -> &str {
        self.line.trim()
    }

    /// Takes a key. Returns whether it meant something.
    pub(crate) fn typed(&mut self, key: &KeyEvent) -> bool {
        let plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
        match key.code {
            KeyCode::Char(letter) if plain => self.pasted(letter.encode_utf8(&mut [0; 4])),
            KeyCode::Char('u' | 'w') if key.modifiers == KeyModifiers::CONTROL => self.line.clear(),
            KeyCode::Backspace => {
                self.line.pop();
            }
            _ => return false,
        }
        true
    }

    /// Takes pasted text; a line break ends a word like a blank.
    pub(crate) fn pasted(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.line.chars().count());
        let blank = |letter: char| if letter.is_whitespace() { ' ' } else { letter };
        let letters = text.chars().map(blank).filter(|letter| !steers(*letter));
        self.line.extend(letters.take(room));
    }
}

/// A line being typed that may be refused: why is said above the page until the line is changed.
#[derive(Default)]
pub(crate) struct Refusable {
    line: Input,
    refused: Option<String>,
}

impl Refusable {
    /// A line that begins so.
    pub(crate) fn starting(text: &str) -> Self {
        let mut refusable = Self::default();
        refusable.pasted(text);
        refusable
    }

    /// As typed.
    pub(crate) fn as_str(&self) -> &str {
        self.line.as_str()
    }

    /// Without blanks around it.
    pub(crate) fn trimmed(&self) -> &str {
        self.line.trimmed()
    }

    /// Takes a key. Returns whether it meant something.
    pub(crate) fn typed(&mut self, key: &KeyEvent) -> bool {
        let taken = self.line.typed(key);
        if taken {
            self.refused = None;
        }
        taken
    }

    /// Takes pasted text.
    pub(crate) fn pasted(&mut self, text: &str) {
        self.line.pasted(text);
        self.refused = None;
    }

    /// The line is not taken; `why` has no full stop.
    pub(crate) fn refuse(&mut self, why: &str) -> Reply {
        self.refused = Some(format!("{}.", capital(why)));
        Reply::Changed
    }

    /// Says why the line was not taken.
    pub(crate) fn put(&self, pen: &mut Pen) {
        if let Some(why) = &self.refused {
            pen.write("", why, pen.theme().strong);
            pen.gap();
        }
    }
}
