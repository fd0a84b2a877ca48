//! An exam on the screen: cases in any order, each found as it was left; nothing of the key before the end; a limit that is said
//! calmly; a sheet. Nothing is kept of it.

use std::time::Duration;

use epipath::claim::Setting;
use epipath::train::{End, Sitting, end, worked};
use epipath::tui::errand::Errand;
use epipath::tui::keys::{Command, Place};
use epipath::tui::{Flow, Training, key_table};
use rstest::rstest;

use crate::scene::Scene;
use crate::support::book;
use crate::teaching::{teaching, teaching_for_ever};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const MINUTE: Duration = Duration::from_secs(60);

/// The screens of an exam.
pub(crate) const SCREENS: [&str; 11] = [
    "E",
    "E \"seven Enter",
    "E Enter",
    "E Enter 4 1 Space",
    "E Enter 4 1 1 1 1",
    "E Enter = \"62323 Enter",
    "E Enter f S",
    "E Enter f n = \"outside Enter L",
    "E Enter N",
    "E Enter S S",
    "E Enter S S 2",
];

/// An exam opened by its command.
pub(crate) fn exam(size: (u16, u16), minutes: Option<u16>, keys: &str) -> Scene {
    let training = Training::Exam {
        exam: "four".to_owned(),
        seed: 7,
        minutes,
    };
    Scene::with(size, keys, |options| options.training = Some(training))
}

/// The ids of the cases in the order of seed 7.
fn ids() -> Vec<&'static str> {
    let teaching = teaching_for_ever();
    let sitting = Sitting::new(teaching, &teaching.lessons.exams[0], 7);
    sitting.seats().iter().map(|seat| seat.case.id.as_str()).collect()
}

/// The right answers in the order of seed 7, as they are typed.
fn right() -> Vec<String> {
    let teaching = teaching();
    let typed = |id: &&str| {
        let case = teaching.case(id).unwrap();
        match end(&worked(book(), case, Setting::Professional).unwrap()) {
            End::Lines { lines, .. } => lines.join(","),
            End::Signpost { .. } => "outside".to_owned(),
            End::Undetermined(_) => "undetermined".to_owned(),
        }
    };
    ids()
        .iter()
        .map(typed)
        .map(|line| line.replace(" x1", "").replace(' ', ""))
        .collect()
}

#[test]
fn exam_screens() {
    for (name, keys) in [
        ("list", "E"),
        ("question", "E Enter 4"),
        ("cases", "E Enter f n = \"outside Enter L"),
        ("sheet", "E Enter = \"62320 Enter S S"),
    ] {
        for size in [SMALL, LARGE] {
            let (buffer, cursor) = Scene::new(size, keys).drawn();
            insta::assert_debug_snapshot!(format!("exam-{name}-{}x{}", size.0, size.1), (cursor, buffer));
        }
    }
}

#[test]
fn an_exam_typed_rightly_is_passed() {
    let mut scene = exam(SMALL, None, "");
    assert!(scene.rows()[0].contains("Four cases: case 1 of 4"), "{}", scene.text());
    for line in right() {
        scene.press(&format!("= \"{line} Enter n"));
    }
    assert!(scene.words().contains("This is the last case; S hands the exam in."));
    scene.press("S");
    let text = scene.words();
    assert!(text.contains("Passed: 100 of 100, with 75 needed."), "{text}");
    assert_eq!(scene.press("q"), Flow::Quit);
    let sheet = scene.app.take_sheet().unwrap();
    assert!(sheet.passed && sheet.seed == 7 && sheet.limit.is_none());
    assert_eq!(scene.app.take_errand(), None, "nothing is kept");
    assert!(scene.app.into_session().is_fresh());
}

#[test]
fn the_questions_answer_it_too_and_each_case_is_found_as_it_was_left() {
    let mut scene = exam(LARGE, None, "4 4");
    let first = scene.rows()[1..38].to_vec();
    scene.press("n 1 1 b");
    assert_eq!(scene.rows()[1..38].to_vec(), first, "{}", scene.text());
    scene.press("n");
    assert!(scene.rows()[1].contains("Cervical > "), "{}", scene.text());
    // Which case is done last does not matter to the sheet.
    for (nth, id) in ids().iter().enumerate() {
        let mut scene = exam(SMALL, None, &"n ".repeat(nth));
        if *id != "caudal-tilt" {
            continue;
        }
        scene.press("4 1 1 1 1 L End Enter Enter");
        let sheet = scene.app.take_sheet().unwrap();
        let marks: Vec<_> = sheet.marks.iter().map(|(_, mark)| mark.is_some()).collect();
        assert_eq!(marks.iter().filter(|answered| **answered).count(), 1);
        assert_eq!(sheet.marks[nth].1.as_ref().unwrap().score.percent(), 100);
        return;
    }
    panic!("no such case");
}

#[test]
fn what_was_entered_last_counts() {
    let mut scene = exam(SMALL, None, "= \"nothing Enter 4");
    assert!(scene.rows()[1].contains("Entered: nothing"), "{}", scene.text());
    scene.press("1 1 1 1");
    assert!(
        scene.words().contains("takes the place of what you typed"),
        "{}",
        scene.text()
    );
    assert!(!scene.rows()[1].contains("Entered"), "{}", scene.text());
    scene.press("L");
    assert!(scene.words().contains(": 62323 x1"), "{}", scene.text());
    scene.press("Esc = \"62322 Enter L");
    assert!(scene.words().contains(": 62322 x1"), "{}", scene.text());
}

#[test]
fn a_case_whose_questions_did_not_end_is_not_answered() {
    let mut scene = exam(SMALL, None, "4 1 S");
    assert!(
        scene
            .words()
            .contains("0 of 4 answered. The same key once more hands the exam in as it is."),
        "{}",
        scene.text()
    );
    scene.press("Down S");
    assert!(!scene.words().contains("Not passed"), "asked anew after another key");
    scene.press("S");
    assert!(scene.words().contains("Not passed: 0 of 100"), "{}", scene.text());
    let sheet = scene.app.take_sheet().unwrap();
    assert!(sheet.marks.iter().all(|(_, mark)| mark.is_none()));
}

/// Hints, marks, words that decide, the learner's own record, or the answer of any case.
#[test]
fn nothing_of_the_key_is_told_before_the_end() {
    let cases = teaching().cases;
    for keys in [
        "H", "m", "W", "r", "T", "E", "4 H", "N H", "N m", "N r", "N W", "L Home", "= Esc",
    ] {
        let mut scene = exam(LARGE, None, keys);
        let text = scene.words();
        for case in &cases {
            assert!(!text.contains(case.fork.teaches.trim()), "{keys}: {text}");
            assert!(
                case.result.code.iter().all(|code| !text.contains(code)),
                "{keys}: {text}"
            );
        }
        assert!(!text.contains("It turns on"), "{keys}: {text}");
        assert_eq!(scene.app.take_errand(), None);
    }
    let refused = exam(LARGE, None, "H").words();
    assert!(refused.contains("Not in an exam"), "{refused}");
}

#[test]
fn the_same_seed_asks_the_same() {
    let of = |keys: &str| Scene::new(LARGE, keys).text();
    assert_eq!(of("E \"7 Enter"), of("E \"7 Enter"));
    assert_eq!(of("E Enter"), of("E \"1 Enter"));
    let titles = |seed: u32| Scene::new(LARGE, &format!("E \"{seed} Enter L")).text();
    assert!((2..9).any(|seed| titles(seed) != titles(1)));
    let refused = Scene::new(SMALL, "E \"seven Enter").words();
    assert!(refused.contains("A seed is a whole number."), "{refused}");
}

#[test]
fn leaving_asks_once_and_keeps_nothing() {
    let mut scene = exam(SMALL, None, "= \"62323 Enter");
    assert_eq!(scene.press("q"), Flow::Draw);
    assert!(
        scene
            .words()
            .contains("Press q again to leave it: nothing of it is kept.")
    );
    scene.press("n");
    assert_eq!(scene.press("q"), Flow::Draw, "asked anew");
    assert_eq!(scene.press("q"), Flow::Quit);
    assert_eq!(scene.app.take_sheet(), None);
    assert_eq!(scene.app.take_errand(), None);
}

#[test]
fn from_the_wizard_the_case_before_comes_back() {
    let before = Scene::new(SMALL, "4 1");
    let mut scene = Scene::new(SMALL, "4 1 E Enter 1 1 n S S");
    assert!(scene.words().contains("Not passed: 0 of 100"), "{}", scene.text());
    assert_eq!(scene.press("Esc"), Flow::Draw);
    assert!(scene.words().contains("The exam is over; nothing of it is kept."));
    scene.press("Up");
    assert_eq!(scene.drawn(), before.drawn());
    assert_eq!(scene.app.take_sheet(), None, "it is of the program's own exam only");
}

#[test]
fn the_sheet_goes_to_the_clipboard_and_into_a_file() {
    let mut scene = exam(SMALL, None, "S S y");
    let Some(Errand::Clipboard { text, .. }) = scene.app.take_errand() else {
        panic!("{}", scene.text());
    };
    assert!(
        text.starts_with("Four cases\n") && text.contains("Not passed"),
        "{text}"
    );
    assert!(text.lines().all(|line| line.len() <= 80), "{text}");
    scene.press("2 w");
    let Some(Errand::File { name, text }) = scene.app.take_errand() else {
        panic!("{}", scene.text());
    };
    assert_eq!(name, "epipath-exam-four-7.json");
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["marks"].as_array().unwrap().len(), 4);
    assert_eq!(json["limit"], serde_json::Value::Null);
    assert_eq!(json, serde_json::to_value(scene.app.take_sheet().unwrap()).unwrap());
}

#[test]
fn minutes_left_change_once_a_minute_and_nothing_else_moves() {
    let mut scene = exam(SMALL, Some(3), "Up");
    assert!(scene.rows()[1].contains("3 minutes left"), "{}", scene.text());
    assert_eq!(scene.app.next_tick(), Some(MINUTE));
    assert_eq!(scene.app.passed(MINUTE / 2), Flow::Idle);
    assert_eq!(scene.app.passed(MINUTE / 2), Flow::Draw);
    let rows = scene.rows();
    assert!(rows[1].contains("2 minutes left"), "{}", scene.text());
    scene.app.passed(MINUTE);
    assert!(
        scene
            .words()
            .contains("The last minute: when it is over, what is answered is handed in."),
        "{}",
        scene.text()
    );
    scene.press("Up");
    assert!(scene.rows()[1].contains("1 minute left"), "{}", scene.text());
    let now = scene.rows();
    assert_eq!((&now[0], &now[2..]), (&rows[0], &rows[2..]));
    assert_eq!(scene.app.passed(MINUTE / 2), Flow::Idle, "said once");
}

#[test]
fn a_long_path_leaves_the_time_in_view() {
    for keys in [
        "4 1 1 1",
        "4 4 1 1",
        "= \"62323,62322,62321,62320,64483,64484,64479,64480 Enter",
    ] {
        for width in [60, 80, 120] {
            let scene = exam((width, 24), Some(120), keys);
            assert!(
                scene.rows()[1].ends_with("120 minutes left"),
                "{keys} {width}\n{}",
                scene.text()
            );
        }
    }
}

#[test]
fn when_the_time_is_over_what_was_answered_is_handed_in() {
    let mut scene = exam(SMALL, Some(1), &format!("= \"{} Enter n 4 1", right()[0]));
    assert_eq!(scene.app.passed(MINUTE), Flow::Redraw);
    let text = scene.words();
    assert!(text.contains("Not passed: 25 of 100, with 75 needed."), "{text}");
    assert!(
        text.contains("The time of 1 minute ran out; what was answered by then was handed in."),
        "{text}"
    );
    assert_eq!((scene.app.next_tick(), scene.app.passed(MINUTE)), (None, Flow::Idle));
    let sheet = scene.app.take_sheet().unwrap();
    assert!(sheet.limit.unwrap().ran_out);
}

/// Letters on their way when the time ends are text to the last one; the line itself came too late.
#[rstest]
#[case("Esc")]
#[case("Enter")]
fn the_end_of_the_time_turns_no_letter_into_a_command(#[case] close: &str) {
    let mut scene = exam(SMALL, Some(1), "= \"6232");
    scene.app.passed(MINUTE);
    assert_eq!(scene.app.place(), Place::Typing);
    assert!(scene.words().contains("The time is over"), "{}", scene.text());
    assert_ne!(scene.press("\"3qSyw2"), Flow::Quit);
    assert_eq!((scene.app.place(), scene.app.take_errand()), (Place::Typing, None));
    scene.press("Ctrl-U \"62323");
    scene.press(close);
    let text = scene.words();
    assert!(text.contains("Not passed: 0 of 100"), "{text}");
    assert_eq!(scene.app.place(), Place::Export);
}

#[test]
fn without_a_limit_nothing_ticks() {
    let mut scene = exam(SMALL, None, "4");
    assert_eq!(scene.app.next_tick(), None);
    assert_eq!(scene.app.passed(Duration::MAX), Flow::Idle);
    assert!(!scene.text().contains("minutes left"), "{}", scene.text());
    assert_eq!(scene.app.idle("10 minutes"), Flow::Idle, "an exam is read for long");
}

#[test]
fn every_letter_is_text_where_something_is_typed() {
    for letter in '!'..='~' {
        for open in ["E", "E Enter ="] {
            let mut scene = Scene::new(SMALL, open);
            scene.press(&letter.to_string());
            assert_eq!(scene.app.place(), Place::Typing, "{letter} after {open}");
            assert_eq!(scene.app.take_errand(), None);
        }
    }
}

#[test]
fn keys_of_an_exam_say_so_outside_of_it() {
    for binding in key_table() {
        let desk = binding.places.contains(&Place::Question);
        let previous = binding.command == Command::PreviousCase && desk;
        if !binding.command.examines() && !previous {
            continue;
        }
        for keys in ["4", "4 1 1 1 1"] {
            let mut scene = Scene::new(SMALL, keys);
            scene.event(binding.keys[0].event());
            let text = scene.words();
            assert!(
                text.contains("belongs to an exam; E starts one."),
                "{:?}: {text}",
                binding.command
            );
        }
    }
}

#[test]
fn where_there_are_no_exams_the_key_says_so() {
    let mut scene = Scene::with(SMALL, "", |options| options.classroom = None);
    assert!(!scene.rows()[23].contains("E exam"), "{}", scene.text());
    scene.press("E");
    assert!(scene.words().contains("no teaching cases"), "{}", scene.text());
    let scene = Scene::with(SMALL, "", |options| {
        options.training = Some(Training::Exam {
            exam: "nowhere".to_owned(),
            seed: 1,
            minutes: None,
        });
    });
    assert!(
        scene.words().contains("There is no exam `nowhere`."),
        "{}",
        scene.text()
    );
}

/// Whoever asks for another setting or payer on the way is marked for the claim that was asked for.
#[test]
fn the_claim_asked_for_stays_the_same() {
    for (nth, id) in ids().iter().enumerate() {
        if *id == "caudal-tilt" {
            let mut scene = exam(SMALL, None, &format!("{} 4 1 1 1 1 o o i S S", "n ".repeat(nth)));
            let sheet = scene.app.take_sheet().unwrap();
            assert_eq!(sheet.marks[nth].1.as_ref().unwrap().score.percent(), 100);
        }
    }
}

#[test]
fn the_blank_key_ends_it() {
    for keys in SCREENS {
        let mut scene = Scene::new(SMALL, keys);
        assert_eq!(scene.press("Ctrl-X"), Flow::Redraw, "{keys}");
        scene.press("Up");
        assert_eq!(scene.drawn(), Scene::new(SMALL, "Up").drawn(), "{keys}");
    }
}

#[test]
fn the_screen_of_the_sheet_says_that_it_is_handed_in() {
    let rows = exam(SMALL, Some(30), "4 1 S S").rows();
    assert!(rows[0].contains("Four cases: handed in"), "{}", rows[0]);
    assert_eq!(rows[1], "");
}
