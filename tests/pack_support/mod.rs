//! Shared by the tests of packs.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "shared by tests: a failure may panic, and no test uses all of it"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use epipath::pack::{self, Findings};
use epipath::{train, tree};

/// A path below `tests/packs`.
pub(crate) fn packs(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs").join(name)
}

/// All YAML files below a folder, by their names inside it.
pub(crate) fn folder(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut texts = BTreeMap::new();
    let mut open = vec![dir.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "yaml" || end == "yml") {
                let name = path.strip_prefix(dir).unwrap().to_str().unwrap().to_owned();
                texts.insert(name, fs::read(path).unwrap());
            }
        }
    }
    texts
}

/// The good pack with a broken one laid over it.
pub(crate) fn overlay(name: &str) -> BTreeMap<String, Vec<u8>> {
    let dir = packs("bad").join(name);
    let mut texts = folder(&packs("good"));
    texts.extend(folder(&dir));
    let removed = fs::read_to_string(dir.join("removed.txt")).unwrap_or_default();
    for line in removed.lines() {
        texts.remove(line).unwrap();
    }
    texts
}

/// Everything wrong with a pack.
pub(crate) fn findings(texts: BTreeMap<String, Vec<u8>>) -> Findings {
    let loaded = match pack::read_texts("", texts) {
        Ok(loaded) => loaded,
        Err(findings) => return findings,
    };
    let findings = pack::check::all(&loaded);
    if !findings.is_empty() {
        return findings;
    }
    let findings = tree::check::findings(&loaded);
    if !findings.is_empty() {
        return findings;
    }
    let book = tree::Book::new(loaded.pack.clone()).unwrap();
    train::check::findings(&book, &loaded)
}

/// Compares with the text on disk, or writes it there with `EPIPATH_BLESS=1`.
pub(crate) fn agree(file: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("EPIPATH_BLESS").is_some() {
        fs::write(file, text).unwrap();
        return Ok(());
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    let told = || {
        format!(
            "{} differs; EPIPATH_BLESS=1 writes it anew. Now:\n{text}",
            file.display()
        )
    };
    (expected == text).then_some(()).ok_or_else(told)
}
