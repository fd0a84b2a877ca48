//! Documents with generated parts, and the commands that stand in them.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A generated part: its name and its text.
pub(crate) type Part = (&'static str, fn() -> String);

/// A document of the project.
pub(crate) fn document(name: &str) -> String {
    fs::read_to_string(name).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Compares the generated parts of a document, each between `<!-- NAME: ... -->` and `<!-- /NAME -->`; with `EPIPATH_BLESS` writes them.
pub(crate) fn assert_fresh(name: &str, parts: &[Part]) {
    let written = document(name);
    let mut text = written.clone();
    for (part, made) in parts {
        let (before, rest) = text
            .split_once(&format!("<!-- {part}:"))
            .unwrap_or_else(|| panic!("{name}: {part}"));
        let (how, rest) = rest.split_once("-->\n").unwrap();
        let (_, after) = rest
            .split_once(&format!("<!-- /{part} -->"))
            .unwrap_or_else(|| panic!("{name}: /{part}"));
        text = format!("{before}<!-- {part}:{how}-->\n{}<!-- /{part} -->{after}", made());
    }
    if std::env::var_os("EPIPATH_BLESS").is_none() {
        assert!(
            written == text,
            "{name} is stale: EPIPATH_BLESS=1 cargo test --test docs --test readme"
        );
    } else if written != text {
        fs::write(name, text).unwrap();
    }
}

/// A block of code: the word behind the fence, and the lines.
pub(crate) struct Block {
    pub(crate) kind: String,
    pub(crate) text: String,
}

/// Every block of code of a document, in order.
pub(crate) fn blocks(document: &str) -> Vec<Block> {
    let fences: Vec<&str> = document.split("```").collect();
    assert_eq!(fences.len() % 2, 1, "a fence is open");
    let inside = fences.into_iter().skip(1).step_by(2);
    inside
        .filter_map(|block| block.split_once('\n'))
        .map(|(kind, text)| Block {
            kind: kind.to_owned(),
            text: text.to_owned(),
        })
        .collect()
}

/// Runs the commands of a block in a folder, one after the other, and compares what they say; `...` stands for any lines.
pub(crate) fn assert_said(block: &Block, folder: &Path) {
    for command in block.text.split("$ ").skip(1) {
        let (command, expected) = command.split_once('\n').unwrap();
        println!("$ {command}");
        snapbox::assert_data_eq!(run(command, folder), expected.to_owned());
    }
}

fn run(command: &str, folder: &Path) -> String {
    let here = Path::new(env!("CARGO_BIN_EXE_epipath")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("{command} 2>&1")])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", here.display()))
        .env("EPIPATH_CONFIG_DIR", folder.join("no-config"));
    for variable in ["EPIPATH_PACK", "EPIPATH_OVERLAY", "EPIPATH_SETTING", "EPIPATH_PAYER"] {
        shell.env_remove(variable);
    }
    let output = shell.stdin(Stdio::null()).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
