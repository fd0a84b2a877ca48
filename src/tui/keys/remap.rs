//! Other keys for commands: every wrong name and every clash is told, with the place where it was written.

use std::borrow::Cow;
use std::collections::BTreeMap;

use strum::VariantNames as _;

use super::table::TABLE;
use super::{Binding, Command, Key, Place};
use crate::pack::did_you_mean;
use strum::IntoEnumIterator as _;

/// Something wrong with the keys that were chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Stable name of the check.
    pub check: &'static str,
    /// The command as written.
    pub command: String,
    /// Which of its keys, from 0; none: the command itself.
    pub nth: Option<usize>,
    /// What is wrong, in one line.
    pub message: String,
    /// How to mend it, in one line.
    pub help: String,
}

/// Keys that nobody can take from their commands.
const FIXED: [(Command, Key); 4] = [
    (Command::Help, Key::Char('?')),
    (Command::Interrupt, Key::Ctrl('c')),
    (Command::Close, Key::Esc),
    (Command::Back, Key::Esc),
];

/// Commands whose keys are the numbers on the screen.
const NUMBERED: [Command; 2] = [Command::Choose, Command::Tab];

/// What was chosen, read.
type Chosen = BTreeMap<Command, Vec<Key>>;

/// The table with other keys.
pub(super) fn remapped(keys: &BTreeMap<String, Vec<String>>) -> Result<Vec<Binding>, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let mut chosen = Chosen::new();
    for (name, keys) in keys {
        let Some(command) = command(name, &mut wrong) else {
            continue;
        };
        chosen.insert(command, read(command, name, keys, &mut wrong));
    }
    let table: Vec<Binding> = TABLE.iter().flat_map(|binding| rows(binding, &chosen)).collect();
    clashes(&table, keys, &mut wrong);
    if wrong.is_empty() { Ok(table) } else { Err(wrong) }
}

fn command(name: &str, wrong: &mut Vec<Wrong>) -> Option<Command> {
    let mut tell = |check, message: String, help: String| {
        wrong.push(Wrong {
            check,
            command: name.to_owned(),
            nth: None,
            message,
            help,
        });
        None
    };
    match name.parse::<Command>() {
        Ok(command) if NUMBERED.contains(&command) => tell(
            "fixed-key",
            format!("the keys of `{name}` cannot be changed"),
            "They are the numbers on the screen. Remove the line.".to_owned(),
        ),
        Ok(command) => Some(command),
        Err(_) => {
            let guess = did_you_mean(name, Command::VARIANTS.iter().copied(), "Commands");
            let help = format!("{guess} `epipath config --keys` lists every command.");
            tell(
                "unknown-command",
                format!("there is no command `{name}`"),
                help.trim_start().to_owned(),
            )
        }
    }
}

/// The keys of a command, the wrong ones left out.
fn read(command: Command, name: &str, keys: &[String], wrong: &mut Vec<Wrong>) -> Vec<Key> {
    let mut tell = |check, nth, message, help| {
        wrong.push(Wrong {
            check,
            command: name.to_owned(),
            nth,
            message,
            help,
        });
    };
    if keys.is_empty() {
        let message = format!("`{name}` has no key");
        tell(
            "no-key",
            None,
            message,
            "Name at least one, or remove the line.".to_owned(),
        );
    }
    let mut read: Vec<Key> = Vec::new();
    for (nth, written) in keys.iter().enumerate() {
        let key = match Key::named(written) {
            Ok(key) => key,
            Err(help) => {
                tell(
                    "unknown-key-name",
                    Some(nth),
                    format!("no key is called `{written}`"),
                    help,
                );
                continue;
            }
        };
        let mut owners = FIXED.iter().filter(|(_, fixed)| *fixed == key).peekable();
        if let Some((owner, _)) = owners
            .peek()
            .copied()
            .filter(|_| owners.all(|(owner, _)| *owner != command))
        {
            let message = format!("`{written}` cannot be taken from `{}`", word(*owner));
            tell("fixed-key", Some(nth), message, "Choose another key.".to_owned());
        } else if read.contains(&key) {
            tell(
                "duplicate-key-name",
                Some(nth),
                format!("`{written}` stands here twice"),
                "Keep one.".to_owned(),
            );
        } else {
            read.push(key);
        }
    }
    read
}

/// A row with the keys that were chosen for it. Where text is typed only those that type nothing count; without one the usual stay.
fn rows(usual: &Binding, chosen: &Chosen) -> Vec<Binding> {
    let Some(keys) = chosen.get(&usual.command).filter(|keys| !keys.is_empty()) else {
        return vec![usual.clone()];
    };
    let fixed = FIXED
        .iter()
        .filter(|(owner, key)| *owner == usual.command && usual.keys.contains(key));
    let mut keys = keys.clone();
    for (_, key) in fixed {
        if !keys.contains(key) {
            keys.push(*key);
        }
    }
    let silent: Vec<Key> = keys.iter().copied().filter(|key| !key.types()).collect();
    let (typing, elsewhere): (Vec<Place>, Vec<Place>) = usual.places.iter().partition(|place| place.types());
    let row = |keys: Vec<Key>, places: Vec<Place>| Binding {
        keys: if keys.is_empty() {
            usual.keys.clone()
        } else {
            Cow::Owned(keys)
        },
        places: Cow::Owned(places),
        ..usual.clone()
    };
    let rows = if silent == keys {
        vec![row(keys, usual.places.to_vec())]
    } else {
        vec![row(keys, elsewhere), row(silent, typing)]
    };
    rows.into_iter().filter(|row| !row.places.is_empty()).collect()
}

/// Keys that would mean two things in one place, told at the command that was given the key.
fn clashes(table: &[Binding], chosen: &BTreeMap<String, Vec<String>>, wrong: &mut Vec<Wrong>) {
    let mut told: Vec<(Command, Command, String)> = Vec::new();
    for place in Place::iter() {
        let mut seen: Vec<(String, Command)> = Vec::new();
        for binding in table.iter().filter(|binding| binding.places.contains(&place)) {
            for key in binding.keys.iter().copied().flat_map(Key::written_out) {
                let name = key.name();
                let Some((_, other)) = seen.iter().find(|(taken, _)| *taken == name) else {
                    seen.push((name, binding.command));
                    continue;
                };
                if told
                    .iter()
                    .any(|(a, b, key)| (*a, *b, key) == (binding.command, *other, &name))
                {
                    continue;
                }
                told.push((binding.command, *other, name.clone()));
                wrong.extend(clash((binding.command, *other), &name, place, chosen));
            }
        }
    }
}

fn clash(
    (one, other): (Command, Command),
    key: &str,
    place: Place,
    chosen: &BTreeMap<String, Vec<String>>,
) -> Option<Wrong> {
    let nth = |command: Command| {
        let keys = chosen.get(word(command))?;
        keys.iter()
            .position(|written| Key::named(written).is_ok_and(|named| named.name() == key))
    };
    let (mine, theirs, nth) = match (nth(one), nth(other)) {
        (Some(nth), _) => (one, other, nth),
        (None, Some(nth)) => (other, one, nth),
        (None, None) => return None,
    };
    Some(Wrong {
        check: "key-twice",
        command: word(mine).to_owned(),
        nth: Some(nth),
        message: format!(
            "`{key}` is a key of `{}` as well ({})",
            word(theirs),
            place.to_string().to_lowercase()
        ),
        help: format!("Choose another key here, or give `{}` other keys too.", word(theirs)),
    })
}

/// The name of a command.
fn word(command: Command) -> &'static str {
    command.into()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::super::Keymap;
    use super::*;

    /// "undo=z F2; redo=Z".
    fn keys(lines: &str) -> BTreeMap<String, Vec<String>> {
        let lines = lines.split("; ").map(|line| line.split_once('=').unwrap());
        let list = |keys: &str| keys.split_whitespace().map(str::to_owned).collect();
        lines.map(|(name, keys)| (name.to_owned(), list(keys))).collect()
    }

    fn at(map: &Keymap, place: Place, key: &str) -> Option<Command> {
        let pressed = map.pressed(place, &Key::named(key).unwrap().event());
        pressed.map(|pressed| pressed.command)
    }

    #[test]
    fn another_key_takes_the_place_of_the_usual_ones_everywhere() {
        let map = Keymap::chosen(&keys("undo=z F2; help=F1")).unwrap();
        for place in [Place::Question, Place::Claim] {
            assert_eq!(at(&map, place, "z"), Some(Command::Undo));
            assert_eq!(at(&map, place, "F2"), Some(Command::Undo));
            assert_eq!(at(&map, place, "u"), None);
            assert_eq!(at(&map, place, "F1"), Some(Command::Help));
            assert_eq!(at(&map, place, "?"), Some(Command::Help), "never taken away");
        }
        assert_eq!(map.of(Command::Undo), "z");
    }

    #[test]
    fn where_text_is_typed_letters_stay_text() {
        let map = Keymap::chosen(&keys("redraw=* F5"));
        let map = map.unwrap();
        assert_eq!(at(&map, Place::Question, "*"), Some(Command::Redraw));
        assert_eq!(at(&map, Place::Typing, "*"), None);
        assert_eq!(at(&map, Place::Typing, "F5"), Some(Command::Redraw));
    }

    #[rstest]
    #[case("undoo=z", "unknown-command", "Did you mean `undo`?")]
    #[case("undo=", "no-key", "at least one")]
    #[case("undo=zz", "unknown-key-name", "one character")]
    #[case("undo=z z", "duplicate-key-name", "Keep one")]
    #[case("undo=?", "fixed-key", "another key")]
    #[case("undo=Ctrl-C", "fixed-key", "another key")]
    #[case("undo=Esc", "fixed-key", "another key")]
    #[case("choose=z", "fixed-key", "numbers on the screen")]
    #[case("undo=w", "key-twice", "give `why` other keys")]
    #[case("undo=3", "key-twice", "other keys too")]
    #[case("undo=F2; redo=F2", "key-twice", "other keys too")]
    fn what_is_wrong_is_told(#[case] lines: &str, #[case] check: &str, #[case] help: &str) {
        let wrong = Keymap::chosen(&keys(lines)).unwrap_err();
        let found = wrong.iter().find(|one| one.check == check).expect(check);
        assert!(found.help.contains(help), "{found:?}");
    }

    #[test]
    fn two_commands_may_change_places() {
        let map = Keymap::chosen(&keys("undo=w; why=u")).unwrap();
        assert_eq!(at(&map, Place::Question, "w"), Some(Command::Undo));
        assert_eq!(at(&map, Place::Question, "u"), Some(Command::Why));
    }

    /// Whatever command gets a key that nobody has: nothing clashes, and every place keeps help, Ctrl-C and its ways out.
    #[test]
    fn every_command_can_be_given_a_free_key() {
        for command in Command::iter().filter(|command| !NUMBERED.contains(command)) {
            let map =
                Keymap::chosen(&keys(&format!("{}=F9", word(command)))).unwrap_or_else(|wrong| panic!("{wrong:?}"));
            for row in map.bindings(command) {
                for place in row.places.iter() {
                    assert_eq!(at(&map, *place, "F9"), Some(command), "{command:?} at {place}");
                }
            }
            for (owner, key) in FIXED {
                for row in TABLE
                    .iter()
                    .filter(|row| row.command == owner && row.keys.contains(&key))
                {
                    for place in row.places.iter() {
                        assert_eq!(at(&map, *place, &key.name()), Some(owner), "{command:?}");
                    }
                }
            }
        }
    }
}
