//! `epipath read`: a procedure note in, what it shows out, as scripts rely on it.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use rstest::rstest;
use serde_json::Value;

const FORAMINA: &str = include_str!("note_read/foramina.txt");
const FACET: &str = include_str!("note_read/facet.txt");
const CONSULT: &str = include_str!("note_read/consult.txt");

/// Far more than a debug build takes on a busy machine.
const SOON: Duration = Duration::from_secs(30);

/// What the program says to a note on standard input.
fn fed(arguments: &[&str], note: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .arg("read")
        .args(arguments)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let note = note.to_vec();
    // The program does not read what is too large to its end.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&note)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn json(note: &[u8]) -> (Value, i32) {
    let output = fed(&["-", "--json", "--date", "2026-11-21"], note);
    let text = String::from_utf8(output.stdout).unwrap();
    let value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    (value, output.status.code().unwrap())
}

fn said(note: &str) -> String {
    let output = fed(&["-", "--date", "2026-11-21"], note.as_bytes());
    String::from_utf8(output.stdout).unwrap()
}

/// A file of its own with these bytes.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Every list of quotes in an answer.
fn quotes(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().flat_map(quotes).collect(),
        Value::Object(object) => {
            let own = object.get("quotes").and_then(Value::as_array).into_iter().flatten();
            let below = object
                .iter()
                .filter(|(key, _)| *key != "quotes")
                .flat_map(|(_, one)| quotes(one));
            own.chain(below).collect()
        }
        _ => Vec::new(),
    }
}

/// What was read, without the words and their places.
fn without_places(mut answer: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(strip),
            Value::Object(object) => {
                object.shift_remove("quotes");
                object.values_mut().for_each(strip);
            }
            _ => {}
        }
    }
    strip(&mut answer);
    answer
}

#[test]
fn a_note_of_the_family_leads_to_its_lines() {
    let (answer, exit) = json(FORAMINA.as_bytes());
    assert_eq!((answer["status"].as_str(), exit), (Some("code"), 0), "{answer:#}");
    assert_eq!(answer["code"], "64483");
    assert_eq!(answer["assumed"], true);
    let lines: Vec<&str> = answer["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["code"].as_str().unwrap())
        .collect();
    assert_eq!(lines, ["64483", "64484"]);
    assert_eq!(answer["note"]["family"], "in");
    let procedure = &answer["note"]["procedures"][0];
    for (question, expected) in [
        ("approach", "transforaminal"),
        ("imaging", "fluoroscopy"),
        ("substance", "steroid-anesthetic"),
    ] {
        let found = procedure["answers"]
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["question"] == question)
            .unwrap();
        assert_eq!(
            (found["answer"].as_str(), found["state"].as_str()),
            (Some(expected), Some("suggested")),
            "{found}"
        );
        assert!(
            !found["quotes"].as_array().unwrap().is_empty(),
            "{question} without a quote"
        );
    }
    let entries = procedure["levels"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|level| level["role"] == "entry");
    let entries: Vec<_> = entries
        .map(|level| (level["level"].as_str().unwrap(), level["side"].as_str().unwrap()))
        .collect();
    assert_eq!(entries, [("L4-L5", "left"), ("L5-S1", "left")]);
}

#[rstest]
#[case::in_the_family(FORAMINA)]
#[case::outside(FACET)]
#[case::nothing_done(CONSULT)]
fn every_key_is_there(#[case] note: &str) {
    let (answer, _) = json(note.as_bytes());
    let answer_keys = [
        "status",
        "code",
        "lines",
        "alternatives",
        "companions",
        "do_not_report",
        "signpost",
        "candidates",
        "undecided",
        "findings",
        "path",
        "checklist",
        "modifiers",
        "coverage",
        "groups",
        "pack",
        "assumed",
        "note",
    ];
    let has = |value: &Value, keys: &[&str]| {
        for key in keys {
            assert!(value.get(key).is_some(), "{key} is absent in {value:#}");
        }
    };
    has(&answer, &answer_keys);
    let read = &answer["note"];
    has(read, &["family", "procedures", "substances", "checklist", "conflicts"]);
    for procedure in read["procedures"].as_array().unwrap() {
        for one in procedure["answers"].as_array().unwrap() {
            has(one, &["question", "answer", "state", "strength", "quotes"]);
            let state = one["state"].as_str().unwrap();
            assert!(["suggested", "not-documented", "conflict"].contains(&state), "{state}");
            assert_eq!(one["answer"].is_string(), state == "suggested", "{one}");
            assert_eq!(one["strength"].is_string(), state == "suggested", "{one}");
        }
        for one in procedure["levels"].as_array().unwrap() {
            has(one, &["level", "side", "role", "quotes"]);
        }
    }
    for one in read["substances"].as_array().unwrap() {
        has(one, &["name", "class", "dose", "volume", "site", "quotes"]);
    }
    for one in read["checklist"].as_array().unwrap() {
        has(one, &["id", "state", "quotes"]);
    }
    for one in read["conflicts"].as_array().unwrap() {
        has(one, &["between", "quotes"]);
        assert_eq!(one["between"].as_array().unwrap().len(), 2);
    }
}

/// A note outside the family is a signpost, and codes stand there only where the note makes them clear.
#[rstest]
#[case(FACET, "facet-joint")]
#[case(CONSULT, "nothing-done")]
fn outside_the_family_is_a_signpost(#[case] note: &str, #[case] id: &str) {
    let (answer, exit) = json(note.as_bytes());
    assert_eq!((answer["status"].as_str(), exit), (Some("signpost"), 3));
    assert_eq!(answer["note"]["family"], "out");
    assert_eq!(answer["signpost"]["id"], id, "{:#}", answer["signpost"]);
    assert_eq!(answer["signpost"]["codes"], Value::Array(Vec::new()));
    for key in ["lines", "candidates", "undecided", "checklist"] {
        assert_eq!(answer[key], Value::Array(Vec::new()), "{key}");
    }
    let text = said(note);
    assert!(
        text.starts_with("The note tells of no injection of this family.\n"),
        "{text}"
    );
    assert!(!text.contains("If every suggestion is confirmed"), "{text}");
}

/// Lines of Windows, lines lost in a table, tabs, single bytes of Windows-1252, the mark of UTF-8: the same is read.
#[rstest]
#[case::windows_lines("\n", "\r\n")]
#[case::lost_lines("\n", " ")]
#[case::a_table(":\n", ": ,")]
#[case::tabs(": ", ":\t")]
#[case::dashes("L4-L5", "L4\u{2013}L5")]
#[case::a_nul("\n\n", "\n\0\n")]
fn the_manner_of_writing_does_not_matter(#[case] from: &str, #[case] to: &str) {
    let (plain, _) = json(FORAMINA.as_bytes());
    let changed = FORAMINA.replace(from, to);
    assert_ne!(changed, FORAMINA, "{from:?} does not stand in the note");
    let (answer, _) = json(changed.as_bytes());
    let (plain, answer) = (without_places(plain), without_places(answer));
    assert_eq!(plain["lines"], answer["lines"]);
    assert_eq!(plain["note"]["procedures"], answer["note"]["procedures"]);
}

/// Every place is one of bytes of the input as given, and the text is what stands there.
#[rstest]
#[case::utf_8(FORAMINA.as_bytes().to_vec())]
#[case::windows_lines(FORAMINA.replace('\n', "\r\n").into_bytes())]
#[case::marked([b"\xef\xbb\xbf", FORAMINA.as_bytes()].concat())]
#[case::dashes(FORAMINA.replace("L4-L5", "L4\u{2013}L5").into_bytes())]
fn places_are_bytes_of_the_input(#[case] note: Vec<u8>) {
    let output = fed(&["-", "--json", "--unmasked"], &note);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let all = quotes(&answer["note"]);
    assert!(all.len() > 5, "{answer:#}");
    for quote in all {
        let place = |key: &str| usize::try_from(quote[key].as_u64().unwrap()).unwrap();
        let slice = &note[place("start")..place("end")];
        assert_eq!(std::str::from_utf8(slice).unwrap(), quote["text"].as_str().unwrap());
    }
}

#[test]
fn places_hold_where_bytes_are_of_windows() {
    let note: Vec<u8> = FORAMINA
        .replace("L4-L5", "L4\u{96}L5")
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let (answer, exit) = json(&note);
    assert_eq!(exit, 0);
    for quote in quotes(&answer["note"]) {
        let place = |key: &str| usize::try_from(quote[key].as_u64().unwrap()).unwrap();
        let slice = &note[place("start")..place("end")];
        let text = quote["text"].as_str().unwrap();
        assert_eq!(slice.len(), text.chars().count(), "{text}");
        assert_eq!(slice.contains(&0x96), text.contains('\u{2013}'), "{text}");
    }
}

#[rstest]
#[case::missing("does/not/exist.txt", "cannot read")]
#[case::a_folder("tests", "cannot read")]
fn what_cannot_be_opened_is_told(#[case] path: &str, #[case] told: &str) {
    let output = fed(&[path], b"");
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(
        text.contains(told) && text.contains(path) && output.stdout.is_empty(),
        "{text}"
    );
}

#[rstest]
#[case::empty(b"", "holds no words")]
#[case::blank(b" \r\n\t\0", "holds no words")]
#[case::pdf(b"%PDF-1.7\n...", "a PDF file")]
#[case::word(b"PK\x03\x04...", "Word document")]
#[case::utf_16(b"\xff\xfeP\0R\0", "UTF-16")]
fn what_is_no_note_is_told(#[case] bytes: &[u8], #[case] told: &str) {
    let output = fed(&["-"], bytes);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains(told) && output.stdout.is_empty(), "{text}");
    let (answer, exit) = json(bytes);
    assert_eq!(exit, 2);
    assert!(answer["error"].as_str().unwrap().contains(told), "{answer}");
}

#[test]
fn a_long_note_is_read_and_a_longer_one_refused() {
    let filler = "The patient was seen again and felt much the same as before. ";
    let most = 200 * 1024;
    let room = most - FORAMINA.len();
    let mut note = format!("{FORAMINA}\nHISTORY:\n{}", filler.repeat(room / filler.len()));
    note.truncate(most);
    let start = Instant::now();
    let (answer, exit) = json(note.as_bytes());
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert_eq!((answer["code"].as_str(), exit), (Some("64483"), 0));
    note.push('x');
    note.push_str(&" ".repeat(most - note.len() + 1));
    let output = fed(&["-"], note.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("larger than 200 kB"));
}

#[test]
fn a_file_is_read_as_standard_input_is() {
    let path = file("note.txt", FORAMINA.as_bytes());
    let read = fed(&[path.to_str().unwrap(), "--date", "2026-11-21"], b"");
    assert_eq!(String::from_utf8(read.stdout).unwrap(), said(FORAMINA));
}

#[test]
fn raw_quotes_are_for_json_alone() {
    let output = fed(&["-", "--unmasked"], FORAMINA.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("--json"));
}

#[test]
fn the_options_of_a_session_are_taken() {
    let options = [
        "-",
        "--json",
        "--setting",
        "asc",
        "--payer",
        "medicare:TX",
        "--date",
        "2026-03-01",
    ];
    let answer: Value = serde_json::from_slice(&fed(&options, FORAMINA.as_bytes()).stdout).unwrap();
    assert!(answer["coverage"]["policy"].is_string(), "{:#}", answer["coverage"]);
    let output = fed(&["-", "--payer", "nobody"], FORAMINA.as_bytes());
    assert_eq!(output.status.code(), Some(2));
}

/// The text tells each part in lines of at most eighty columns, and ends as any session does.
#[test]
fn the_text_tells_every_part() {
    let text = said(FORAMINA);
    let headings = [
        "What the note says",
        "  Imaging: fluoroscopy",
        "  Levels and sides",
        "    L4-L5 left: where the needle or catheter entered",
        "What the record must show",
        "If every suggestion is confirmed",
        "Line: 64483-LT x 1  L4-L5",
        "From: ",
        "An aid, not advice.",
    ];
    let mut rest = text.as_str();
    for heading in headings {
        let Some((_, after)) = rest.split_once(heading) else {
            panic!("`{heading}` is absent, or not in its place:\n{text}");
        };
        rest = after;
    }
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

/// What the text calls the facts leads to the same result.
#[test]
fn the_facts_told_lead_to_the_same_lines() {
    let text = said(FORAMINA);
    let (_, facts) = text.split_once("From: ").unwrap();
    let facts: Vec<&str> = facts.split_whitespace().take_while(|word| word.contains('=')).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .arg("code")
        .args(&facts)
        .arg("--json")
        .output()
        .unwrap();
    let decided: Value = serde_json::from_slice(&output.stdout).unwrap();
    let (read, _) = json(FORAMINA.as_bytes());
    for key in ["status", "code", "lines", "findings", "checklist", "groups"] {
        assert_eq!(decided[key], read[key], "{key}");
    }
}
