//! Whose claim, who pays, several procedures, facts typed as a line, and what leaves the screen when asked.

use epipath::tui::errand::Errand;

use crate::scene::Scene;
use crate::support::context;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

#[test]
fn one_key_changes_whose_claim_it_is_and_the_lines_at_once() {
    let mut scene = Scene::new(LARGE, "4 4 1 1 v Down b Esc 4 i");
    assert!(scene.words().contains("64483-50 x 1"), "{}", scene.text());
    scene.press("o");
    assert!(scene.rows()[0].ends_with("asc, Medicare"), "{}", scene.text());
    assert!(
        scene.words().contains("64483-RT x 1") && scene.words().contains("64483-LT x 1"),
        "{}",
        scene.text()
    );
    scene.press("o o");
    assert!(scene.rows()[0].ends_with("professional, Medicare"), "{}", scene.text());
}

#[test]
fn one_key_changes_who_pays_and_comes_back_to_a_state_chosen_before() {
    let mut scene = Scene::new(SMALL, "1 1 5 1 1");
    for payer in ["Medicare", "CPT rules"] {
        scene.press("i");
        assert!(scene.rows()[0].ends_with(payer), "{}", scene.text());
    }
    scene.press("I \"wa Enter");
    for payer in ["CPT rules", "Medicare WA", "CPT rules"] {
        scene.press("i");
        assert!(scene.rows()[0].ends_with(payer), "{payer}: {}", scene.text());
    }
}

#[test]
fn two_letters_find_the_state_and_words_find_a_plan() {
    let first = |typed: &str| Scene::new(SMALL, &format!("4 4 1 1 I \"{typed}")).rows()[6].clone();
    assert!(first("or").contains("Medicare OR"), "{}", first("or"));
    assert!(first("evicore").contains("vicore"), "{}", first("evicore"));
    let none = Scene::new(SMALL, "4 4 1 1 I \"zzzz").words();
    assert!(none.contains("No payer of this pack has these words."), "{none}");
}

#[test]
fn the_coverage_tab_tells_contractor_wiser_and_rules() {
    let mut scene = Scene::new(LARGE, "1 1 1 1 1 I \"wa Enter 5");
    let mut text = scene.words();
    for _ in 0..12 {
        scene.press("PgDn");
        text += &scene.words();
    }
    for part in [
        "Noridian (JF): L39240 version 15",
        "article A58993",
        "WISeR",
        "Not checked: the facts for it are not here",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let unlikely = Scene::new(LARGE, "1 1 5 1 1 i 5").words();
    assert!(unlikely.contains("Against payment"), "{unlikely}");
}

#[test]
fn another_procedure_joins_the_session_and_its_lines() {
    let mut scene = Scene::new(LARGE, "4 4 1 1 v Down b Esc + 1 1 1 1 1 4");
    let text = scene.words();
    assert!(
        text.contains("2 of 2: Cervical") && text.contains("1 64483 [2 62321]"),
        "{text}"
    );
    assert!(text.contains("64483-50 x 1") && text.contains("62321 x 1"), "{text}");
    assert!(text.contains("Two regions in one session"), "{text}");
    scene.press("[");
    assert!(scene.words().contains("[1 64483] 2 62321"), "{}", scene.text());
    scene.press("]");
    assert!(scene.words().contains("1 64483 [2 62321]"), "{}", scene.text());
}

#[test]
fn a_procedure_dropped_comes_back_with_undo() {
    let mut scene = Scene::new(LARGE, "4 4 1 1 + 1 1 1 1 1 4 -");
    assert!(!scene.words().contains("62321 x 1"), "{}", scene.text());
    assert!(scene.words().contains("The only procedure."), "{}", scene.text());
    scene.press("u");
    assert!(scene.words().contains("62321 x 1"), "{}", scene.text());
    scene.press("n");
    assert_eq!(scene.app.session().case().place(), (0, 1));
}

#[test]
fn facts_are_taken_as_a_line() {
    let mut scene = Scene::new(
        LARGE,
        ": \"region=lumbar Space \"approach=transforaminal Space \"imaging=ct Space",
    );
    scene.press("\"substance=steroid-anesthetic Space \"level=L45:both Space \"payer=medicare Enter");
    let text = scene.words();
    assert!(
        text.contains("64483") && text.contains("professional, Medicare"),
        "{text}"
    );
    scene.press("4");
    assert!(scene.words().contains("64483-50 x 1 L4-L5"), "{}", scene.text());
}

#[test]
fn a_fact_refused_says_why_and_keeps_what_was_typed() {
    let text = Scene::new(LARGE, ": \"region=lumbarr Enter").words();
    assert!(
        text.contains("region=lumbarr") && text.contains("did you mean `lumbar`?"),
        "{text}"
    );
}

fn clipboard(scene: &mut Scene, keys: &str) -> (String, String) {
    scene.press(keys);
    match scene.app.take_errand() {
        Some(Errand::Clipboard { text, said }) => (text, said),
        other => panic!("{keys}: {other:?}"),
    }
}

#[test]
fn y_sends_the_code_and_capital_y_the_lines() {
    let mut scene = Scene::new(LARGE, "4 4 1 1 v Down b Down r Esc");
    let (text, said) = clipboard(&mut scene, "y");
    assert_eq!(text, "64483");
    assert!(said.starts_with("64483 was sent to"), "{said}");
    let (text, _) = clipboard(&mut scene, "Y");
    assert_eq!(text, "64483-50 x 1  L2-L3\n64484-RT x 1  L3-L4\n");
    assert!(scene.text().contains("64483-50 x 1  L2-L3"), "{}", scene.text());
}

#[test]
fn a_signpost_has_no_code_to_send() {
    let scene = Scene::new(LARGE, "4 6 1 y");
    assert!(scene.words().contains("There is no code to send."), "{}", scene.text());
}

#[test]
fn every_format_is_shown_sent_and_written_as_it_is() {
    for (key, name, part) in [
        ("1", "epipath-64483.txt", "64483  Through a foramen"),
        ("2", "epipath-64483.tsv", "1\t64483\t50\t1\tL2-L3"),
        ("3", "epipath-64483.csv", "1,64483,50,1,L2-L3"),
        ("4", "epipath-64483.json", "\"status\": \"code\""),
        ("5", "epipath-64483.md", "| 64483 | 50 | 1 | L2-L3 |"),
    ] {
        let mut scene = Scene::new(LARGE, &format!("4 4 1 1 v Down b Esc e {key}"));
        let (sent, _) = clipboard(&mut scene, "y");
        assert!(sent.contains(part), "{sent}");
        assert!(sent.contains("An aid, not advice."), "{sent}");
        scene.press("w");
        let written = scene.app.take_errand();
        assert_eq!(
            written,
            Some(Errand::File {
                name: name.to_owned(),
                text: sent
            })
        );
    }
}

#[test]
fn the_block_to_select_has_no_border_at_its_sides() {
    let rows = Scene::new(SMALL, "4 4 1 1 e 3").rows();
    assert!(
        rows.iter().any(|row| row.starts_with("line,code,modifiers")),
        "{rows:#?}"
    );
}

#[test]
fn a_level_between_the_laminae_takes_no_side() {
    let mut scene = Scene::new(LARGE, "4 1 1 1 1 v Down Down m Esc 4");
    assert!(scene.words().contains("62323 x 1 L3-L4"), "{}", scene.text());
    scene.press("v");
    assert!(scene.cursor_row().contains("[x] without a side"), "{}", scene.text());
    scene.press("m Esc");
    assert!(!scene.words().contains("L3-L4"), "{}", scene.text());
}

#[test]
fn facts_of_the_session_stand_in_the_details_and_are_typed_there() {
    let mut scene = Scene::new(LARGE, "4 4 1 1 d End");
    for row in ["Prior sessions", "Other code", "Diagnosis", "Date"] {
        assert!(scene.text().contains(row), "{row}: {}", scene.text());
    }
    while !scene.cursor_row().contains("Prior sessions") {
        scene.press("Up");
    }
    scene.press("Enter \"4 Enter i 5");
    assert!(scene.words().contains("professional, Medicare"), "{}", scene.text());
    assert_eq!(scene.app.session().case().context.prior_sessions, Some(4));
    scene.press("d End");
    while !scene.cursor_row().contains("Prior sessions") {
        scene.press("Up");
    }
    assert!(
        scene.cursor_row().ends_with('4') || scene.cursor_row().contains(" 4 "),
        "{}",
        scene.text()
    );
    scene.press("Back");
    assert_eq!(scene.app.session().case().context.prior_sessions, None);
}

#[test]
fn a_state_is_found_by_its_name() {
    for (typed, row, about) in [
        ("texas", "Medicare TX", "Texas: Novitas"),
        ("wash", "Medicare WA", "Washington: Noridian"),
        ("kansas", "Medicare KS", "Kansas: WPS"),
        ("virgin", "Medicare VA", "Virginia: Palmetto"),
    ] {
        let first = Scene::new(SMALL, &format!("4 4 1 1 I \"{typed}")).rows()[6].clone();
        assert!(first.contains(row) && first.contains(about), "{typed}: {first}");
    }
}

#[test]
fn the_next_case_starts_on_the_date_of_the_start_and_another_date_is_in_sight() {
    let mut scene = Scene::new(SMALL, "4 4 1 1 : \"date=2026-03-02 Enter");
    assert!(
        scene.rows()[0].ends_with("professional, CPT rules, 2026-03-02"),
        "{}",
        scene.text()
    );
    scene.press("i n");
    let session = scene.app.session();
    assert_eq!(session.case().context.date, context().date);
    assert_eq!(session.start().date, context().date);
    assert!(scene.rows()[0].ends_with("professional, Medicare"), "{}", scene.text());
}

#[test]
fn a_long_wrong_fact_is_told_whole_and_stays_typed() {
    let long = "x".repeat(200);
    let mut scene = Scene::new(SMALL, &format!(": \"modifier={long} Enter"));
    let text = scene.words();
    let cut = format!("Modifier has no value `{}...`; it takes:", "X".repeat(40));
    assert!(text.contains(&cut), "{text}");
    assert!(text.contains("xxxx"), "{text}");
    for modifier in ["22", "XU"] {
        assert!(text.contains(modifier), "{text}");
    }
    assert!(scene.app.session().case().answers.is_empty());
    scene.press("Back");
    assert!(!scene.words().contains("has no value"), "{}", scene.text());
}
