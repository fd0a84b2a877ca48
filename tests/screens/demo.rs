//! A demonstration before a class: steps on and back, nothing moves but what changes, the answer hidden until it is asked for.

use epipath::train::demo::{DemoStep, script};
use epipath::tui::keys::Place;
use epipath::tui::{Flow, Training};
use ratatui::layout::Size;

use crate::scene::Scene;
use crate::sizes::fits;
use crate::support::book;
use crate::teaching::{teaching, whole_classroom};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// Every case of these tests as a lesson.
pub(crate) fn demo(size: (u16, u16), keys: &str) -> Scene {
    let cases = teaching().cases.into_iter().map(|case| case.id).collect();
    Scene::with(size, keys, |options| options.training = Some(Training::Demo { cases }))
}

#[test]
fn demo_screens() {
    for (name, keys) in [("words", "Right Right"), ("answer", "."), ("teaches", "n Left")] {
        for size in [SMALL, LARGE] {
            let (buffer, cursor) = demo(size, keys).drawn();
            insta::assert_debug_snapshot!(format!("demo-{name}-{}x{}", size.0, size.1), (cursor, buffer));
        }
    }
}

#[test]
fn every_step_of_every_case_is_gone_forward_and_back() {
    let mut scene = demo(SMALL, "");
    let mut shown = vec![scene.drawn()];
    let steps: usize = teaching().cases.iter().map(|case| script(case).len()).sum();
    for nth in 1..steps {
        assert_eq!(scene.press("Right"), Flow::Draw, "{nth}");
        shown.push(scene.drawn());
    }
    assert!(scene.words().contains("case 4 of 4"), "{}", scene.text());
    scene.press("Right");
    assert!(
        scene.words().contains("This is the last step; q leaves."),
        "{}",
        scene.text()
    );
    for before in shown.iter().rev().skip(1) {
        scene.press("Left");
        assert_eq!(scene.drawn(), *before, "{}", scene.text());
    }
    scene.press("Left");
    assert!(scene.words().contains("This is the first step."), "{}", scene.text());
}

#[test]
fn the_keys_that_go_on_and_back_are_one_each() {
    for (on, back) in [("Right", "Left"), ("Space", "Back"), ("Enter", "Esc")] {
        let mut scene = demo(SMALL, on);
        assert_eq!(scene.drawn(), demo(SMALL, "Right").drawn());
        scene.press(back);
        assert_eq!(scene.drawn(), demo(SMALL, "").drawn());
    }
}

#[test]
fn a_long_note_has_the_room_while_the_class_reads() {
    let cases = vec!["wire-up-from-the-tail".to_owned()];
    let mut scene = Scene::with(SMALL, "", |options| {
        options.classroom = Some(whole_classroom());
        options.training = Some(Training::Demo { cases });
    });
    assert!(scene.words().contains("tail 1-15 of 17"), "{}", scene.text());
    scene.press("Right");
    assert!(scene.words().contains("of 17"), "{}", scene.text());
    let cases = vec!["what-the-heading-promised".to_owned()];
    let scene = Scene::with(SMALL, "", |options| {
        options.classroom = Some(whole_classroom());
        options.training = Some(Training::Demo { cases });
    });
    let text = scene.words();
    assert!(
        text.contains("ESI template v4.") && !text.contains(" of 12 "),
        "{}",
        scene.text()
    );
}

/// Rows of the note: blanks for the brackets.
fn note_rows(scene: &Scene, rows: std::ops::Range<usize>) -> Vec<String> {
    let plain = |row: &String| row.replace(['[', ']', '|'], " ").trim_end().to_owned();
    scene.rows()[rows].iter().map(plain).collect()
}

#[test]
fn nothing_moves_but_the_marks_and_the_text() {
    for size in [SMALL, (100, 30), LARGE] {
        let mut scene = demo(size, "");
        let lines = teaching().cases[0].note.lines().count();
        let note = 5..5 + lines;
        let beside = size.0 >= 114;
        let cut = |rows: Vec<String>| -> Vec<String> {
            let text = |row: &String| row.chars().take(79).collect::<String>().trim_end().to_owned();
            rows.iter().map(text).collect()
        };
        let rows = |scene: &Scene| {
            if beside {
                cut(note_rows(scene, note.clone()))
            } else {
                note_rows(scene, note.clone())
            }
        };
        let first = rows(&scene);
        assert!(first[0].contains("Lumbar ESI"), "{}", scene.text());
        for _ in 1..script(&teaching().cases[0]).len() {
            scene.press("Right");
            assert_eq!(rows(&scene), first, "{}", scene.text());
            assert!(scene.rows()[3].contains("A caudal tilt"), "{}", scene.text());
        }
    }
}

#[test]
fn nothing_of_the_answer_is_told_before_it_is_asked_for() {
    let lesson = teaching();
    for (nth, case) in lesson.cases.iter().enumerate() {
        let codes: Vec<&str> = case
            .result
            .code
            .iter()
            .chain(&case.result.undetermined)
            .map(String::as_str)
            .collect();
        let mut scene = demo(LARGE, &"n ".repeat(nth));
        for step in script(case) {
            if step == DemoStep::Answer {
                break;
            }
            let text = scene.text();
            assert!(codes.iter().all(|code| !text.contains(code)), "{}", scene.text());
            scene.press("Right");
        }
        assert!(codes.iter().any(|code| scene.text().contains(code)), "{}", scene.text());
    }
}

#[test]
fn one_key_shows_the_answer_and_one_goes_to_the_next_case() {
    let mut scene = demo(SMALL, ".");
    assert!(scene.words().contains("62323 x1."), "{}", scene.text());
    scene.press("n");
    assert!(
        scene.words().contains("Three sites") && scene.words().contains("step 1 of"),
        "{}",
        scene.text()
    );
    scene.press("p");
    assert!(
        scene.words().contains("A caudal tilt") && scene.words().contains("step 1 of"),
        "{}",
        scene.text()
    );
    scene.press("p");
    assert!(scene.words().contains("This is the first case."), "{}", scene.text());
    scene.press("n n n n");
    assert!(scene.words().contains("This is the last case."), "{}", scene.text());
    assert_eq!(scene.press("q"), Flow::Quit);
    assert!(scene.app.into_session().is_fresh());
}

#[test]
fn the_words_told_are_the_way_so_far_and_the_layers_know_them() {
    let mut scene = demo(LARGE, "Right");
    assert!(scene.rows()[1].contains("Lumbar"), "{}", scene.text());
    scene.press("Right");
    assert!(scene.rows()[1].contains("Lumbar > Interlaminar"), "{}", scene.text());
    scene.press("t");
    assert!(
        scene.words().contains("Decision tree") && scene.words().contains("* - Lumbar"),
        "{}",
        scene.text()
    );
    scene.press("Esc x");
    assert!(scene.words().contains("Which answer?"), "{}", scene.text());
    scene.press("Esc");
    assert_eq!(scene.app.place(), Place::Demo);
    assert_eq!(scene.drawn(), demo(LARGE, "Right Right").drawn());
}

#[test]
fn without_an_answer_what_if_says_so() {
    let scene = demo(SMALL, "x");
    assert!(scene.words().contains("Nothing is answered yet."), "{}", scene.text());
}

#[test]
fn a_case_that_there_is_not_is_said() {
    let scene = Scene::with(SMALL, "", |options| {
        options.training = Some(Training::Demo {
            cases: vec!["nowhere".to_owned()],
        });
    });
    assert!(
        scene.words().contains("There is no teaching case `nowhere`."),
        "{}",
        scene.text()
    );
    assert_eq!(scene.app.place(), Place::Question);
}

#[test]
fn no_size_breaks_a_step() {
    for keys in ["", "Right Right", "n Right .", "n n n Right Right Right Right"] {
        let mut scene = demo(SMALL, keys);
        for width in [1, 30, 59, 60, 61, 77, 80, 113, 114, 115, 120, 200] {
            for height in [1, 11, 17, 18, 19, 24, 40, 60] {
                fits(&mut scene, Size::new(width, height), keys);
            }
        }
    }
}

/// Every case of the pack, every step, at the size of a projector.
#[test]
fn every_case_of_the_pack_is_shown_with_its_words() {
    let whole = whole_classroom().teaching().unwrap();
    for case in &whole.cases {
        let mut scene = Scene::with(SMALL, "", |options| {
            options.classroom = Some(whole_classroom());
            options.training = Some(Training::Demo {
                cases: vec![case.id.clone()],
            });
        });
        for step in script(case) {
            if matches!(step, DemoStep::Words(_)) {
                let text = scene.text();
                assert!(text.contains('[') || text.contains('|'), "{}: {text}", case.id);
            }
            scene.press("Right");
        }
        let told = scene.app.session().case().procedures().len();
        assert_eq!(told, case.procedures.len(), "{}: {}", case.id, book().about.edition);
    }
}
