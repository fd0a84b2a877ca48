//! The README says what is true: its key table is the program's, its pictures exist, its commands run.

use std::fmt::Write as _;
use std::fs;

use epipath::line::word_table;
use epipath::tui::key_table;

/// The mark before a generated part, the mark behind, and what stands between.
type Part = (&'static str, &'static str, fn() -> String);

/// The generated parts.
const PARTS: [Part; 2] = [
    (
        "<!-- keys: written from the key table; `EPIPATH_BLESS=1 cargo test --test readme` rewrites it -->\n",
        "<!-- /keys -->\n",
        keys,
    ),
    (
        "<!-- words: written from the word table; `EPIPATH_BLESS=1 cargo test --test readme` rewrites it -->\n",
        "<!-- /words -->\n",
        words,
    ),
];

fn readme() -> String {
    fs::read_to_string("README.md").unwrap()
}

fn keys() -> String {
    let mut table = String::from("| keys | what they do |\n|---|---|\n");
    for binding in key_table() {
        let names: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.name())).collect();
        writeln!(table, "| {} | {} |", names.join(", "), binding.help).unwrap();
    }
    table
}

fn words() -> String {
    let mut table = String::from("| words | what they do |\n|---|---|\n");
    for row in word_table() {
        writeln!(table, "| `{}` | {} |", row.form(), row.help).unwrap();
    }
    table
}

#[test]
fn the_tables_of_keys_and_words_are_the_programs() {
    let mut text = readme();
    for (start, end, table) in PARTS {
        let (before, rest) = text.split_once(start).unwrap();
        let (written, after) = rest.split_once(end).unwrap();
        if std::env::var_os("EPIPATH_BLESS").is_none() {
            assert_eq!(written, table(), "stale: EPIPATH_BLESS=1 cargo test --test readme");
        }
        text = format!("{before}{start}{}{end}{after}", table());
    }
    if text != readme() {
        // Only then: other tests read the file meanwhile.
        fs::write("README.md", text).unwrap();
    }
}

#[test]
fn its_pictures_exist() {
    for picture in readme().split("](screenshots/").skip(1) {
        let name = picture.split(')').next().unwrap();
        assert!(fs::metadata(format!("screenshots/{name}")).is_ok(), "{name}");
    }
}

#[test]
fn its_test_command_is_the_one_ci_calls() {
    let ci = fs::read_to_string(".ci/run").unwrap();
    assert!(readme().contains("\ncargo test ") && ci.contains("cargo test"));
    assert!(readme().contains("\ncargo run --release "));
}
