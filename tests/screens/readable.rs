//! At every size that people use, what a screen is for is in view, or reached by moving down.

use std::collections::BTreeSet;

use epipath::tui::Flow;
use epipath::tui::keys::Place;

use crate::scene::Scene;
use crate::sizes::SCREENS;
use crate::snapshots::WINDOWS;
use crate::support::book;

/// A window in which nothing has to be scrolled.
const TALL: u16 = 600;

/// The windows in which most has to be scrolled.
const SCROLLED: [(u16, u16); 2] = [(60, 18), (80, 24)];

/// The rows of the screen above the footer, without borders and marks; of a result those below its tabs, since a head that is cut
/// short says the rest there.
fn told(scene: &Scene) -> BTreeSet<String> {
    let rows = scene.rows();
    let tabs = rows.iter().position(|row| row.starts_with("  1 ")).unwrap_or(2);
    let body = rows.get(tabs + 1..rows.len() - 2).unwrap_or_default();
    let bare = body.iter().map(|row| row.replace(['│', '>'], " ").trim().to_owned());
    bare.filter(|row| !row.is_empty() && !row.contains('─')).collect()
}

/// Everything that comes into view on the way from the top to the end.
fn on_the_way_down(scene: &mut Scene) -> BTreeSet<String> {
    scene.press("Home");
    let mut seen = told(scene);
    let step = if scene.drawn().1.is_some() { "Down" } else { "PgDn" };
    for _ in 0..600 {
        if scene.press(step) == Flow::Idle {
            return seen;
        }
        seen.extend(told(scene));
    }
    panic!("it never ends:\n{}", scene.text());
}

#[test]
fn every_question_is_asked_whole_and_every_answer_is_reached() {
    for (width, height) in WINDOWS {
        for keys in ["", "4", "4 1", "4 1 1", "4 1 1 1"] {
            let mut scene = Scene::new((width, height), keys);
            let id = scene.app.session();
            let view = epipath::session::View::of(book(), id.case());
            let question = book().question(view.question.expect("a question")).unwrap();
            let words = scene.words();
            for part in [&question.title, question.ask.split_whitespace().next().unwrap()] {
                assert!(
                    words.contains(part),
                    "{keys} at {width}x{height}: {part}\n{}",
                    scene.text()
                );
            }
            assert!(words.contains("Still possible"), "{keys} at {width}x{height}");
            let seen: Vec<String> = on_the_way_down(&mut scene).into_iter().collect();
            for (nth, answer) in question.answers.iter().enumerate() {
                let start: Vec<&str> = answer.label.split_whitespace().take(3).collect();
                let found = seen.iter().any(|row| row.contains(&start.join(" ")));
                assert!(found, "{keys} at {width}x{height}: answer {nth} of\n{seen:#?}");
            }
            assert!(
                seen.iter().any(|row| row.contains("0  Not documented")),
                "{keys} at {width}x{height}"
            );
        }
    }
}

/// A layer of each kind, but for the grid of levels, where the lines beside it follow the focus.
const LAYERS: [&str; 11] = [
    "/ \"c-arm",
    "/ \"64483 Enter",
    "4 1 t",
    "4 1 t w",
    "4 1 1 1 1 x Enter",
    "4 1 1 1 1 c",
    "4 1 1 1 1 c 1",
    "4 4 1 1 2 p",
    "4 4 1 1 e 4",
    "4 4 1 1 a",
    "4 1 w",
];

/// Every row that a window of any height shows is reached in this one.
#[test]
fn everything_in_a_layer_is_reached() {
    for keys in LAYERS {
        for (width, height) in SCROLLED {
            let mut tall = Scene::new((width, TALL), keys);
            tall.press("Home");
            let mut scene = Scene::new((width, height), keys);
            let seen = on_the_way_down(&mut scene);
            let missing: Vec<String> = told(&tall).difference(&seen).cloned().collect();
            assert!(missing.is_empty(), "{keys} at {width}x{height}: {missing:#?}");
        }
    }
}

/// A result: its code or what it is instead in the first row of the head, the tab in view, and every row of the tab.
#[test]
fn every_result_says_its_code_and_every_row_of_its_tabs_is_reached() {
    let cases = [
        ("4 1 1 1 1", "62323"),
        ("4 4 1 1 v Down b Down r Esc", "64483"),
        ("4 6 1", "outside this family"),
        ("4 4 0 1", "undetermined"),
    ];
    for (keys, said) in cases {
        let tabs = if said.starts_with('6') { 1..=6 } else { 1..=1 };
        for tab in tabs {
            for (width, height) in SCROLLED {
                let keys = format!("{keys} {tab}");
                let mut scene = Scene::new((width, height), &keys);
                assert!(
                    scene.rows()[3].contains(said),
                    "{keys} at {width}x{height}\n{}",
                    scene.text()
                );
                let mut tall = Scene::new((width, TALL), &keys);
                tall.press("Home");
                let seen = on_the_way_down(&mut scene);
                let missing: Vec<String> = told(&tall).difference(&seen).cloned().collect();
                assert!(missing.is_empty(), "{keys} at {width}x{height}: {missing:#?}");
            }
        }
    }
}

#[test]
fn the_footer_leads_to_help_and_out_at_every_size() {
    for keys in SCREENS {
        for (width, height) in WINDOWS {
            let scene = Scene::new((width, height), keys);
            let footer = scene.rows().pop().unwrap();
            let typing = scene.app.place() == Place::Typing;
            assert!(
                footer.contains("? help") || typing,
                "{keys} at {width}x{height}: {footer}"
            );
            let out = footer.contains("Esc ") || footer.contains("q quit");
            assert!(out, "{keys} at {width}x{height}: {footer}");
        }
    }
}
