//! Nothing of a case is left behind: the blank key, and the idle clear. What is sent is told to be remembered, once.

use epipath::tui::Flow;
use epipath::tui::errand::Errand;

use crate::scene::Scene;
use crate::sizes::SCREENS;

const SMALL: (u16, u16) = (80, 24);

/// Blank but for what is said.
fn assert_blank(scene: &mut Scene, said: &str, keys: &str) {
    assert!(scene.words().contains(said), "{keys}: {}", scene.text());
    assert!(scene.app.session().is_fresh(), "{keys}");
    assert_eq!(scene.app.take_errand(), None, "{keys}");
    scene.press("Up");
    let drawn = scene.drawn();
    assert_eq!(drawn, Scene::new(SMALL, "Up").drawn(), "{keys}\n{}", scene.text());
    for undoing in ["u", "U", "Ctrl-R"] {
        scene.press(undoing);
        assert!(scene.app.session().is_fresh(), "{keys} {undoing}");
    }
}

#[test]
fn the_blank_key_works_on_every_screen_and_nothing_brings_the_case_back() {
    for keys in SCREENS.iter().filter(|keys| !keys.contains(" f ")) {
        let mut scene = Scene::new(SMALL, keys);
        scene.app.take_errand();
        assert_eq!(scene.press("Ctrl-X"), Flow::Redraw, "{keys}");
        assert_blank(&mut scene, "Blanked; nothing of the case is left.", keys);
    }
}

#[test]
fn the_blank_key_works_while_typing_and_in_a_window_too_small() {
    let mut scene = Scene::new(SMALL, "4 1 : \"prior-sessions=2");
    assert_eq!(scene.press("Ctrl-X"), Flow::Redraw);
    assert_blank(&mut scene, "Blanked", "typing");
    let mut scene = Scene::new((40, 10), "");
    assert_eq!(scene.press("Ctrl-X"), Flow::Redraw);
}

#[test]
fn a_long_time_without_a_key_clears_every_screen_that_holds_something() {
    for keys in SCREENS.iter().filter(|keys| !keys.is_empty() && !keys.contains(" f ")) {
        let mut scene = Scene::new(SMALL, keys);
        scene.app.take_errand();
        assert_eq!(scene.app.idle("10 minutes"), Flow::Redraw, "{keys}");
        assert_blank(&mut scene, "Cleared after 10 minutes without a key.", keys);
    }
}

#[test]
fn where_nothing_was_done_there_is_nothing_to_clear() {
    let mut scene = Scene::new(SMALL, "Down");
    let before = scene.drawn();
    assert_eq!(scene.app.idle("10 minutes"), Flow::Idle);
    assert_eq!(scene.drawn(), before);
}

#[test]
fn a_case_that_was_undone_is_cleared_too() {
    let mut scene = Scene::new(SMALL, "4 1 u u");
    assert_eq!(scene.app.idle("10 minutes"), Flow::Redraw);
    scene.press("U U");
    assert!(scene.app.session().is_fresh());
}

#[test]
fn what_is_sent_is_told_to_be_remembered_once_a_run() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 1");
    let mut said = |keys: &str| {
        scene.press(keys);
        match scene.app.take_errand() {
            Some(Errand::Clipboard { said, .. }) => said,
            other => panic!("{keys}: {other:?}"),
        }
    };
    assert!(said("y").contains("whose history may keep it"));
    for keys in ["y", "Y", "e y"] {
        assert!(!said(keys).contains("history"), "{keys}");
    }
}
