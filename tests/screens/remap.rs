//! Other keys: footer, help and texts name them, and they work.

use std::collections::BTreeMap;

use epipath::tui::{Flow, Keymap};

use crate::scene::Scene;

fn keymap() -> Keymap {
    let line = |name: &str, keys: &[&str]| {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        (name.to_owned(), keys)
    };
    let keys = BTreeMap::from([
        line("quit", &["Z"]),
        line("next-case", &["M"]),
        line("payers", &["P"]),
        line("down", &["J", "Down"]),
        line("help", &["K"]),
    ]);
    Keymap::chosen(&keys).unwrap_or_else(|wrong| panic!("{wrong:?}"))
}

fn scene(keys: &str) -> Scene {
    Scene::with((80, 24), keys, |options| options.keys = keymap())
}

#[test]
fn footer_and_help_name_the_keys_that_were_chosen() {
    let footer = scene("4 1").rows()[23].clone();
    assert!(footer.contains("Z quit") && footer.contains("K help"), "{footer}");
    let mut help = scene("4 1 K");
    let mut text = help.words();
    for _ in 0..8 {
        help.press("PgDn");
        text += &help.words();
    }
    assert!(text.contains("K, ? Shows every key."), "{text}");
    assert!(text.contains("P Shows everybody who may pay"), "{text}");
}

#[test]
fn the_chosen_keys_work_and_the_usual_ones_do_not() {
    let mut changed = scene("4 1");
    assert_eq!(changed.press("q"), Flow::Idle);
    assert_eq!(changed.press("Z"), Flow::Draw);
    assert!(
        changed.words().contains("Press Z again to leave."),
        "{}",
        changed.text()
    );
    assert_eq!(changed.press("Z"), Flow::Quit);
    let mut changed = scene("4 1");
    changed.press("M");
    assert!(
        changed.words().contains("Press M again to start over."),
        "{}",
        changed.text()
    );
    assert!(scene("4 4 1 1 5").words().contains("P names a state or a plan"));
    assert_ne!(scene("J").cursor_row(), scene("").cursor_row());
    assert_eq!(scene("j").cursor_row(), scene("").cursor_row());
}

#[test]
fn help_and_the_way_out_stay_where_they_were() {
    assert!(scene("4 ?").text().contains("Every key"));
    assert_eq!(scene("4 ? Esc").drawn(), scene("4").drawn());
    assert_eq!(scene("4").press("Ctrl-C"), Flow::Interrupt);
}

#[test]
fn a_window_too_small_names_the_key_that_leaves() {
    let mut small = Scene::with((40, 10), "", |options| options.keys = keymap());
    assert!(small.words().contains("Z quits."), "{}", small.text());
    assert_eq!(small.press("Z"), Flow::Quit);
}
