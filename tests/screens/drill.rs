//! The drill: note beside question, typed lines, hints, the mark, the next case. Nothing is written here: what would be is handed out
//! as an errand.

use epipath::pack::model::Case;
use epipath::session::Action;
use epipath::shelf::LearningStore;
use epipath::train::{facts, review::Tried};
use epipath::tui::errand::Errand;
use epipath::tui::keys::{Command, Place};
use epipath::tui::{Classroom, Flow, Training, key_table};
use rstest::rstest;

use crate::scene::Scene;
use crate::support::book;
use crate::teaching::{teaching, whole_classroom};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// The screens of the drill.
pub(crate) const SCREENS: [&str; 15] = [
    "T",
    "T 4 1 Space",
    "T 4 1 1 1 1",
    "T 4 1 1 1 1 4",
    "T N",
    "T H",
    "T H H H",
    "T = \"62323",
    "T = \"what Enter",
    "T = \"62320 Enter",
    "T L",
    "T L \"zzz",
    "T W",
    "T m Down Right Space Right",
    "T m Down Space Right Space Enter",
];

/// How the last key was kept.
fn tried(scene: &mut Scene) -> Option<(String, Tried)> {
    match scene.app.take_errand() {
        Some(Errand::Learned(learned)) => Some((learned.case.id, learned.tried)),
        None => None,
        other => panic!("{other:?}"),
    }
}

fn percent(scene: &mut Scene) -> u8 {
    tried(scene).expect("a mark").1.percent
}

#[test]
fn drill_screens() {
    for (name, keys) in [
        ("question", "T"),
        ("mark", "T = \"62320 Enter"),
        ("cases", "T = \"62323 Enter L"),
        ("spot", "T m Down Space Right Right Space Enter"),
    ] {
        for size in [SMALL, LARGE] {
            let (buffer, cursor) = Scene::new(size, keys).drawn();
            insta::assert_debug_snapshot!(format!("drill-{name}-{}x{}", size.0, size.1), (cursor, buffer));
        }
    }
}

#[test]
fn the_note_stands_beside_the_question_and_no_code_does() {
    for size in [SMALL, (100, 30), LARGE, (200, 60)] {
        let text = Scene::new(size, "T").words();
        assert!(text.contains("Region A caudal tilt"), "{text}");
        assert!(!text.contains("Still possible") && !text.contains("62323"), "{text}");
    }
    let wide = Scene::new(LARGE, "T").text();
    for line in teaching().cases[0].note.lines() {
        assert!(wide.contains(line), "{line}\n{wide}");
    }
}

#[test]
fn in_the_smallest_window_one_key_shows_the_note_and_goes_back() {
    let mut scene = Scene::new((60, 18), "T 4");
    let question = scene.drawn();
    assert!(
        scene.words().contains("A caudal tilt (the note: N)"),
        "{}",
        scene.text()
    );
    scene.press("N");
    assert!(scene.words().contains("15 degrees caudal tilt"), "{}", scene.text());
    scene.press("N");
    assert_eq!(scene.drawn(), question);
    scene.press("N Esc");
    assert_eq!(scene.drawn(), question);
}

#[test]
fn pages_turn_the_note_and_arrows_move_in_the_answers() {
    let mut scene = Scene::new(SMALL, "T");
    scene.app.resize(ratatui::layout::Size::new(80, 18));
    scene.size = ratatui::layout::Size::new(80, 18);
    scene.press("L \"thoracic Enter");
    let first = scene.cursor_row();
    assert!(scene.words().contains("THORACIC EPIDURAL"), "{}", scene.text());
    scene.press("PgDn");
    assert!(!scene.words().contains("THORACIC EPIDURAL"), "{}", scene.text());
    assert_eq!(scene.cursor_row().get(..20), first.get(..20));
    scene.press("PgDn PgDn PgDn");
    assert!(scene.words().contains("walked out"), "{}", scene.text());
    assert_eq!(scene.press("PgDn"), Flow::Idle);
    scene.press("PgUp PgUp PgUp Down");
    assert!(scene.words().contains("THORACIC EPIDURAL"), "{}", scene.text());
    assert_ne!(scene.cursor_row().get(..20), first.get(..20));
}

#[test]
fn an_answer_by_questions_is_handed_in_by_enter_and_changed_before() {
    let mut scene = Scene::new(SMALL, "T 4 1 5 1 1");
    assert!(scene.rows()[23].contains("Enter hand in"), "{}", scene.text());
    assert_eq!(tried(&mut scene), None);
    scene.press("a Home Down Down Enter 1 Enter");
    assert!(scene.words().contains("Right."), "{}", scene.text());
    assert_eq!(percent(&mut scene), 100);
}

#[test]
fn a_wrong_answer_shows_where_the_paths_part() {
    let mut scene = Scene::new(LARGE, "T 4 1 5 1 1 Enter");
    let text = scene.words();
    assert!(
        text.contains("Not right: 0 of 100.") && text.contains("Right: 62323 x1"),
        "{text}"
    );
    assert!(text.contains("Where the paths part"), "{text}");
    assert_eq!(percent(&mut scene), 0);
}

#[test]
fn the_first_time_counts() {
    let mut scene = Scene::new(SMALL, "T 4 1 5 1 1 Enter");
    assert_eq!(percent(&mut scene), 0);
    scene.press("Esc a Home Down Down Enter 1 Enter");
    assert!(scene.words().contains("the first time counts"), "{}", scene.text());
    assert_eq!(tried(&mut scene), None);
    scene.press("r = \"62323 Enter");
    assert_eq!(percent(&mut scene), 100);
}

#[rstest]
#[case("62323", 100)]
#[case("62323-59", 100)]
#[case("62322", 0)]
#[case("62323,62320", 50)]
#[case("undetermined", 0)]
#[case("outside", 0)]
#[case("nothing", 0)]
fn lines_are_typed(#[case] typed: &str, #[case] score: u8) {
    let mut scene = Scene::new(SMALL, &format!("T = \"{typed} Enter"));
    assert_eq!(percent(&mut scene), score, "{}", scene.text());
    assert_eq!(scene.app.place(), Place::Drill);
}

#[test]
fn what_cannot_be_read_stays_typed_and_says_why() {
    let mut scene = Scene::new(SMALL, "T = \"hello Enter");
    assert!(scene.words().contains("hello"), "{}", scene.text());
    assert_eq!(tried(&mut scene), None);
    scene.press("Back Back Back Back Back \"62323 Enter");
    assert_eq!(percent(&mut scene), 100);
}

#[test]
fn every_letter_is_text_where_lines_are_typed() {
    for letter in '!'..='~' {
        for open in ["T =", "T L"] {
            let mut scene = Scene::new(SMALL, open);
            scene.press(&letter.to_string());
            assert_eq!(scene.app.place(), Place::Typing, "{letter} after {open}");
            assert_eq!(scene.app.take_errand(), None);
            assert!(scene.app.session().is_fresh(), "{letter} after {open}");
        }
        let mut scene = Scene::new(SMALL, "T =");
        scene.press(&letter.to_string());
        assert!(
            scene.rows()[4].contains(&format!("= {letter}")),
            "{letter}: {}",
            scene.text()
        );
    }
}

#[test]
fn hints_come_in_three_steps_and_count() {
    let mut scene = Scene::new(LARGE, "T H");
    let text = scene.words();
    assert!(
        text.contains("It turns on the way in.") && !text.contains("62323"),
        "{text}"
    );
    scene.press("H");
    assert!(scene.words().contains("Hint 2 of 3"), "{}", scene.text());
    assert!(!scene.words().contains("The answer:"), "{}", scene.text());
    scene.press("H");
    assert!(scene.words().contains("The answer: 62323 x1."), "{}", scene.text());
    scene.press("Esc = \"62323 Enter");
    let (_, tried) = tried(&mut scene).unwrap();
    assert_eq!((tried.percent, tried.hints), (100, 3));
    assert!(scene.words().contains("Right, with 3 hints."), "{}", scene.text());
}

#[test]
fn next_goes_on_and_a_case_left_aside_comes_back_last() {
    let mut scene = Scene::new(SMALL, "T n");
    assert!(scene.words().contains("Three sites"), "{}", scene.text());
    scene.press("= \"64483 Enter n");
    assert!(scene.words().contains("A very short note"), "{}", scene.text());
    scene.press("n n");
    assert!(scene.words().contains("A caudal tilt"), "{}", scene.text());
}

#[test]
fn the_list_tells_how_far_it_is_and_gives_nothing_away() {
    let mut scene = Scene::new(LARGE, "T = \"62323 Enter n = \"64483-50 Enter L");
    let text = scene.words();
    assert!(text.contains("Teaching cases: 4 of 4"), "{text}");
    assert!(text.contains("solved A caudal tilt"), "{text}");
    assert!(
        text.contains("tried 50") && text.contains("new A very short note"),
        "{text}"
    );
    assert!(!text.contains("62323") && !text.contains("64483"), "{text}");
    assert!(
        text.contains("solved A caudal tilt (difficulty 2, the way in)"),
        "{text}"
    );
    assert!(text.contains("new A very short note (difficulty 1)"), "{text}");
    for (typed, shown) in [
        ("code:64483", "1 of 4"),
        ("code:623", "3 of 4"),
        ("axis:imaging", "1 of 4"),
        ("difficulty:1", "1 of 4"),
        ("solved", "1 of 4"),
        ("imaging", "1 of 4"),
        ("zzz", "0 of 4"),
    ] {
        let text = Scene::new(LARGE, &format!("T = \"62323 Enter L \"{typed}")).words();
        assert!(text.contains(&format!("Teaching cases: {shown}")), "{typed}: {text}");
    }
    scene.press("\"thoracic Enter");
    assert!(scene.words().contains("THORACIC"), "{}", scene.text());
}

#[test]
fn the_weak_points_are_told() {
    let text = Scene::new(LARGE, "T = \"62323-50,62320 Enter W").words();
    assert!(text.contains("0 of 4 cases solved, 1 tried."), "{text}");
    assert!(text.contains("What goes wrong most"), "{text}");
}

#[test]
fn leaving_asks_nothing_and_leaves_no_case_behind() {
    for keys in ["T", "T 4", "T 4 1 1 1 1", "4 T 4"] {
        let mut scene = Scene::new(SMALL, keys);
        assert_eq!(scene.press("q"), Flow::Quit, "{keys}");
    }
    let scene = Scene::new(SMALL, "T 4 1 1 1 1");
    assert!(scene.app.into_session().is_fresh());
}

#[test]
fn the_case_before_the_drill_comes_back() {
    let before = Scene::new(SMALL, "4 1");
    let mut scene = Scene::new(SMALL, "4 1 T 1 1 = \"62323 Enter n 4 T");
    assert!(scene.words().contains("The drill is over."), "{}", scene.text());
    scene.press("Up");
    assert_eq!(scene.drawn(), before.drawn());
    assert_eq!(scene.app.into_session(), before.app.into_session());
}

#[test]
fn keys_of_the_drill_say_so_outside_of_it() {
    for binding in key_table().iter().filter(|row| row.command.drills()) {
        let keys = if binding.places.contains(&Place::Question) {
            "4"
        } else {
            "4 1 1 1 1"
        };
        if !binding
            .places
            .iter()
            .any(|place| matches!(place, Place::Question | Place::Result))
        {
            continue;
        }
        let mut scene = Scene::new(SMALL, keys);
        scene.event(binding.keys[0].event());
        assert!(
            scene.words().contains("belongs to the drill; T starts it."),
            "{:?}",
            binding.command
        );
    }
}

#[test]
fn without_teaching_cases_the_wizard_says_so() {
    let mut scene = Scene::with(SMALL, "", |options| options.classroom = None);
    assert!(!scene.rows()[23].contains("train"), "{}", scene.text());
    scene.press("T");
    assert!(scene.words().contains("no teaching cases"), "{}", scene.text());
    let broken: &'static Classroom = Box::leak(Box::new(Classroom::new(LearningStore::default(), || {
        Err("the folder is gone".to_owned())
    })));
    let mut scene = Scene::with(SMALL, "T", |options| options.classroom = Some(broken));
    assert!(scene.words().contains("The folder is gone."), "{}", scene.text());
    assert_eq!(scene.press("4"), Flow::Draw);
}

#[test]
fn it_opens_with_a_case_by_name() {
    let open = |id: &str| {
        Scene::with(SMALL, "", |options| {
            options.training = Some(Training::Drill {
                case: Some(id.to_owned()),
            });
        })
    };
    assert!(open("a-very-short-lesi").words().contains("A very short note"));
    assert!(open("nowhere").words().contains("There is no teaching case `nowhere`."));
}

#[test]
fn the_blank_key_ends_it_and_a_long_time_does_not() {
    for keys in SCREENS {
        let mut scene = Scene::new(SMALL, keys);
        scene.app.take_errand();
        assert_eq!(scene.app.idle("10 minutes"), Flow::Idle, "{keys}");
        assert_eq!(scene.press("Ctrl-X"), Flow::Redraw, "{keys}");
        scene.press("Up");
        assert_eq!(scene.drawn(), Scene::new(SMALL, "Up").drawn(), "{keys}");
    }
}

/// A key for each step of a case: the facts as typed, procedure by procedure.
fn answer(scene: &mut Scene, case: &Case) {
    let mut first = true;
    let all = facts(book(), case);
    for procedure in all.split(|fact| fact == epipath::session::AND) {
        if !first {
            scene.press("+");
        }
        first = false;
        let (answers, others): (Vec<&String>, Vec<&String>) = procedure.iter().partition(|fact| is_question(fact));
        while scene.app.place() == Place::Question {
            let keys = keys_for(scene, &answers);
            scene.press(&keys);
        }
        // What the questions do not ask is typed.
        let asked = |fact: &&&String| !given(scene, fact);
        let rest: Vec<&String> = answers.iter().filter(asked).chain(&others).copied().collect();
        for fact in rest.into_iter().filter(|fact| !fact.starts_with("payer=")) {
            scene.press(&format!(": \"{fact} Enter"));
        }
    }
}

fn is_question(fact: &str) -> bool {
    let name = fact.split('=').next().unwrap();
    book().question_named(name).is_some()
}

fn given(scene: &Scene, fact: &str) -> bool {
    let name = fact.split('=').next().unwrap();
    let id = book().question_named(name).unwrap();
    scene.app.session().case().answers.get(id).is_some()
}

/// The keys that answer the question on the screen; what leaves several possible is typed.
fn keys_for(scene: &Scene, facts: &[&String]) -> String {
    let asking = book().tree.asking(&scene.app.session().case().answers);
    let question = book().question(asking.next.unwrap()).unwrap();
    let name = format!("{}=", question.id);
    let Some(fact) = facts.iter().find(|fact| fact.starts_with(&name)) else {
        return "0".to_owned();
    };
    let nth = question
        .answers
        .iter()
        .position(|answer| fact[name.len()..] == answer.id);
    match nth {
        Some(nth) => "123456789ABCD"[nth..=nth].to_owned(),
        None if fact.ends_with("=not-documented") => "0".to_owned(),
        None => format!(": \"{fact} Enter"),
    }
}

/// Every case of the pack and of these tests: whoever answers as its facts say has all right.
#[test]
fn every_case_is_solved_by_its_facts() {
    let whole = whole_classroom().teaching().unwrap();
    assert!(whole.cases.len() > 80, "{}", whole.cases.len());
    for case in &whole.cases {
        let mut scene = Scene::with(SMALL, "", |options| {
            options.classroom = Some(whole_classroom());
            options.training = Some(Training::Drill {
                case: Some(case.id.clone()),
            });
        });
        assert!(scene.app.session().is_fresh(), "{}", case.id);
        answer(&mut scene, case);
        scene.press("Enter");
        let (id, tried) = tried(&mut scene).unwrap_or_else(|| panic!("{}\n{}", case.id, scene.text()));
        assert_eq!(
            (id.as_str(), tried.percent),
            (case.id.as_str(), 100),
            "{}",
            scene.text()
        );
    }
}

#[test]
fn the_drill_key_is_named_on_the_first_screen_only() {
    let footer = |keys: &str| Scene::new((200, 24), keys).rows()[23].clone();
    assert!(footer("").contains("T train"), "{}", footer(""));
    assert!(!footer("4").contains("T train"), "{}", footer("4"));
    let first = key_table().iter().find(|row| row.command == Command::Drill).unwrap();
    assert_eq!(first.keys[0].name(), "T");
    let fresh = Scene::new(SMALL, "");
    assert_eq!(fresh.app.session().actions(), &[] as &[Action]);
}
