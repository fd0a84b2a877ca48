//! A receipt replays to the same bytes, or says what changed; nothing of a patient is in it.

use std::process::{Command, Output};

use epipath::claim::{Context, session_result};
use epipath::session::{Receipt, ReceiptError, case_facts, parse_case, receipt};
use proptest::prelude::*;
use rstest::rstest;

use crate::support::{book, context};

const CASES: [&str; 11] = [
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic",
    "region=lumbar approach=transforaminal imaging=fluoroscopy,ct substance=steroid-anesthetic level=L5:both level=L4-5:r",
    "approach=transforaminal imaging=ct substance=steroid-anesthetic+other-solution level=T12-L1:left level=L1-L2:left",
    "region=cervical approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic payer=medicare:WA",
    "region=lumbar approach=other target=facet",
    "region=lumbar approach=transforaminal imaging=not-documented substance=steroid-anesthetic setting=asc",
    "region=lumbar approach=transforaminal imaging=ct substance=steroid-anesthetic level=not-documented:both modifier=59",
    "region=lumbar approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic other-code=594xx +and \
     region=cervical approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic prior-sessions=4",
    "region=lumbar approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic payer=medicare \
     prior-session=2025-11-21 prior-session=2026-11-10 prior-session=2020-02-29 course=after-failure date=2026-11-21",
    "region=lumbar approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic date=2016-07-04",
    "region=sacral approach=caudal imaging=ultrasound delivery=needle substance=steroid-anesthetic date=2030-05-17",
];

fn words(facts: &str) -> Vec<&str> {
    facts.split_whitespace().collect()
}

fn made(facts: &str) -> String {
    let case = parse_case(book(), context(), &words(facts)).unwrap();
    receipt(book(), &case.procedures, &case.context)
}

fn epipath(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn the_program_prints_the_same_bytes_again() {
    for facts in CASES {
        let facts = facts.replace("+and", "--and");
        let facts = words(&facts);
        for form in [&[][..], &["--json"][..]] {
            let first = epipath(&[&["code"], &facts[..], form].concat());
            let line = epipath(&[&["code"], &facts[..], &["--receipt"]].concat());
            let line = String::from_utf8(line.stdout).unwrap();
            assert_eq!(line.lines().count(), 1);
            let again = epipath(&[&["replay"], &words(&line)[..], form].concat());
            assert_eq!(
                String::from_utf8(first.stdout),
                String::from_utf8(again.stdout),
                "{facts:?}"
            );
            assert_eq!(first.status, again.status);
        }
    }
}

#[test]
fn a_receipt_is_one_line_of_safe_letters() {
    for facts in CASES {
        let line = made(facts);
        let safe = |letter: char| letter.is_ascii_alphanumeric() || " =:,+-./@".contains(letter);
        assert!(line.chars().all(safe), "{line}");
    }
}

/// The one value of a case that points to a person is the day of service: the receipt holds the first day of the same rules.
#[rstest]
#[case("2026-11-21")]
#[case("2026-11-20")]
#[case("2026-10-03")]
fn the_day_of_service_is_not_in_it(#[case] date: &str) {
    let line = made(&format!("{} date={date}", CASES[0]));
    assert!(!line.contains(date), "{line}");
    assert_eq!(line, made(&format!("{} date=2026-11-21", CASES[0])));
}

#[test]
fn a_changed_value_is_told_by_name() {
    let line = made(CASES[1])
        .replace("64483-50x1", "64483-RTx1")
        .replace("epidural@2026.1", "epidural@2025.9");
    let replay = Receipt::read(&line).unwrap().replay(book()).unwrap();
    let told: Vec<(&str, &str)> = replay
        .changes
        .iter()
        .map(|one| (one.what.as_str(), one.then.as_str()))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].0 == "pack" && told[0].1.starts_with("epidural@2025.9+"));
    assert_eq!(told[1], ("lines", "64483-RTx1@L5-S1,64484-RTx1@L4-L5"));
    let output = epipath(&[&["replay"], &words(&line)[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("Not the same as when the receipt was made.")
    );
}

#[rstest]
#[case::nothing("", "this is not a receipt")]
#[case::another("hello there facts region=lumbar", "this is not a receipt")]
#[case::cut(
    "epipath1 pack=epidural@2026.1+00 overlay=- result=00 status=code",
    "this is not a receipt"
)]
#[case::mixed_up(
    "epipath1 pack=x overlay=- result=y what facts region=lumbar",
    "holds `what`, which has no place there"
)]
#[case::unknown_fact("epipath1 pack=x overlay=- result=y facts region=lumber", "did you mean `lumbar`?")]
fn what_is_no_receipt_is_refused(#[case] text: &str, #[case] message: &str) {
    let error = Receipt::read(text)
        .and_then(|receipt| receipt.replay(book()))
        .unwrap_err();
    assert!(error.to_string().contains(message), "{error}");
    assert!(!matches!(error, ReceiptError::Word(word) if word.is_empty()));
    let output = epipath(&["replay", text]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn stdin_holds_a_receipt_too() {
    use std::io::Write as _;
    let mut child = Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(["replay", "-", "--json"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let line = made(CASES[2]).replace(" facts ", "\n  facts\n ");
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let object: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(object["code"], "64479", "{object}");
}

/// Any facts, written as facts and read again, are the same case.
fn any_facts() -> impl Strategy<Value = String> {
    let questions = book().file.questions.iter().map(|question| {
        let answers: Vec<String> = question.answers.iter().map(|answer| answer.id.clone()).collect();
        let name = question.id.clone();
        let one = prop::sample::select(answers.clone());
        let two = (prop::sample::select(answers.clone()), prop::sample::select(answers))
            .prop_filter("differ", |(a, b)| a != b)
            .prop_map(|(a, b)| format!("{a},{b}"));
        let value = prop_oneof![4 => one, 1 => two, 1 => Just("not-documented".to_owned())];
        prop::option::of(value.prop_map(move |value| format!("{name}={value}"))).boxed()
    });
    let questions: Vec<_> = questions.collect();
    let levels = prop::collection::vec(
        prop::sample::select(vec![
            "level=L4-L5:left",
            "level=L5:both",
            "level=C6",
            "level=S1:r",
            "level=not-documented",
        ]),
        0..3,
    );
    let session = prop::sample::select(vec![
        "setting=asc payer=medicare:TX",
        "payer=evicore prior-sessions=3",
        "date=2026-02-02 other-code=0777T",
        "setting=hospital",
    ]);
    (questions, levels, session).prop_map(|(questions, levels, session)| {
        let questions: Vec<String> = questions.into_iter().flatten().collect();
        format!("{} {} {session}", questions.join(" "), levels.join(" "))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn facts_written_are_the_facts_read(facts in any_facts()) {
        let case = parse_case(book(), context(), &words(&facts)).unwrap();
        let written = case_facts(book(), &case.procedures, &case.context);
        let again = parse_case(book(), Context::on("2000-01-01".parse().unwrap()), &written).unwrap();
        prop_assert_eq!(case, again);
    }

    #[test]
    fn every_receipt_replays_to_the_same_result(facts in any_facts()) {
        let case = parse_case(book(), context(), &words(&facts)).unwrap();
        let replay = Receipt::read(&receipt(book(), &case.procedures, &case.context)).unwrap().replay(book()).unwrap();
        prop_assert_eq!(&replay.changes, &vec![]);
        prop_assert_eq!(replay.result, session_result(book(), &case.procedures, &case.context));
    }
}
