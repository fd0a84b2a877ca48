//! `epipath scrub` as scripts rely on it: exit codes, keys, the way through a pipe.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use rstest::rstest;
use serde_json::Value;

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn words(text: &str) -> Vec<&str> {
    text.split(' ').collect()
}

#[rstest]
#[case::clean("scrub 64483-LT 64484-LT --date 2026-05-01", "", 0)]
#[case::good_to_know("scrub 64483-50, 64484 x2 date=2026-05-01", "", 0)]
#[case::warn("scrub 62321, 62323 --payer medicare", "", 3)]
#[case::stop("scrub 62323-50", "", 3)]
#[case::stdin("scrub", "62323\n", 0)]
#[case::stdin_by_name("scrub - payer=medicare", "62323\n", 0)]
#[case::csv("scrub --format csv", "code,units\n62323,1\n", 0)]
#[case::unreadable("scrub 6232", "", 2)]
#[case::nothing("scrub", "", 2)]
#[case::no_such_file("scrub --file does/not/exist", "", 2)]
#[case::file_and_lines("scrub --file x 62323", "", 2)]
#[case::another_fact("scrub 62323 region=lumbar", "", 2)]
#[case::no_such_payer("scrub 62323 payer=medicaire", "", 2)]
#[case::two_payers("scrub 62323 payer=cpt --payer medicare", "", 2)]
#[case::no_such_setting("scrub 62323 --setting office", "", 2)]
fn exit_code(#[case] arguments: &str, #[case] input: &str, #[case] code: i32) {
    let output = run(&words(arguments), input);
    assert_eq!(output.status.code(), Some(code), "{arguments}: {output:?}");
    assert_eq!(
        output.stdout.is_empty(),
        code == 2,
        "answers go to stdout, complaints do not"
    );
}

#[test]
fn every_key_is_there() {
    let output = run(&words("scrub 64483-50 77003 --json"), "");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in [
        "verdict", "setting", "payer", "date", "lines", "findings", "pack", "overlay",
    ] {
        assert!(answer.get(key).is_some(), "{key} is absent");
    }
    assert_eq!(answer["verdict"], "stop");
    for key in ["code", "modifiers", "units", "levels", "note"] {
        assert!(answer["lines"][0].get(key).is_some(), "lines.{key} is absent");
    }
    for key in ["id", "severity", "text", "sources", "confidence", "lines", "fix"] {
        assert!(answer["findings"][0].get(key).is_some(), "findings.{key} is absent");
    }
}

#[test]
fn a_failure_in_json_mode_is_an_object_too() {
    let output = run(&words("scrub 6448 --json"), "");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(answer["error"].as_str().unwrap().contains("line 1, `6448`"));
    assert_eq!(output.status.code(), Some(2));
}

/// The answer of `code --json` goes through the pipe, and its lines come out as they went in.
#[rstest]
#[case(
    "level=L4-L5:both level=L5-S1:both setting=asc payer=medicare",
    "setting=asc payer=medicare"
)]
#[case("level=L4-L5:both level=L5-S1:both level=L3-L4:left", "payer=cpt")]
#[case(
    "region=lumbar level=not-documented:left purpose=diagnostic-root-block payer=medicare",
    "payer=medicare"
)]
fn a_round_trip_keeps_the_lines(#[case] levels: &str, #[case] facts: &str) {
    let code = format!("code approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic {levels} --json");
    let coded = String::from_utf8(run(&words(&code), "").stdout).unwrap();
    let checked = run(&words(&format!("scrub - --json {facts}")), &coded);
    let (coded, checked): (Value, Value) = (
        serde_json::from_str(&coded).unwrap(),
        serde_json::from_slice(&checked.stdout).unwrap(),
    );
    assert_eq!(coded["lines"], checked["lines"]);
    assert_ne!(checked["verdict"], "stop");
}

/// So does every export that is a table.
#[rstest]
#[case("csv")]
#[case("tsv")]
fn an_exported_table_is_read_back(#[case] format: &str) {
    let code = format!(
        "code approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic level=L4-L5:both level=L5-S1:left \
         --format {format}"
    );
    let coded = String::from_utf8(run(&words(&code), "").stdout).unwrap();
    let checked = run(&words("scrub --json"), &coded);
    let checked: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let line = |at: usize| {
        (
            checked["lines"][at]["code"].as_str(),
            checked["lines"][at]["levels"][0].as_str(),
        )
    };
    assert_eq!(
        (line(0), line(1)),
        ((Some("64483"), Some("L4-L5")), (Some("64484"), Some("L5-S1")))
    );
    assert_eq!(checked["verdict"], "clean");
}

#[test]
fn text_is_plain_and_fits_eighty_columns() {
    let output = run(
        &words("scrub 64483-LT 64484-50 62323-50 77003 62311 97597 payer=medicare"),
        "",
    );
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("\nStop: "), "{text}");
    for line in text.lines() {
        assert!(line.len() <= 80 && line.is_ascii(), "{line}");
    }
}

/// What a site says of a code is said of its lines.
#[test]
fn a_site_speaks_of_its_codes() {
    let output = run(
        &words("--overlay tests/overlays/good scrub 62323 64483-LT 64484-LT --json"),
        "",
    );
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let local = |finding: &&Value| finding["id"] == "local-add-on-review";
    let found = answer["findings"].as_array().unwrap().iter().find(local).unwrap();
    assert_eq!(found["lines"], serde_json::json!([3]));
    assert_eq!(answer["overlay"]["title"], "Riverside");
}

/// What `code` writes as a table goes back in; one without lines is told to hold none.
#[rstest]
#[case::lines(
    "code region=lumbar approach=transforaminal imaging=ct substance=steroid-anesthetic level=L4-L5:both",
    0,
    "64483"
)]
#[case::none("code region=lumbar approach=other target=facet", 2, "holds no claim line")]
fn a_table_of_a_result_is_read_back(#[case] arguments: &str, #[case] exit: i32, #[case] told: &str) {
    for format in ["csv", "tsv"] {
        let table = run(&words(&format!("{arguments} --format {format}")), "");
        let table = String::from_utf8(table.stdout).unwrap();
        let output = run(&["scrub"], &table);
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(output.status.code(), Some(exit), "{said}");
        assert!(said.contains(told), "{said}");
    }
}
