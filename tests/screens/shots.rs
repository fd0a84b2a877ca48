//! The pictures in `screenshots/`, drawn from real screens. A stale one fails; `EPIPATH_BLESS=1` writes them anew.

use std::fs;
use std::path::Path;

use epipath::config::ThemeName;

use crate::demo::demo;
use crate::scene::Scene;
use crate::shelf::shelved;
use crate::svg::svg;

/// Name and keys.
const SHOTS: [(&str, &str); 33] = [
    ("first-question", ""),
    ("struck-codes", "4 1"),
    ("marked-answers", "4 1 Space Down Space"),
    ("many-answers", "4 1 1 1"),
    ("result-code", "4 1 1 1 1"),
    ("result-code-foramen", "4 4 1 1"),
    ("result-checklist", "4 4 1 1 i 2 Space Down Space"),
    ("result-modifiers", "4 4 1 1 3"),
    ("result-why", "4 1 1 1 1 6"),
    ("result-coverage", "1 1 5 1 1 I \"wa Enter 5"),
    ("payers", "4 4 1 1 I \"nor"),
    ("procedures", "4 4 1 1 v Down b Down r Esc + 1 1 1 1 1 4"),
    ("facts", "4 4 1 1 : \"prior-sessions=2"),
    ("export", "4 4 1 1 v Down b Esc e"),
    ("result-claim", "4 4 1 1 4 v Down Down Down b Down r Esc"),
    ("levels", "4 4 1 1 4 v Down Down Down b Down r"),
    ("signpost", "4 6 1 1"),
    ("undetermined", "4 4 0 1"),
    ("undetermined-by-rule", "3 1 1 1 1"),
    ("find", "4 / \"c-arm"),
    (
        "find-entry",
        "/ \"L4-5 Space \"L5-S1 Space \"bilateral Space \"TFESI Space \"fluoro Space \"flurb",
    ),
    ("find-told", "/ \"tfesi Enter"),
    ("card", "/ \"64483 Enter"),
    ("tree", "4 1 t"),
    ("map", "4 1 1 t"),
    ("map-place", "4 1 1 t w"),
    ("compare-list", "4 1 1 1 1 c"),
    ("compare", "4 1 1 1 1 c 1"),
    ("compare-three", "4 1 1 1 1 c Space Down Down Down Space Enter"),
    ("what-if", "4 1 1 1 1 x Up Up Enter"),
    ("help", "?"),
    ("details", "4 4 1 1 d"),
    ("answers", "4 4 1 1 a"),
];

/// The same with the overlay of a site over the pack.
const LOCAL: [(&str, &str); 2] = [("local-card", "/ \"62323 Enter"), ("local-stop", "4 1 5 1 1")];

/// The same with things on the shelf.
const KEPT: [(&str, &str); 2] = [("shelf", "4 1 F"), ("report-a-rule", "4 4 1 1 v Down b Esc 1 !")];

/// One screen in each theme, in borders of ASCII, and in the smallest window.
const LOOKS: [(&str, (u16, u16), ThemeName, bool); 5] = [
    ("theme-dark", (80, 24), ThemeName::Dark, false),
    ("theme-light", (80, 24), ThemeName::Light, false),
    ("theme-high-contrast", (80, 24), ThemeName::HighContrast, false),
    ("theme-mono-ascii", (80, 24), ThemeName::Mono, true),
    ("smallest", (60, 18), ThemeName::Auto, false),
];
const IN_EVERY_LOOK: &str = "4 4 1 1 i 2 Space Down Space";

/// The trainer: the name with its size.
const TAUGHT: [(&str, (u16, u16), &str); 8] = [
    ("drill", (80, 24), "T 4 1"),
    ("drill-mark", (80, 24), "T 4 1 5 1 1 Enter"),
    (
        "drill-spot",
        (80, 24),
        "T m Down Right Right Right Right Right Space Right Right Right Right Space Enter",
    ),
    ("exam", (80, 24), "E Enter 4 1"),
    (
        "exam-cases",
        (80, 24),
        "E Enter f n = \"62323 Enter n n = \"outside Enter L",
    ),
    (
        "exam-sheet",
        (80, 24),
        "E Enter = \"62320 Enter n = \"64483,64484 Enter S S",
    ),
    ("demo", (80, 24), "Right Right"),
    ("demo", (120, 40), "Right Right"),
];

/// A procedure note that was read.
const READ: [&str; 10] = [
    "note-input",
    "note-question",
    "note-weak",
    "note-conflict",
    "note-outside",
    "note-levels",
    "note-result",
    "note-checklist",
    "note-whole",
    "note-found",
];

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

#[test]
fn screenshots_are_fresh() {
    let mut stale = Vec::new();
    let plain = SHOTS.map(|shot| (shot, Scene::new as fn(_, _) -> _));
    let local = LOCAL.map(|shot| (shot, Scene::local as fn(_, _) -> _));
    let kept = KEPT.map(|shot| (shot, shelved as fn(_, _) -> _));
    for ((name, keys), open) in plain.into_iter().chain(local).chain(kept) {
        for size in SIZES {
            stale.extend(kept_fresh(name, &open(size, keys)));
        }
    }
    for name in READ {
        for size in SIZES {
            stale.extend(kept_fresh(name, &crate::note::shot(size, name)));
        }
    }
    for (name, size, keys) in TAUGHT {
        let open = if name == "demo" { demo } else { Scene::new };
        stale.extend(kept_fresh(name, &open(size, keys)));
    }
    for (name, size, theme, ascii) in LOOKS {
        let scene = Scene::with(size, IN_EVERY_LOOK, |options| {
            options.theme = theme;
            options.ascii = ascii;
        });
        stale.extend(kept_fresh(name, &scene));
    }
    assert!(
        stale.is_empty(),
        "stale: {stale:#?}\nrun: EPIPATH_BLESS=1 cargo test --test screens, and look at them"
    );
}

/// Compares a picture with the one that is kept, or writes it; its path where it is stale.
fn kept_fresh(name: &str, scene: &Scene) -> Option<String> {
    let (buffer, cursor) = scene.drawn();
    let picture = svg(&buffer, cursor);
    let path = format!("screenshots/{name}-{}x{}.svg", scene.size.width, scene.size.height);
    if std::env::var_os("EPIPATH_BLESS").is_some() {
        fs::create_dir_all("screenshots").unwrap();
        fs::write(&path, picture).unwrap();
        return None;
    }
    let kept = fs::read_to_string(Path::new(&path)).ok();
    (kept.as_deref() != Some(&picture)).then_some(path)
}
