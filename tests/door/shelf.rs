//! The shelf and the log of reports on the disk, and the commands that show them.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use epipath::shelf::{Change, LOG, Report, SHELF, Shelf, Start, Store, Trouble, rules};
use rstest::rstest;
use tempfile::TempDir;

use crate::support::{book, context};

fn favorite(id: &str) -> Change {
    Change::Favorite {
        id: id.to_owned(),
        on: true,
    }
}

fn note(id: &str, text: &str) -> Change {
    Change::Note {
        id: id.to_owned(),
        text: text.to_owned(),
    }
}

fn store(dir: &Path) -> Store {
    Store::new(Some(dir.to_owned()))
}

/// A folder that does not exist yet.
fn folder() -> (TempDir, std::path::PathBuf) {
    let dir = TempDir::new().unwrap();
    let below = dir.path().join("config/epipath");
    (dir, below)
}

fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).map(|all| all.map(|one| one.unwrap().file_name().into_string().unwrap()));
    entries.map(Iterator::collect).unwrap_or_default()
}

#[test]
fn everything_kept_is_read_again() {
    let (_dir, below) = folder();
    let store = store(&below);
    let changes = [
        favorite("62323"),
        favorite("facet-joint"),
        Change::KeepRecent(true),
        Change::Opened("64483".to_owned()),
        Change::Opened("62311".to_owned()),
        Change::Start(Start::Shelf),
        note("62323", "a \"quoted\" word: # {not} [yaml] - \\ é \u{85} end"),
        note("64483", "'no'"),
        note("62320", "~"),
    ];
    let mut wanted = Shelf::default();
    for change in &changes {
        wanted.take(change);
        assert_eq!(store.change(change).unwrap(), wanted);
        assert_eq!(store.read().unwrap(), wanted);
    }
    assert_eq!(names(&below), [SHELF], "no other file is left behind");
}

#[test]
fn nothing_is_made_by_reading_or_by_what_changes_nothing() {
    let (_dir, below) = folder();
    let store = store(&below);
    assert_eq!(store.read().unwrap(), Shelf::default());
    assert_eq!(store.reports().unwrap(), "");
    for change in [
        Change::KeepRecent(false),
        Change::Start(Start::Question),
        Change::Opened("62323".to_owned()),
    ] {
        store.change(&change).unwrap();
    }
    assert!(!below.exists());
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_this_person_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_dir, below) = folder();
    let store = store(&below);
    store.change(&favorite("62323")).unwrap();
    store
        .report(&Report::new(book(), context().date, "modifier:50", "wrong"))
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&below), 0o700);
    assert_eq!(mode(&below.join(SHELF)), 0o600);
    assert_eq!(mode(&below.join(LOG)), 0o600);
}

#[rstest]
#[case("favorits: [\"62323\"]\n", 1, "favorits")]
#[case("start: question\nstart: shelf\n", 2, "start")]
#[case("start: never\n", 1, "never")]
#[case("keep_recent: yes\n", 1, "true or false")]
#[case("favorites: [62323]\n", 1, "text")]
#[case("notes: [a]\n", 1, "map")]
#[case("notes:\n  \"62323\": a\n  \"62323\": b\n", 3, "62323")]
#[case("favorites: [\n", 1, "")]
#[case("just words\n", 1, "")]
fn a_broken_file_is_told_with_its_place_and_kept_byte_for_byte(
    #[case] text: &str,
    #[case] line: usize,
    #[case] said: &str,
) {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join(SHELF);
    fs::write(&path, text).unwrap();
    let store = store(dir.path());
    for trouble in [store.read().unwrap_err(), store.change(&favorite("62323")).unwrap_err()] {
        let Trouble::Broken(findings) = &trouble else {
            panic!("{trouble}");
        };
        let first = findings.sorted()[0].clone();
        assert!(first.place.is_some_and(|place| place.line >= line), "{first:?}");
        let told = trouble.to_string();
        assert!(
            told.contains(SHELF) && told.contains(said) && told.contains("stays as it is"),
            "{told}"
        );
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(names(dir.path()), [SHELF]);
}

#[rstest]
#[case("")]
#[case("\n \n")]
fn an_empty_file_is_an_empty_shelf(#[case] text: &str) {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join(SHELF), text).unwrap();
    assert_eq!(store(dir.path()).read().unwrap(), Shelf::default());
}

#[test]
fn two_writers_lose_nothing() {
    let (_dir, below) = folder();
    let write = |of: &'static str| {
        let store = store(&below);
        move || {
            for number in 0..20 {
                store.change(&note(&format!("{of}-{number:02}"), "kept")).unwrap();
            }
        }
    };
    let writers = [thread::spawn(write("one")), thread::spawn(write("two"))];
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(store(&below).read().unwrap().notes.len(), 40);
    assert_eq!(names(&below), [SHELF]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let dir = TempDir::new().unwrap();
    let (real, below) = (dir.path().join("dotfiles.yaml"), dir.path().join("epipath"));
    fs::create_dir(&below).unwrap();
    fs::write(&real, "favorites: [\"62323\"]\n").unwrap();
    std::os::unix::fs::symlink(&real, below.join(SHELF)).unwrap();
    store(&below).change(&favorite("64483")).unwrap();
    assert!(below.join(SHELF).is_symlink());
    assert!(fs::read_to_string(&real).unwrap().contains("64483"));
}

#[test]
fn where_nothing_can_be_written_that_is_said() {
    let told = Store::new(None).change(&favorite("62323")).unwrap_err().to_string();
    assert!(told.contains("EPIPATH_CONFIG_DIR"), "{told}");
    assert_eq!(Store::new(None).read().unwrap(), Shelf::default());
    let dir = TempDir::new().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let store = store(&file.join("epipath"));
    for told in [
        store.change(&favorite("62323")).unwrap_err().to_string(),
        store
            .report(&Report::new(book(), context().date, "modifier:50", "wrong"))
            .unwrap_err()
            .to_string(),
    ] {
        assert!(told.contains("file/epipath"), "{told}");
    }
}

fn epipath(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(args)
        .env("EPIPATH_CONFIG_DIR", dir)
        .env_remove("EPIPATH_OVERLAY")
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_report_is_appended_and_listed() {
    let (_dir, below) = folder();
    let none = epipath(&below, &["report"]);
    assert_eq!((none.status.code(), text(&none.stdout)), (Some(0), String::new()));
    assert!(text(&none.stderr).contains("nothing was reported"), "{none:?}");
    assert!(!below.exists());
    for words in ["the ASC line\tis wrong", "still wrong"] {
        let done = epipath(&below, &["report", "modifier:50", words]);
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        assert!(
            text(&done.stdout).contains(&below.join(LOG).display().to_string()),
            "{done:?}"
        );
    }
    let listed = text(&epipath(&below, &["report"]).stdout);
    let lines: Vec<Vec<&str>> = listed.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        lines[0][1..3],
        ["modifier:50", &*format!("{}@{}", book().about.id, book().about.edition)]
    );
    assert_eq!(lines[0][3..], [book().pack_hash(), "the ASC line is wrong"]);
    assert_eq!(lines[1][4], "still wrong");
    assert_eq!(names(&below), [LOG]);
}

#[rstest]
#[case(&["report", "modifier:51x", "wrong"], "no rule is called `modifier:51x`")]
#[case(&["report", "question:imagin", "wrong"], "Did you mean `question:imaging`?")]
#[case(&["report", "card:99999", "wrong"], "no rule is called")]
#[case(&["report", "62323", "wrong"], "no rule is called")]
#[case(&["report", "card:62323"], "say what is wrong")]
#[case(&["report", "card:62323", "see", "MRN", "12"], "--anyway")]
fn what_is_no_report_is_refused(#[case] args: &[&str], #[case] said: &str) {
    let (_dir, below) = folder();
    let refused = epipath(&below, args);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(text(&refused.stderr).contains(said), "{refused:?}");
    assert!(!below.exists());
}

#[test]
fn words_that_only_look_like_a_patient_are_taken_when_insisted_on() {
    let (_dir, below) = folder();
    let done = epipath(&below, &["report", "--anyway", "card:62323", "transmittal", "123456"]);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert!(
        fs::read_to_string(below.join(LOG))
            .unwrap()
            .contains("transmittal 123456")
    );
}

#[test]
fn the_shelf_is_printed() {
    let (_dir, below) = folder();
    let store = store(&below);
    let empty = text(&epipath(&below, &["shelf"]).stdout);
    assert!(empty.contains("Favorites\n  none\n"), "{empty}");
    assert!(!below.exists());
    for change in [favorite("62323"), favorite("99999"), note("64483", "ask for views")] {
        store.change(&change).unwrap();
    }
    let told = text(&epipath(&below, &["shelf"]).stdout);
    for part in [
        "62323  lumbar",
        "99999  not in this pack",
        "64483  ask for views",
        "Start with: the first question",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(told.contains(&below.join(SHELF).display().to_string()), "{told}");
}

#[test]
fn a_shelf_that_cannot_be_read_is_told_with_an_excerpt() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join(SHELF), "favorits: []\n").unwrap();
    let told = epipath(dir.path(), &["shelf"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(text(&told.stderr).contains("favorits: []"), "{told:?}");
}

#[test]
fn every_rule_of_the_pack_can_be_reported() {
    let pack = book().pack();
    let mut all: Vec<String> = Vec::new();
    all.extend(book().file.questions.iter().map(|one| rules::question(&one.id)));
    all.extend(book().file.outcomes.iter().map(|one| rules::outcome(&one.id)));
    all.extend(pack.checklist.items.iter().map(|one| rules::checklist(&one.id)));
    all.extend(
        pack.modifiers
            .modifiers
            .iter()
            .map(|one| rules::modifier(&one.modifier)),
    );
    all.extend(pack.cards.iter().map(|one| rules::card(&one.code)));
    all.extend(pack.retired.retired.iter().map(|one| rules::card(&one.code)));
    all.extend(pack.signposts.signposts.iter().map(|one| rules::signpost(&one.id)));
    for rule in &all {
        assert_eq!(rules::check(book(), rule), Ok(()));
        let silent = rule.starts_with("outcome:");
        assert!(
            silent || rules::said(book(), rule).is_some_and(|said| !said.is_empty()),
            "{rule}"
        );
    }
    assert!(all.len() > 100, "{}", all.len());
}
