//! The claim tab and the grid of levels and sides.

use epipath::session::Action;

use crate::scene::Scene;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const NARROW: (u16, u16) = (60, 18);

/// Opens the grid on a lumbar foramen; the focus is on L1-L2.
const GRID: &str = "4 4 1 1 v";

fn with_level(size: (u16, u16), keys: &str, levels: &[&str]) -> Scene {
    Scene::with(size, keys, |options| {
        options.start = levels
            .iter()
            .map(|level| Action::Level {
                level: (*level).to_owned(),
            })
            .collect();
    })
}

#[test]
fn the_claim_tells_lines_readings_and_sources() {
    let mut scene = Scene::new(LARGE, &format!("{GRID} Down Down Down b Down b Esc 4"));
    let mut text = scene.words();
    scene.press("PgDn");
    text += &scene.words();
    for part in [
        "64483-50 x 1 L4-L5 64484 x 2 L5-S1",
        "Read otherwise: Medicare 64483-50 x 1 L4-L5 64484-50 x 1 L5-S1",
        "sources: ",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("This code counts levels"), "{text}");
    assert!(!text.contains("+64484"), "already on a line: {text}");
}

#[test]
fn without_levels_it_names_the_key_and_asks_the_provider() {
    let text = Scene::new(LARGE, "4 4 1 1 4").words();
    assert!(
        text.contains("64483 x 1") && text.contains("none was given: v gives"),
        "{text}"
    );
    assert!(text.contains("Ask the provider - Please document each level"), "{text}");
    assert!(text.contains("May be reported with it +64484"), "{text}");
    let text = Scene::new(LARGE, "4 1 1 1 1 4").words();
    assert!(
        text.contains("62323 x 1") && !text.contains("counts levels"),
        "one unit a region: {text}"
    );
}

#[test]
fn a_level_outside_the_region_leaves_no_line() {
    let text = with_level(LARGE, "4 4 1 1 4", &["C5-C6:left"]).words();
    assert!(
        text.contains("No line: nothing is billed as it stands.") && text.contains("stop "),
        "{text}"
    );
}

#[test]
fn what_the_head_cuts_short_is_said_in_full_below() {
    for size in [NARROW, SMALL, LARGE] {
        let mut scene = with_level(size, "4 4 1 1 4", &["L5:left", "S1:left", "not-documented"]);
        let mut text = scene.words();
        for _ in 0..20 {
            scene.press("PgDn");
            text += &scene.words();
        }
        let unread: Vec<String> = findings(&scene)
            .into_iter()
            .filter(|finding| !text.contains(finding.rsplit_once(". ").map_or(finding.as_str(), |(_, end)| end)))
            .collect();
        assert!(unread.is_empty(), "{size:?}: {unread:#?}\n{text}");
    }
}

fn findings(scene: &Scene) -> Vec<String> {
    let case = scene.app.session().case();
    let result = epipath::claim::result(crate::support::book(), &case.answers, &case.context);
    assert!(result.findings.len() > 2);
    result.findings.into_iter().map(|finding| finding.text).collect()
}

#[test]
fn modifiers_put_on_by_hand_stand_on_the_lines() {
    let text = Scene::new(LARGE, "4 4 1 1 v b Esc : \"modifier=22 Enter 4").words();
    assert!(
        text.contains("64483-22-50 x 1") || text.contains("64483-50-22 x 1"),
        "{text}"
    );
}

#[test]
fn only_a_code_has_a_claim() {
    for keys in ["4 6 1 4", "4 4 0 1 4"] {
        let text = Scene::new(SMALL, keys).words();
        assert!(text.contains("This result has no such tab."), "{text}");
    }
}

#[test]
fn the_grid_opens_at_the_region_and_at_what_is_marked() {
    for (keys, level) in [
        ("v", "C1-C2"),
        ("4 v", "L1-L2"),
        ("2 v", "T1-T2"),
        ("3 v", "T12-L1"),
        ("5 v", "S1"),
        ("4 4 1 1 v Down Down b Esc v", "L3-L4"),
    ] {
        for size in [NARROW, SMALL, LARGE] {
            let row = Scene::new(size, keys).cursor_row();
            assert!(row.contains(&format!("> {level} ")), "{keys}: {row}");
        }
    }
    let text = Scene::new(SMALL, "4 v").text();
    assert!(
        text.contains("L5-S1") && text.contains("S4"),
        "the region is in view: {text}"
    );
}

#[test]
fn letters_mark_and_take_off_again() {
    let mut scene = Scene::new(SMALL, GRID);
    for (key, marks) in [
        ("l", "[x] left  [ ] right"),
        ("r", "[ ] left  [x] right"),
        ("b", "[x] left  [x] right"),
        ("b", "[ ] left  [ ] right"),
        ("r", "[ ] left  [x] right"),
        ("r", "[ ] left  [ ] right"),
    ] {
        scene.press(key);
        assert!(scene.cursor_row().contains(marks), "{key}: {}", scene.cursor_row());
    }
    assert!(scene.app.session().case().context.levels.is_empty());
}

#[test]
fn space_goes_through_every_side() {
    let mut scene = with_level(SMALL, GRID, &["L4:not-documented"]);
    assert!(
        scene.cursor_row().contains("L4-L5    [x] without a side"),
        "{}",
        scene.text()
    );
    for marks in [
        "[x] left  [ ] right",
        "[ ] left  [x] right",
        "[x] left  [x] right",
        "[ ] left  [ ] right",
        "[x] left  [ ] right",
    ] {
        scene.press("Space");
        assert!(scene.cursor_row().contains(marks), "{}", scene.cursor_row());
    }
}

#[test]
fn a_level_given_twice_is_one_row() {
    let mut scene = Scene::with(SMALL, GRID, |options| {
        options.context.levels = ["L4-L5:left", "L4:right"].map(|level| level.parse().unwrap()).to_vec();
    });
    assert!(scene.cursor_row().contains("[x] left  [x] right"), "{}", scene.text());
    scene.press("b");
    assert!(scene.app.session().case().context.levels.is_empty());
}

#[test]
fn the_lines_change_beside_the_grid_and_below_it() {
    for size in [NARROW, SMALL, LARGE] {
        let mut scene = Scene::new(size, &format!("{GRID} Down Down Down"));
        for (key, line) in [
            ("l", "64483-LT x 1 L4-L5"),
            ("b", "64483-50 x 1 L4-L5"),
            ("b", "64483 x 1"),
        ] {
            scene.press(key);
            assert!(scene.words().contains(line), "{line} at {size:?}\n{}", scene.text());
        }
    }
    for (keys, said) in [
        ("4 v l", "The claim lines show here once"),
        ("4 6 1 v", "The result lies outside"),
        ("4 4 0 1 v", "The code is still open"),
    ] {
        let text = Scene::new(SMALL, keys).words();
        assert!(text.contains(said), "{text}");
    }
    let text = Scene::new(NARROW, "4 4 1 1 v Down Down Down b Down b").words();
    assert!(text.contains("... more under Claim"), "{text}");
    let text = Scene::new(SMALL, "4 v l").words();
    assert!(text.contains("The claim lines show here once"), "{text}");
}

#[test]
fn every_level_can_be_reached_and_marked() {
    let mut scene = Scene::new(NARROW, "v");
    for _ in 0..28 {
        scene.press("l Down");
    }
    assert_eq!(scene.app.session().case().context.levels.len(), 28);
    scene.press("Home");
    assert!(scene.cursor_row().contains("C1-C2"), "{}", scene.text());
    scene.press("End PgUp");
    assert!(!scene.cursor_row().contains("S4"), "{}", scene.text());
    scene.press("Left");
    assert!(!scene.text().contains("Levels and sides"), "{}", scene.text());
}

#[test]
fn marks_are_undone_like_any_step() {
    let mut scene = Scene::new(SMALL, &format!("{GRID} l Esc u"));
    assert!(scene.app.session().case().context.levels.is_empty());
    scene.press("U");
    assert_eq!(scene.app.session().case().context.levels.len(), 1);
}
