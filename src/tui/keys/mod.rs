//! The one key table. Handling, the footer and the help layer come from it; so do the README and the man page.
//!
//! Start at [`table::TABLE`]; [`pressed`] is what turns a key into a command.

mod command;
mod key;
mod table;

pub use command::{Command, Place};
pub use key::Key;
pub use table::Binding;

use crossterm::event::KeyEvent;

/// Every binding, in the order in which help and footer show them.
#[must_use]
pub fn key_table() -> &'static [Binding] {
    table::TABLE
}

/// The key of a command, as written.
#[must_use]
pub fn key_of(command: Command) -> String {
    let binding = key_table().iter().find(|binding| binding.command == command);
    let key = binding.and_then(|binding| binding.keys.first());
    key.map(|key| key.name()).unwrap_or_default()
}

/// A command that was asked for; of a run of keys, the number of the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pressed {
    /// The command.
    pub command: Command,
    /// The item it names, from 0.
    pub nth: usize,
}

/// What `event` means at `place`.
#[must_use]
pub fn pressed(place: Place, event: &KeyEvent) -> Option<Pressed> {
    let here = key_table().iter().filter(|binding| binding.places.contains(&place));
    let mut matching = here.filter_map(|binding| {
        let nth = binding.keys.iter().find_map(|key| key.matches(event))?;
        Some(Pressed {
            command: binding.command,
            nth,
        })
    });
    matching.next()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use strum::IntoEnumIterator;

    use super::*;

    fn written_out(key: Key) -> Vec<Key> {
        match key {
            Key::Run(first, last, _) => (first..=last).map(Key::Char).collect(),
            other => vec![other],
        }
    }

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in Place::iter() {
            let mut seen: HashMap<String, Command> = HashMap::new();
            for binding in key_table().iter().filter(|binding| binding.places.contains(&place)) {
                for key in binding.keys.iter().copied().flat_map(written_out) {
                    let before = seen.insert(key.name(), binding.command);
                    assert_eq!(before, None, "{} at {place}", key.name());
                }
            }
        }
    }

    #[test]
    fn every_binding_is_complete_and_reached() {
        for binding in key_table() {
            assert!(!binding.keys.is_empty() && !binding.places.is_empty(), "{binding:?}");
            assert!(binding.help.ends_with('.') && binding.hint.len() <= 14, "{binding:?}");
            for place in binding.places {
                for key in binding.keys {
                    let found = pressed(*place, &key.event()).map(|pressed| pressed.command);
                    assert_eq!(found, Some(binding.command), "{} at {place}", key.name());
                }
            }
            assert!(
                binding.hinted.iter().all(|place| binding.places.contains(place)),
                "{binding:?}"
            );
        }
    }

    #[test]
    fn every_command_has_a_key() {
        for command in Command::iter() {
            assert!(
                key_table().iter().any(|binding| binding.command == command),
                "{command:?}"
            );
        }
    }

    #[test]
    fn leaving_and_help_are_never_far() {
        for place in Place::iter() {
            let has = |command| {
                key_table()
                    .iter()
                    .any(|b| b.command == command && b.places.contains(&place))
            };
            assert!(has(Command::Interrupt) && has(Command::Suspend), "{place}");
            assert!(
                place == Place::Small || place == Place::Typing || has(Command::Help),
                "{place}"
            );
        }
    }
}
