//! The command line as scripts rely on it: words, keys and exit codes.

use std::process::{Command, Output};

use rstest::rstest;
use serde_json::Value;

fn epipath(arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(arguments.split_whitespace())
        .output()
        .unwrap()
}

fn json(arguments: &str) -> (Value, i32) {
    let output = epipath(&format!("{arguments} --json"));
    let text = String::from_utf8(output.stdout).unwrap();
    (
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}")),
        output.status.code().unwrap(),
    )
}

const LUMBAR: &str =
    "code region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";

#[rstest]
#[case::a_code(LUMBAR, 0)]
#[case::a_signpost("code region=lumbar approach=other target=facet", 3)]
#[case::undetermined(
    "code region=lumbar approach=transforaminal imaging=not-documented substance=steroid-anesthetic",
    4
)]
#[case::unknown_name("code regon=lumbar", 2)]
#[case::unknown_value("code region=lumber", 2)]
#[case::twice("code region=lumbar region=cervical", 2)]
#[case::no_facts("code", 2)]
#[case::no_such_level("code region=lumbar level=L9", 2)]
#[case::several_levels_at_once("code region=lumbar level=L3-L5", 2)]
#[case::nothing_found("find zzzzqqq", 3)]
#[case::found("find tfesi", 0)]
#[case::unknown_command("cod", 2)]
#[case::unknown_card("card 99213", 2)]
#[case::help("--help", 0)]
#[case::version("--version", 0)]
#[case::table("table", 0)]
#[case::tree("tree --format mermaid", 0)]
#[case::sources("sources", 0)]
#[case::about("about", 0)]
#[case::man("man", 0)]
#[case::completions("completions bash", 0)]
#[case::check("check data", 0)]
#[case::no_such_note("read does/not/exist", 2)]
#[case::raw_text("read does/not/exist --unmasked", 2)]
#[case::no_pack("--pack does/not/exist about", 5)]
fn exit_code(#[case] arguments: &str, #[case] code: i32) {
    assert_eq!(epipath(arguments).status.code(), Some(code), "{arguments}");
}

/// Every key of the contract is there in every kind of answer.
#[rstest]
#[case(LUMBAR)]
#[case("code region=lumbar approach=other target=facet")]
#[case("code region=lumbar")]
fn every_key_is_there(#[case] arguments: &str) {
    let (answer, _) = json(arguments);
    for key in [
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
    ] {
        assert!(answer.get(key).is_some(), "{key} is absent");
    }
    for key in ["id", "edition", "effective", "checked"] {
        assert!(answer["pack"].get(key).is_some(), "pack.{key} is absent");
    }
    for key in ["verdict", "policy", "reasons"] {
        assert!(answer["coverage"].get(key).is_some(), "coverage.{key} is absent");
    }
}

#[test]
fn the_commonest_case() {
    let (answer, exit) = json(LUMBAR);
    assert_eq!(
        (answer["status"].as_str(), answer["code"].as_str(), exit),
        (Some("code"), Some("62323"), 0)
    );
    assert_eq!(answer["lines"][0]["code"], "62323");
    assert_eq!(answer["path"].as_array().unwrap().len(), 5);
    assert_eq!(answer["why_not"].as_array().unwrap().len(), 11);
    assert_eq!(answer["signpost"], Value::Null);
    for item in answer["checklist"].as_array().unwrap() {
        assert!(!item["sources"].as_array().unwrap().is_empty(), "{item}");
    }
    for modifier in answer["modifiers"].as_array().unwrap() {
        assert!(["applies", "may-apply", "never", "conflict"].contains(&modifier["stance"].as_str().unwrap()));
    }
}

#[test]
fn the_foramen_without_imaging_documented() {
    let (answer, exit) =
        json("code region=lumbar approach=transforaminal imaging=not-documented substance=steroid-anesthetic");
    assert_eq!((answer["status"].as_str(), exit), (Some("undetermined"), 4));
    assert_eq!(answer["code"], Value::Null);
    assert_eq!(answer["candidates"], serde_json::json!(["64483"]));
    assert_eq!(answer["undecided"][0]["question"], "imaging");
    assert!(answer["undecided"][0]["ask_provider"].as_str().unwrap().ends_with('.'));
}

#[test]
fn a_failure_in_json_mode_is_an_object_too() {
    for arguments in [
        "code region=lumber",
        "code",
        "find",
        "card 99213",
        "code --nonsense",
        "sources nowhere",
        "read does/not/exist",
    ] {
        let (answer, exit) = json(arguments);
        assert!(answer["error"].is_string(), "{arguments}");
        assert_eq!(exit, 2, "{arguments}");
    }
}

#[test]
fn an_unknown_word_gets_the_nearest_and_the_list() {
    let output = epipath("code region=lumbar imaging=fluroscopy");
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(
        text.contains("did you mean `fluoroscopy`?") && text.contains("ultrasound"),
        "{text}"
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn the_order_of_facts_does_not_matter() {
    let turned =
        "code substance=steroid-anesthetic delivery=needle imaging=fluoroscopy approach=interlaminar region=lumbar";
    assert_eq!(json(LUMBAR), json(turned));
}

#[test]
fn several_procedures_are_groups() {
    let (answer, exit) = json(&format!(
        "{LUMBAR} --and region=cervical approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic"
    ));
    assert_eq!(exit, 0);
    let codes: Vec<&str> = answer["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|g| g["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["62323", "62321"]);
    let (open, exit) = json(&format!("{LUMBAR} --and region=cervical"));
    assert_eq!((open["status"].as_str(), exit), (Some("undetermined"), 4));
}

/// Past the pack's end every result says so.
#[test]
fn past_the_end_of_the_pack_every_result_says_so() {
    for arguments in [
        LUMBAR,
        "code region=lumbar approach=other target=facet",
        "code region=lumbar",
    ] {
        let (answer, _) = json(&format!("{arguments} date=2027-01-01"));
        let findings = answer["findings"].as_array().unwrap();
        assert!(
            findings.iter().any(|finding| finding["id"] == "outside-edition"),
            "{arguments}"
        );
    }
}

/// Code right and payment are two verdicts.
#[test]
fn a_blind_neck_injection_is_coded_right_and_covered_unlikely() {
    let facts = "code region=cervical approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic";
    let (answer, exit) = json(&format!("{facts} payer=medicare"));
    assert_eq!((answer["code"].as_str(), exit), (Some("62320"), 0));
    assert_eq!(answer["coverage"]["verdict"], "unlikely");
    assert_eq!(answer["coverage"]["policy"], "medicare");
    assert_eq!(json(facts).0["coverage"]["verdict"], "not-checked");
}

#[test]
fn find_prints_one_hit_a_line_and_names_what_it_opens() {
    let (answer, exit) = json("find 62311");
    assert_eq!(exit, 0);
    assert_eq!(
        (answer["hits"][0]["kind"].as_str(), answer["hits"][0]["id"].as_str()),
        (Some("retired-code"), Some("62311"))
    );
    let (answer, _) = json("find fluroscopy");
    assert_eq!(answer["hits"][0]["kind"], "term");
    let text = String::from_utf8(epipath("find tfesi --limit 3").stdout).unwrap();
    assert_eq!(text.lines().count(), 3);
}

/// A brand name alone is not lysis.
#[test]
fn a_brand_name_alone_is_not_lysis() {
    let (answer, _) = json("find racz catheter");
    assert_eq!(answer["hits"][0]["kind"], "term");
    assert_ne!(answer["hits"][0]["opens"], "answer:substance=lysis");
}

/// No terminal: a sentence that names the command to use instead.
#[test]
fn without_a_terminal_the_wizard_names_the_command_to_use() {
    let output = epipath("");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("epipath code"));
}

/// Printed pages are 80 columns of plain ASCII.
#[test]
fn text_is_plain_and_fits_eighty_columns() {
    for arguments in [LUMBAR, "card 62323", "card 64484", "card facet-joint", "about"] {
        let text = String::from_utf8(epipath(arguments).stdout).unwrap();
        for line in text.lines() {
            assert!(line.len() <= 80 && line.is_ascii(), "{arguments}: {line}");
        }
    }
}

/// A result without claim lines is one row, which says what it is and comes back as no line.
#[rstest]
#[case::signpost("code region=lumbar approach=other target=facet", "signpost", "facet")]
#[case::undetermined("code region=lumbar approach=interlaminar", "undetermined", "62322 62323")]
fn a_table_without_lines_is_one_row(#[case] arguments: &str, #[case] status: &str, #[case] told: &str) {
    for (format, mark) in [("csv", b','), ("tsv", b'\t')] {
        let output = epipath(&format!("{arguments} --format {format}"));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(mark)
            .from_reader(output.stdout.as_slice());
        let head: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(head[6..], ["status", "coverage", "signpost", "candidates", "notice"]);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 1, "{rows:?}");
        assert!(rows[0].iter().take(6).all(str::is_empty), "{rows:?}");
        assert_eq!(&rows[0][6], status);
        assert!(!rows[0][7].is_empty() && rows[0][10].contains("An aid, not advice."));
        assert!(format!("{} {}", &rows[0][8], &rows[0][9]).contains(told), "{rows:?}");
    }
}

/// Words among the facts are read with the words of the pack: told on stderr, or as `read` beside the answer.
#[rstest]
#[case::words("code L4-5 L5-S1 bilateral TFESI fluoro dex", Some("64483"), 0)]
#[case::facts_among_them("code L5-S1 TFESI right setting=asc fluoro", Some("64483"), 0)]
#[case::two_procedures("code L5-S1 TFESI right fluoro --and C7-T1 ILESI fluoro needle", Some("62321"), 0)]
#[case::a_signpost("code facet injection L4-5", None, 3)]
#[case::open("code lumbar ESI", None, 4)]
fn words_are_read_into_facts(#[case] arguments: &str, #[case] code: Option<&str>, #[case] exit: i32) {
    let (answer, ended) = json(arguments);
    assert_eq!((answer["code"].as_str(), ended), (code, exit), "{arguments}");
    assert!(!answer["read"]["understood"].as_array().unwrap().is_empty());
    for key in ["silent", "unread", "missing"] {
        assert!(answer["read"][key].is_array(), "{key}");
    }
    let output = epipath(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("Read as\n"), "{said}");
    assert!(!String::from_utf8(output.stdout).unwrap().contains("Read as"));
}

/// A case of facts alone has no such key, and says nothing beside its answer.
#[test]
fn facts_alone_are_not_read() {
    assert!(json(LUMBAR).0.get("read").is_none());
    assert!(epipath(LUMBAR).stderr.is_empty());
}

#[rstest]
#[case::not_understood("code L4-5 TFESI fluoro flurb", "NOT UNDERSTOOD, and not used: flurb", 4)]
#[case::nothing_understood("code transforamnial", "did you mean `transforaminal`", 2)]
#[case::contradiction("code L4-5 ILESI TFESI", "`ILESI` and `TFESI` contradict", 2)]
#[case::known_but_silent("code epidural", "`epidural` is known, but decides nothing", 2)]
#[case::a_mistyped_fact("code L4-5 imagin=ct", "there is no fact `imagin`", 2)]
#[case::words_against_facts("code cervical region=lumbar", "region is given twice", 2)]
fn what_words_do_not_say_is_said(#[case] arguments: &str, #[case] said: &str, #[case] exit: i32) {
    let output = epipath(arguments);
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains(said), "{arguments}: {text}");
    assert_eq!(output.status.code(), Some(exit), "{arguments}");
}
