//! Running the program on rows.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Output, Stdio};
use std::thread;

use serde_json::Value;

/// Runs it with the arguments of a line.
pub(crate) fn epipath(arguments: &str) -> Output {
    let arguments = arguments.split_whitespace();
    Command::new(env!("CARGO_BIN_EXE_epipath"))
        .args(arguments)
        .output()
        .unwrap()
}

/// Starts `batch` with its three ends open.
fn start(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_epipath"));
    command.arg("batch").args(arguments);
    if !arguments.contains(&"-")
        && !arguments
            .iter()
            .any(|argument| argument.contains('.') || *argument == "src")
    {
        command.arg("-");
    }
    let piped = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    piped.spawn().unwrap()
}

/// Runs `batch` on these rows.
pub(crate) fn batch(arguments: &[&str], rows: impl Into<Vec<u8>>) -> Output {
    let mut child = start(arguments);
    let mut input = child.stdin.take().unwrap();
    let rows = rows.into();
    // It may end before it has read everything.
    let writer = thread::spawn(move || input.write_all(&rows).is_ok());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// The answers as text.
pub(crate) fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The answers, each parsed by itself.
pub(crate) fn answers(output: &Output) -> Vec<Value> {
    let text = text(output);
    let parsed = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")));
    parsed.collect()
}

/// Reads a little and goes away: the exit code and what was said on stderr.
pub(crate) fn cut_short(rows: String) -> (Option<i32>, String) {
    let mut child = start(&[]);
    let mut input = child.stdin.take().unwrap();
    let writer = thread::spawn(move || input.write_all(rows.as_bytes()).is_ok());
    let mut some = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

/// The most memory held over these rows, in kilobytes: looked at while it waits for more.
pub(crate) fn peak_memory(rows: &str) -> u64 {
    let mut child = start(&[]);
    let mut input = child.stdin.take().unwrap();
    let mut output = child.stdout.take().unwrap();
    let reader = thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()).unwrap());
    input.write_all(rows.as_bytes()).unwrap();
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    drop(input);
    assert!(reader.join().unwrap() > 0 && child.wait().unwrap().success());
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
