//! The main screens with their styles, at every size that people use, and in every theme. `INSTA_UPDATE=always` writes them anew.

use epipath::config::ThemeName;
use rstest::rstest;

use crate::notation::noted;
use crate::scene::Scene;
use crate::shelf::shelved;

/// The windows that people have: the smallest one, the usual ones, and a whole monitor.
pub(crate) const WINDOWS: [(u16, u16); 5] = [(60, 18), (80, 24), (100, 30), (120, 40), (200, 60)];

/// One file a screen, with every size in it.
fn at_every_size(name: &str, open: impl Fn((u16, u16)) -> Scene) {
    let drawn = WINDOWS.map(|size| format!("== {} x {}\n{}", size.0, size.1, noted(&open(size))));
    insta::assert_snapshot!(name, drawn.join("\n"));
}

#[rstest]
#[case("first-question", "")]
#[case("struck-codes", "4 1")]
#[case("many-answers", "4 1 1 1 Space Down Space")]
#[case("code", "4 1 1 1 1")]
#[case("checklist", "4 4 1 1 2 Space")]
#[case("modifiers", "4 4 1 1 3")]
#[case("claim", "4 4 1 1 4 v Down Down Down b Down r Esc")]
#[case("coverage", "1 1 5 1 1 I \"wa Enter 5")]
#[case("why", "4 1 1 1 1 6")]
#[case("levels", "4 4 1 1 4 v Down Down Down b Down r")]
#[case("find", "4 / \"c-arm")]
#[case("card", "/ \"64483 Enter")]
#[case("help", "?")]
#[case("compare-list", "4 1 1 1 1 c Space")]
#[case("compare", "4 1 1 1 1 c 1")]
#[case("tree", "4 1 t")]
#[case("map-place", "4 1 1 t w")]
#[case("details", "4 4 1 1 d")]
#[case("export", "4 4 1 1 v Down b Esc e 2")]
#[case("signpost", "4 6 1")]
#[case("undetermined", "4 4 0 1")]
fn main_screens(#[case] name: &str, #[case] keys: &str) {
    at_every_size(name, |size| Scene::new(size, keys));
}

#[test]
fn the_shelf() {
    at_every_size("shelf", |size| shelved(size, "4 1 F"));
}

/// Screens that together show every style: focus, marks, badges of code, coverage, severity, what is open and what lies outside.
const STYLED: [&str; 6] = [
    "4 1 Space",
    "4 4 1 1 2 Space",
    "4 4 1 1 4 v Down b Esc",
    "4 4 1 1 v Down b Down r",
    "4 6 1",
    "4 4 0 1",
];

/// `mono` is what `NO_COLOR` makes of every theme.
#[rstest]
#[case("auto", ThemeName::Auto, false)]
#[case("dark", ThemeName::Dark, false)]
#[case("light", ThemeName::Light, false)]
#[case("high-contrast", ThemeName::HighContrast, false)]
#[case("mono", ThemeName::Mono, false)]
#[case("ascii", ThemeName::Auto, true)]
fn themes(#[case] name: &str, #[case] theme: ThemeName, #[case] ascii: bool) {
    let drawn = STYLED.map(|keys| {
        let scene = Scene::with((80, 24), keys, |options| {
            options.theme = theme;
            options.ascii = ascii;
        });
        format!("== {keys}\n{}", noted(&scene))
    });
    insta::assert_snapshot!(format!("theme-{name}"), drawn.join("\n"));
}
