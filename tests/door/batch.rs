//! `epipath batch`: every row answered as `epipath code` answers it, in order, whatever the rows around it are like.

mod program;
mod sample;

use std::slice;

use epipath::claim::{CaseResult, session_result};
use epipath::session::{AND, parse_case};
use program::{answers, batch, text};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{book, context};

const HEADER: &str = "id,region,approach,imaging,delivery,substance,level";
const CANAL: &str = "lumbar,interlaminar,fluoroscopy,needle,steroid-anesthetic,L4-L5";
const FORAMEN: &str = ",,transforaminal,ct,,steroid-anesthetic,L4-L5:both;L5-S1:right";

fn csv(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// The result that `epipath code` gives for facts as written on a command line.
fn code(facts: &str) -> CaseResult {
    let words: Vec<&str> = facts
        .split_whitespace()
        .map(|word| if word == "--and" { AND } else { word })
        .collect();
    let session = parse_case(book(), context(), &words).unwrap_or_else(|error| panic!("{facts}: {error}"));
    session_result(book(), &session.procedures, &session.context)
}

/// The short answer that follows from a whole one.
fn short(row: usize, id: &Value, whole: &CaseResult) -> Value {
    let findings = whole.findings.iter();
    json!({
        "row": row,
        "id": id,
        "status": whole.status,
        "code": whole.code,
        "lines": whole.lines,
        "signpost": whole.signpost.as_ref().map(|signpost| &signpost.id),
        "candidates": whole.candidates,
        "undecided": whole.undecided.iter().map(|open| &open.question).collect::<Vec<_>>(),
        "findings": findings.map(|one| json!({"id": one.id, "severity": one.severity})).collect::<Vec<_>>(),
        "coverage": whole.coverage.verdict,
        "error": null,
    })
}

/// Hundreds of rows of every kind, in both formats: the same values as `epipath code` gives for the same facts.
#[test]
fn every_row_is_answered_as_code_answers_it() {
    let rows = sample::rows(book(), 1_200);
    let read_csv = answers(&batch(&[], sample::csv(&rows)));
    let read_json = answers(&batch(&[], sample::json_lines(&rows)));
    assert_eq!((read_csv.len(), read_json.len()), (rows.len(), rows.len()));
    let mut codes = 0;
    for (place, row) in rows.iter().enumerate() {
        let facts = sample::words(row).join(" ");
        let whole = code(&facts);
        codes += usize::from(whole.code.is_some());
        let expected = short(place + 1, &json!(format!("row {place}")), &whole);
        assert_eq!(read_csv[place], expected, "{facts}");
        assert_eq!(read_json[place], expected, "{facts}");
    }
    assert!(codes > rows.len() / 6, "too few codes to tell anything: {codes}");
}

/// The whole answer object, row by row.
#[test]
fn the_full_answer_is_the_answer_of_code() {
    let rows = sample::rows(book(), 60);
    for (place, answer) in answers(&batch(&["--full"], sample::csv(&rows))).into_iter().enumerate() {
        let mut expected = serde_json::to_value(code(&sample::words(&rows[place]).join(" "))).unwrap();
        expected["row"] = json!(place + 1);
        expected["id"] = json!(format!("row {place}"));
        expected["error"] = Value::Null;
        assert_eq!(answer, expected);
    }
}

/// `code` itself, through its own door.
#[test]
fn it_agrees_with_the_command_line() {
    let facts = "approach=transforaminal imaging=ct substance=steroid-anesthetic level=L4-L5:both level=L5-S1:right \
                 payer=medicare:TX date=2026-03-01";
    let output = program::epipath(&format!("code {facts} --json"));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let answer = &answers(&batch(&[], format!("facts\n{facts}\n")))[0];
    for key in ["status", "code", "lines", "candidates"] {
        assert_eq!(answer[key], told[key], "{key}");
    }
    assert_eq!(answer["coverage"], told["coverage"]["verdict"]);
}

#[test]
fn cells_of_csv_say_the_same() {
    let rows = sample::rows(book(), 200);
    let output = batch(&["--output", "csv"], sample::csv(&rows));
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let keys = [
        "row",
        "id",
        "status",
        "code",
        "lines",
        "signpost",
        "candidates",
        "undecided",
        "findings",
        "coverage",
        "error",
    ];
    assert_eq!(columns, keys);
    let objects = answers(&batch(&[], sample::csv(&rows)));
    let cells: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(cells.len(), objects.len());
    for (cells, object) in cells.iter().zip(&objects) {
        let expected: Vec<String> = keys.iter().map(|key| cell(&object[*key])).collect();
        assert_eq!(cells.iter().collect::<Vec<_>>(), expected);
    }
}

/// A value of the short object as it stands in a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(item).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}

fn item(value: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    if value.get("units").is_some() {
        let modifiers = value["modifiers"].as_array().unwrap().iter().map(text);
        let parts: Vec<String> = std::iter::once(text(&value["code"])).chain(modifiers).collect();
        return format!("{}x{}", parts.join("-"), value["units"]);
    }
    match value.get("severity") {
        Some(severity) => format!("{}:{}", text(severity), text(&value["id"])),
        None => text(value),
    }
}

#[test]
fn a_claim_line_is_one_word() {
    let output = text(&batch(&["--output", "csv"], csv(&[&format!("1{FORAMEN}")])));
    assert!(output.contains("64483-50x1;64484-RTx1"), "{output}");
}

/// Bad rows are told with number and reason, the rest goes on, the exit code tells.
#[test]
fn a_bad_row_is_told_and_the_rest_goes_on() {
    let output = batch(
        &[],
        csv(&[
            &format!("a,{CANAL}"),
            "b,lumber,interlaminar,,,,",
            &format!("c{FORAMEN}"),
        ]),
    );
    assert_eq!(output.status.code(), Some(2));
    let answers = answers(&output);
    assert_eq!(
        (answers[0]["code"].as_str(), answers[2]["code"].as_str()),
        (Some("62323"), Some("64483"))
    );
    let bad = answers[1].as_object().unwrap();
    assert!(
        bad["error"]
            .as_str()
            .unwrap()
            .starts_with("row 2: region has no value `lumber` (did you mean `lumbar`?)")
    );
    assert_eq!(
        (&bad["row"], &bad["id"], &bad["status"]),
        (&json!(2), &json!("b"), &Value::Null)
    );
    assert_eq!(
        bad.keys().collect::<Vec<_>>(),
        answers[0].as_object().unwrap().keys().collect::<Vec<_>>()
    );
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("3 rows, 1 bad"), "{told}");
}

/// In the whole form, too, every key is there.
#[test]
fn a_bad_row_of_the_full_form_has_every_key() {
    let answers = answers(&batch(&["--full"], csv(&[&format!("a,{CANAL}"), "b,lumber,,,,,"])));
    let keys = |answer: &Value| answer.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&answers[0]), keys(&answers[1]));
    assert_eq!(answers[1]["lines"], json!([]));
    assert_eq!(answers[1]["coverage"], Value::Null);
}

#[test]
fn rows_that_can_all_be_read_end_with_nothing_to_say() {
    let output = batch(
        &[],
        csv(&[&format!("a,{CANAL}"), "b,lumbar,other,,,,", "c,lumbar,,,,,"]),
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    let status: Vec<Value> = answers(&output).iter().map(|answer| answer["status"].clone()).collect();
    assert_eq!(status, ["code", "undetermined", "undetermined"]);
}

/// What is wrong before any row is read.
#[rstest]
#[case::unknown_column(
    "id,regon\n1,lumbar\n",
    "column 2: there is no fact `regon` (did you mean `region`?); there are: id, facts, region"
)]
#[case::column_twice("region,region\n", "column 2: `region` is there twice")]
#[case::id_twice("id,id\n", "column 2: `id` is there twice")]
#[case::no_name("region,\n", "column 2: there is no fact ``")]
#[case::procedures("procedures\n", "for JSON Lines")]
fn a_wrong_header_ends_it_at_once(#[case] rows: &str, #[case] told: &str) {
    let output = batch(&[], rows.to_owned());
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(told), "{said}");
}

#[rstest]
#[case(&["no/such/file.csv"], "cannot open no/such/file.csv")]
#[case(&["--full", "--output", "csv"], "--full is written as JSON Lines")]
#[case(&["src"], "cannot read the rows")]
fn what_cannot_be_done_is_told(#[case] arguments: &[&str], #[case] told: &str) {
    let output = batch(arguments, String::new());
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(told), "{said}");
}

/// Each row of JSON that is wrong by itself, and what is said of it.
#[rstest]
#[case::unknown_key(r#"{"regon":"lumbar"}"#, "there is no fact `regon` (did you mean `region`?)")]
#[case::no_object("[1]", "not one JSON object")]
#[case::cut_off(r#"{"region":"lumbar""#, "not one JSON object")]
#[case::two_objects(r#"{"region":"lumbar"} {"region":"lumbar"}"#, "not one JSON object")]
#[case::nothing("{}", "no facts")]
#[case::only_an_id(r#"{"id":7}"#, "no facts")]
#[case::id_object(r#"{"id":{},"region":"lumbar"}"#, "id is a string or a number")]
#[case::id_twice(r#"{"id":1,"id":2,"region":"lumbar"}"#, "id is given twice")]
#[case::list(r#"{"imaging":["ct","fluoroscopy"]}"#, "imaging takes no list")]
#[case::object(r#"{"imaging":{"ct":1}}"#, "imaging takes no object")]
#[case::truth(r#"{"region":true}"#, "region has no value `true`")]
#[case::twice(r#"{"region":"lumbar","region":"cervical"}"#, "region is given twice")]
#[case::bad_level(r#"{"level":["L4-L5","L9"]}"#, "`L9` is not a spinal level")]
#[case::bad_date(r#"{"date":"2026-02-30","region":"lumbar"}"#, "date has no value")]
#[case::bad_procedure(r#"{"procedures":[{"region":"lumber"}]}"#, "region has no value `lumber`")]
#[case::not_procedures(r#"{"procedures":"region=lumbar"}"#, "not one JSON object")]
#[case::nested_procedures(
    r#"{"procedures":[{"procedures":[{"region":"lumbar"}]}]}"#,
    "a procedure holds facts"
)]
#[case::both(
    r#"{"facts":"region=lumbar","procedures":[{"region":"lumbar"}]}"#,
    "either facts or procedures"
)]
#[case::no_fact(
    r#"{"facts":"region"}"#,
    "not a fact, which is name=value, such as region=lumbar: `region`"
)]
#[case::wrong_fact(r#"{"facts":"id=7"}"#, "there is no fact `id`")]
fn a_bad_row_of_json_says_why(#[case] row: &str, #[case] told: &str) {
    let good = r#"{"id":"after","region":"lumbar","approach":"caudal"}"#;
    let output = batch(&["--input", "jsonl"], format!("{row}\n{good}\n"));
    let answers = answers(&output);
    assert_eq!((output.status.code(), answers.len()), (Some(2), 2));
    let error = answers[0]["error"].as_str().unwrap();
    assert!(error.starts_with("row 1: ") && error.contains(told), "{error}");
    assert_eq!(
        (&answers[1]["id"], &answers[1]["error"]),
        (&json!("after"), &Value::Null)
    );
}

/// Ids come back as they went in.
#[rstest]
#[case(r#""plain""#)]
#[case(r#""say \"yes\", \\ and \/""#)]
#[case(r#""caf\u00e9 \ud83d\ude00 é""#)]
#[case("007.50e+2")]
#[case("123456789012345678901234567890")]
#[case("-0")]
#[case("null")]
#[case(r#""""#)]
fn an_id_of_json_is_passed_through(#[case] id: &str) {
    let valid = serde_json::from_str::<Value>(id).is_ok();
    let output = text(&batch(&[], format!("{{\"id\": {id} , \"region\":\"lumbar\"}}\n")));
    let passed = output.starts_with(&format!("{{\"row\":1,\"id\":{id},"));
    assert_eq!(passed, valid, "{output}");
}

#[rstest]
#[case("plain", "plain")]
#[case("007", "007")]
#[case("\"a, \"\"b\"\"\nc\"", "a, \"b\"\nc")]
#[case("\u{e9}\u{1f600}", "\u{e9}\u{1f600}")]
#[case("  spaced ", "  spaced ")]
#[case("", "")]
fn an_id_of_csv_is_passed_through(#[case] written: &str, #[case] id: &str) {
    let rows = csv(&[&format!("{written},{CANAL}")]);
    assert_eq!(answers(&batch(&[], rows.clone()))[0]["id"], id);
    let output = batch(&["--output", "csv"], rows);
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    assert_eq!(&reader.records().next().unwrap().unwrap()[1], id);
}

/// Several procedures of one session, in every way they can be written.
#[test]
fn several_procedures_of_one_session() {
    let canal = "approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic";
    let facts = format!("date=2026-11-21 payer=medicare region=lumbar {canal} --and region=cervical {canal}");
    let expected = short(1, &json!("s"), &code(&facts));
    let object = |region: &str| json!({"region": region, "approach": "interlaminar", "imaging": "ct", "delivery": "needle", "substance": "steroid-anesthetic"});
    let list = json!({"procedures": [object("lumbar"), object("cervical")], "id": "s", "payer": "medicare", "date": "2026-11-21"});
    for rows in [
        format!("id,facts\ns,{facts}\n"),
        format!("id,payer,facts\ns,medicare,{}\n", facts.replace("payer=medicare ", "")),
        json!({"facts": facts, "id": "s"}).to_string(),
        list.to_string(),
    ] {
        assert_eq!(answers(&batch(&[], rows.clone())), slice::from_ref(&expected), "{rows}");
    }
}

/// As databases and spreadsheets write them: underscores, lists, numbers, nothing.
#[test]
fn keys_and_values_as_databases_write_them() {
    let facts = "approach=transforaminal imaging=ct substance=steroid-anesthetic level=L4-L5:left level=L5-S1:left prior-sessions=4 \
                 other-code=77003 payer=medicare date=2026-11-21";
    let expected = short(1, &Value::Null, &code(facts));
    for rows in [
        r#"{"approach":"transforaminal","imaging":"ct","substance":"steroid-anesthetic","level":["L4-L5:left","L5-S1:left"],"prior_sessions":4,"other_code":[77003],"payer":"medicare","date":"2026-11-21","region":null,"delivery":""}"#,
        r#"{"approach":"transforaminal","imaging":"ct","substance":"steroid-anesthetic","level":"L4-L5:left; L5-S1:left","prior-sessions":"4","other-code":77003,"payer":"medicare","date":"2026-11-21"}"#,
        "approach,imaging,substance,level,level,prior_sessions,other-code,payer,date,region\ntransforaminal, ct ,steroid-anesthetic,L4-L5:left,L5-S1:left,4,77003,medicare,2026-11-21,\n",
    ] {
        assert_eq!(
            answers(&batch(&[], rows.to_owned())),
            slice::from_ref(&expected),
            "{rows}"
        );
    }
}

/// Input as it comes: each of these holds two good rows.
#[rstest]
#[case::no_last_newline(format!("{HEADER}\n1,{CANAL}\n2,{CANAL}"))]
#[case::windows(format!("{HEADER}\r\n1,{CANAL}\r\n2,{CANAL}\r\n"))]
#[case::mark(format!("\u{feff}{HEADER}\n1,{CANAL}\n2,{CANAL}\n"))]
#[case::blank_lines(format!("\n{HEADER}\n\n1,{CANAL}\n\n\n2,{CANAL}\n\n"))]
#[case::quoted(format!("\"{}\"\n1,\"{}\"\n2,{CANAL}\n", HEADER.replace(',', "\",\""), CANAL.replace(',', "\",\"")))]
#[case::json("{\"region\":\"lumbar\"}\n{\"region\":\"lumbar\"}".to_owned())]
#[case::json_windows("{\"region\":\"lumbar\"}\r\n\r\n{\"region\":\"lumbar\"}\r\n".to_owned())]
#[case::json_mark("\u{feff} \n{\"region\":\"lumbar\"}\n\n{\"region\":\"lumbar\"}\n".to_owned())]
fn input_as_it_comes(#[case] rows: String) {
    let output = batch(&[], rows);
    let answers = answers(&output);
    assert_eq!((output.status.code(), answers.len()), (Some(0), 2), "{output:?}");
    assert!(answers.iter().all(|answer| answer["error"].is_null()));
}

#[rstest]
#[case::nothing("")]
#[case::only_blank("\n\n")]
#[case::only_a_header("id,region\n")]
fn no_rows_no_answers(#[case] rows: &str) {
    let output = batch(&[], rows.to_owned());
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
}

/// Rows that are wrong as bytes or as rows, each between two good ones.
#[rstest]
#[case::not_utf8(b"2,\xff\xfe,,,,,".to_vec(), "not UTF-8")]
#[case::letter_cut_by_a_comma(b"2,\xc3,\xa9,,,,".to_vec(), "not UTF-8")]
#[case::nul(b"2,lum\0bar,,,,,".to_vec(), "region has no value")]
#[case::too_short(b"2,lumbar".to_vec(), "the row has 2 cells, the header has 7")]
#[case::too_long(b"2,lumbar,,,,,,,".to_vec(), "the row has 9 cells, the header has 7")]
#[case::long_value(format!("2,{},,,,,", "x".repeat(5_000)).into_bytes(), "the value of region is longer than 200 bytes")]
#[case::enormous(format!("2,{},,,,,", "x".repeat(9_000_000)).into_bytes(), "the row is longer than 1048576 bytes")]
#[case::many_cells(vec![b','; 100_000], "the row is longer than")]
#[case::no_facts(b"2,,,,,,".to_vec(), "no facts")]
#[case::escape(b"2,\x1b[31m,,,,,".to_vec(), "region has no value")]
fn hostile_rows(#[case] row: Vec<u8>, #[case] told: &str) {
    let good = |id: &str| format!("{id},{CANAL}\n").into_bytes();
    let rows = [
        format!("{HEADER}\n").into_bytes(),
        good("1"),
        row,
        b"\n".to_vec(),
        good("3"),
    ]
    .concat();
    let output = batch(&[], rows);
    let answers = answers(&output);
    assert_eq!((output.status.code(), answers.len()), (Some(2), 3));
    let error = answers[1]["error"].as_str().unwrap();
    assert!(error.starts_with("row 2: ") && error.contains(told), "{error}");
    assert!(error.len() < 2_000, "{}", error.len());
    assert_eq!((&answers[2]["id"], &answers[2]["code"]), (&json!("3"), &json!("62323")));
}

#[rstest]
#[case::not_utf8(b"{\"region\":\"\xff\"}".to_vec(), "not UTF-8")]
#[case::enormous(format!("{{\"region\":\"{}\"}}", "x".repeat(9_000_000)).into_bytes(), "the row is longer than 1048576 bytes")]
#[case::deep("[".repeat(100_000).into_bytes(), "not one JSON object")]
#[case::deep_value(format!("{{\"region\":{}1{}}}", "[".repeat(10_000), "]".repeat(10_000)).into_bytes(), "region takes no list")]
#[case::many_keys(format!("{{{}}}", (0..10_000).map(|n| format!("\"k{n}\":1")).collect::<Vec<_>>().join(",")).into_bytes(), "there is no fact `k0`")]
#[case::long_key(format!("{{\"{}\":1}}", "k".repeat(1_000_000)).into_bytes(), "there is no fact `kkk")]
fn hostile_rows_of_json(#[case] row: Vec<u8>, #[case] told: &str) {
    let good = br#"{"id":"good","region":"lumbar"}"#.to_vec();
    let rows = [good.clone(), row, good].join(&b'\n');
    let answers = answers(&batch(&[], rows));
    assert_eq!(answers.len(), 3);
    let error = answers[1]["error"].as_str().unwrap();
    assert!(error.starts_with("row 2: ") && error.contains(told), "{error}");
    assert!(error.len() < 2_000, "{}", error.len());
    assert_eq!(answers[2]["id"], "good");
}

/// A quote left open takes the rest with it, and that is said.
#[test]
fn a_quote_left_open() {
    let rows = csv(&[&format!("1,{CANAL}"), "2,\"lumbar,,,,,", &format!("3,{CANAL}")]);
    let output = batch(&[], rows);
    let answers = answers(&output);
    assert_eq!((output.status.code(), answers.len()), (Some(2), 2));
    assert!(
        answers[1]["error"].as_str().unwrap().contains("cells"),
        "{}",
        answers[1]
    );
}

/// Two halves, each under the header, are the whole but for the numbers of the rows: what `parallel --pipe --header :` does.
#[test]
fn halves_put_together_are_the_whole() {
    let rows = sample::rows(book(), 301);
    let whole = sample::csv(&rows);
    let header = whole.lines().next().unwrap();
    let lines: Vec<&str> = whole.lines().skip(1).collect();
    let (first, second) = lines.split_at(150);
    let half = |lines: &[&str]| answers(&batch(&[], format!("{header}\n{}\n", lines.join("\n"))));
    let mut halves = half(first);
    halves.extend(half(second));
    for (place, answer) in halves.iter_mut().enumerate() {
        answer["row"] = json!(place + 1);
    }
    assert_eq!(halves, answers(&batch(&[], whole)));
}

/// A reader that goes away ends it quietly.
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let rows = csv(&vec![format!("1,{CANAL}").as_str(); 50_000]);
    let (code, told) = program::cut_short(rows);
    assert_eq!((code, told.as_str()), (Some(0), ""));
}

/// Five times the rows, none like another, and hardly more memory.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_rows() {
    let few = program::peak_memory(&sample::distinct(30_000));
    let many = program::peak_memory(&sample::distinct(150_000));
    assert!(
        many < few + few / 2,
        "{few} kB for 30 thousand rows, {many} kB for 150 thousand"
    );
}
