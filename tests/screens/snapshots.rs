//! The main screens, cell by cell with their styles. `INSTA_UPDATE=always` writes them anew.

use crate::scene::Scene;

const MAIN: [(&str, &str); 14] = [
    ("first-question", ""),
    ("struck-codes", "4 1"),
    ("code", "4 1 1 1 1"),
    ("checklist", "4 4 1 1 2 Space"),
    ("modifiers", "4 4 1 1 3"),
    ("claim", "4 4 1 1 4 v Down Down Down b Down r Esc"),
    ("levels", "4 4 1 1 4 v Down Down Down b Down r"),
    ("coverage", "1 1 5 1 1 I \"wa Enter 5"),
    ("export", "4 4 1 1 v Down b Esc e 2"),
    ("signpost", "4 6 1"),
    ("undetermined", "4 4 0 1"),
    ("compare-list", "4 1 1 1 1 c Space"),
    ("compare", "4 1 1 1 1 c 1"),
    ("map-place", "4 1 1 t w"),
];

#[test]
fn main_screens() {
    for (name, keys) in MAIN {
        for size in [(80, 24), (120, 40)] {
            let (buffer, cursor) = Scene::new(size, keys).drawn();
            insta::assert_debug_snapshot!(format!("{name}-{}x{}", size.0, size.1), (cursor, buffer));
        }
    }
}
