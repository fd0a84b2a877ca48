//! What a key costs on a slow line, and where the cursor is after it: over a whole case with its layers, key by key.

mod pty;

use pty::screen::{marked, text};
use pty::{Terminal, key, wizard};

/// A whole case as a person would work through it: each key, and the screen it is pressed on.
const CASE: &[(&str, &str)] = &[
    ("question", key::DOWN),
    ("question", key::DOWN),
    ("question", key::UP),
    ("question", "4"),
    ("question", key::DOWN),
    ("question", "4"),
    ("question", "1"),
    ("question", "1"),
    ("levels", "v"),
    ("levels", key::DOWN),
    ("levels", key::DOWN),
    ("levels", "b"),
    ("levels", key::DOWN),
    ("levels", "l"),
    ("levels", key::ESC),
    ("result", key::DOWN),
    ("tab", "2"),
    ("tab", key::DOWN),
    ("tab", " "),
    ("tab", "3"),
    ("tab", key::DOWN),
    ("tab", "4"),
    ("tab", "5"),
    ("tab", "6"),
    ("tab", "1"),
    ("find", "/"),
    ("find", "c"),
    ("find", "a"),
    ("find", "u"),
    ("find", "d"),
    ("find", key::DOWN),
    ("find", key::UP),
    ("told", key::ENTER),
    ("find", key::ESC),
    ("result", key::ESC),
    ("why", "w"),
    ("why", key::DOWN),
    ("result", key::ESC),
    ("compare", "c"),
    ("compare", key::DOWN),
    ("compare", key::ENTER),
    ("compare", key::DOWN),
    ("result", key::ESC),
    ("result", key::ESC),
    ("help", "?"),
    ("help", key::DOWN),
    ("result", key::ESC),
    ("answers", "a"),
    ("answers", key::DOWN),
    ("answers", key::ENTER),
    ("question", key::DOWN),
    ("question", "1"),
];

/// Presses every key of the case and hands the terminal over after each.
fn whole_case(mut each: impl FnMut(&mut Terminal, &str, &str, usize)) {
    let mut terminal = wizard(80, 24);
    for (screen, keys) in CASE {
        let bytes = terminal.press(keys);
        each(&mut terminal, screen, keys, bytes);
    }
}

#[test]
fn show_frames() {
    whole_case(|t, screen, keys, bytes| {
        let raw = t.raw();
        println!("RAW {keys:?} {:?}", String::from_utf8_lossy(&raw[raw.len() - bytes..]));
        println!(
            "{screen:10} {keys:6?} {bytes:6} cursor {:?} mark {:?}",
            t.cursor(),
            marked(t.screen())
        );
    });
}
