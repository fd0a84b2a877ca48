//! What the benches share: the pack of this repository.

use epipath::pack::model::Pack;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// The folder of the pack.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The pack, read from its folder without any check.
pub(crate) fn pack() -> Pack {
    let all = |sub: &str| {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder().join(sub))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        paths
    };
    Pack {
        about: read(&folder().join("pack.yaml")),
        tree: read(&folder().join("tree.yaml")),
        cards: all("codes").iter().map(|path| read(path)).collect(),
        signposts: read(&folder().join("signposts.yaml")),
        checklist: read(&folder().join("checklist.yaml")),
        modifiers: read(&folder().join("modifiers.yaml")),
        coverage: all("coverage").iter().map(|path| read(path)).collect(),
        glossary: read(&folder().join("glossary.yaml")),
        retired: read(&folder().join("retired.yaml")),
        sources: read(&folder().join("sources.yaml")),
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> T {
    let text = std::fs::read_to_string(path).unwrap();
    serde_yaml::from_str(&text).unwrap()
}
