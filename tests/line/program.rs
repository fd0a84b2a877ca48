//! The real program in line mode, through pipes.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use rstest::rstest;

const PROGRAM: &str = env!("CARGO_BIN_EXE_epipath");
const NO_SHELF: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/no-shelf");

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .args(args)
        .env("EPIPATH_CONFIG_DIR", NO_SHELF)
        .env("RUST_BACKTRACE", "0");
    command
        .env_remove("EPIPATH_PLAIN")
        .env_remove("EPIPATH_OVERLAY")
        .env("TERM", "xterm");
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// What the program says to an input that comes at once.
fn fed(mut command: Command, input: &[u8]) -> Output {
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // It may end before it has read everything.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn five_numbers_in_a_pipe_end_with_62323() {
    let output = fed(command(&["--plain"]), b"4\n1\n1\n1\n1\nclaim\nquit\n");
    let text = said(&output);
    assert!(
        text.starts_with("epipath in line mode, switched on by --plain.\n"),
        "{text}"
    );
    let (_, end) = text.split_once("Ended with this result:").unwrap();
    assert!(
        end.contains("Result: 62323. ") && end.contains("Line 1: 62323, 1 unit."),
        "{end}"
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    assert!(text.bytes().all(|byte| byte == b'\n' || (b' '..0x7f).contains(&byte)));
}

#[rstest]
#[case(&["--plain"], "1", "xterm", "--plain")]
#[case(&[], "1", "dumb", "EPIPATH_PLAIN")]
#[case(&[], "0", "dumb", "the lack of a terminal")]
#[case(&[], "", "xterm", "the lack of a terminal")]
fn the_first_line_says_what_switched_it_on(
    #[case] args: &[&str],
    #[case] variable: &str,
    #[case] term: &str,
    #[case] because: &str,
) {
    let mut command = command(args);
    command.env("EPIPATH_PLAIN", variable).env("TERM", term);
    let text = said(&fed(command, b"quit\n"));
    let first = format!("epipath in line mode, switched on by {because}.");
    assert_eq!(text.lines().next(), Some(first.as_str()));
}

#[rstest]
#[case::a_code("4\n1\n1\n1\n1\n", 0)]
#[case::a_signpost("4\n6\n1\nquit\n", 3)]
#[case::open("4\n4\n0\n1\nquit\n", 4)]
#[case::unfinished("4\n", 4)]
#[case::unfinished_and_dropped("4\nquit\nquit\n", 4)]
#[case::nothing_answered("help\n", 4)]
#[case::left_at_once("quit\n", 0)]
#[case::the_case_before("4\n6\n1\nnext case\nquit\n", 3)]
#[case::without_a_line_break("4\n6\n1", 3)]
#[case::windows_line_breaks("4\r\n6\r\n1\r\nquit\r\n", 3)]
fn the_exit_code_is_that_of_the_case(#[case] input: &str, #[case] code: i32) {
    let output = fed(command(&["--plain"]), input.as_bytes());
    assert_eq!(output.status.code(), Some(code), "{}", said(&output));
}

#[test]
fn the_end_of_the_input_ends_with_a_summary() {
    let text = said(&fed(command(&["--plain"]), b"4\n6\n1\n"));
    let (_, end) = text.split_once("End of the input.").unwrap();
    assert!(
        end.contains("Result: outside this family. ") && end.contains("From: region=lumbar"),
        "{end}"
    );
}

#[test]
fn without_a_terminal_and_without_a_line_the_command_to_use_is_named() {
    let output = fed(command(&[]), b"");
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("epipath code"), "{complaint}");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fed(command(&["--plain"]), b"").status.code(), Some(4));
}

#[test]
fn bytes_of_any_kind_are_answered() {
    let mut input = b"\xff\xfe\x00\x1b[31m\n".to_vec();
    input.extend(vec![b'x'; 3_000_000]);
    input.extend(b"\n4\n6\n1\nquit\n");
    let output = fed(command(&["--plain"]), &input);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(3), "{text}");
    assert!(text.len() < 20_000 && !text.contains('\x1b'), "{} bytes", text.len());
}

/// What never ends a line kept the program reading for ever.
#[test]
fn input_without_a_line_break_was_read_for_ever() {
    let output = fed(command(&["--plain"]), &vec![0; 17_000_000]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("no answer"), "{told}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = command(&["--plain"]).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    drop(child.stdout.take());
    for _ in 0..200 {
        if stdin.write_all(b"help\n").is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.stderr.is_empty());
}

#[test]
fn setting_payer_and_date_hold_in_line_mode_too() {
    let output = fed(
        command(&[
            "--plain",
            "--setting",
            "asc",
            "--payer",
            "medicare:TX",
            "--date",
            "2026-03-01",
        ]),
        b"facts\nquit\n",
    );
    let text = said(&output);
    assert!(
        text.contains("\nsetting=asc\npayer=medicare:TX\ndate=2026-03-01\n"),
        "{text}"
    );
}
