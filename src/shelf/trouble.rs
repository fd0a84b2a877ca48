//! Why something could not be kept or read. Everything else works without it.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::pack::Findings;

/// Why something could not be kept or read.
#[derive(Debug, Error)]
pub enum Trouble {
    /// Nobody knows a folder.
    #[error("nothing can be kept: no home folder is known; name a folder in EPIPATH_CONFIG_DIR, or work on without")]
    NoFolder,
    /// The file is not a shelf. It is never written over.
    #[error("{}; the file stays as it is and nothing is kept until it is mended or removed", first(.0))]
    Broken(Box<Findings>),
    /// The file cannot be written.
    #[error("{} cannot be written: {error}; nothing is kept, everything else works", path.display())]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The file cannot be read.
    #[error("{} cannot be read: {error}", path.display())]
    Unread {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// The first finding with its place.
pub(super) fn first(findings: &Findings) -> String {
    let told = findings.sorted().first().map(|finding| {
        let file = findings.files().shown(&finding.file);
        let place = finding
            .place
            .map(|place| format!(":{}:{}", place.line, place.column))
            .unwrap_or_default();
        format!("{file}{place}: {}", finding.message)
    });
    told.unwrap_or_else(|| "the file cannot be read".to_owned())
}
