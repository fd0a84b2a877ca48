//! The examples of the documents are built from them, and their commands say what the documents say.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::written::{Block, assert_said, blocks, document};

/// A folder that has of the project what the documents speak of.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(folder.path().join("tests/packs")).unwrap();
    for name in ["data", "tests/packs/good"] {
        let done = Command::new("cp")
            .arg("-R")
            .args([root.join(name), folder.path().join(name)])
            .status();
        assert!(done.unwrap().success(), "{name}");
    }
    folder
}

/// Writes the file that the first line of a block names, or adds to it.
fn write(block: &Block, folder: &Path) {
    let (first, text) = block.text.split_once('\n').unwrap();
    let named = first
        .strip_prefix("# ")
        .unwrap_or_else(|| panic!("no file named: {first}"));
    let (name, added) = match named.strip_prefix("at the end of ") {
        Some(name) => (name, true),
        None => (named, false),
    };
    let file = folder.join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create(!added).append(added).open(&file).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

#[test]
fn the_packs_of_the_document_are_built_and_checked() {
    let folder = folder();
    let mut run = 0;
    for block in blocks(&document("docs/writing-a-pack.md")) {
        match block.kind.as_str() {
            "yaml" => write(&block, folder.path()),
            "console" => assert_said(&block, folder.path()),
            other => panic!("a block of `{other}` is neither written nor run"),
        }
        run += 1;
    }
    assert!(run >= 8, "only {run} blocks: is the document whole?");
}

#[test]
fn the_commands_of_the_other_documents_say_what_stands_there() {
    let folder = folder();
    let mut run = 0;
    for name in ["docs/keys.md", "docs/line-mode.md"] {
        for block in blocks(&document(name)).iter().filter(|block| block.kind == "console") {
            assert_said(block, folder.path());
            run += 1;
        }
    }
    assert!(run >= 2, "only {run} blocks");
}

/// The config files of the documents are ones that the program takes.
#[test]
fn the_config_files_of_the_documents_are_taken() {
    let mut tried = 0;
    for name in ["docs/keys.md", "docs/line-mode.md", "README.md"] {
        for block in blocks(&document(name)).iter().filter(|block| block.kind == "yaml") {
            if block.text.contains("stops:") {
                continue;
            }
            let folder = TempDir::new().unwrap();
            fs::write(folder.path().join("config.yaml"), &block.text).unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_epipath"))
                .arg("config")
                .env("EPIPATH_CONFIG_DIR", folder.path())
                .output()
                .unwrap();
            assert!(output.status.success(), "{name}: {output:?}");
            tried += 1;
        }
    }
    assert!(tried >= 2, "only {tried} config files");
}
