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

/// Bytes of a move within a screen, of any key in the median, and at most: a line of 9600 baud carries 960 a second.
const MOST_FOR_A_MOVE: usize = 400;
const MEDIAN_OF_ALL: usize = 900;
const MOST_FOR_A_KEY: usize = 2200;

fn median(bytes: &mut [usize]) -> usize {
    bytes.sort_unstable();
    bytes[bytes.len() / 2]
}

#[test]
fn a_key_costs_few_bytes() {
    let (mut all, mut moves) = (Vec::new(), Vec::new());
    whole_case(|_, screen, keys, bytes| {
        println!("{screen:10} {keys:8?} {bytes:6}");
        all.push(bytes);
        if [key::DOWN, key::UP, " ", "b", "l"].contains(&keys) {
            moves.push(bytes);
        }
    });
    let (most, of_all, of_moves) = (all.iter().copied().max().unwrap(), median(&mut all), median(&mut moves));
    println!(
        "{} keys at 80x24: median {of_all}, most {most}; moves and ticks: median {of_moves}",
        all.len()
    );
    assert!(
        of_moves <= MOST_FOR_A_MOVE && of_all <= MEDIAN_OF_ALL && most <= MOST_FOR_A_KEY,
        "{of_moves} {of_all} {most}"
    );
}

/// The cursor stands on the row in focus, or where one types; where nothing has the focus it is hidden.
#[test]
fn the_cursor_is_on_the_row_in_focus_after_every_key() {
    whole_case(|terminal, screen, keys, _| {
        let mark = marked(terminal.screen()).map(|(row, _)| row);
        let cursor = terminal.cursor().map(|(row, _)| row);
        let wanted = if screen == "find" && text(terminal.screen()).contains("Find a code") {
            let rows = text(terminal.screen());
            rows.lines()
                .position(|row| row.contains("\u{2502} / "))
                .and_then(|row| u16::try_from(row).ok())
        } else {
            mark
        };
        assert_eq!(
            cursor,
            wanted,
            "after {keys:?} on {screen}:\n{}",
            text(terminal.screen())
        );
    });
}
