//! A keymap in which every command has another key: every screen is reached, and none names a key that does nothing there.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crossterm::event::KeyEvent;
use epipath::tui::keys::{Command, Key, Place};
use epipath::tui::{Flow, Keymap, key_table};
use strum::{IntoEnumIterator, VariantNames};

use crate::keys::{screen, size};
use crate::scene::{Scene, each_event};
use crate::sizes::SCREENS;

/// Keys that no command has by itself. The first of them type nothing, for what works while a line is typed.
const SILENT: [&str; 14] = [
    "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12", "Insert", "Ctrl-G",
];
const OTHERS: &str = "zJKMOPQZ@#$%^&_{}|;\"',<>~`()*\\+-:[]=.";

/// Commands that nobody gives other keys: the numbers on the screen.
const NUMBERED: [Command; 2] = [Command::Choose, Command::Tab];

/// Commands of places that never meet: the first takes the key of the second.
const SHARED: [(Command, Command); 5] = [
    (Command::PreviousWord, Command::LeftSide),
    (Command::NextWord, Command::RightSide),
    (Command::Reveal, Command::BothSides),
    (Command::PreviousCase, Command::NoSide),
    (Command::Again, Command::NextSide),
];

/// Every command with one other key.
fn changed() -> &'static Keymap {
    static CHANGED: OnceLock<Keymap> = OnceLock::new();
    CHANGED.get_or_init(other_keys)
}

fn other_keys() -> Keymap {
    let others = OTHERS.chars().map(String::from);
    let control = "abdefknopqrstuvwy"
        .chars()
        .map(|letter| format!("Ctrl-{}", letter.to_ascii_uppercase()));
    let typing = |command: &Command| places(*command).iter().any(|place| place.types());
    let shares = |command: &Command| SHARED.iter().any(|(one, _)| one == command);
    let (first, rest): (Vec<Command>, Vec<Command>) = Command::iter()
        .filter(|command| !NUMBERED.contains(command) && !shares(command))
        .partition(typing);
    let moving = ["Home", "End", "Delete", "Left", "Right", "Space", "Down", "Up"].map(str::to_owned);
    let free = SILENT
        .iter()
        .map(|key| (*key).to_owned())
        .chain(others)
        .chain(control)
        .chain(moving);
    let name = |command: &Command| <&str>::from(*command).to_owned();
    let commands: Vec<String> = first.iter().chain(&rest).map(name).collect();
    assert_eq!(commands.len() + SHARED.len() + NUMBERED.len(), Command::VARIANTS.len());
    let mut keys: BTreeMap<String, Vec<String>> = commands.into_iter().zip(free.map(|key| vec![key])).collect();
    for (one, other) in SHARED {
        let key = keys[&name(&other)].clone();
        keys.insert(name(&one), key);
    }
    assert_eq!(
        keys.len() + NUMBERED.len(),
        Command::VARIANTS.len(),
        "more keys are needed"
    );
    Keymap::chosen(&keys).unwrap_or_else(|wrong| panic!("{wrong:?}"))
}

fn places(command: Command) -> Vec<Place> {
    let rows = key_table().iter().filter(|row| row.command == command);
    rows.flat_map(|row| row.places.iter().copied()).collect()
}

/// The key that means here what a usual key means; text and numbers stay.
fn other(keys: &Keymap, place: Place, usual: KeyEvent) -> KeyEvent {
    let Some(pressed) = Keymap::default().pressed(place, &usual) else {
        return usual;
    };
    if NUMBERED.contains(&pressed.command) {
        return usual;
    }
    let mut here = keys.bindings(pressed.command).filter(|row| row.places.contains(&place));
    here.next().expect("a row").keys[0].event()
}

fn press(scene: &mut Scene, map: &Keymap, keys: &str) -> Flow {
    let mut flow = Flow::Idle;
    each_event(keys, |event| flow = scene.event(other(map, scene.app.place(), event)));
    flow
}

/// A scene with other keys, reached by the same commands as with the usual ones.
fn reached(size: (u16, u16), keys: &str) -> Scene {
    let map = changed();
    let mut scene = Scene::with(size, "", |options| options.keys = map.clone());
    press(&mut scene, map, keys);
    scene
}

/// What a text names as a key that has another meaning now, or none. `a` and `x` are words as well, and a sign at the start of a
/// row is a prompt or a fold.
fn names_a_usual_key(text: &str) -> Option<String> {
    let words = [
        "Enter",
        "Tab",
        "Shift-Tab",
        "Backspace",
        "PgUp",
        "PgDn",
        "Up/Down",
        "Ctrl-X",
        "Ctrl-L",
        "Ctrl-Z",
    ];
    let single: Vec<String> = key_table()
        .iter()
        .filter(|row| !NUMBERED.contains(&row.command) && row.command != Command::Help)
        .flat_map(|row| row.keys.iter())
        .filter_map(|key| match key {
            Key::Char(letter) if letter.is_ascii_alphabetic() || "/!".contains(*letter) => Some(letter.to_string()),
            _ => None,
        })
        .collect();
    for row in text.lines() {
        let tokens: Vec<&str> = row
            .split(|letter: char| " (),.:;│".contains(letter))
            .filter(|token| !token.is_empty())
            .collect();
        for (at, token) in tokens.iter().enumerate() {
            let counted = *token == "x"
                && tokens
                    .get(at + 1)
                    .is_some_and(|next| next.starts_with(char::is_numeric));
            let first = at == 0 && !token.starts_with(char::is_alphabetic);
            let sure = !counted && !first && *token != "a";
            if sure && (words.contains(token) || single.iter().any(|key| key == token)) {
                return Some(row.trim().to_owned());
            }
        }
        if row.trim_start().starts_with("0 ") && row.contains("Not documented") {
            return Some(row.to_owned());
        }
    }
    None
}

#[test]
fn the_search_for_usual_keys_finds_them() {
    for told in [
        " Press Enter to go on.",
        " Details (d changes them)",
        " w from near",
        " Here / finds a code",
        " 0  Not documented",
        " Up/Down move",
    ] {
        assert!(names_a_usual_key(told).is_some(), "{told}");
    }
    for told in [
        " / c-arm",
        " 64483-50 x 1  L4-L5",
        " Choose a code",
        " Esc back",
        "   + Related codes (3)",
    ] {
        assert_eq!(names_a_usual_key(told), None);
    }
}

#[test]
fn every_screen_is_reached_with_other_keys_and_names_none_of_the_usual() {
    for keys in SCREENS.iter().chain(&crate::exam::SCREENS) {
        let (usual, other) = (Scene::new((120, 40), keys), reached((120, 40), keys));
        assert_eq!(usual.app.place(), other.app.place(), "{keys}");
        assert_eq!(usual.app.session().actions(), other.app.session().actions(), "{keys}");
        assert_eq!(names_a_usual_key(&other.text()), None, "{keys}\n{}", other.text());
    }
}

/// Whatever is pressed where, and pressed again: what is said then names keys that hold.
#[test]
fn no_message_names_a_key_that_means_something_else_now() {
    let map = changed();
    for place in Place::iter().filter(|place| *place != Place::Small) {
        let worth = |command: &Command| places(*command).contains(&place) && !command.moves();
        for command in Command::iter().filter(worth) {
            let rows = key_table().iter().filter(|row| row.command == command);
            let mut here = rows.filter(|row| row.places.contains(&place));
            let event = here.next().expect("a row").keys[0].event();
            let mut scene = reached(size(place), screen(place));
            for _ in 0..2 {
                let now = scene.app.place();
                if !places(command).contains(&now) {
                    break;
                }
                scene.event(other(map, now, event));
                assert_eq!(
                    names_a_usual_key(&scene.text()),
                    None,
                    "{command:?} at {place}\n{}",
                    scene.text()
                );
            }
        }
    }
}

#[test]
fn help_named_enter_and_the_way_back_whatever_their_keys_were() {
    let mut help = reached((100, 30), "4 1 ?");
    let mut text = help.text();
    for _ in 0..12 {
        press(&mut help, changed(), "PgDn");
        text += &help.text();
    }
    assert_eq!(names_a_usual_key(&text), None, "{text}");
}

#[test]
fn a_footer_named_a_letter_where_letters_are_typed() {
    let keys = BTreeMap::from([("take".to_owned(), vec!["z".to_owned()])]);
    let map = Keymap::chosen(&keys).unwrap();
    let scene = Scene::with((120, 24), "/ \"c-arm", |options| options.keys = map);
    let footer = scene.rows()[23].clone();
    assert!(footer.contains("Enter take") && !footer.contains("z take"), "{footer}");
}

#[test]
fn the_row_not_documented_named_zero_whatever_its_key_was() {
    let scene = reached((80, 24), "4 1");
    let key = changed().of(Command::NotDocumented);
    let row = scene
        .rows()
        .into_iter()
        .find(|row| row.contains("Not documented"))
        .expect("the row");
    assert!(row.trim_start().starts_with(&key), "{row}");
}

#[test]
fn the_answers_named_a_key_that_did_nothing_there() {
    let mut scene = Scene::new((80, 24), "4 4 1 1 a");
    assert!(
        scene.text().contains("Details (Enter changes them)"),
        "{}",
        scene.text()
    );
    assert_eq!(scene.press("d"), Flow::Idle);
    scene.press("End Enter");
    assert_eq!(scene.app.place(), Place::Details);
}
