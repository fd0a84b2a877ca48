//! One key of the table, how it is matched and how it is written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key, or a run of keys, that a binding listens to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character as typed; Shift is in the character.
    Char(char),
    /// Ctrl with a letter.
    Ctrl(char),
    /// A run of characters; the first one stands for the item of that number, counted from 0.
    Run(char, char, usize),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// The space bar.
    Space,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the start.
    Home,
    /// To the end.
    End,
}

impl Key {
    /// Whether `event` is this key; for a run, which item it names.
    #[must_use]
    pub fn matches(self, event: &KeyEvent) -> Option<usize> {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        if event.modifiers.contains(KeyModifiers::ALT) || ctrl != matches!(self, Self::Ctrl(_)) {
            return None;
        }
        let same = match (self, event.code) {
            (Self::Run(first, last, offset), KeyCode::Char(typed)) => {
                let place = (first..=last).position(|run| run == typed)?;
                return Some(place + offset);
            }
            (Self::Char(key) | Self::Ctrl(key), KeyCode::Char(typed)) => key == typed,
            (Self::Space, KeyCode::Char(' ')) | (Self::BackTab, KeyCode::BackTab) => true,
            _ => self.code() == Some(event.code),
        };
        same.then_some(0)
    }

    const fn code(self) -> Option<KeyCode> {
        Some(match self {
            Self::Enter => KeyCode::Enter,
            Self::Esc => KeyCode::Esc,
            Self::Tab => KeyCode::Tab,
            Self::Backspace => KeyCode::Backspace,
            Self::Up => KeyCode::Up,
            Self::Down => KeyCode::Down,
            Self::Left => KeyCode::Left,
            Self::Right => KeyCode::Right,
            Self::PageUp => KeyCode::PageUp,
            Self::PageDown => KeyCode::PageDown,
            Self::Home => KeyCode::Home,
            Self::End => KeyCode::End,
            _ => return None,
        })
    }

    /// As written in help: `Ctrl-C`, `1-9`, `Esc`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Char(key) => key.to_string(),
            Self::Ctrl(key) => format!("Ctrl-{}", key.to_ascii_uppercase()),
            Self::Run(first, last, _) => format!("{first}-{last}"),
            Self::BackTab => "Shift-Tab".to_owned(),
            Self::PageUp => "PgUp".to_owned(),
            Self::PageDown => "PgDn".to_owned(),
            other => format!("{other:?}"),
        }
    }

    /// An event that this key matches; the first one of a run.
    #[must_use]
    pub fn event(self) -> KeyEvent {
        let (code, modifiers) = match self {
            Self::Char(key) | Self::Run(key, _, _) => (KeyCode::Char(key), KeyModifiers::NONE),
            Self::Ctrl(key) => (KeyCode::Char(key), KeyModifiers::CONTROL),
            Self::Space => (KeyCode::Char(' '), KeyModifiers::NONE),
            Self::BackTab => (KeyCode::BackTab, KeyModifiers::SHIFT),
            other => (other.code().unwrap_or(KeyCode::Null), KeyModifiers::NONE),
        };
        KeyEvent::new(code, modifiers)
    }
}
