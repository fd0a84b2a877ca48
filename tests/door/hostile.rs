//! Input that means harm: whatever stands in an argument, a file or a pipe, the program ends soon, shows nothing that steers a
//! terminal, and stays within the words of the contract.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use epipath::pack::steers;
use rstest::rstest;
use serde_json::Value;
use tempfile::TempDir;

use crate::pty::{PROGRAM, Terminal, command, key};

/// Far more than a debug build takes for any of these on a busy machine.
const SOON: Duration = Duration::from_secs(15);

/// What steers, rings, hides or reorders: a color, a title, the clipboard, one-byte controls, marks, a forged end of a paste.
const EVIL: &str = "\u{1b}[31m\u{1b}]0;title\u{7}\u{1b}]52;c;eA==\u{7}\u{9b}2J\u{8}\u{7f}\u{202e}\u{2066}\u{200b}\u{feff}\u{1b}[201~\r";

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let start = Instant::now();
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .env("EPIPATH_CONFIG_DIR", crate::pty::NO_SHELF)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may not read to the end.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(
        start.elapsed() < SOON,
        "{:?} took {:?}",
        arguments.first(),
        start.elapsed()
    );
    output
}

/// Nothing in either stream steers a terminal, and the program did not fail by itself.
fn assert_harmless(output: &Output) -> String {
    let both = [output.stdout.as_slice(), &output.stderr].concat();
    let text = String::from_utf8(both).unwrap();
    let odd = text.chars().find(|c| steers(*c) && !matches!(c, '\n' | '\t' | '\u{c}'));
    assert_eq!(odd, None, "{text:?}");
    // A receipt whose result changed ends with 1, and says so.
    let told = matches!(output.status.code(), Some(0 | 2..=5))
        || text.contains("ot the same")
        || text.contains("\"same\": false");
    assert!(told, "{:?} {text}", output.status);
    text
}

#[rstest]
#[case::fact_value(&["code", "region=EVIL"])]
#[case::fact_name(&["code", "EVIL=lumbar"])]
#[case::level(&["code", "level=EVIL"])]
#[case::other_code(&["code", "region=lumbar", "other-code=EVIL"])]
#[case::date(&["code", "date=EVIL"])]
#[case::payer(&["code", "payer=EVIL"])]
#[case::quick(&["code", "L4-5 EVIL TFESI"])]
#[case::quick_alone(&["code", "EVIL"])]
#[case::find(&["find", "EVIL"])]
#[case::find_among(&["find", "caudal EVIL"])]
#[case::card(&["card", "EVIL"])]
#[case::compare(&["compare", "62322", "EVIL"])]
#[case::scrub(&["scrub", "64483-EVIL, EVIL x2"])]
#[case::receipt(&["replay", "epipath1 pack=EVIL overlay=EVIL result=EVIL code=EVIL facts region=lumbar"])]
#[case::receipt_facts(&["replay", "epipath1 pack=a overlay=- result=b facts EVIL=EVIL"])]
#[case::option(&["--EVIL"])]
#[case::command(&["EVIL"])]
#[case::pack(&["--pack", "/nowhere/EVIL", "code", "region=lumbar"])]
#[case::overlay(&["--overlay", "/nowhere/EVIL", "code", "region=lumbar"])]
#[case::file(&["scrub", "--file", "/nowhere/EVIL"])]
#[case::rows(&["batch", "/nowhere/EVIL"])]
#[case::source(&["sources", "EVIL"])]
fn an_argument_that_steers_is_shown_harmless(#[case] arguments: &[&str], #[values(false, true)] json: bool) {
    let mut given: Vec<String> = arguments.iter().map(|word| word.replace("EVIL", EVIL)).collect();
    if json && !matches!(arguments.first(), Some(&"batch" | &"--EVIL" | &"EVIL")) {
        given.push("--json".to_owned());
    }
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    let output = run(&given, b"");
    assert_harmless(&output);
    if given.last() == Some(&"--json") {
        serde_json::from_slice::<Value>(&output.stdout).unwrap();
    }
}

/// The parser of arguments quotes them in color on a terminal.
#[test]
fn a_terminal_gets_no_escape_of_an_argument_either() {
    for arguments in [
        ["frob\u{1b}[31m\u{7}", ""],
        ["code", "region=\u{1b}[31m\u{7}\u{202e}"],
        ["card", "\u{1b}[31m\u{7}"],
    ] {
        let mut program = command(PROGRAM);
        program.args(arguments.iter().filter(|word| !word.is_empty()));
        let mut terminal = Terminal::start(program, 80, 24);
        terminal.wait_exit();
        let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
        assert!(
            !raw.contains("\u{1b}[31m\u{7}") && !raw.contains('\u{7}') && !raw.contains('\u{202e}'),
            "{raw:?}"
        );
    }
}

#[rstest]
#[case::find(&["find"], "caudal ", 100_000)]
#[case::find_one_word(&["find"], "x", 100_000)]
#[case::quick(&["code"], "L4-5 ", 100_000)]
#[case::quick_one_word(&["code"], "x", 100_000)]
#[case::fact(&["code"], "region=lumbar,", 100_000)]
#[case::scrub(&["scrub"], "64483-50, ", 100_000)]
#[case::scrub_word(&["scrub"], "x", 100_000)]
#[case::receipt(&["replay"], "epipath1 facts a=b ", 100_000)]
#[case::card(&["card"], "62323", 100_000)]
fn a_very_long_argument_ends_soon(#[case] arguments: &[&str], #[case] word: &str, #[case] length: usize) {
    let long = word.repeat(length / word.len());
    let output = run(&[arguments, &[&long]].concat(), b"");
    assert_harmless(&output);
    assert!(matches!(output.status.code(), Some(2 | 3)), "{:?}", output.status);
}

#[test]
fn very_many_facts_and_procedures_end_soon() {
    let many = |word: &str, count: usize| vec![word.to_owned(); count].join(" ");
    for facts in [
        many("level=L4-L5:left", 1900),
        many("other-code=62323", 1900),
        many("region=lumbar approach=caudal +and", 300),
    ] {
        let words: Vec<&str> = std::iter::once("code")
            .chain(facts.split(' ').map(|word| if word == "+and" { "--and" } else { word }))
            .collect();
        assert_harmless(&run(&words, b""));
    }
}

#[rstest]
#[case::scrub_deep_json(&["scrub", "-"], "[", "", 1_000_000)]
#[case::scrub_long_word(&["scrub", "-"], "x", "", 1_000_000)]
#[case::scrub_lines(&["scrub", "-"], "64483-50\n", "", 900_000)]
#[case::scrub_too_large(&["scrub", "-"], "64483-50\n", "", 3_000_000)]
#[case::scrub_table(&["scrub", "--format", "csv", "-"], "64483,50,1,L4-L5\n", "code,modifiers,units,levels\n", 900_000)]
#[case::receipt(&["replay", "-"], "a=b ", "epipath1 ", 1_000_000)]
#[case::batch_deep(&["batch", "--input", "jsonl", "-"], "[", "{\"region\":", 1_000_000)]
#[case::batch_long(&["batch", "--input", "jsonl", "-"], "x", "{\"region\":\"", 3_000_000)]
#[case::batch_columns(&["batch", "--input", "csv", "-"], "region,", "", 1_000_000)]
#[case::batch_quote(&["batch", "--input", "csv", "-"], "x,", "region\n\"", 3_000_000)]
fn a_very_large_input_ends_soon(
    #[case] arguments: &[&str],
    #[case] word: &str,
    #[case] start: &str,
    #[case] bytes: usize,
) {
    let input = format!("{start}{}", word.repeat(bytes / word.len()));
    let output = run(arguments, input.as_bytes());
    assert_harmless(&output);
    assert!(matches!(output.status.code(), Some(2 | 3)), "{:?}", output.status);
}

#[rstest]
#[case(&["scrub", "--file", "/dev/zero"])]
#[case(&["--pack", "/dev", "code", "region=lumbar"])]
#[case(&["--overlay", "/dev/null", "code", "region=lumbar"])]
fn a_device_is_no_file_to_read_for_ever(#[case] arguments: &[&str]) {
    assert_harmless(&run(arguments, b""));
}

/// JSON Lines hand an id back as it is; what steers is written in the escapes of JSON.
#[test]
fn an_id_comes_back_the_same_and_harmless() {
    let id = Value::from(format!("=1+1 {EVIL}"));
    let raw = serde_json::json!({ "id": id, "region": "lumbar", "approach": "caudal" });
    let output = run(&["batch", "-"], raw.to_string().as_bytes());
    assert_harmless(&output);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["id"], id);
    let csv = format!("id,region\n\"a{EVIL}\",lumbar\n{EVIL},\"x{EVIL}\"\n");
    for form in ["jsonl", "csv"] {
        assert_harmless(&run(&["batch", "--output", form, "-"], csv.as_bytes()));
    }
}

/// No cell of CSV begins a formula.
#[test]
fn no_cell_is_a_formula() {
    let csv = "id,region,approach\n=1+1,lumbar,caudal\n@x,=cmd,caudal\n+2+5,lumbar,caudal\n-7,lumbar,caudal\n";
    let output = run(&["batch", "--output", "csv", "-"], csv.as_bytes());
    let text = assert_harmless(&output);
    let rows: Vec<&str> = text.lines().skip(1).take(4).collect();
    for (row, id) in rows.iter().zip(["1,'=1+1,", "2,'@x,", "3,'+2+5,", "4,-7,"]) {
        assert!(row.starts_with(id), "{row}");
    }
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    for record in reader.records() {
        let record = record.unwrap();
        let formula = record
            .iter()
            .find(|cell| cell.starts_with(['=', '+', '@']) || (cell.starts_with('-') && *cell != "-7"));
        assert_eq!(formula, None);
    }
}

/// An overlay of a site with this text in a note.
fn overlay(folder: &Path, text: &str) {
    let mut yaml = String::from("title: Riverside\nchecked: \"2026-11-01\"\nnotes:\n  - id: note\n    text: ");
    writeln!(yaml, "{text}\n    source: Riverside manual").unwrap();
    fs::write(folder.join("overlay.yaml"), yaml).unwrap();
}

const CASE: [&str; 6] = [
    "code",
    "region=lumbar",
    "approach=caudal",
    "imaging=ct",
    "delivery=needle",
    "substance=steroid-anesthetic",
];

#[rstest]
#[case::escape("\"\\e[31mred\"")]
#[case::bell("\"a\\ab\"")]
#[case::c1("\"a\\x9b31mb\"")]
#[case::override_mark("\"a\\u202eb\"")]
#[case::right_to_left_mark("\"a\\u200fb\"")]
#[case::zero_width("\"a\\u200bb\"")]
#[case::byte_order_mark("\"a\\ufeffb\"")]
#[case::tag("\"a\\U000E0041b\"")]
fn an_overlay_that_steers_is_refused_by_its_check(#[case] text: &str) {
    let folder = TempDir::new().unwrap();
    overlay(folder.path(), text);
    let dir = folder.path().display().to_string();
    for format in [&[][..], &["--json"], &["--format", "html"]] {
        let arguments = [&["--overlay", &dir], &CASE[..], format].concat();
        let output = run(&arguments, b"");
        let said = assert_harmless(&output);
        assert_eq!(output.status.code(), Some(5), "{said}");
    }
    let mut check = command(PROGRAM);
    check.args(["check", &dir]);
    let mut terminal = Terminal::start(check, 80, 24);
    assert_eq!(terminal.wait_exit(), 5);
    let raw = String::from_utf8_lossy(terminal.raw()).into_owned();
    assert!(
        raw.contains("control-character") && !raw.contains("\u{1b}[31mred"),
        "{raw:?}"
    );
    assert!(
        !raw.contains(['\u{7}', '\u{9b}', '\u{202e}', '\u{200f}', '\u{200b}', '\u{feff}']),
        "{raw:?}"
    );
}

/// What is odd and allowed: formulas, markup, a word of a thousand letters, letters under a heap of accents, another script.
const ODD: &str =
    "=HYPERLINK(\"x\") <script>alert(1)</script> & | `a` *b* e\u{301}\u{301}\u{301} \u{5e9}\u{5dc}\u{5d5}\u{5dd}";

#[test]
fn an_odd_overlay_is_shown_in_every_form_and_on_the_screen() {
    let folder = TempDir::new().unwrap();
    let text = format!("{ODD} {}", "w".repeat(1000));
    overlay(folder.path(), &format!("'{text}'"));
    let dir = folder.path().display().to_string();
    for format in ["text", "tsv", "csv", "json", "markdown", "print", "html"] {
        let arguments = [&["--overlay", &dir], &CASE[..], &["--format", format]].concat();
        let output = run(&arguments, b"");
        let shown = assert_harmless(&output);
        assert_eq!(output.status.code(), Some(0), "{shown}");
        assert!(
            format != "html" || (!shown.contains("<script") && shown.contains("&lt;script")),
            "{shown}"
        );
    }
    let mut wizard = command(PROGRAM);
    wizard.args(["--overlay", &dir]);
    let mut terminal = Terminal::start(wizard, 80, 24);
    terminal.wait_for("Where did the needle");
    terminal.send("41111");
    terminal.wait_for("Checklist");
    for tab in ["2", "3", "4", "5", "6", "1", "?", key::ESC] {
        terminal.press(tab);
    }
    terminal.send("q");
    terminal.wait_exit();
}

#[rstest]
#[case::long_text(format!("'{}'", "a ".repeat(500_000)))]
#[case::long_word("w".repeat(1_000_000))]
#[case::heap_of_accents(format!("'e{}'", "\u{301}".repeat(300_000)))]
#[case::nesting("[".repeat(100_000))]
#[case::laughs(format!("&a [{}]", "*a, ".repeat(1000)))]
fn a_very_large_overlay_is_refused_or_shown_soon(#[case] text: String) {
    let folder = TempDir::new().unwrap();
    overlay(folder.path(), &text);
    let dir = folder.path().display().to_string();
    let output = run(&[&["--overlay", &dir], &CASE[..]].concat(), b"");
    let said = assert_harmless(&output);
    assert!(matches!(output.status.code(), Some(0 | 5)), "{said}");
    assert!(output.stderr.len() < 100_000, "{} bytes said", output.stderr.len());
}

/// The same with 256 MB of address space: a bomb would not fit.
#[cfg(unix)]
#[rstest]
#[case::long_word("w".repeat(3_900_000))]
#[case::many_values(format!("[{}]", "1,".repeat(1_900_000)))]
#[case::nesting("[".repeat(3_900_000))]
#[case::too_large("w".repeat(9_000_000))]
fn a_very_large_overlay_fits_into_little_memory(#[case] text: String) {
    let folder = TempDir::new().unwrap();
    overlay(folder.path(), &text);
    let start = Instant::now();
    let output = Command::new("sh")
        .args([
            "-c",
            r#"ulimit -v 262144; exec "$0" --overlay "$1" code region=lumbar"#,
            PROGRAM,
        ])
        .arg(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = assert_harmless(&output);
    // One long word is within the limits, and is shown.
    assert!(matches!(output.status.code(), Some(4 | 5)), "{said}");
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
}

/// Lines of a dialogue that steer, and a line without an end.
#[test]
fn lines_that_steer_or_never_end_are_answered_harmless() {
    let words = [
        "",
        "find ",
        "card ",
        "compare 62322 ",
        "code ",
        "4\nlevel ",
        "help ",
        "note ",
    ];
    let lines = words.map(|word| format!("{word}{EVIL}\n")).concat();
    for input in [
        lines,
        "x".repeat(3_000_000),
        "find caudal ".repeat(20_000),
        "4\n".repeat(2_000),
    ] {
        let output = run(&["--plain"], input.as_bytes());
        let text = assert_harmless(&output);
        let drawn = text
            .chars()
            .find(|c| ('\u{2500}'..='\u{28ff}').contains(c) || *c == '\t');
        assert_eq!(drawn, None, "{text}");
    }
}
