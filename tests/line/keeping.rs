//! What a person keeps, changed by words, in a folder.

use epipath::line::Partner as _;
use epipath::line::{Because, Dialogue};
use epipath::session::Session;
use epipath::shelf::{Change, Kept, LOG, SHELF, Start, Store};
use tempfile::TempDir;

use crate::door::Talk;
use crate::support::{book, context};

fn store(folder: &TempDir) -> Store {
    Store::new(Some(folder.path().to_owned()))
}

fn talk(folder: &TempDir) -> Talk {
    Talk::keeping(book(), Kept::read(store(folder), "2026-11-21".parse().unwrap()))
}

#[test]
fn a_favorite_is_kept_said_and_taken_off() {
    let folder = TempDir::new().unwrap();
    let mut talk = talk(&folder);
    talk.say("favorite 62323");
    assert!(talk.last().starts_with("62323 is a favorite.\n"), "{}", talk.last());
    assert_eq!(store(&folder).read().unwrap().favorites, ["62323"]);
    talk.say("favorite 62323");
    assert!(
        talk.last().starts_with("62323 is a favorite already."),
        "{}",
        talk.last()
    );
    talk.say("favorites");
    assert!(talk.last().contains("Favorite 62323: "), "{}", talk.last());
    talk.say("card 62323 units");
    assert!(talk.last().contains("It is a favorite of yours."), "{}", talk.last());
    talk.all(&["4", "6", "1", "favorite"]);
    assert!(talk.last().starts_with("facet-joint is a favorite."), "{}", talk.last());
    talk.all(&["no favorite 62323", "no favorite FACET-JOINT"]);
    assert!(store(&folder).read().unwrap().favorites.is_empty(), "{}", talk.heard);
}

#[test]
fn a_note_is_kept_as_it_was_typed() {
    let folder = TempDir::new().unwrap();
    let mut talk = talk(&folder);
    talk.say("note 62323 Ask Dr. M\u{fc}ller's office for `views`");
    assert!(talk.last().starts_with("The note on 62323 is kept."), "{}", talk.last());
    let kept = store(&folder).read().unwrap().notes;
    assert_eq!(kept["62323"], "Ask Dr. M\u{fc}ller's office for `views`");
    talk.all(&["4", "1", "1", "1", "1", "note"]);
    assert!(
        talk.last().starts_with("Your note on 62323: Ask Dr."),
        "{}",
        talk.last()
    );
    talk.say("note of the result, without its code");
    assert_eq!(
        store(&folder).read().unwrap().notes["62323"],
        "of the result, without its code"
    );
    talk.all(&["drop note", "note"]);
    assert!(talk.last().starts_with("There is no note on 62323."), "{}", talk.last());
}

/// As on the screen: what looks like a patient's is kept only when the same line is said twice in a row.
#[test]
fn what_looks_like_a_patient_is_kept_only_when_said_again() {
    for (line, file) in [
        ("note 62323 MRN 1234567", SHELF),
        ("report question:imaging seen 01/02/1960", LOG),
    ] {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join(file);
        let mut talk = talk(&folder);
        talk.say(line);
        assert!(
            talk.last().starts_with("Not kept yet: the line holds "),
            "{}",
            talk.last()
        );
        talk.all(&["", line]);
        assert!(talk.last().starts_with("Not kept yet: "), "another line was between");
        talk.say(&format!("{line} and more"));
        assert!(talk.last().starts_with("Not kept yet: "), "it is another line");
        assert!(!file.exists());
        talk.all(&[line, line]);
        assert!(file.exists(), "{}", talk.last());
    }
}

#[test]
fn a_report_names_a_rule_by_number_by_name_or_by_what_is_in_view() {
    let folder = TempDir::new().unwrap();
    let mut talk = talk(&folder);
    talk.say("report");
    assert!(talk.last().contains("\nquestion:region: "), "{}", talk.last());
    talk.say("report this is not so");
    assert!(talk.last().starts_with("Written to "), "{}", talk.last());
    talk.all(&["4", "4", "1", "1", "report"]);
    assert!(talk.last().contains("1. card:64483: "), "{}", talk.last());
    for line in [
        "1 a",
        "modifier:50 b",
        "modifier 50 c",
        "checklist 1 d",
        "question:imaging e",
    ] {
        talk.say(&format!("report {line}"));
        assert!(talk.last().starts_with("Written to "), "{line}: {}", talk.last());
    }
    for (line, said) in [
        ("not so", "Name the rule"),
        ("99 not so", "Name the rule"),
        ("card:banana not so", "no rule is called"),
        ("modifier:50", "Say what is wrong with modifier:50"),
    ] {
        talk.say(&format!("report {line}"));
        assert!(talk.last().contains(said), "{line}: {}", talk.last());
    }
    let log = store(&folder).reports().unwrap();
    let rules: Vec<&str> = log.lines().filter_map(|line| line.split('\t').nth(1)).collect();
    let item = rules[4];
    assert!(item.starts_with("checklist:"), "{log}");
    assert_eq!(
        rules,
        [
            "question:region",
            "card:64483",
            "modifier:50",
            "modifier:50",
            item,
            "question:imaging"
        ]
    );
}

#[test]
fn the_shelf_can_be_said_first_and_cards_be_remembered() {
    let folder = TempDir::new().unwrap();
    let mut first = talk(&folder);
    first.all(&[
        "card 62321",
        "shelf remember=yes",
        "shelf start=shelf",
        "card 62323",
        "64483",
    ]);
    let kept = store(&folder).read().unwrap();
    assert_eq!(
        (kept.start, kept.recent),
        (Start::Shelf, vec!["64483".to_owned(), "62323".to_owned()])
    );
    let second = talk(&folder);
    assert!(second.heard.contains("Opened last 64483: "), "{}", second.heard);
    assert!(
        second.heard.contains("Region: answer 1 to 5"),
        "the question still follows"
    );
}

/// Nothing is written before a word asks for it, and a case leaves nothing at all.
#[test]
fn nothing_is_written_unasked() {
    let folder = TempDir::new().unwrap();
    let mut talk = talk(&folder);
    talk.all(&[
        "4",
        "1",
        "1",
        "1",
        "1",
        "card",
        "claim",
        "shelf",
        "note 62323",
        "report",
        "export",
        "quit",
    ]);
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[test]
fn what_cannot_be_kept_is_said() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join(SHELF), "favorites: 7\n").unwrap();
    let mut talk = talk(&folder);
    assert!(talk.heard.contains("\nShelf: "), "{}", talk.heard);
    for line in ["favorite 62323", "note 62323 words", "shelf start=shelf"] {
        talk.say(line);
        assert!(
            talk.last().contains("nothing is kept until it is mended"),
            "{}",
            talk.last()
        );
    }
    let kept = std::fs::read_to_string(folder.path().join(SHELF)).unwrap();
    assert_eq!(kept, "favorites: 7\n");
    let mut nowhere = Talk::new(book());
    nowhere.say("favorite 62323");
    assert!(nowhere.last().contains("EPIPATH_CONFIG_DIR"), "{}", nowhere.last());
}

/// A blanked case is gone with its history; what is kept beside it stays.
#[test]
fn blank_drops_the_case_and_its_history() {
    let folder = TempDir::new().unwrap();
    store(&folder)
        .change(&Change::Favorite {
            id: "62323".to_owned(),
            on: true,
        })
        .unwrap();
    let kept = Kept::read(store(&folder), "2026-11-21".parse().unwrap());
    let mut dialogue = Dialogue::new(book(), Session::new(context()), Because::Option, kept);
    for line in ["4", "4", "payer medicare tx", "blank"] {
        dialogue.answer(line);
    }
    assert!(dialogue.session().is_fresh());
    assert!(dialogue.answer("undo").text.starts_with("Nothing to undo."));
    assert!(dialogue.answer("shelf").text.contains("Favorite 62323"));
}
