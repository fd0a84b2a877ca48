//! Whatever the files hold, reading them ends quickly, without a panic, in findings.
#![allow(clippy::unwrap_used, reason = "a test may panic in its helpers too")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use epipath::pack::render::{self, Style};
use epipath::pack::{self, yaml};
use proptest::prelude::*;
use rstest::rstest;
use tempfile::TempDir;

use crate::pack_support::{findings, folder, packs};

/// Far more than any of these takes, far less than a bomb would.
const SOON: Duration = Duration::from_secs(10);

fn refused_soon(text: &str, word: &str) {
    let start = Instant::now();
    let error = yaml::parse(text).unwrap_err();
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    assert!(
        error.message.contains(word),
        "{}: {}",
        text.get(..40).unwrap_or(text),
        error.message
    );
}

#[test]
fn billion_laughs() {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..9 {
        let row = vec![format!("*a{}", level - 1); 9].join(", ");
        writeln!(text, "a{level}: &a{level} [{row}]").unwrap();
    }
    refused_soon(&text, "anchors");
}

#[test]
fn deep_nesting() {
    refused_soon(&format!("a: {}{}", "[".repeat(100), "]".repeat(100)), "nested");
    refused_soon(&format!("a: {}", "[".repeat(100_000)), "nested");
    refused_soon(&"{a: ".repeat(100_000), "nested");
    let mut block = String::new();
    for level in 0..100 {
        writeln!(block, "{}a:", " ".repeat(level)).unwrap();
    }
    refused_soon(&block, "nested");
    refused_soon(&"- ".repeat(100_000), "nested");
}

#[test]
fn too_many_values() {
    refused_soon(&"- a\n".repeat(300_000), "more than 50000 values");
}

fn all_formats(texts: BTreeMap<String, Vec<u8>>) {
    let findings = findings(texts);
    let _ = render::human(&findings, Style { color: true, width: 40 });
    let _ = render::gnu(&findings);
    let _ = render::json(&findings);
}

#[test]
fn no_files_at_all() {
    let findings = pack::read_texts("", BTreeMap::new()).unwrap_err();
    let needed = pack::LAYOUT.iter().filter(|file| !file.optional);
    assert_eq!(findings.len(), needed.count());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        all_formats(BTreeMap::from([("tree.yaml".to_owned(), bytes)]));
    }

    #[test]
    fn any_text(text in "[-a-z0-9:#&*!|>'\"%@`{}\\[\\], \n\t\u{e9}\u{2028}\u{1f600}\r\u{1b}\u{feff}]{0,200}") {
        all_formats(BTreeMap::from([("tree.yaml".to_owned(), text.into_bytes())]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_good_pack_with_a_stroke_of_the_pen(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        cut in 0_usize..30,
        put in "[-a-z0-9:#{}\\[\\], \n\"\u{2028}\u{e9}]{0,12}",
    ) {
        let mut texts = folder(&packs("good"));
        let index = file.index(texts.len());
        let text = texts.values_mut().nth(index).unwrap();
        let from = at.index(text.len());
        let to = (from + cut).min(text.len());
        text.splice(from..to, put.into_bytes());
        all_formats(texts);
    }
}

/// The good pack in a folder of its own, with one file changed.
fn written(file: &str, bytes: impl AsRef<[u8]>) -> TempDir {
    let dir = TempDir::new().unwrap();
    for (name, text) in folder(&packs("good")) {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::write(dir.path().join(file), bytes).unwrap();
    dir
}

/// The whole of `pack.yaml` with another title, and something behind it.
fn titled(title: &str, rest: &str) -> String {
    let text = fs::read_to_string(packs("good/pack.yaml")).unwrap();
    let lines = text.lines().map(|line| {
        if line.starts_with("title:") {
            format!("title: {title}\n")
        } else {
            format!("{line}\n")
        }
    });
    lines.collect::<String>() + rest
}

/// `epipath check` of a folder as a process that may use 256 MB of memory and 15 seconds of a processor, else it is ended: its
/// exit code and what it says. Nothing in it steers a terminal.
#[cfg(unix)]
fn checked(dir: &Path) -> (i32, String) {
    let output = Command::new("sh")
        .args([
            "-c",
            r#"ulimit -v 262144; ulimit -t 15; exec "$0" check "$1""#,
            env!("CARGO_BIN_EXE_epipath"),
        ])
        .arg(dir)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    let odd = said.chars().find(|c| pack::steers(*c) && *c != '\n');
    assert_eq!(odd, None, "{said:?}");
    assert!(said.len() < 100_000, "{} bytes said", said.len());
    (output.status.code().unwrap(), said)
}

#[cfg(unix)]
#[rstest]
#[case::escape_written_out(
    "pack.yaml",
    titled("\"a\\e[31mb\"", ""),
    "the text holds `\\u{1b}` (U+001B), which a terminal may draw wrongly"
)]
#[case::right_to_left("pack.yaml", titled("\"a\u{202e}b\"", ""), "the text holds `\\u{202e}` (U+202E)")]
#[case::invisible("pack.yaml", titled("\"a\u{200b}b\"", ""), "the text holds `\\u{200b}` (U+200B)")]
#[case::raw_escape(
    "pack.yaml",
    titled("a", "extra: \u{1b}[31mred\u{7}\n"),
    "unexpected character: `\\u{1b}'"
)]
#[case::one_byte_control("pack.yaml", titled("a", "extra: \u{9b}31m\n"), "9b")]
#[case::nul("tree.yaml", "id: a\0b\n".to_owned(), "unexpected character: `\\u{0}'")]
#[case::unknown_key("pack.yaml", titled("a", "\"\\e[31m\": 1\n"), "there is no key")]
#[case::nested("tree.yaml", "[".repeat(3_900_000), "values are nested more than 32 levels deep")]
#[case::nested_maps("tree.yaml", "{a: ".repeat(900_000), "values are nested more than 32 levels deep")]
#[case::many_values("tree.yaml", format!("[{}]", "1,".repeat(1_900_000)), "more than 50000 values")]
#[case::laughs("tree.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n".to_owned(), "anchors (`&name`) and aliases (`*name`) are not allowed")]
#[case::own_alias("tree.yaml", "a: &a [*a]\n".to_owned(), "anchors (`&name`)")]
#[case::merged("tree.yaml", "a: &a {b: 1}\nc: {<<: *a}\n".to_owned(), "anchors (`&name`)")]
#[case::huge_day("pack.yaml", titled("a", "").replace("\"2026-01-01\"", "\"99999-99-99\""), "must be a day of the calendar, not `99999-99-99`")]
#[case::no_pack_at_all("pack.yaml", "w".repeat(3_900_000), "pack.yaml")]
#[case::too_large("tree.yaml", "w".repeat(4 * 1024 * 1024 + 1), "the file cannot be read: it is larger than 4 MB")]
fn a_hostile_file_is_refused_in_little_time_and_memory(
    #[case] file: &str,
    #[case] text: String,
    #[case] message: &str,
) {
    let dir = written(file, text);
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(said.contains(message), "{said}");
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_refused() {
    let dir = written("tree.yaml", b"id: caf\xe9\n");
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5);
    assert!(said.contains("the file is not UTF-8 text from here on"), "{said}");
    assert!(said.contains("tree.yaml:1:8"), "{said}");
}

/// A text of a megabyte is within the limits: it is taken, and no message repeats it.
#[cfg(unix)]
#[test]
fn a_very_long_text_is_taken_and_not_repeated() {
    let dir = written("pack.yaml", titled(&"w".repeat(1_000_000), ""));
    let (code, said) = checked(dir.path());
    assert!(matches!(code, 0 | 5), "{said}");
    assert!(said.len() < 4_000, "{} bytes said", said.len());
}

/// Numbers beyond every type, and those that are none.
#[cfg(unix)]
#[rstest]
#[case("99999999999999999999999999")]
#[case("-1")]
#[case("1e999")]
#[case(".inf")]
#[case(".nan")]
#[case("0x7fffffffffffffffffff")]
fn a_huge_number_is_refused(#[case] number: &str) {
    let text = titled("a", "").lines().fold(String::new(), |mut text, line| {
        let format = line.starts_with("format:");
        let line = if format {
            format!("format: {number}")
        } else {
            line.to_owned()
        };
        writeln!(text, "{line}").unwrap();
        text
    });
    assert!(text.contains(number), "the pack has no number to replace");
    let dir = written("pack.yaml", text);
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(said.contains("pack.yaml:"), "{said}");
}

#[cfg(unix)]
#[rstest]
#[case::device("/dev/zero", "the file cannot be read: it is not a regular file")]
#[case::nothing("nowhere", "the file cannot be read: there is no such file or folder")]
#[case::itself("tree.yaml", "the file cannot be read: ")]
fn a_link_is_followed_to_a_file_only(#[case] target: &str, #[case] message: &str) {
    let dir = written("tree.yaml", "");
    let file = dir.path().join("tree.yaml");
    fs::remove_file(&file).unwrap();
    std::os::unix::fs::symlink(target, &file).unwrap();
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(said.contains(message) && said.contains("tree.yaml"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_folder_in_place_of_a_file_is_refused() {
    let dir = written("tree.yaml", "");
    let file = dir.path().join("tree.yaml");
    fs::remove_file(&file).unwrap();
    assert!(Command::new("mkfifo").arg(&file).status().unwrap().success());
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(said.contains("it is not a regular file"), "{said}");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(said.contains("the file is missing"), "{said}");
}

/// Links that lead round in a circle are followed one folder down, as any folder is.
#[cfg(unix)]
#[test]
fn links_in_a_circle_end() {
    let dir = written("pack.yaml", titled("a", ""));
    std::os::unix::fs::symlink(".", dir.path().join("me")).unwrap();
    std::os::unix::fs::symlink("..", dir.path().join("codes/up")).unwrap();
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(said.contains("me/tree.yaml") && !said.contains("me/me/me"), "{said}");
}

/// A file name is data too.
#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_steers_is_shown_harmless() {
    use std::os::unix::ffi::OsStrExt as _;
    let dir = written("pack.yaml", titled("a", ""));
    let name = std::ffi::OsStr::from_bytes(b"\xff\x1b[31m.yaml");
    fs::write(dir.path().join(name), "a: 1\n").unwrap();
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(
        said.contains("a pack has no file of this name") && said.contains("\\u{1b}[31m.yaml"),
        "{said}"
    );
}

/// Each file is within the limit, all of them together are not; nor may there be any number of them.
#[cfg(unix)]
#[rstest]
#[case::bytes(60, 3_900_000)]
#[case::files(1_100, 2)]
fn a_folder_of_too_much_is_refused(#[case] files: usize, #[case] bytes: usize, #[values(false, true)] overlay: bool) {
    let dir = if overlay {
        TempDir::new().unwrap()
    } else {
        written("pack.yaml", titled("a", ""))
    };
    if overlay {
        fs::write(dir.path().join("overlay.yaml"), "title: Site\n").unwrap();
    }
    for number in 0..files {
        fs::write(dir.path().join(format!("x{number}.yaml")), "w".repeat(bytes)).unwrap();
    }
    let (code, said) = checked(dir.path());
    assert_eq!(code, 5, "{said}");
    assert!(
        said.contains("it holds more than 1000 data files, or more than 16 MB of them"),
        "{said}"
    );
}
