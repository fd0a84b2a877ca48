//! What the footer says, holds.

use epipath::tui::Flow;
use epipath::tui::key_table;
use epipath::tui::keys::{Command, Place};
use strum::IntoEnumIterator;

use crate::demo::demo;
use crate::note::hinted;
use crate::scene::Scene;

/// A screen of each place on which every hint of its footer means something.
pub(crate) fn screen(place: Place) -> &'static str {
    match place {
        Place::Question => "4 1 Down Space Up Space",
        Place::Result => "4 4 1 1 +  4 4 1 1",
        Place::Checklist => "4 4 1 1 2",
        Place::Modifiers => "4 4 1 1 3",
        Place::Claim => "4 4 1 1 4 v Down Down Down b Down b Esc",
        Place::Reading => "w",
        Place::Card => "/ \"64483 Enter",
        Place::List => "4 1 t Home Down",
        Place::Details => "4 d 2",
        Place::Levels => "4 4 1 1 v",
        Place::Compare => "4 1 1 1 1 c",
        Place::Typing => "/ \"catheter",
        Place::Export => "4 4 1 1 e 4",
        Place::Small | Place::Note | Place::Giving => "",
        Place::Drill => "T = \"62320 Enter",
        Place::Spot => "T m Down Right",
        Place::Demo => "Right",
    }
}

/// A screen of each place on which every hint of the drill means something.
fn drilled(place: Place) -> &'static str {
    match place {
        Place::Question => "T",
        Place::Result => "T 4 1 1 1 1",
        Place::Checklist => "T 4 1 1 1 1 2",
        Place::Modifiers => "T 4 1 1 1 1 3",
        Place::Claim => "T 4 1 1 1 1 4",
        other => screen(other),
    }
}

fn scene(place: Place, command: Command) -> Scene {
    if let Some(scene) = hinted(size(place), place, command) {
        return scene;
    }
    match (place, command) {
        (Place::Drill, Command::CaseNote) => Scene::new(size(place), drilled(place)),
        (Place::Question, Command::Drill) => Scene::new(size(place), ""),
        (Place::Demo, Command::PreviousCase) => demo(size(place), "n"),
        (Place::Demo, Command::WhatIf) => demo(size(place), "Right Right"),
        (Place::Demo, _) => demo(size(place), screen(place)),
        (Place::Drill, Command::Hint) => Scene::new(size(place), "T H"),
        (Place::Question, Command::NextCase) => Scene::new(size(place), "E Enter"),
        (place, command) if command.examines() || (command == Command::PreviousCase && place != Place::Demo) => {
            Scene::new(size(place), &format!("E Enter n {}", screen(place)))
        }
        (Place::Question, Command::Exam) => Scene::new(size(place), ""),
        (_, command) if command.drills() => Scene::new(size(place), drilled(place)),
        _ => Scene::new(size(place), screen(place)),
    }
}

pub(crate) fn size(place: Place) -> (u16, u16) {
    if place == Place::Small { (40, 10) } else { (80, 24) }
}

#[test]
fn every_hinted_key_does_something() {
    for place in Place::iter() {
        for binding in key_table().iter().filter(|binding| binding.hinted.contains(&place)) {
            let mut scene = scene(place, binding.command);
            assert_eq!(scene.app.place(), place);
            if matches!(binding.command, Command::Tab) {
                scene.press(if place == Place::Result { "2" } else { "1" });
                continue;
            }
            let before = scene.drawn();
            let flow = scene.event(binding.keys[0].event());
            let left = matches!(flow, Flow::Quit | Flow::Interrupt);
            let errand = scene.app.take_errand().is_some();
            assert!(
                left || errand || before != scene.drawn(),
                "{:?} at {place}\n{}",
                binding.command,
                scene.text()
            );
        }
    }
}

#[test]
fn the_footer_of_every_screen_names_help_and_the_way_out_at_every_width() {
    for keys in crate::sizes::SCREENS
        .iter()
        .chain(&crate::drill::SCREENS)
        .chain(&crate::exam::SCREENS)
    {
        for width in [60, 70, 80, 100, 200] {
            let scene = Scene::new((width, 24), keys);
            let footer = scene.rows()[23].clone();
            let typing = scene.app.place() == Place::Typing;
            assert!(footer.contains("? help") || typing, "{keys} at {width}: {footer}");
            assert!(
                footer.contains("Esc ") || footer.contains("q quit"),
                "{keys} at {width}: {footer}"
            );
        }
    }
}

#[test]
fn lesser_hints_go_first() {
    let wide = Scene::new((200, 24), "4 1").rows()[23].clone();
    let narrow = Scene::new((60, 24), "4 1").rows()[23].clone();
    for word in ["choose", "back", "help"] {
        assert!(wide.contains(word) && narrow.contains(word), "{narrow}");
    }
    assert!(wide.contains("t tree") && !narrow.contains("t tree"), "{narrow}");
}

#[test]
fn every_tab_names_the_levels_where_they_count_and_none_was_given() {
    for tab in ["1", "2", "3", "4", "5", "6"] {
        for width in [60, 80] {
            let footer = Scene::new((width, 24), &format!("4 4 1 1 {tab}")).rows()[23].clone();
            let at = footer.find("v levels").unwrap_or(usize::MAX);
            assert!(at < 20, "{tab} at {width}: {footer}");
        }
    }
    let given = Scene::new((80, 24), "4 4 1 1 v Down b Esc 1").rows()[23].clone();
    assert!(!given.contains("v levels"), "{given}");
    let uncounted = Scene::new((80, 24), "4 1 1 1 1").rows()[23].clone();
    assert!(!uncounted.contains("v levels"), "{uncounted}");
}
