//! Folders as they are found on a disk.
#![allow(clippy::unwrap_used, reason = "a test may panic in its helpers too")]

use std::fs;
use std::path::{Path, PathBuf};

use epipath::pack::{self, render};

use crate::pack_support::{folder, packs};

/// A copy of the good pack that is removed at the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("epipath-pack-{}-{name}", std::process::id()));
        for (file, bytes) in folder(&packs("good")) {
            let path = dir.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Self(dir)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn told(dir: &Path) -> String {
    let findings = pack::read(dir).map_or_else(|findings| findings, |loaded| pack::check::all(&loaded));
    render::gnu(&findings).replace(&dir.display().to_string(), "DIR")
}

#[test]
fn a_good_folder() {
    let copy = Copy::new("good");
    assert_eq!(told(&copy.0), "");
    let loaded = pack::read(&copy.0).unwrap();
    let cards: Vec<_> = loaded.cards().map(|(file, card)| (file, card.code.as_str())).collect();
    assert_eq!(
        cards,
        [
            ("codes/11001.yaml", "11001"),
            ("codes/11002.yaml", "11002"),
            ("codes/11003.yaml", "11003")
        ]
    );
}

#[test]
fn no_such_folder() {
    let dir = std::env::temp_dir().join("epipath-no-such-folder");
    assert_eq!(
        told(&dir),
        "DIR: error: the pack folder cannot be read: there is no such file or folder\n"
    );
    let file = packs("good/pack.yaml");
    assert_eq!(
        told(&file),
        "DIR: error: the pack folder cannot be read: it is not a folder\n"
    );
}

#[test]
fn what_does_not_belong_to_the_pack_is_left_alone() {
    let copy = Copy::new("extra");
    for file in ["README.md", ".hidden.yaml", "schema/tree.schema.json"] {
        let path = copy.0.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    assert_eq!(told(&copy.0), "");
}

#[test]
fn a_folder_in_place_of_a_file() {
    let copy = Copy::new("folder");
    fs::remove_file(copy.0.join("retired.yaml")).unwrap();
    fs::create_dir(copy.0.join("retired.yaml")).unwrap();
    assert_eq!(told(&copy.0), "DIR/retired.yaml: error: the file is missing\n");
}

#[test]
fn a_file_that_is_too_large() {
    let copy = Copy::new("large");
    fs::write(copy.0.join("retired.yaml"), vec![b'#'; 5 * 1024 * 1024]).unwrap();
    assert_eq!(
        told(&copy.0),
        "DIR/retired.yaml: error: the file cannot be read: it is larger than 4 MB\n"
    );
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere() {
    let copy = Copy::new("link");
    fs::remove_file(copy.0.join("retired.yaml")).unwrap();
    std::os::unix::fs::symlink("nowhere", copy.0.join("retired.yaml")).unwrap();
    assert_eq!(
        told(&copy.0),
        "DIR/retired.yaml: error: the file cannot be read: there is no such file or folder\n"
    );
}
