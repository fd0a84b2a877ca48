//! The README says what is true: its key table is the program's, its pictures exist, its commands run.

use std::fmt::Write as _;
use std::fs;

use epipath::tui::key_table;

const START: &str =
    "<!-- keys: written from the key table; `EPIPATH_BLESS=1 cargo test --test readme` rewrites it -->\n";
const END: &str = "<!-- /keys -->\n";

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

#[test]
fn the_key_table_is_the_programs() {
    let readme = readme();
    let (before, rest) = readme.split_once(START).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    if std::env::var_os("EPIPATH_BLESS").is_some() {
        if written != keys() {
            // Only then: other tests read the file meanwhile.
            fs::write("README.md", format!("{before}{START}{}{END}{after}", keys())).unwrap();
        }
        return;
    }
    assert_eq!(written, keys(), "stale: EPIPATH_BLESS=1 cargo test --test readme");
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
