//! Nothing of a note stays: what identifies a person reaches no stream and no file, and no file holds a word of the note at all. The
//! real program is taken through every command, word and format that comes near a note, with notes in which identifiers are planted.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rstest::rstest;
use tempfile::TempDir;

/// As long as that is a stretch of a note that tells which note it is.
const WINDOW: usize = 12;

/// Everything that a person may say with a note beside the case.
const WORDS: [&str; 30] = [
    "evidence",
    "evidence all",
    "next quote",
    "previous quote",
    "why",
    "answers",
    "facts",
    "confirm",
    "confirm",
    "confirm",
    "confirm",
    "confirm",
    "begin region=lumbar approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic",
    "undo",
    "checklist",
    "tick shown",
    "query",
    "claim",
    "export text",
    "export csv",
    "export json",
    "export markdown",
    "export html",
    "receipt",
    "copy",
    "favorite 62323",
    "note 62323 look for the views",
    "report question:imaging look again",
    "shelf",
    "card 62323",
];

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Everything that the pack says: what stands there identifies nobody.
fn pack() -> String {
    fn texts(dir: &Path, all: &mut String) {
        for entry in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                texts(&entry, all);
            } else if entry.extension().is_some_and(|extension| extension == "yaml")
                && !entry.ends_with("identifiers.yaml")
            {
                *all += &fs::read_to_string(&entry).unwrap();
            }
        }
    }
    let mut all = String::new();
    texts(&repository("data"), &mut all);
    all
}

/// Whether a word stands in a text, with no letter or digit at either end of it.
fn stands_in(word: &str, text: &str) -> bool {
    let outside = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    text.match_indices(word)
        .any(|(at, _)| outside(text[..at].chars().next_back()) && outside(text[at + word.len()..].chars().next()))
}

/// The program in a house of its own, where every file that it writes is found.
struct House {
    dir: TempDir,
    said: String,
}

impl House {
    fn new() -> Self {
        Self {
            dir: TempDir::new().unwrap(),
            said: String::new(),
        }
    }

    fn run(&mut self, arguments: &[&str], input: &[u8]) {
        let inside = |name: &str| self.dir.path().join(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_epipath"));
        command
            .args(arguments)
            .current_dir(self.dir.path())
            .env("RUST_BACKTRACE", "1")
            .env("TERM", "dumb");
        for name in [
            "HOME",
            "XDG_CONFIG_HOME",
            "XDG_DATA_HOME",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
            "XDG_RUNTIME_DIR",
            "TMPDIR",
        ] {
            command.env(name, inside("home"));
        }
        command
            .env("EPIPATH_CONFIG_DIR", inside("shelf"))
            .env("EPIPATH_DATA_DIR", inside("learning"));
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        self.said += &String::from_utf8_lossy(&output.stdout);
        self.said += &String::from_utf8_lossy(&output.stderr);
    }

    /// Everything that was written anywhere.
    fn written(&self) -> String {
        fn files(dir: &Path, all: &mut String) {
            for entry in fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
                if entry.is_dir() {
                    files(&entry, all);
                } else {
                    *all += &entry.display().to_string();
                    *all += &String::from_utf8_lossy(&fs::read(&entry).unwrap());
                }
            }
        }
        let mut all = String::new();
        files(self.dir.path(), &mut all);
        all
    }
}

/// Takes a note through everything.
fn lived(path: &Path, note: &str) -> House {
    let mut house = House::new();
    let file = path.to_str().unwrap();
    for arguments in [
        vec!["read", file],
        vec!["read", file, "--json"],
        vec!["read", "-", "--setting", "hospital", "--payer", "medicare:TX"],
        vec!["read", "-", "--json", "--payer", "nobody"],
        vec!["read", "-", "--unmasked"],
    ] {
        house.run(&arguments, note.as_bytes());
    }
    house.run(&["read", "-"], &[b"%PDF-1.7\n", note.as_bytes()].concat());
    house.run(&["read", "-", "--json"], note.repeat(200).as_bytes());
    let session = format!("read\n{note}\n.\n{}\nquit\nquit\n", WORDS.join("\n"));
    house.run(&["--plain"], session.as_bytes());
    let entered = format!("read {file}\n\n\n\n\n\n\n\n\nadd procedure\n\n\nforget\nevidence\nblank\nquit\nquit\n");
    house.run(&["--plain"], entered.as_bytes());
    house.run(&["--plain"], format!("4\nread\n{note}\n").as_bytes());
    for arguments in [
        vec!["shelf"],
        vec!["report"],
        vec!["doctor"],
        vec!["progress"],
        vec!["config"],
    ] {
        house.run(&arguments, b"");
    }
    house
}

#[rstest]
#[case("form")]
#[case("letter")]
#[case("dictated")]
fn nothing_of_a_note_stays(#[case] name: &str) {
    let path = repository(&format!("tests/notes/planted/{name}.txt"));
    let note = fs::read_to_string(&path).unwrap();
    let planted = fs::read_to_string(path.with_extension("list")).unwrap();
    let (pack, house) = (pack(), lived(&path, &note));
    assert!(
        house.said.contains("In the note: \""),
        "the note was quoted\n{}",
        house.said
    );
    let written = house.written();
    assert!(
        written.contains("look for the views"),
        "the shelf was written\n{written}"
    );
    // A year or a number that the pack speaks of itself tells nothing.
    let telling = planted
        .lines()
        .filter(|word| !word.trim().is_empty() && !stands_in(word, &pack));
    let telling: BTreeSet<&str> = telling.collect();
    assert!(telling.len() > 25, "{} identifiers", telling.len());
    for word in telling {
        for (what, text) in [("said", &house.said), ("written", &written)] {
            assert!(!stands_in(word, text), "`{word}` is {what} in:\n{}", around(word, text));
        }
    }
    let flat: Vec<char> = note.chars().collect();
    for window in flat.windows(WINDOW) {
        let window: String = window.iter().collect();
        assert!(
            pack.contains(&window) || !written.contains(&window),
            "`{window}` is written:\n{written}"
        );
    }
}

/// The lines of a text that hold a word.
fn around(word: &str, text: &str) -> String {
    text.lines()
        .filter(|line| line.contains(word))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The same identifiers do come out where they are asked for, so the search above would find them.
#[test]
fn raw_quotes_hold_what_is_hidden_elsewhere() {
    let path = repository("tests/notes/planted/letter.txt");
    let mut house = House::new();
    house.run(&["read", path.to_str().unwrap(), "--json", "--unmasked"], b"");
    let planted = fs::read_to_string(path.with_extension("list")).unwrap();
    let shown = planted
        .lines()
        .filter(|word| !word.is_empty() && stands_in(word, &house.said));
    assert!(shown.count() > 0, "{}", house.said);
}
