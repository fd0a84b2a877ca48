//! The lines of the table, put through the scrub: they come back as they were, and nothing stops them.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::case::Case;
use crate::command::{code, on_threads};
use crate::got::{judge, lines, told};

/// What `epipath scrub -` says of an answer object.
fn scrubbed(answer: &Value, setting: &str, payer: &str) -> Value {
    let mut child = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(["scrub", "-", &format!("setting={setting}"), &format!("payer={payer}")])
        .args([&format!("date={}", crate::case::DATE), "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(answer.to_string().as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn problems(case: &Case) -> Vec<String> {
    let mut wrong = Vec::new();
    for (setting, payer) in case.claims() {
        let (answer, _) = code(case, setting, payer);
        let given = lines(&answer["lines"]).join("  |  ");
        if given.is_empty() {
            continue;
        }
        let back = scrubbed(&answer, setting, payer);
        let got = lines(&back["lines"]).join("  |  ");
        if got != given {
            wrong.push(told(case, (setting, payer), "scrubbed lines", (&given, &got)));
        }
        let stops = back["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["severity"] == "stop");
        for stop in stops {
            wrong.push(told(
                case,
                (setting, payer),
                "a stop",
                ("none", stop["text"].as_str().unwrap()),
            ));
        }
    }
    wrong
}

#[test]

fn every_case_comes_back_from_the_scrub() {
    judge(
        on_threads(problems)
            .into_iter()
            .filter(|(case, _)| case.bug.is_none())
            .collect(),
    );
}
