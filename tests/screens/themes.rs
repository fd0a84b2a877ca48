//! Every theme on every screen: the same text everywhere, contrast enough, and nothing said by hue alone.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use epipath::config::ThemeName;
use epipath::tui::keys::Place;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use strum::IntoEnumIterator;

use crate::colors::{Rgb, beyond_the_first_16};
use crate::scene::Scene;
/// Every screen of the wizard, the drill and an exam.
fn screens() -> impl Iterator<Item = &'static str> {
    let taught = crate::drill::SCREENS.iter().chain(&crate::exam::SCREENS);
    crate::sizes::SCREENS.iter().chain(taught).copied()
}

/// Text and background as a person sees them.
type Pair = (Color, Color);

/// The first 16 colors of xterm and of the VGA text mode, as both set them.
const XTERM: [Rgb; 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];
const VGA: [Rgb; 16] = [
    (0, 0, 0),
    (170, 0, 0),
    (0, 170, 0),
    (170, 85, 0),
    (0, 0, 170),
    (170, 0, 170),
    (0, 170, 170),
    (170, 170, 170),
    (85, 85, 85),
    (255, 85, 85),
    (85, 255, 85),
    (255, 255, 85),
    (85, 85, 255),
    (255, 85, 255),
    (85, 255, 255),
    (255, 255, 255),
];

/// The least contrast of text that is read, as the accessibility guidelines ask for it.
const ENOUGH: f64 = 4.5;

fn rgb(color: Color, first: &[Rgb; 16]) -> Rgb {
    let named = |index: usize| first[index];
    match color {
        Color::Black => named(0),
        Color::Red => named(1),
        Color::Green => named(2),
        Color::Cyan => named(6),
        Color::LightYellow => named(11),
        Color::White => named(15),
        Color::Indexed(index) => beyond_the_first_16(index),
        other => panic!("{other} is in no palette that is known"),
    }
}

fn luminance((red, green, blue): Rgb) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn seen(cell: &Cell) -> Pair {
    if cell.modifier.contains(Modifier::REVERSED) {
        (cell.bg, cell.fg)
    } else {
        (cell.fg, cell.bg)
    }
}

/// A screen in a theme.
struct Shown {
    theme: ThemeName,
    keys: &'static str,
    place: Place,
    buffer: Buffer,
    cursor: Option<Position>,
}

/// Every screen in every theme, drawn once for all tests.
fn shown() -> &'static [Shown] {
    static SHOWN: OnceLock<Vec<Shown>> = OnceLock::new();
    SHOWN.get_or_init(|| {
        let all = ThemeName::iter().flat_map(|theme| screens().map(move |keys| (theme, keys)));
        let draw = |(theme, keys)| {
            let scene = Scene::with((100, 30), keys, |options| options.theme = theme);
            let (buffer, cursor) = scene.drawn();
            let place = scene.app.place();
            Shown {
                theme,
                keys,
                place,
                buffer,
                cursor,
            }
        };
        all.map(draw).collect()
    })
}

/// Every pair that a theme shows on any screen, but for the colors that the terminal decides.
fn pairs(theme: ThemeName) -> BTreeSet<String> {
    let mut pairs = BTreeSet::new();
    for one in shown().iter().filter(|one| one.theme == theme) {
        let keys = one.keys;
        for cell in &one.buffer.content {
            let pair = seen(cell);
            if pair != (Color::Reset, Color::Reset) {
                pairs.insert(format!("{pair:?}"));
                for (name, palette) in [("xterm", &XTERM), ("VGA", &VGA)] {
                    let ratio = contrast(rgb(pair.0, palette), rgb(pair.1, palette));
                    assert!(ratio >= ENOUGH, "{theme}, {name}: {pair:?} has {ratio:.2} ({keys})");
                }
            }
        }
    }
    pairs
}

#[test]
fn the_contrast_of_every_pair_is_enough() {
    for theme in ThemeName::iter() {
        let pairs = pairs(theme);
        assert_eq!(pairs.is_empty(), theme == ThemeName::Mono, "{theme}: {pairs:?}");
    }
}

#[test]
fn a_painted_theme_leaves_no_color_to_the_terminal_and_nothing_faint() {
    let painted = |theme| matches!(theme, ThemeName::Dark | ThemeName::Light | ThemeName::HighContrast);
    for one in shown().iter().filter(|one| painted(one.theme)) {
        for cell in &one.buffer.content {
            let (theme, keys) = (one.theme, one.keys);
            assert!(
                cell.fg != Color::Reset && cell.bg != Color::Reset,
                "{theme} {keys}: {cell:?}"
            );
            assert!(!cell.modifier.contains(Modifier::DIM), "{theme} {keys}: {cell:?}");
        }
    }
}

#[test]
fn the_contrast_formula_is_the_one_of_the_guidelines() {
    for (one, other, ratio) in [
        ((0, 0, 0), (255, 255, 255), 21.0),
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((0, 0, 255), (255, 255, 255), 8.59),
    ] {
        assert!((contrast(one, other) - ratio).abs() < 0.01, "{one:?} {other:?}");
    }
}

/// Only the styles differ between the themes, at every size that people use.
#[test]
fn every_theme_shows_the_same_text() {
    let text = |buffer: &Buffer| buffer.content.iter().map(Cell::symbol).collect::<String>();
    for keys in screens() {
        let mut scenes: Vec<Scene> = ThemeName::iter()
            .map(|theme| Scene::with((80, 24), keys, |options| options.theme = theme))
            .collect();
        for (width, height) in [(60, 18), (80, 24), (100, 30), (120, 40), (200, 60)] {
            let drawn: Vec<(String, _)> = scenes
                .iter_mut()
                .map(|scene| {
                    scene.size = Size::new(width, height);
                    scene.app.resize(scene.size);
                    let (buffer, cursor) = scene.drawn();
                    (text(&buffer), cursor)
                })
                .collect();
            assert!(drawn[0].0.trim().len() > 100, "{keys} at {width}x{height}");
            assert!(drawn.iter().all(|one| *one == drawn[0]), "{keys} at {width}x{height}");
        }
    }
}

/// Reverse is seen without any hue: the focused row has it in every theme, and its mark besides.
#[test]
fn the_focus_is_marked_and_reversed_in_every_theme() {
    for one in shown()
        .iter()
        .filter(|one| !matches!(one.place, Place::Typing | Place::Spot))
    {
        if let Some(cursor) = one.cursor {
            assert_eq!(one.buffer[cursor].symbol(), ">", "{} {}", one.theme, one.keys);
            let beside = &one.buffer[(cursor.x + 2, cursor.y)];
            assert!(
                beside.modifier.contains(Modifier::REVERSED),
                "{} {}",
                one.theme,
                one.keys
            );
        }
    }
}

/// A style that says something (a code, a verdict, a severity, what is open) lies on words that say it, never on a blank.
#[test]
fn every_badge_holds_a_word() {
    for one in shown().iter().filter(|one| one.theme == ThemeName::Auto) {
        for y in 0..one.buffer.area.height {
            let cells: Vec<&Cell> = (0..one.buffer.area.width).map(|x| &one.buffer[(x, y)]).collect();
            let style = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
            for run in cells.chunk_by(|a, b| style(a) == style(b)) {
                let badge = run[0].modifier.contains(Modifier::BOLD | Modifier::REVERSED);
                let text: String = run.iter().map(|cell| cell.symbol()).collect();
                let said = text.chars().any(char::is_alphanumeric);
                assert!(said || !badge, "{} row {y}: {text:?}", one.keys);
            }
        }
    }
}

/// With every style taken away the text alone still says it, on every kind of screen that has something to say.
#[test]
fn focus_ticks_and_severity_are_in_the_text() {
    for (keys, wanted) in [
        ("4 1", &[">", "Struck  8"] as &[&str]),
        ("4 1 Space", &["[x]", "[ ]"]),
        ("4 1 1 Esc", &["[", "*"]),
        ("4 4 1 1 2 Space", &[">", "[x]", "[ ]", "hard", "soft"]),
        ("4 4 1 1 3 Space", &[">", "[x]", "[ ]", "May apply"]),
        ("4 4 1 1 4", &["warn"]),
        ("4 4 1 1 v", &[">", "[ ] left", "warn"]),
        ("4 4 1 1 v Down b Down r", &["[x]", "[ ]"]),
        ("4 4 1 1 d", &[">", "* "]),
        ("1 1 5 1 1 I \"wa Enter 5", &["Coverage", "likely"]),
        ("4 6 1", &["outside this family"]),
        ("4 4 0 1", &["undetermined"]),
        ("4 1 Space Down Space", &["Enter takes the marked"]),
        ("4 1 t", &[">", "* ", "+ ", "- "]),
        ("/ \"64483 Enter", &[">", "+ ", "- "]),
        ("/ \"64483 Enter f", &["(favorite)"]),
        ("4 1 1 1 1 x Enter", &[">", "as now"]),
        ("4 1 1 1 1 c Space", &[">", "1* "]),
        ("F", &["Start with"]),
    ] {
        let text = Scene::with((120, 40), keys, |options| options.theme = ThemeName::Mono).text();
        for word in wanted {
            assert!(text.contains(word), "{keys}: {word}\n{text}");
        }
    }
}
