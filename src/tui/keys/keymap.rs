//! The key table as it holds now: the usual one, or with the keys that a person chose.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crossterm::event::KeyEvent;

use super::remap::{Wrong, remapped};
use super::table::TABLE;
use super::{Binding, Command, Key, Place, Pressed};

/// The key table as it holds now.
#[derive(Debug, Clone)]
pub struct Keymap {
    table: Cow<'static, [Binding]>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self {
            table: Cow::Borrowed(TABLE),
        }
    }
}

impl Keymap {
    /// The table with other keys, by the names of commands and keys.
    ///
    /// # Errors
    /// Everything wrong with the names, and every key that would mean two things in one place.
    pub fn chosen(keys: &BTreeMap<String, Vec<String>>) -> Result<Self, Vec<Wrong>> {
        if keys.is_empty() {
            return Ok(Self::default());
        }
        remapped(keys).map(|table| Self {
            table: Cow::Owned(table),
        })
    }

    /// Every binding, in the order in which help and footer show them.
    #[must_use]
    pub fn table(&self) -> &[Binding] {
        &self.table
    }

    /// The first key of a command, as written.
    #[must_use]
    pub fn of(&self, command: Command) -> String {
        let binding = self.table.iter().find(|binding| binding.command == command);
        let key = binding.and_then(|binding| binding.keys.first());
        key.map(|key| key.name()).unwrap_or_default()
    }

    /// The first key of a command at a place, as written; where it has none there, its first anywhere.
    #[must_use]
    pub fn at(&self, place: Place, command: Command) -> String {
        let mut here = self.bindings(command).filter(|row| row.places.contains(&place));
        let key = here.find_map(|row| row.keys.first());
        key.map_or_else(|| self.of(command), |key| key.name())
    }

    /// Every key of a command anywhere, each once.
    #[must_use]
    pub fn all_of(&self, command: Command) -> Vec<Key> {
        let mut keys = Vec::new();
        for key in self.bindings(command).flat_map(|binding| binding.keys.iter()) {
            if !keys.contains(key) {
                keys.push(*key);
            }
        }
        keys
    }

    /// The rows of a command.
    pub fn bindings(&self, command: Command) -> impl Iterator<Item = &Binding> {
        self.table.iter().filter(move |binding| binding.command == command)
    }

    /// What `event` means at `place`.
    #[must_use]
    pub fn pressed(&self, place: Place, event: &KeyEvent) -> Option<Pressed> {
        let mut here = self.table.iter().filter(|binding| binding.places.contains(&place));
        here.find_map(|binding| {
            let nth = binding.keys.iter().find_map(|key| key.matches(event))?;
            Some(Pressed {
                command: binding.command,
                nth,
            })
        })
    }
}
