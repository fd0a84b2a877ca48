//! Notes of our own, with what a careful coder reads in them.

use std::fs;
use std::path::Path;

use serde::Deserialize;

/// A note and what it says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Annotated {
    pub(crate) id: String,
    pub(crate) note: String,
    pub(crate) family: String,
    #[serde(default)]
    pub(crate) procedures: Vec<Vec<String>>,
    #[serde(default)]
    pub(crate) silent: Vec<String>,
    #[serde(default)]
    pub(crate) conflict: Vec<String>,
    pub(crate) result: Expected,
    #[serde(default)]
    pub(crate) why: Option<String>,
    #[serde(default)]
    pub(crate) flags: Vec<String>,
    pub(crate) checklist: Marks,
}

/// What follows from the note.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    #[serde(default)]
    pub(crate) code: Option<String>,
    #[serde(default)]
    pub(crate) lines: Vec<String>,
    #[serde(default)]
    pub(crate) signpost: Option<String>,
    #[serde(default)]
    pub(crate) undetermined: Vec<String>,
}

/// What an auditor would accept.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Marks {
    #[serde(default)]
    pub(crate) shown: Vec<String>,
    #[serde(default)]
    pub(crate) partly: Vec<String>,
}

/// The notes of a folder, by name.
pub(crate) fn notes(folder: &str) -> Vec<Annotated> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notes").join(folder);
    let mut paths: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        serde_yaml::from_str::<Annotated>(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    paths.iter().map(read).collect()
}
