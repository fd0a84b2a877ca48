//! What a site lays over the pack: read, checked, told as local, and without a say in the code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use epipath::claim::{CaseResult, Context, Finding, result};
use epipath::pack::model::{Descriptor, Descriptors, FindingSeverity, LocalRule, Overlay};
use epipath::pack::render::{Style, human};
use epipath::pack::{self, Local, read_overlay, read_overlay_texts};
use proptest::prelude::*;
use rstest::rstest;
use serde_json::Value;

use crate::pack_support::{agree, folder, packs};
use crate::support::said::{answers, said};
use crate::support::{book, context, decide, local_book};

fn overlays(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/overlays").join(name)
}

fn program(arguments: &str, environment: Option<&Path>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epipath"));
    command.env_remove("EPIPATH_OVERLAY").args(arguments.split_whitespace());
    if let Some(dir) = environment {
        command.env("EPIPATH_OVERLAY", dir);
    }
    command.output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const BLIND: &str = "region=lumbar approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic";
const GUIDED: &str =
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";

/// Every broken overlay gets the message in its `expected.txt`, checked against the small good pack.
#[test]
fn every_broken_overlay_gets_its_message() {
    let pack = pack::read_texts("", folder(&packs("good"))).unwrap().pack;
    let mut names: Vec<_> = fs::read_dir(overlays("bad"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert!(names.len() >= 30);
    let mut wrong = Vec::new();
    for name in names {
        let dir = overlays("bad").join(&name);
        let findings = read_overlay_texts("", folder(&dir), &pack).expect_err(name.to_str().unwrap());
        let text = human(&findings, Style::default());
        assert!(text.chars().all(|c| !c.is_control() || c == '\n'), "{text:?}");
        wrong.extend(agree(&dir.join("expected.txt"), &text).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    for (dir, word) in [("nowhere", "there is no such"), ("good/overlay.yaml", "not a folder")] {
        let findings = read_overlay(&overlays(dir), book().pack()).unwrap_err();
        let text = human(&findings, Style::default());
        assert!(text.contains(word) && text.contains("holds `overlay.yaml`"), "{text}");
    }
}

#[test]
fn the_fingerprint_changes_with_the_file() {
    let texts = |text: &str| [("overlay.yaml".to_owned(), text.as_bytes().to_vec())].into();
    let read = |text: &str| read_overlay_texts("", texts(text), book().pack()).unwrap().fingerprint;
    let (one, other) = (
        "title: A\nchecked: \"2026-11-01\"\n",
        "title: B\nchecked: \"2026-11-01\"\n",
    );
    assert_eq!(read(one).len(), 16);
    assert_eq!(read(one), read(one));
    assert_ne!(read(one), read(other));
}

fn local_ids(result: &CaseResult) -> Vec<&str> {
    let local = result.findings.iter().filter(|finding| finding.is_local());
    local.map(|finding| finding.id.as_str()).collect()
}

#[rstest]
#[case::code(GUIDED, &["local-image-archive"])]
#[case::stop(BLIND, &["local-blind-needle"])]
#[case::given_is_not_certain("region=lumbar approach=interlaminar imaging=none,other delivery=needle substance=steroid-anesthetic", &[])]
#[case::given_where_it_is_certain("region=lumbar approach=interlaminar imaging=none,ultrasound delivery=needle substance=steroid-anesthetic", &["local-blind-needle"])]
#[case::add_on_line("approach=transforaminal imaging=ct substance=steroid-anesthetic level=L3-L4:left level=L4-L5:left", &["local-add-on-review"])]
#[case::one_level_is_no_add_on("approach=transforaminal imaging=ct substance=steroid-anesthetic level=L3-L4:left", &[])]
#[case::no_code_at_all("region=lumbar approach=interlaminar imaging=ct substance=biologic", &["local-biologics"])]
#[case::payer("region=lumbar approach=other target=facet payer=medicare", &["local-medicare-desk"])]
#[case::payer_with_state("region=lumbar approach=other target=facet payer=medicare:TX", &["local-medicare-desk"])]
#[case::other_payer("region=lumbar approach=other target=facet payer=uhc", &[])]
fn what_fits_is_told(#[case] facts: &str, #[case] ids: &[&str]) {
    assert_eq!(local_ids(&decide(local_book(), facts)), ids);
}

#[test]
fn a_stop_leaves_the_code_and_takes_the_lines() {
    let (with, without) = (decide(local_book(), BLIND), decide(book(), BLIND));
    assert_eq!(with.code.as_deref(), Some("62322"));
    assert_eq!((with.lines.len(), without.lines.len()), (0, 1));
    let stop = &with.findings[0];
    assert_eq!(stop.severity, FindingSeverity::Stop);
    assert_eq!(
        stop.text,
        "Local (Riverside): The chief coder releases a needle placed without fluoroscopy or CT. Source: Riverside coding \
         manual, chapter 5"
    );
}

#[test]
fn a_local_text_ends_before_its_source() {
    let result = decide(
        local_book(),
        "approach=transforaminal imaging=ct substance=steroid-anesthetic level=L3-L4:left level=L4-L5:left",
    );
    let told = result
        .findings
        .iter()
        .find(|finding| finding.id == "local-add-on-review")
        .unwrap();
    assert!(told.text.contains("every further level. Source: "), "{}", told.text);
}

#[rstest]
#[case("2025-12-31", false)]
#[case("2026-01-01", true)]
#[case("2026-12-31", true)]
#[case("2027-01-01", false)]
fn outside_its_dates_it_is_silent_and_says_so(#[case] date: &str, #[case] speaks: bool) {
    let result = decide(local_book(), &format!("{BLIND} date={date}"));
    assert_eq!(result.lines.is_empty(), speaks);
    assert_eq!(!local_ids(&result).is_empty(), speaks);
    let said = result
        .findings
        .iter()
        .any(|finding| finding.id == "overlay-outside-dates");
    assert_eq!(said, !speaks);
}

/// Rules of any form.
fn rule() -> impl Strategy<Value = LocalRule> {
    let codes: Vec<String> = book().family.iter().map(|member| member.code.clone()).collect();
    let questions = book().file.questions.clone();
    let given = proptest::sample::select(questions).prop_flat_map(|question| {
        let ids: Vec<String> = question.answers.iter().map(|answer| answer.id.clone()).collect();
        let count = ids.len();
        proptest::sample::subsequence(ids, 1..=count).prop_map(move |some| [(question.id.clone(), some)].into())
    });
    (
        proptest::sample::subsequence(codes, 0..=12),
        proptest::option::of(given),
        proptest::sample::select(vec![vec![], vec!["cpt".to_owned()], vec!["medicare".to_owned()]]),
    )
        .prop_map(|(codes, given, payers)| LocalRule {
            id: "any".to_owned(),
            codes,
            given: given.unwrap_or_default(),
            payers,
            text: "Anything.".to_owned(),
            source: "Anywhere".to_owned(),
        })
}

fn any_overlay() -> impl Strategy<Value = Local> {
    (
        proptest::collection::vec(rule(), 0..4),
        proptest::collection::vec(rule(), 0..4),
    )
        .prop_map(|(notes, stops)| Local {
            overlay: Overlay {
                title: "Any site".to_owned(),
                checked: "2026-11-01".parse().unwrap(),
                effective: None,
                notes,
                stops,
                descriptors: Some(Descriptors {
                    notice: "Any notice.".to_owned(),
                    texts: vec![Descriptor {
                        code: "62323".to_owned(),
                        text: "Any text.".to_owned(),
                    }],
                }),
            },
            fingerprint: String::new(),
        })
}

/// The result without what a site may add: its findings, and the lines that a stop takes with all that stands beside them.
fn less_local(mut result: CaseResult) -> CaseResult {
    result.findings.retain(|finding| !finding.is_local());
    result.lines.clear();
    result.alternatives.clear();
    result.do_not_report.clear();
    result.overlay = None;
    result
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_overlay_changes_a_verdict(
        said in said(book()),
        local in any_overlay(),
        payer in proptest::sample::select(vec!["cpt", "medicare", "medicare:TX"]),
    ) {
        let answers = answers(book(), &said);
        let context = Context { payer: payer.to_owned(), ..context() };
        let plain = result(book(), &answers, &context);
        let with = result(&book().clone().with_overlay(local), &answers, &context);
        let stopped = with.findings.iter().any(|finding| finding.is_local() && finding.severity == FindingSeverity::Stop);
        if stopped {
            prop_assert!(with.lines.is_empty() && with.alternatives.is_empty());
        } else {
            prop_assert_eq!(&with.lines, &plain.lines);
            prop_assert_eq!(&with.alternatives, &plain.alternatives);
        }
        prop_assert!(!plain.findings.iter().any(Finding::is_local));
        prop_assert_eq!(&with.status, &plain.status);
        prop_assert_eq!(&with.code, &plain.code);
        prop_assert_eq!(&with.groups, &plain.groups);
        prop_assert_eq!(less_local(with), less_local(plain));
    }
}

#[rstest]
#[case::option(format!("code {GUIDED} date=2026-11-21 --overlay tests/overlays/good"), false)]
#[case::environment(format!("code {GUIDED} date=2026-11-21"), true)]
fn json_names_the_overlay(#[case] arguments: String, #[case] environment: bool) {
    let dir = overlays("good");
    let output = program(&format!("{arguments} --json"), environment.then_some(dir.as_path()));
    let answer: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(answer["overlay"]["title"], "Riverside");
    assert_eq!(answer["overlay"]["checked"], "2026-11-01");
    assert_eq!(answer["overlay"]["hash"].as_str().unwrap().len(), 16);
    let findings = answer["findings"].as_array().unwrap();
    assert!(
        findings.iter().any(|finding| finding["id"] == "local-image-archive"),
        "{findings:?}"
    );
}

#[test]
fn without_an_overlay_the_key_is_null() {
    for environment in [None, Some(Path::new(""))] {
        let output = program(&format!("code {GUIDED} --json"), environment);
        let answer: Value = serde_json::from_str(&stdout(&output)).unwrap();
        assert!(answer.as_object().unwrap().contains_key("overlay") && answer["overlay"].is_null());
    }
}

#[rstest]
#[case::result(format!("code {GUIDED} date=2026-11-21"), 0)]
#[case::stopped(format!("code {BLIND} date=2026-11-21"), 0)]
#[case::card("card 62323".to_owned(), 0)]
#[case::signpost("card facet-joint".to_owned(), 0)]
fn texts_start_with_the_mark_and_fit(#[case] arguments: String, #[case] exit: i32) {
    let output = program(&format!("{arguments} --overlay tests/overlays/good"), None);
    let text = stdout(&output);
    assert!(text.starts_with("+ local: Riverside\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert_eq!(output.status.code(), Some(exit));
}

#[test]
fn a_stopped_text_says_that_nothing_is_billed() {
    let text = stdout(&program(
        &format!("code {BLIND} --overlay tests/overlays/good date=2026-11-21"),
        None,
    ));
    for words in [
        "62322  ",
        "No line: nothing is billed as it stands.",
        "stop: Local (Riverside): The chief coder",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn a_descriptor_is_never_shown_without_its_notice() {
    const TEXT: &str = "Descriptor text of the license holder for this code.";
    const NOTICE: &str = "Shown under the license of Riverside";
    let with = stdout(&program("card 62323 --overlay tests/overlays/good", None));
    let place = |words: &str| with.find(words).unwrap_or_else(|| panic!("{words}\n{with}"));
    assert!(place("Descriptor (local, licensed)") < place(TEXT) && place(TEXT) < place(NOTICE));
    for other in [
        program("card 62323", None),
        program("card 62321 --overlay tests/overlays/good", None),
    ] {
        let text = stdout(&other);
        assert!(!text.contains("Descriptor") && !text.contains(NOTICE), "{text}");
    }
    let json = |arguments| serde_json::from_str::<Value>(&stdout(&program(arguments, None))).unwrap();
    let card = json("card 62323 --json --overlay tests/overlays/good");
    assert_eq!(
        (&card["code"], &card["descriptor"]["text"]),
        (&"62323".into(), &TEXT.into())
    );
    assert!(card["descriptor"]["notice"].as_str().unwrap().starts_with(NOTICE));
    assert!(json("card 62323 --json")["descriptor"].is_null());
}

#[test]
fn about_names_the_overlay_and_its_notice() {
    let text = stdout(&program("about --overlay tests/overlays/good", None));
    for words in [
        "+ local: Riverside",
        "4 notes, 1 stop, 2 descriptors; checked 2026-11-01",
        "Shown under the license of Riverside",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[rstest]
#[case::sound("check tests/overlays/good", 0, "descriptors        2")]
#[case::sound_by_option("check --overlay tests/overlays/good", 0, "stops              1")]
#[case::broken("check tests/overlays/bad/unknown-key", 5, "overlay.yaml:3:1")]
#[case::both("check data --overlay tests/overlays/good", 2, "")]
#[case::against_another_pack(
    "check tests/overlays/good --pack tests/packs/good",
    5,
    "is not a code of this family"
)]
#[case::a_pack_still("check data", 0, "questions")]
fn check_tells_an_overlay_from_a_pack(#[case] arguments: &str, #[case] exit: i32, #[case] words: &str) {
    let output = program(arguments, None);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(exit), "{text}");
    assert!(text.contains(words), "{text}");
}

#[rstest]
#[case("code region=lumbar")]
#[case("card 62323")]
#[case("about")]
#[case("find tfesi")]
fn a_broken_overlay_is_told_and_nothing_done(#[case] arguments: &str) {
    let output = program(arguments, Some(&overlays("bad/date-order")));
    assert_eq!(output.status.code(), Some(5));
    assert_eq!(stdout(&output), "");
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(
        complaint.contains("the overlay cannot be used") && complaint.contains("[date-order]"),
        "{complaint}"
    );
    let json = program(&format!("{arguments} --json"), Some(&overlays("bad/date-order")));
    if arguments != "about" {
        assert!(serde_json::from_str::<Value>(&stdout(&json)).unwrap()["error"].is_string());
    }
}

/// The environment counts for the commonest call too, the one without arguments.
#[test]
fn the_wizard_shows_the_overlay_of_the_environment_and_leaves_its_mark() {
    let mut script = crate::pty::script("$0; echo left $?");
    script.env("EPIPATH_OVERLAY", overlays("good"));
    let mut terminal = crate::pty::Terminal::start(script, 120, 40);
    terminal.wait_for("+ local: Riverside");
    terminal.send("41511");
    terminal.wait_for("Checklist");
    terminal.send("q");
    terminal.wait_for("left 0");
    let text = terminal.text();
    assert!(text.contains("+ local: Riverside") && text.contains("62322"), "{text}");
}
