//! One key of the table, how it is matched and how it is written.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::pack::nearest;

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
    /// The key "insert".
    Insert,
    /// The key "delete".
    Delete,
    /// A function key.
    F(u8),
}

/// Letters that a terminal sends with Ctrl as it sends another key.
const SENT_AS: [(char, &str); 5] = [
    ('h', "Backspace"),
    ('i', "Tab"),
    ('j', "Enter"),
    ('m', "Enter"),
    ('[', "Esc"),
];

/// The function keys that keyboards have.
const FUNCTION_KEYS: std::ops::RangeInclusive<u8> = 1..=12;

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
            Self::Insert => KeyCode::Insert,
            Self::Delete => KeyCode::Delete,
            Self::F(number) => KeyCode::F(number),
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
            Self::F(number) => format!("F{number}"),
            other => format!("{other:?}"),
        }
    }

    /// The key of a name as [`Key::name`] writes it; runs have none.
    ///
    /// # Errors
    /// Why no key is called so, as help.
    pub fn named(name: &str) -> Result<Self, String> {
        if let Some(letter) = name.strip_prefix("Ctrl-").or_else(|| name.strip_prefix("ctrl-")) {
            return control(letter);
        }
        let mut letters = name.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_ascii_graphic() => return Ok(Self::Char(letter)),
            _ => {}
        }
        let known = named_keys();
        let found = known.iter().find(|key| key.name().eq_ignore_ascii_case(name));
        found.copied().ok_or_else(|| {
            let names: Vec<String> = known.iter().map(|key| key.name()).collect();
            let guess = nearest(name, names.iter().map(String::as_str));
            let guess = guess
                .map(|guess| format!("Did you mean `{guess}`? "))
                .unwrap_or_default();
            format!("{guess}Keys: one character, Ctrl- with a letter, {}.", names.join(", "))
        })
    }

    /// Whether the key writes or edits where text is typed.
    #[must_use]
    pub const fn types(self) -> bool {
        matches!(
            self,
            Self::Char(_) | Self::Run(..) | Self::Space | Self::Backspace | Self::Delete
        )
    }

    /// Each key of a run; the key itself where it is none.
    #[must_use]
    pub fn written_out(self) -> Vec<Self> {
        match self {
            Self::Run(first, last, _) => (first..=last).map(Self::Char).collect(),
            other => vec![other],
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

/// Ctrl with a letter that no other key sends.
fn control(letter: &str) -> Result<Key, String> {
    let letter = letter.to_ascii_lowercase();
    if let Some((_, other)) = SENT_AS.iter().find(|(same, _)| letter == same.to_string()) {
        return Err(format!(
            "A terminal sends the same for it as for {other}. Choose another letter."
        ));
    }
    match letter.as_bytes() {
        [only @ b'a'..=b'z'] => Ok(Key::Ctrl(char::from(*only))),
        _ => Err("Write one letter behind Ctrl-, such as `Ctrl-F`.".to_owned()),
    }
}

/// The keys that have a name.
fn named_keys() -> Vec<Key> {
    let keys = [
        Key::Enter,
        Key::Esc,
        Key::Space,
        Key::Tab,
        Key::BackTab,
        Key::Backspace,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::PageUp,
        Key::PageDown,
        Key::Home,
        Key::End,
        Key::Insert,
        Key::Delete,
    ];
    keys.into_iter().chain(FUNCTION_KEYS.map(Key::F)).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn every_named_key_is_read_again() {
        let typed = ('!'..='~').map(Key::Char);
        let control = ('a'..='z').filter(|letter| SENT_AS.iter().all(|(same, _)| same != letter));
        for key in named_keys().into_iter().chain(typed).chain(control.map(Key::Ctrl)) {
            assert_eq!(Key::named(&key.name()), Ok(key));
            assert_eq!(key.matches(&key.event()), Some(0), "{key:?}");
        }
    }

    #[rstest]
    #[case("", "one character")]
    #[case("\u{e9}", "one character")]
    #[case("PageDwn", "Keys: ")]
    #[case("Escp", "Did you mean `Esc`?")]
    #[case("Ctrl-I", "as for Tab")]
    #[case("Ctrl-m", "as for Enter")]
    #[case("Ctrl-", "one letter")]
    #[case("Ctrl-ab", "one letter")]
    #[case("1-9", "one character")]
    fn what_is_no_key_says_why(#[case] name: &str, #[case] help: &str) {
        let told = Key::named(name).unwrap_err();
        assert!(told.contains(help), "{told}");
    }
}
