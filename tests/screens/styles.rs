//! Meaning is never in color alone.

use epipath::config::ThemeName;
use epipath::tui::keys::Place;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::scene::Scene;
use crate::sizes::SCREENS;

fn colorless(keys: &str) -> (Scene, Buffer) {
    let scene = Scene::with((80, 24), keys, |options| options.theme = ThemeName::Mono);
    let (buffer, _) = scene.drawn();
    (scene, buffer)
}

#[test]
fn without_colors_there_are_none_and_the_focus_is_still_seen() {
    for keys in SCREENS.iter().chain(&crate::drill::SCREENS) {
        let (scene, buffer) = colorless(keys);
        assert!(
            buffer
                .content
                .iter()
                .all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset),
            "{keys}"
        );
        let (_, cursor) = scene.drawn();
        // While typing the cursor is at the end of the line, while marking on the word.
        let typing = matches!(scene.app.place(), Place::Typing | Place::Spot);
        if let Some(cursor) = cursor.filter(|_| !typing) {
            assert_eq!(buffer[cursor].symbol(), ">", "{keys}");
            let beside = &buffer[(cursor.x + 2, cursor.y)];
            assert!(beside.modifier.contains(Modifier::REVERSED), "{keys}");
        }
    }
}

#[test]
fn only_ansi_colors_and_only_in_pairs() {
    for keys in SCREENS.iter().chain(&crate::drill::SCREENS) {
        let (buffer, _) = Scene::new((80, 24), keys).drawn();
        for cell in &buffer.content {
            let plain = cell.fg == Color::Reset && cell.bg == Color::Reset;
            let paired =
                cell.fg != Color::Reset && cell.bg != Color::Reset && cell.modifier.contains(Modifier::REVERSED);
            assert!(plain || paired, "{keys}: {cell:?}");
            assert!(
                !matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_)),
                "{keys}: {cell:?}"
            );
        }
    }
}

#[test]
fn ascii_means_ascii() {
    for keys in SCREENS.iter().chain(&crate::drill::SCREENS) {
        let scene = Scene::with((80, 24), keys, |options| options.ascii = true);
        let text = scene.text();
        assert!(text.is_ascii(), "{keys}: {text}");
    }
}

#[test]
fn nothing_but_light_lines_beyond_ascii() {
    for keys in SCREENS.iter().chain(&crate::drill::SCREENS) {
        let text = Scene::new((120, 40), keys).text();
        let odd: Vec<char> = text
            .chars()
            .filter(|letter| !letter.is_ascii() && !"─│┌┐└┘".contains(*letter))
            .collect();
        assert!(odd.is_empty(), "{keys}: {odd:?}");
    }
}
