//! Every screen at every size, without a panic; below the smallest a sentence.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use rstest::rstest;

use crate::scene::Scene;

pub(crate) const SCREENS: [&str; 36] = [
    "",
    "4 1 Space",
    "4 1 1 1",
    "4 1 1 1 1",
    "4 4 1 1 2",
    "4 4 1 1 3",
    "4 4 1 1 4",
    "4 4 1 1 4 v Down b Down b Esc",
    "4 4 1 1 5",
    "1 1 5 1 1 I \"wa Enter 5",
    "4 4 1 1 6",
    "4 4 1 1 + 1 1 1 1 1",
    "4 4 1 1 I",
    "4 4 1 1 :",
    "4 4 1 1 e 4",
    "4 4 1 1 v Down b Down b",
    "4 6 1",
    "4 4 0 1",
    "3 1 1 1 1",
    "/ \"c-arm",
    "/ \"64483 Enter",
    "4 1 t",
    "4 1 1 1 1 x Enter",
    "?",
    "d",
    "4 4 1 1 2 p",
    "F",
    "4 1 1 1 1 !",
    "4 1 !",
    "/ \"64483 Enter f N \"views Enter",
    "c",
    "4 1 1 1 1 c",
    "4 1 1 1 1 c 1",
    "4 1 1 1 1 c Space Down Space Down Space Enter",
    "4 1 t w",
    "4 1 t Home w",
];

#[test]
fn nothing_breaks_at_any_size() {
    for keys in SCREENS
        .iter()
        .chain(&crate::drill::SCREENS)
        .chain(&crate::exam::SCREENS)
    {
        let mut scene = Scene::new((80, 24), keys);
        for width in [1, 2, 19, 37, 59, 60, 61, 76, 80, 127, 200] {
            for height in [1, 2, 11, 17, 18, 19, 24, 31, 60] {
                fits(&mut scene, Size::new(width, height), keys);
            }
        }
    }
}

/// Every size there is, each on one kind of screen in turn: a question, a result, rows in a border, a line being typed.
#[rstest]
#[case(0, "4 1")]
#[case(1, "4 1 1 1 1")]
#[case(2, "4 4 1 1 v Down b Down b")]
#[case(3, "4 1 : \"prior-sessions=2")]
fn no_size_breaks_anything(#[case] nth: u16, #[case] keys: &str) {
    let mut scene = Scene::new((80, 24), keys);
    for width in 1..=200 {
        for height in (1..=60).filter(|height| (width + height) % 4 == nth) {
            fits(&mut scene, Size::new(width, height), keys);
        }
    }
}

/// Draws at a size; the cursor lies on the screen.
pub(crate) fn fits(scene: &mut Scene, size: Size, keys: &str) {
    scene.size = size;
    scene.app.resize(size);
    let (buffer, cursor) = scene.drawn();
    assert!(cursor.is_none_or(|at| buffer.area.contains(at)), "{keys} at {size}");
}

#[test]
fn a_frame_may_be_drawn_at_another_size_than_was_told() {
    let scene = Scene::new((80, 24), "4 4 1 1 2");
    for area in [Rect::new(0, 0, 200, 60), Rect::new(0, 0, 1, 1), Rect::new(3, 2, 70, 20)] {
        scene.app.render(area, &mut Buffer::empty(area));
    }
}

#[test]
fn a_window_too_small_says_what_it_needs_and_still_quits() {
    let mut scene = Scene::new((59, 24), "");
    assert!(
        scene
            .words()
            .contains("needs a window of at least 60 by 18; this one is 59 by 24. q quits.")
    );
    assert_eq!(scene.press("q"), epipath::tui::Flow::Quit);
    assert_eq!(scene.press("4"), epipath::tui::Flow::Idle);
}

#[test]
fn the_smallest_window_shows_every_answer_by_scrolling() {
    let scene = Scene::new((60, 18), "4 1 1 1 End");
    assert!(scene.cursor_row().contains("0  Not documented"), "{}", scene.text());
    assert!(
        scene.text().contains("Still possible 1 of 12: 62323"),
        "{}",
        scene.text()
    );
}
