//! Every teaching case through the engine, in every setting, and through `epipath code --json`; and the doors to them.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use epipath::claim::{Setting, StatusWord, session_result};
use epipath::pack::model::{Case, Teaching};
use epipath::pack::render::{Style, human};
use epipath::pack::{self, built};
use epipath::session::parse_case;
use epipath::train::{self, billed, coverage, facts, worked};
use serde_json::{Value, json};
use strum::IntoEnumIterator as _;

use crate::support::book;

fn teaching() -> Teaching {
    epipath::embedded::teaching().unwrap()
}

fn epipath(words: &[&str]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_epipath"));
    program
        .args(words)
        .env_remove("EPIPATH_PACK")
        .env_remove("EPIPATH_OVERLAY");
    program.output().unwrap()
}

fn good() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs/good").to_owned()
}

/// What a case states of its end, as the contract tells it.
fn stated(case: &Case) -> Value {
    let mut open = case.result.undetermined.clone();
    open.sort();
    let status = match (&case.result.code, &case.result.signpost) {
        (Some(_), _) => "code",
        (None, Some(_)) => "signpost",
        (None, None) => "undetermined",
    };
    json!({ "status": status, "code": case.result.code, "signpost": case.result.signpost, "candidates": open })
}

#[test]
fn the_cases_inside_the_program_are_the_real_ones() {
    let loaded = pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap();
    assert_eq!(teaching(), loaded.teaching);
    let bytes = built::teaching_to_bytes(&loaded.teaching).unwrap();
    assert_eq!(built::teaching_from_bytes(&bytes).unwrap(), loaded.teaching);
}

#[test]
fn every_case_is_sound() {
    let loaded = pack::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data")).unwrap();
    let findings = train::check::findings(book(), &loaded);
    assert!(findings.is_empty(), "{}", human(&findings, Style::default()));
}

/// The engine, and the answer object of `epipath code --json` for the same facts, in every setting.
#[test]
fn every_case_comes_to_what_it_states() {
    for case in &teaching().cases {
        for setting in Setting::iter() {
            let name: &str = setting.into();
            let result = worked(book(), case, setting).unwrap().result;
            assert_eq!(billed(&result), case.result.lines.of(name), "{}, {name}", case.id);
            let mut words = facts(book(), case);
            words.extend([format!("setting={name}"), format!("date={}", train::day(book()))]);
            let day = "2001-01-01".parse().unwrap();
            let read = parse_case(book(), epipath::claim::Context::on(day), &words).unwrap();
            let told = serde_json::to_value(session_result(book(), &read.procedures, &read.context)).unwrap();
            assert_eq!(told, serde_json::to_value(&result).unwrap(), "{}, {name}", case.id);
            let mut open: Vec<String> = serde_json::from_value(told["candidates"].clone()).unwrap();
            open.sort();
            let undetermined = result.status == StatusWord::Undetermined;
            let code = if result.status == StatusWord::Code {
                told["code"].clone()
            } else {
                Value::Null
            };
            let signpost = if undetermined {
                Value::Null
            } else {
                told["signpost"]["id"].clone()
            };
            let signpost = if code.is_null() { signpost } else { Value::Null };
            let got = json!({ "status": told["status"], "code": code, "signpost": signpost,
                              "candidates": if undetermined { open } else { Vec::new() } });
            assert_eq!(got, stated(case), "{}, {name}", case.id);
        }
    }
}

#[test]
fn the_key_scores_whole_and_parts_from_nothing() {
    for case in &teaching().cases {
        let key = worked(book(), case, Setting::Professional).unwrap();
        let entered = train::Entered {
            verdict: train::Verdicted::of(&key.result),
            coverage: case.result.coverage,
        };
        let score = train::score(book(), case, &key, &entered);
        assert!(
            score.is_whole() && score.mistakes.is_empty() && score.percent() == 100,
            "{}: {score:?}",
            case.id
        );
        let procedures = &key.gathered.procedures;
        assert_eq!(train::parting(book(), procedures, procedures), None, "{}", case.id);
        let words: Vec<_> = train::words_found(case)
            .into_iter()
            .filter_map(|all| all.first().cloned())
            .collect();
        assert!(train::spotted(case, &words).f1 > 0.99, "{}", case.id);
    }
}

/// No distractor scores whole.
#[test]
fn distractors_cost() {
    let mut free = Vec::new();
    for case in &teaching().cases {
        let key = worked(book(), case, Setting::Professional).unwrap();
        for wrong in &case.distractors {
            let lines = wrong.code.iter().cloned().chain(wrong.lines.iter().cloned());
            let text: Vec<String> = lines.collect();
            let verdict = if let Some(id) = &wrong.signpost {
                train::Verdicted::Signpost(Some(id.clone()))
            } else if text.is_empty() {
                train::Verdicted::Undetermined
            } else {
                train::Verdicted::Lines(epipath::entry::lines::read_lines(&text.join(", ")).unwrap().lines)
            };
            let entered = train::Entered {
                verdict,
                coverage: None,
            };
            let score = train::score(book(), case, &key, &entered);
            if score.is_whole() || score.mistakes.is_empty() {
                free.push(format!("{}: {wrong:?} {score:?}", case.id));
            }
        }
    }
    assert!(free.is_empty(), "{free:#?}");
}

#[test]
fn the_list_gives_no_answer_away() {
    let dir = good();
    let listed = epipath(&["--pack", &dir, "cases"]);
    assert_eq!(listed.status.code(), Some(0));
    let text = String::from_utf8(listed.stdout).unwrap();
    assert_eq!(
        text,
        "found-with-the-lamp  2  imaging    A sliver that was looked for\n"
    );
    let listed = epipath(&["--pack", &dir, "cases", "--json"]);
    let object: Value = serde_json::from_slice(&listed.stdout).unwrap();
    let one = json!({ "id": "found-with-the-lamp", "title": "A sliver that was looked for", "difficulty": 2, "axis": "imaging" });
    assert_eq!(object, json!({ "cases": [one] }));
}

#[test]
fn the_list_is_narrowed_by_words() {
    let listed = |words: &[&str]| {
        let words: Vec<&str> = ["cases"].iter().chain(words).copied().collect();
        epipath(&words)
    };
    let text = |words: &[&str]| String::from_utf8(listed(words).stdout).unwrap();
    let delivery = text(&["axis:delivery", "difficulty:3"]);
    assert!(delivery.contains("three-doses-from-the-tail"), "{delivery}");
    assert!(
        delivery.lines().all(|line| line.contains("  3  delivery ")),
        "{delivery}"
    );
    assert_eq!(
        text(&["scanner", "code:62321"]),
        "in-the-scanner  2  imaging    In the scanner\n"
    );
    let none = listed(&["nowhere"]);
    assert_eq!(none.status.code(), Some(2));
    let told = String::from_utf8(none.stderr).unwrap();
    assert!(
        told.contains("no case has all of `nowhere`") && told.contains("axis:"),
        "{told}"
    );
}

#[test]
fn a_case_is_shown_with_and_without_its_answer() {
    let dir = good();
    let show = |words: &[&str]| {
        let words: Vec<&str> = ["--pack", &dir, "cases", "show"].iter().chain(words).copied().collect();
        String::from_utf8(epipath(&words).stdout).unwrap()
    };
    let asked = show(&["found-with-the-lamp"]);
    assert!(
        asked.contains("found under the lamp") && !asked.contains("1100"),
        "{asked}"
    );
    let answered = show(&["found-with-the-lamp", "--answer"]);
    for told in [
        "11002-50 x1",
        "depth=deep imaging=used",
        "A deep splinter counts",
        "card:11002",
        "11001",
    ] {
        assert!(answered.contains(told), "{told}: {answered}");
    }
    let asked: Value = serde_json::from_str(&show(&["found-with-the-lamp", "--json"])).unwrap();
    assert_eq!(
        asked.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["id", "title", "difficulty", "note"]
    );
    let answered: Value = serde_json::from_str(&show(&["found-with-the-lamp", "--json", "--answer"])).unwrap();
    assert_eq!(answered["result"]["code"], "11002");
    let unknown = epipath(&["--pack", &dir, "cases", "show", "found-with-the-lmp"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        String::from_utf8(unknown.stderr)
            .unwrap()
            .contains("Did you mean `found-with-the-lamp`?")
    );
}

#[test]
fn coverage_tells_what_is_missing() {
    let told = epipath(&["--pack", &good(), "cases", "coverage", "--json"]);
    assert_eq!(told.status.code(), Some(3));
    let object: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(object["complete"], false);
    let one = |kind: &str, id: &str| {
        let items = object["items"].as_array().unwrap();
        let found = items.iter().find(|one| one["kind"] == kind && one["id"] == id).unwrap();
        (found["cases"].as_u64().unwrap(), found["wanted"].as_u64().unwrap())
    };
    assert_eq!(one("code", "11002"), (1, 4));
    assert_eq!(one("answer", "depth=deep"), (1, 1));
    assert_eq!(one("answer", "depth=bone"), (0, 1));
    assert_eq!(one("outcome", "under-the-skin"), (1, 1));
    assert_eq!(one("signpost", "bone"), (0, 1));
    assert_eq!(one("dispute", "lamps-do-not-count"), (1, 1));
    assert_eq!(one("rule", "modifier:50"), (1, 0));
}

/// The cases of the pack leave nothing out.
#[test]
fn the_cases_cover_the_pack() {
    let teaching = teaching();
    if teaching.cases.is_empty() {
        return;
    }
    let items = coverage(book(), &teaching);
    let missing: Vec<_> = items.iter().filter(|one| one.is_missing()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let ended = epipath(&["cases", "coverage"]);
    assert_eq!(ended.status.code(), Some(0));
    assert!(
        String::from_utf8(ended.stdout)
            .unwrap()
            .ends_with("Nothing is missing.\n")
    );
}

#[test]
fn check_ends_as_the_contract_says() {
    let sound = epipath(&["cases", "check", &good()]);
    assert_eq!(sound.status.code(), Some(0));
    let dir = tempfile::tempdir().unwrap();
    copy(Path::new(&good()), dir.path());
    let file = dir.path().join("cases/found-with-the-lamp.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("[11002-50 x1]", "[11002 x1]")).unwrap();
    let broken = epipath(&["cases", "check", dir.path().to_str().unwrap(), "--format", "gnu"]);
    assert_eq!(broken.status.code(), Some(5));
    let told = String::from_utf8(broken.stdout).unwrap();
    assert!(told.contains("cases/found-with-the-lamp.yaml:14:"), "{told}");
}

#[test]
fn watching_checks_again_when_a_file_is_saved() {
    let dir = tempfile::tempdir().unwrap();
    copy(Path::new(&good()), dir.path());
    let mut program = Command::new(env!("CARGO_BIN_EXE_epipath"));
    program
        .args(["cases", "check", "--watch"])
        .arg(dir.path())
        .stdout(Stdio::piped());
    let mut child = program.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.next().unwrap().ends_with("nothing wrong, 1 cases"));
    assert!(lines.any(|line| line.starts_with("waiting for a change")));
    let file = dir.path().join("cases/found-with-the-lamp.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("difficulty: 2", "difficulty: 4000")).unwrap();
    assert!(lines.any(|line| line == "changed: found-with-the-lamp.yaml"));
    assert!(lines.next().unwrap().contains("4000 is no difficulty"));
    child.kill().unwrap();
    child.wait().unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
