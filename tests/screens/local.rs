//! The words of a site on the screen: always marked as local.

use unicode_width::UnicodeWidthStr;

use crate::notation::noted;
use crate::scene::Scene;

const SMALL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);

const CARD: &str = "/ \"62323 Enter";
const STOP: &str = "4 1 5 1 1";

#[test]
fn local_screens() {
    for (name, keys) in [("local-card", CARD), ("local-stop", STOP)] {
        for size in [SMALL, LARGE] {
            let drawn = noted(&Scene::local(size, keys));
            insta::assert_snapshot!(format!("{name}-{}x{}", size.0, size.1), drawn);
        }
    }
}

#[test]
fn a_descriptor_stands_on_the_card_and_on_the_code_tab_with_its_notice() {
    for keys in [CARD, "4 1 1 1 1"] {
        let words = Scene::local(LARGE, keys).words();
        let place = |part: &str| words.find(part).unwrap_or_else(|| panic!("{part}\n{words}"));
        let text = place("Descriptor text of the license holder for this code.");
        assert!(place("Descriptor (local, licensed)") < text);
        assert!(text < place("Shown under the license of Riverside"));
        assert!(!Scene::new(LARGE, keys).words().contains("Descriptor"));
    }
    assert!(!Scene::local(LARGE, "/ \"62321 Enter").words().contains("Descriptor"));
}

#[test]
fn a_stop_keeps_the_code_and_leaves_no_line() {
    let mut scene = Scene::local(LARGE, STOP);
    assert!(scene.rows()[3].contains("62322"), "{}", scene.text());
    assert!(
        scene
            .words()
            .contains("stop Local (Riverside): The chief coder releases"),
        "{}",
        scene.text()
    );
    assert!(!scene.text().contains("(single source)"), "{}", scene.text());
    scene.press("4");
    assert!(
        scene.words().contains("No line: nothing is billed as it stands."),
        "{}",
        scene.text()
    );
}

#[test]
fn a_note_stands_beside_the_result() {
    let words = Scene::local(LARGE, "4 1 1 1 1").words();
    assert!(
        words.contains("info Local (Riverside): Images go to the archive \"Röntgen\""),
        "{words}"
    );
}

/// The mark gives way before anything else of the top line does.
#[test]
fn the_top_line_says_that_a_site_speaks() {
    for (width, mark) in [(120, "+ local: Riverside"), (80, "+ local"), (60, "")] {
        let (local, plain) = (Scene::local((width, 24), ""), Scene::new((width, 24), ""));
        let (local, plain) = (local.rows().remove(0), plain.rows().remove(0));
        assert!(local.width() <= usize::from(width), "{local}");
        assert_eq!(local.contains("+ local"), !mark.is_empty(), "{local}");
        assert_eq!(
            local.replace(mark, "").split_whitespace().collect::<Vec<_>>(),
            plain.split_whitespace().collect::<Vec<_>>()
        );
    }
    assert!(!Scene::new((120, 24), "").rows()[0].contains("local"));
}
