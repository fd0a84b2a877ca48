//! The documents say what is true: tables are the program's, dialogues are its words, examples are built and run.

#[path = "../written/mod.rs"]
mod written;

mod access;
mod examples;
mod parts;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use written::{assert_fresh, document};

/// Every document, with its generated parts.
const DOCUMENTS: [(&str, &[written::Part]); 4] = [
    ("docs/keys.md", &[("keys", parts::keys)]),
    (
        "docs/line-mode.md",
        &[
            ("dialogue", parts::dialogue),
            ("words", parts::words),
            ("training", parts::training),
        ],
    ),
    ("docs/writing-a-pack.md", &[("files", parts::files)]),
    ("docs/accessibility.md", &[]),
];

#[test]
fn generated_parts_are_fresh() {
    for (name, parts) in DOCUMENTS {
        assert_fresh(name, parts);
    }
}

#[test]
fn there_are_no_other_documents() {
    let there = fs::read_dir("docs").unwrap();
    let there: BTreeSet<String> = there.map(|entry| entry.unwrap().path().display().to_string()).collect();
    let known = DOCUMENTS.map(|(name, _)| name.to_owned());
    assert_eq!(there, known.into());
}

#[test]
fn every_link_leads_somewhere() {
    let mut links = 0;
    for name in DOCUMENTS.map(|(name, _)| name).into_iter().chain(["README.md"]) {
        let folder = Path::new(name).parent().unwrap();
        for link in document(name).split("](").skip(1) {
            let target = link.split([')', '#']).next().unwrap();
            if target.starts_with("https://") {
                continue;
            }
            links += 1;
            assert!(folder.join(target).exists(), "{name}: {target}");
        }
    }
    assert!(links > 10, "only {links} links: is the search still right?");
}

#[test]
fn every_document_is_ascii_and_named_in_the_readme() {
    let readme = document("README.md");
    for (name, _) in DOCUMENTS {
        assert!(document(name).is_ascii(), "{name}");
        assert!(readme.contains(&format!("({name})")), "{name}");
    }
}
