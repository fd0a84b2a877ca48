//! The shelf on the screen: favorites, cards opened, notes, settings, and reports on rules. Nothing is written here: what would be
//! is handed out as an errand.

use std::path::PathBuf;

use epipath::shelf::{Change, Kept, Shelf, Start, Store, rules};
use epipath::tui::Flow;
use epipath::tui::errand::Errand;
use rstest::rstest;

use crate::notation::noted;
use crate::scene::Scene;
use crate::support::{book, context};

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

/// A shelf with something of everything.
fn full() -> Shelf {
    let mut shelf = Shelf::default();
    let favorite = |id: &str| Change::Favorite {
        id: id.to_owned(),
        on: true,
    };
    let note = Change::Note {
        id: "64483".to_owned(),
        text: "Dr. A dictates the levels at the end".to_owned(),
    };
    let opened = |id: &str| Change::Opened(id.to_owned());
    let changes = [
        favorite("62323"),
        favorite("facet-joint"),
        Change::KeepRecent(true),
        opened("62311"),
        opened("62321"),
        note,
    ];
    for change in changes {
        shelf.take(&change);
    }
    shelf
}

fn with(shelf: Shelf, size: (u16, u16), keys: &str) -> Scene {
    Scene::with(size, keys, |options| {
        options.kept = Kept {
            shelf,
            store: Store::new(Some(PathBuf::from("/home/coder/.config/epipath"))),
            trouble: None,
            today: context().date,
        };
    })
}

/// A scene with things on the shelf.
pub(crate) fn shelved(size: (u16, u16), keys: &str) -> Scene {
    with(full(), size, keys)
}

/// What would be done to the shelf after the last key.
fn change(scene: &mut Scene) -> Option<Change> {
    match scene.app.take_errand() {
        Some(Errand::Shelf(change)) => Some(change),
        _ => None,
    }
}

#[test]
fn shelf_screens() {
    let card = "/ \"64483 Enter";
    for (name, keys) in [("note", card), ("report", "4 1 1 1 1 !")] {
        for size in [SMALL, LARGE] {
            let drawn = noted(&shelved(size, keys));
            insta::assert_snapshot!(format!("shelf-{name}-{}x{}", size.0, size.1), drawn);
        }
    }
}

#[test]
fn f_on_a_card_makes_a_favorite_and_takes_it_off() {
    let mut scene = Scene::new(SMALL, "/ \"62323 Enter f");
    let favorite = |on| Change::Favorite {
        id: "62323".to_owned(),
        on,
    };
    assert_eq!(change(&mut scene), Some(favorite(true)));
    assert!(scene.text().contains("62323 (favorite)"), "{}", scene.text());
    assert!(scene.words().contains("62323 is a favorite. F shows your shelf."));
    scene.press("f");
    assert_eq!(change(&mut scene), Some(favorite(false)));
    assert!(!scene.text().contains("(favorite)"), "{}", scene.text());
}

#[test]
fn f_means_nothing_where_no_card_is_in_view() {
    for keys in ["w", "?", "s", "4 1 a", "F End"] {
        let mut scene = Scene::new(SMALL, keys);
        assert_eq!(scene.press("f"), Flow::Idle, "{keys}");
        assert_eq!(scene.app.take_errand(), None, "{keys}");
    }
}

#[test]
fn a_note_is_typed_and_stands_on_the_card() {
    let mut scene = Scene::new(SMALL, "/ \"64483 Enter N \"views Enter");
    let note = Change::Note {
        id: "64483".to_owned(),
        text: "views".to_owned(),
    };
    assert_eq!(change(&mut scene), Some(note));
    assert!(scene.words().contains("Your note views"), "{}", scene.text());
    scene.press("N Back Back Back Back Back Enter");
    assert!(matches!(change(&mut scene), Some(Change::Note { text, .. }) if text.is_empty()));
    assert!(!scene.text().contains("Your note"), "{}", scene.text());
}

#[rstest]
#[case("/ \"64483 Enter N", "DOB:1")]
#[case("/ \"64483 Enter N", "1/2/1960")]
#[case("4 1 !", "chart123456")]
fn what_looks_like_a_patient_needs_a_second_enter(#[case] keys: &str, #[case] typed: &str) {
    let mut scene = Scene::new(SMALL, &format!("{keys} \"{typed} Enter"));
    assert_eq!(scene.app.take_errand(), None);
    assert!(scene.words().contains("press Enter again to keep"), "{}", scene.text());
    scene.press("x");
    assert!(!scene.words().contains("press Enter again"), "{}", scene.text());
    scene.press("Enter Enter");
    assert!(scene.app.take_errand().is_some());
}

#[test]
fn every_line_that_is_kept_says_that_no_patient_belongs_in_it() {
    for keys in ["/ \"64483 Enter N", "4 1 !", "4 1 1 1 1 ! Enter"] {
        let words = Scene::new(SMALL, keys).words();
        assert!(
            words.contains("Nothing about a patient belongs here."),
            "{keys}: {words}"
        );
    }
}

#[test]
fn the_shelf_opens_cards_and_turns_its_settings_and_leaves_the_case_unharmed() {
    let mut scene = shelved(SMALL, "4 1");
    let before = scene.drawn();
    scene.press("F");
    let words = scene.words();
    for part in [
        "Favorites > 62323 lumbar",
        "Facet joint",
        "Cards opened last 62321",
        "62311 ended on 2016-12-31",
        "With a note of yours 64483 Dr. A dictates",
        "Start with the first question",
        "Remember cards opened yes",
    ] {
        assert!(words.contains(part), "{part}: {}", scene.text());
    }
    scene.press("Enter");
    assert!(scene.text().contains("In brief"), "{}", scene.text());
    assert_eq!(change(&mut scene), Some(Change::Opened("62323".to_owned())));
    scene.press("Esc End Enter");
    assert_eq!(change(&mut scene), Some(Change::KeepRecent(false)));
    assert!(
        scene.words().contains("Cards opened last not remembered"),
        "{}",
        scene.text()
    );
    scene.press("Up Enter");
    assert!(scene.cursor_row().contains("this shelf"), "{}", scene.text());
    assert_eq!(change(&mut scene), Some(Change::Start(Start::Shelf)));
    scene.press("Esc");
    assert_eq!(scene.drawn(), before);
}

#[test]
fn the_shelf_says_where_it_lies() {
    let words = shelved(LARGE, "F").words();
    assert!(
        words.contains("Kept in /home/coder/.config/epipath/shelf.yaml"),
        "{words}"
    );
    let words = Scene::new(LARGE, "F").words();
    assert!(words.contains("No folder is known"), "{words}");
}

#[test]
fn a_favorite_that_the_pack_no_longer_knows_is_said_and_can_go() {
    let shelf = Shelf {
        favorites: vec!["99999".to_owned()],
        ..Shelf::default()
    };
    let mut scene = with(shelf, SMALL, "F");
    assert!(scene.words().contains("99999 not in this pack"), "{}", scene.text());
    scene.press("Enter");
    assert!(scene.words().contains("says nothing of 99999"), "{}", scene.text());
    scene.press("f");
    assert!(!scene.text().contains("99999  not"), "{}", scene.text());
}

#[test]
fn the_shelf_comes_first_where_that_was_chosen() {
    let mut shelf = full();
    shelf.take(&Change::Start(Start::Shelf));
    let mut scene = with(shelf, SMALL, "");
    assert!(scene.text().contains("Your shelf"), "{}", scene.text());
    scene.press("Esc");
    assert_eq!(scene.drawn(), Scene::new(SMALL, "").drawn());
}

#[test]
fn cards_are_remembered_only_where_asked_for() {
    let mut scene = Scene::new(SMALL, "/ \"62323 Enter");
    assert_eq!(scene.app.take_errand(), None);
    let mut scene = shelved(SMALL, "/ \"62323 Enter");
    assert_eq!(change(&mut scene), Some(Change::Opened("62323".to_owned())));
}

#[test]
fn a_shelf_that_cannot_be_read_is_said_at_the_start() {
    let scene = Scene::with(SMALL, "", |options| {
        options.kept.trouble = Some("shelf.yaml:2:1: unknown key `favorits`".to_owned());
    });
    assert!(
        scene.words().contains("Shelf.yaml:2:1: unknown key"),
        "{}",
        scene.text()
    );
}

/// Where a rule is in view, and which.
#[rstest]
#[case("", "question:region")]
#[case("4 1", "question:imaging")]
#[case("4 1 w", "question:imaging")]
#[case("4 1 a", "question:imaging")]
#[case("4 1 a Home", "question:region")]
#[case("4 4 1 1 d", "question:purpose")]
#[case("/ \"62323 Enter", "card:62323")]
#[case("/ \"62311 Enter", "card:62311")]
#[case("F", "card:62323")]
#[case("F Down", "signpost:facet-joint")]
#[case("4 4 1 1 2", "checklist:")]
#[case("4 4 1 1 3", "modifier:")]
fn the_rule_in_view_is_reported(#[case] keys: &str, #[case] rule: &str) {
    let mut scene = shelved(SMALL, &format!("{keys} ! \"wrong Enter"));
    let Some(Errand::Report(report)) = scene.app.take_errand() else {
        panic!("{keys}: {}", scene.text());
    };
    assert!(report.rule.starts_with(rule), "{keys}: {}", report.rule);
    assert_eq!(rules::check(book(), &report.rule), Ok(()));
    assert_eq!((report.words.as_str(), report.date), ("wrong", context().date));
    assert_eq!(report.edition, format!("{}@{}", book().about.id, book().about.edition));
}

/// Where several rules are in view, they are to choose among, and every one is a rule.
#[rstest]
#[case("4 1 1 1 1", &["card:62323", "outcome:"])]
#[case("4 4 1 1 v Down b Esc 4", &["card:64483", "finding:"])]
#[case("4 1 1 1 1 i 5", &["coverage:medicare/"])]
#[case("1 1 5 1 1 I \"wa Enter 5", &["coverage:", "finding:"])]
#[case("4 1 1 1 1 6", &["outcome:", "question:region"])]
#[case("4 6 1 1", &["signpost:facet-joint", "outcome:"])]
#[case("4 4 0 1", &["card:"])]
#[case("3 1 1 1 1", &["card:", "outcome:"])]
fn several_rules_are_chosen_among(#[case] keys: &str, #[case] wanted: &[&str]) {
    let mut found = Vec::new();
    for nth in 0..30 {
        let down = "Down ".repeat(nth);
        let mut scene = Scene::new(LARGE, &format!("{keys} ! {down} Enter \"wrong Enter"));
        match scene.app.take_errand() {
            Some(Errand::Report(report)) if !found.contains(&report.rule) => found.push(report.rule),
            Some(_) => break,
            None => panic!("{keys}: {}", scene.text()),
        }
    }
    for start in wanted {
        assert!(
            found.iter().any(|rule| rule.starts_with(start)),
            "{keys}: {start} in {found:?}"
        );
    }
    for rule in &found {
        assert_eq!(rules::check(book(), rule), Ok(()), "{keys}");
    }
}

#[test]
fn a_screen_without_a_rule_says_so() {
    let mut scene = Scene::new(SMALL, "F");
    scene.press("!");
    assert!(scene.text().contains("No rule is in view here."), "{}", scene.text());
}
