//! Every broken pack in `tests/packs/bad` gets the message in its `expected.txt`: the good pack with the files of the
//! folder laid over it, less the files named in `removed.txt`. `EPIPATH_BLESS=1` writes the messages anew.

use epipath::pack::render::{self, Style};

use crate::pack_support::{agree, findings, folder, overlay, packs};

#[test]
fn the_good_pack_is_good() {
    let findings = findings(folder(&packs("good")));
    assert!(findings.is_empty(), "{}", render::human(&findings, Style::default()));
}

#[test]
fn every_broken_pack_gets_its_message() {
    let mut names: Vec<_> = std::fs::read_dir(packs("bad"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert!(names.len() >= 30);
    let mut wrong = Vec::new();
    for name in names {
        let name = name.into_string().unwrap();
        let findings = findings(overlay(&name));
        assert!(!findings.is_empty(), "{name} is not broken");
        let text = render::human(&findings, Style::default());
        wrong.extend(agree(&packs("bad").join(&name).join("expected.txt"), &text).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn other_formats_of_several_findings() {
    let findings = findings(overlay("several"));
    let json = serde_json::to_string_pretty(&render::json(&findings)).unwrap() + "\n";
    agree(&packs("several.gnu.txt"), &render::gnu(&findings)).unwrap();
    agree(&packs("several.json"), &json).unwrap();
}

#[test]
fn colors_only_if_asked() {
    let findings = findings(overlay("several"));
    let plain = render::human(&findings, Style::default());
    let colored = render::human(
        &findings,
        Style {
            color: true,
            ..Style::default()
        },
    );
    assert!(!plain.contains('\u{1b}'));
    assert!(colored.contains('\u{1b}'));
}

#[test]
fn no_output_holds_a_control_character_of_the_file() {
    let findings = findings(overlay("escape-sequence"));
    for text in [render::human(&findings, Style::default()), render::gnu(&findings)] {
        assert!(text.chars().all(|c| !c.is_control() || c == '\n'), "{text:?}");
    }
}
