//! A line being typed. What is typed here is text, never a command.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::pack::steers;

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
