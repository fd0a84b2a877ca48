//! The one key table. Handling, the footer and the help layer come from it; so do the README and the man page.
//!
//! Start at [`table::TABLE`]; a [`Keymap`] is the table with the keys that a person chose, and turns a key into a command.

mod command;
mod key;
mod keymap;
mod remap;
mod table;

pub use command::{Command, Place};
pub use key::Key;
pub use keymap::Keymap;
pub use remap::Wrong;
pub use table::Binding;

/// Every binding, in the order in which help and footer show them.
#[must_use]
pub fn key_table() -> &'static [Binding] {
    table::TABLE
}

/// A command that was asked for; of a run of keys, the number of the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pressed {
    /// The command.
    pub command: Command,
    /// The item it names, from 0.
    pub nth: usize,
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for place in Place::iter() {
            let mut seen: HashMap<String, Command> = HashMap::new();
            for binding in key_table().iter().filter(|binding| binding.places.contains(&place)) {
                for key in binding.keys.iter().copied().flat_map(Key::written_out) {
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
            for place in binding.places.iter() {
                for key in binding.keys.iter() {
                    let pressed = Keymap::default().pressed(*place, &key.event());
                    let found = pressed.map(|pressed| pressed.command);
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
            assert!(place == Place::Small || place.types() || has(Command::Help), "{place}");
        }
    }
}
