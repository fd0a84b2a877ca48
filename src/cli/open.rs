//! Opening a pack: the one inside the program, or a folder.

use std::path::Path;

use super::exit::Failure;
use crate::tree::Book;

/// The book to work from.
pub(super) fn book(pack: Option<&Path>) -> Result<Book, Failure> {
    let dir = pack.unwrap_or(Path::new("data"));
    fn y<T: serde::de::DeserializeOwned>(p: std::path::PathBuf) -> Result<T, Failure> {
        let text = std::fs::read_to_string(&p).map_err(|e| Failure::unexpected(e.to_string()))?;
        serde_yaml::from_str(&text).map_err(|e| Failure::unexpected(format!("{}: {e}", p.display())))
    }
    let list = |sub: &str| {
        let mut v: Vec<_> = std::fs::read_dir(dir.join(sub))
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.path())
            .collect();
        v.sort();
        v
    };
    let pack = crate::pack::model::Pack {
        about: y(dir.join("pack.yaml"))?,
        tree: y(dir.join("tree.yaml"))?,
        cards: list("codes").into_iter().map(y).collect::<Result<_, _>>()?,
        signposts: y(dir.join("signposts.yaml"))?,
        checklist: y(dir.join("checklist.yaml"))?,
        modifiers: y(dir.join("modifiers.yaml"))?,
        coverage: list("coverage").into_iter().map(y).collect::<Result<_, _>>()?,
        glossary: y(dir.join("glossary.yaml"))?,
        retired: y(dir.join("retired.yaml"))?,
        sources: y(dir.join("sources.yaml"))?,
    };
    Book::new(pack).map_err(|e| Failure::unexpected(e.to_string()))
}
