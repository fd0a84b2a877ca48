//! The result: its head, its tabs, ticks and toggles.

use crate::scene::Scene;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

#[test]
fn the_head_says_code_why_and_coverage() {
    let text = Scene::new(SMALL, "4 1 1 1 1").words();
    assert!(text.contains("62323 Low back"), "{text}");
    assert!(text.contains("Entry in the low back or sacrum"), "{text}");
    assert!(text.contains("Coverage: not checked (CPT rules only)"), "{text}");
}

#[test]
fn coverage_is_a_second_verdict_under_a_payer() {
    let scene = Scene::with(SMALL, "1 1 5 1 1", |options| {
        options.context.payer = "medicare".to_owned()
    });
    let text = scene.words();
    assert!(text.contains("62320"), "{text}");
    assert!(text.contains("Coverage, Medicare: unlikely."), "{text}");
    assert!(text.contains("warn The code is right, payment is unlikely"), "{text}");
}

#[test]
fn a_date_outside_the_edition_is_always_in_view() {
    for tab in ["1", "2", "3", "4", "5", "6"] {
        let scene = Scene::with(SMALL, &format!("4 1 1 1 1 {tab}"), |options| {
            options.context.date = "2030-01-01".parse().unwrap();
        });
        assert!(
            scene.words().contains("warn This pack (CPT 2026) holds from"),
            "{}",
            scene.text()
        );
    }
}

#[test]
fn add_on_codes_are_named_with_what_earns_them() {
    for (keys, add_on) in [("1 4 1 1", "64480"), ("4 4 1 1", "64484")] {
        let text = Scene::new(SMALL, keys).words();
        assert!(
            text.contains("Add-on code it can carry") && text.contains(add_on),
            "{text}"
        );
        assert!(text.contains("Each further level"), "{text}");
    }
}

#[test]
fn each_tab_has_one_key() {
    let mut scene = Scene::new(LARGE, "4 4 1 1");
    for (key, word) in [
        ("2", "Before the procedure"),
        ("3", "May apply"),
        ("4", "This code counts levels"),
        ("5", "Not checked: CPT rules only."),
        ("6", "Why not the other codes"),
        ("1", "Means"),
    ] {
        scene.press(key);
        assert!(scene.text().contains(word), "{word}\n{}", scene.text());
    }
    scene.press("Tab");
    assert!(scene.text().contains("Before the procedure"));
    scene.press("w");
    assert!(scene.text().contains("Why not the other codes"));
}

#[test]
fn a_tick_changes_the_progress_and_the_query() {
    let mut scene = Scene::new(LARGE, "4 4 1 1 2");
    assert!(scene.words().contains(" 0 of "), "{}", scene.text());
    assert!(scene.text().contains("not ready"));
    scene.press("Space");
    assert!(scene.words().contains(" 1 of "), "{}", scene.text());
    assert!(scene.cursor_row().contains("[x]"), "{}", scene.text());
    scene.press("p");
    assert!(scene.words().contains("Question to the provider") && scene.words().contains("1. Please document"));
}

#[test]
fn the_progress_stays_in_view() {
    let scene = Scene::new(SMALL, "4 4 1 1 2 End");
    assert!(scene.text().contains("documented, "), "{}", scene.text());
}

#[test]
fn a_toggle_changes_the_line() {
    let mut scene = Scene::new(SMALL, "4 4 1 1 3");
    assert!(scene.words().contains("Line 64483 x 1"), "{}", scene.text());
    scene.press("Space");
    assert!(scene.words().contains("Line 64483-50 x 1"), "{}", scene.text());
    scene.press("Space");
    assert!(scene.words().contains("Line 64483 x 1"), "{}", scene.text());
}

#[test]
fn the_focused_modifier_is_wholly_in_view() {
    let mut scene = Scene::new(SMALL, "4 4 1 1 3");
    for _ in 0..40 {
        let words = scene.words();
        assert!(words.contains(" when ") && words.contains(" why "), "{}", scene.text());
        scene.press("Down");
    }
}

#[test]
fn every_other_code_says_what_ruled_it_out() {
    let mut scene = Scene::new(LARGE, "4 1 1 1 1 6");
    let mut text = scene.words();
    for _ in 0..3 {
        scene.press("PgDn");
        text += &scene.words();
    }
    for code in [
        "62320", "62321", "62322", "62324", "62325", "62326", "62327", "64479", "64480", "64483", "64484",
    ] {
        assert!(text.contains(code), "{code}");
    }
    assert!(
        text.contains("Region is lumbar") && text.contains("Imaging is fluoroscopy"),
        "{text}"
    );
}

#[test]
fn a_signpost_says_where_to_go() {
    let mut scene = Scene::new(SMALL, "4 6 1");
    let text = scene.words();
    assert!(text.contains("outside this family Facet joint"), "{text}");
    assert!(
        text.contains("64493 First level") && text.contains("(unconfirmed)"),
        "{text}"
    );
    scene.press("2");
    assert!(
        scene.text().contains("This result has no such tab."),
        "{}",
        scene.text()
    );
    scene.press("6");
    assert!(scene.text().contains("Your answers"), "{}", scene.text());
}

#[test]
fn open_by_rule_says_what_hangs_and_whom_to_ask() {
    let text = Scene::new(LARGE, "3 1 1 1 1").words();
    for part in [
        "Still possible: 62321, 62323",
        "It hangs on: Region",
        "T12-L1: undetermined by rule",
        "Meanwhile",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(
        text.contains("Please document whether the needle entered between the laminae"),
        "{text}"
    );
}

#[test]
fn the_next_case_starts_empty_under_the_same_payer() {
    let scene = Scene::with(SMALL, "4 1 1 1 1 n", |options| {
        options.context.payer = "medicare".to_owned()
    });
    assert!(scene.rows()[0].ends_with("professional, Medicare"), "{}", scene.text());
    assert!(scene.app.session().actions().is_empty());
    assert!(Scene::new(SMALL, "4 r").text().contains("Press r again to start over."));
}

#[test]
fn back_from_the_result_shows_the_last_question() {
    let mut scene = Scene::new(SMALL, "4 1 1 1 1 Esc");
    assert!(scene.cursor_row().contains("1* Steroid"), "{}", scene.text());
    scene.press("Right");
    assert!(scene.text().contains("62323"), "{}", scene.text());
}

/// Where one code does not say the whole claim, the head tells every line, on every tab.
#[test]
fn the_head_tells_every_line() {
    let mut scene = Scene::new(SMALL, "4 4 1 1 v Down b Down r Esc");
    assert!(
        scene.text().contains("Lines  64483-50 x 1  64484-RT x 1"),
        "{}",
        scene.text()
    );
    scene.press("6");
    assert!(
        scene.text().contains("Lines  64483-50 x 1  64484-RT x 1"),
        "{}",
        scene.text()
    );
    assert!(!Scene::new(SMALL, "4 1 1 1 1").text().contains("Lines "));
}
