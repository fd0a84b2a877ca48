//! The texts of a pack, kept beside the typed values so that every finding can show its place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::harmless::printable;
use super::path::Path;
use super::yaml::{Node, Place};

/// One data file as read.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Name inside the pack, such as `codes/62323.yaml`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its values with their places; absent where the text is not YAML.
    pub node: Option<Node>,
}

impl File {
    /// The place of `words` inside the value at `place`; the value itself where it is not written that way.
    #[must_use]
    pub fn within(&self, place: Place, words: &str) -> Place {
        let raw = self
            .text
            .get(place.offset..place.offset.saturating_add(place.len))
            .unwrap_or_default();
        let Some(at) = raw.find(words) else { return place };
        let before = raw.get(..at).unwrap_or_default();
        let column = match before.rfind('\n') {
            Some(line_end) => before.get(line_end + 1..).unwrap_or_default().chars().count() + 1,
            None => place.column + before.chars().count(),
        };
        Place {
            line: place.line + before.matches('\n').count(),
            column,
            offset: place.offset + at,
            len: words.len(),
        }
    }
}

/// All files of a pack by name. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Files(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    root: String,
    files: BTreeMap<String, File>,
}

impl Files {
    /// Files of the folder that people know as `root`; an empty root shows bare file names.
    #[must_use]
    pub fn new(root: &str, files: impl IntoIterator<Item = File>) -> Self {
        let files = files.into_iter().map(|file| (file.name.clone(), file)).collect();
        Self(Arc::new(Inner {
            root: root.trim_end_matches('/').to_owned(),
            files,
        }))
    }

    /// A file by its name inside the pack.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&File> {
        self.0.files.get(name)
    }

    /// All files, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &File> {
        self.0.files.values()
    }

    /// The files of a folder such as `codes/`, sorted by name.
    pub fn in_folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a File> {
        self.iter().filter(move |file| file.name.starts_with(folder))
    }

    /// The name as people know it: with the folder in front.
    #[must_use]
    pub fn shown(&self, name: &str) -> String {
        match (self.0.root.as_str(), name) {
            ("", name) => printable(name).into_owned(),
            (root, "") => printable(root).into_owned(),
            (root, name) => printable(&format!("{root}/{name}")).into_owned(),
        }
    }

    /// Line and column of a value; nothing where the file is missing or not YAML.
    #[must_use]
    pub fn place(&self, name: &str, path: &Path) -> Option<Place> {
        Some(self.get(name)?.node.as_ref()?.place_of(path))
    }
}
