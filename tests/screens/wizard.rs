//! The question on the screen: keys, marks, focus, candidates.

use epipath::session::{Action, View};
use epipath::tui::Flow;

use crate::scene::Scene;
use crate::support::book;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

#[test]
fn five_keys_lead_from_the_first_screen_to_the_code() {
    let scene = Scene::new(SMALL, "4 1 1 1 1");
    assert!(scene.rows()[3].starts_with("   62323 "), "{}", scene.text());
}

#[test]
fn arrows_and_enter_do_what_digits_do() {
    let scene = Scene::new(SMALL, "Down Down j Enter Enter Enter Enter Enter");
    assert!(scene.text().contains("62323"), "{}", scene.text());
}

#[test]
fn the_tenth_answer_has_a_capital_letter() {
    let scene = Scene::new(SMALL, "4 1 1 1");
    assert!(scene.text().contains("A  Fluid taken"), "{}", scene.text());
    let scene = Scene::new(SMALL, "4 1 1 1 A");
    assert!(
        scene.words().contains("outside this family Spinal fluid taken"),
        "{}",
        scene.text()
    );
}

#[test]
fn a_number_without_an_answer_does_nothing() {
    let mut scene = Scene::new(SMALL, "");
    assert_eq!(scene.press("9"), Flow::Idle);
    assert!(scene.app.session().actions().is_empty());
}

#[test]
fn zero_answers_not_documented_and_guesses_nothing() {
    let scene = Scene::new(SMALL, "4 4 0 1");
    let text = scene.words();
    assert!(
        text.contains("undetermined Still possible: 64483, or outside this family"),
        "{text}"
    );
    assert!(text.contains("Please document what imaging"), "{text}");
}

#[test]
fn marked_answers_are_one_of_these() {
    let mut scene = Scene::new(SMALL, "4 1 Space Down Space");
    assert!(scene.text().contains("[x] Fluoroscopy") && scene.text().contains("[x] CT"));
    scene.press("Enter 1 1");
    assert!(scene.text().contains("62323"), "{}", scene.text());
    let way = &scene.rows()[1];
    assert!(way.contains("Fluoroscopy or CT"), "{way}");
}

#[test]
fn marked_answers_can_all_be_true() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 Space Down Down Space");
    assert!(scene.rows()[23].contains("+ all are true"), "{}", scene.text());
    scene.press("+");
    assert!(
        scene
            .words()
            .contains("outside this family Destructive (neurolytic) agent"),
        "{}",
        scene.text()
    );
}

#[test]
fn two_procedures_are_refused_in_words() {
    let scene = Scene::new(SMALL, "Space Down Space +");
    assert!(scene.words().contains("takes one answer at a time"), "{}", scene.text());
}

#[test]
fn back_is_never_blocked_and_says_where_it_ends() {
    for key in ["Esc", "Left", "h", "Back"] {
        let mut scene = Scene::new(SMALL, "4 1");
        scene.press(&format!("{key} {key}"));
        assert!(scene.text().contains("\n Region "), "{}", scene.text());
        scene.press(key);
        assert!(scene.text().contains("This is the first question."), "{}", scene.text());
    }
}

#[test]
fn back_puts_the_focus_on_the_answer_given() {
    let scene = Scene::new(SMALL, "4 Esc");
    assert!(scene.cursor_row().contains("> 4* Lumbar"), "{}", scene.text());
}

#[test]
fn changing_an_early_answer_keeps_the_valid_later_ones() {
    let scene = Scene::new(SMALL, "4 1 1 1 1 a Home Enter 1");
    assert!(scene.rows()[3].contains("62321"), "{}", scene.text());
}

#[test]
fn answers_that_fall_away_are_told() {
    let scene = Scene::new(SMALL, "4 6 1 a Home Down Enter 1");
    assert!(
        scene
            .words()
            .contains("No longer asked, so its answer fell away: Target."),
        "{}",
        scene.text()
    );
}

#[test]
fn undo_and_redo() {
    let mut scene = Scene::new(SMALL, "4 1 u");
    assert!(scene.text().contains("\n Approach"), "{}", scene.text());
    scene.press("U");
    assert!(scene.text().contains("\n Imaging"), "{}", scene.text());
    scene.press("u Ctrl-r");
    assert!(scene.text().contains("\n Imaging"), "{}", scene.text());
    assert!(Scene::new(SMALL, "u").text().contains("Nothing to undo."));
}

#[test]
fn leaving_an_unfinished_case_asks_once() {
    let mut scene = Scene::new(SMALL, "4");
    assert_eq!(scene.press("q"), Flow::Draw);
    assert!(scene.text().contains("Press q again to leave."));
    assert_eq!(scene.press("q"), Flow::Quit);
    assert_eq!(Scene::new(SMALL, "").press("q"), Flow::Quit);
    assert_eq!(Scene::new(SMALL, "4 1 1 1 1").press("q"), Flow::Quit);
    assert_eq!(
        Scene::new(SMALL, "4").press("q Down q"),
        Flow::Draw,
        "another key in between"
    );
}

#[test]
fn ctrl_c_leaves_at_once_from_anywhere() {
    for keys in ["", "4 1 1 1 1", "?", "/ \"abc", "d", "t", "4 x"] {
        assert_eq!(Scene::new(SMALL, keys).press("Ctrl-c"), Flow::Interrupt, "{keys}");
        assert_eq!(Scene::new(SMALL, keys).press("Ctrl-z"), Flow::Suspend, "{keys}");
    }
}

#[test]
fn the_cursor_sits_on_the_focused_row_with_its_mark() {
    let mut scene = Scene::new(SMALL, "4 1 1 1");
    for _ in 0..14 {
        let (buffer, cursor) = scene.drawn();
        let cursor = cursor.unwrap();
        assert_eq!(buffer[cursor].symbol(), ">", "{}", scene.text());
        scene.press("Down");
    }
    assert!(scene.cursor_row().contains("0  Not documented"), "{}", scene.text());
}

/// The right pane as one line.
fn side(scene: &Scene) -> String {
    let rows = scene.rows();
    let start = rows[3].find("Still possible").unwrap();
    let right = rows[3..].iter().map(|row| row.chars().skip(start).collect::<String>());
    right
        .collect::<Vec<_>>()
        .join(" ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_struck_code_shows_its_reason() {
    for size in [SMALL, LARGE] {
        for keys in ["1", "4", "4 1", "4 1 1", "4 4 1", "5 2 1 2"] {
            let scene = Scene::new(size, keys);
            let view = View::of(book(), scene.app.session().case());
            let text = side(&scene);
            for standing in view.standings.iter().filter(|standing| !standing.possible) {
                let reason = standing.reason.clone().unwrap();
                assert!(
                    text.contains(&standing.code) && text.contains(&reason),
                    "{keys}: {reason}\n{}",
                    scene.text()
                );
            }
            let count = format!("Still possible {} of 12", view.possible_codes());
            assert!(text.contains(&count), "{count}\n{}", scene.text());
            for standing in view.standings.iter().filter(|standing| standing.possible) {
                assert!(text.contains(&standing.code), "{}\n{}", standing.code, scene.text());
            }
        }
    }
}

#[test]
fn an_unconfirmed_note_says_so() {
    let scene = Scene::new(SMALL, "4 1 Down Down");
    assert!(scene.words().contains("(unconfirmed)"), "{}", scene.text());
}

#[test]
fn a_case_can_start_with_answers() {
    let scene = Scene::with(SMALL, "", |options| {
        for (question, value) in [
            ("region", "lumbar"),
            ("approach", "interlaminar"),
            ("region", "nowhere"),
        ] {
            options.start.push(Action::Answer {
                question: question.to_owned(),
                value: value.to_owned(),
            });
        }
    });
    assert!(
        scene.rows()[1].starts_with(" Lumbar > Interlaminar > ?"),
        "{}",
        scene.text()
    );
    assert!(scene.text().contains("Left out at the start"), "{}", scene.text());
}

#[test]
fn a_release_is_no_press_and_a_repeat_is() {
    use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
    let mut scene = Scene::new(SMALL, "");
    let down = KeyEvent::new(KeyCode::Down, KeyModifiers::NONE);
    scene.app.key(KeyEvent {
        kind: KeyEventKind::Repeat,
        ..down
    });
    assert!(scene.cursor_row().contains("2  Thoracic"), "{}", scene.text());
}

#[test]
fn pasted_text_is_never_a_command() {
    let mut scene = Scene::new(SMALL, "");
    assert_eq!(scene.app.paste("41111"), Flow::Idle);
    assert!(scene.app.session().actions().is_empty());
}
