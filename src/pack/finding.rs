//! What a check found: what is wrong, where, and how to mend it.

use super::files::Files;
use super::harmless::printable;
use super::path::Path;
use super::yaml::Place;

/// One thing wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Stable kebab-case name of the check.
    pub check: &'static str,
    /// File inside the pack; empty: the folder itself.
    pub file: String,
    /// Where in the file; absent where there is no such place, as in a missing file.
    pub place: Option<Place>,
    /// What is wrong, in one line.
    pub message: String,
    /// How to mend it, in one line.
    pub help: String,
    /// A second place worth seeing.
    pub related: Option<Related>,
}

/// A second place that belongs to a finding, such as where a name was used first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// File inside the pack.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is to be seen there.
    pub message: String,
}

/// All findings of one pack, with the files they speak of.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    files: Files,
    list: Vec<Finding>,
}

/// A finding just added, to which a second place may be added.
#[derive(Debug)]
pub struct Added<'a> {
    files: &'a Files,
    finding: Option<&'a mut Finding>,
}

impl Added<'_> {
    /// Shows a second place, such as where the name was used first.
    pub fn see(self, file: &str, path: &Path, message: &str) {
        if let (Some(place), Some(finding)) = (self.files.place(file, path), self.finding) {
            finding.related = Some(Related {
                file: file.to_owned(),
                place,
                message: printable(message).into_owned(),
            });
        }
    }

    /// The same, by place.
    pub fn see_at(self, file: &str, place: Place, message: &str) {
        if let Some(finding) = self.finding {
            finding.related = Some(Related {
                file: file.to_owned(),
                place,
                message: printable(message).into_owned(),
            });
        }
    }
}

impl Findings {
    /// No findings yet about `files`.
    #[must_use]
    pub fn new(files: Files) -> Self {
        Self {
            files,
            list: Vec::new(),
        }
    }

    /// Reports a value by its path: the line and column are looked up here.
    pub fn add(
        &mut self,
        check: &'static str,
        file: &str,
        path: &Path,
        message: impl AsRef<str>,
        help: impl AsRef<str>,
    ) -> Added<'_> {
        let place = self.files.place(file, path);
        self.add_at(check, file, place, message, help)
    }

    /// Reports a place that is already known, or none.
    pub fn add_at(
        &mut self,
        check: &'static str,
        file: &str,
        place: Option<Place>,
        message: impl AsRef<str>,
        help: impl AsRef<str>,
    ) -> Added<'_> {
        let (message, help) = (
            printable(message.as_ref()).into_owned(),
            printable(help.as_ref()).into_owned(),
        );
        self.list.push(Finding {
            check,
            file: file.to_owned(),
            place,
            message,
            help,
            related: None,
        });
        Added {
            files: &self.files,
            finding: self.list.last_mut(),
        }
    }

    /// Whether there is nothing to report.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The findings by file, then by place; findings about the folder come first.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut list: Vec<_> = self.list.iter().collect();
        list.sort_by_key(|finding| (finding.file.as_str(), finding.place.map(|place| place.offset)));
        list
    }

    /// The files that the findings speak of.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Takes over the findings of another check of the same files.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// `3 findings in 2 files`.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut files: Vec<_> = self.list.iter().map(|finding| finding.file.as_str()).collect();
        files.sort_unstable();
        files.dedup();
        let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        format!("{} in {}", plural(self.len(), "finding"), plural(files.len(), "file"))
    }
}
