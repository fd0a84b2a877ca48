//! The learner's file in a folder. One that cannot be read is set aside under another name, never written over and never removed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::written::written;
use super::{FORMAT, Learning};
use crate::pack::read_single;
use crate::shelf::store::{hold, make, replace};
use crate::shelf::trouble::{Trouble, first};

/// The name of the file.
pub const LEARNING: &str = "training.yaml";

/// As many files can be set aside.
const ASIDE: u32 = 1000;

/// The folder of the learner's file, where one is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LearningStore {
    folder: Option<PathBuf>,
}

/// What was read, and what has to be said about it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadLearning {
    /// What is kept; nothing where the file could not be read.
    pub learning: Learning,
    /// That the file was set aside, where to, and why.
    pub notice: Option<String>,
}

impl LearningStore {
    /// A store in a folder; it need not exist.
    #[must_use]
    pub const fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// Where the file lies, or would lie.
    #[must_use]
    pub fn path(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(LEARNING))
    }

    /// What is kept; nothing where nothing was kept yet. A damaged file, or one of a later version, is set aside and named.
    ///
    /// # Errors
    /// When a damaged file cannot be set aside; it then stays as it is.
    pub fn read(&self) -> Result<ReadLearning, Trouble> {
        let Some(path) = self.path() else {
            return Ok(ReadLearning::default());
        };
        let why = match read_single::<Learning>(&path) {
            Ok(None) => return Ok(ReadLearning::default()),
            Ok(Some(learning)) if learning.format == FORMAT => {
                return Ok(ReadLearning { learning, notice: None });
            }
            Ok(Some(learning)) => format!(
                "{} is of form {}, and this version reads form {FORMAT}",
                path.display(),
                learning.format
            ),
            Err(findings) => first(&findings),
        };
        let aside = set_aside(&path).map_err(|error| Trouble::Unwritten { path, error })?;
        Ok(ReadLearning {
            learning: Learning::default(),
            notice: Some(format!(
                "{why}. It was set aside as {}; training starts anew.",
                aside.display()
            )),
        })
    }

    /// Changes what is kept as it lies there now, and hands it back. The file is replaced in one step.
    ///
    /// # Errors
    /// When the file cannot be read or written; then it stays as it is.
    pub fn change(&self, change: impl FnOnce(&Learning) -> Learning) -> Result<Learning, Trouble> {
        let folder = self.folder.as_ref().ok_or(Trouble::NoFolder)?;
        let path = folder.join(LEARNING);
        let unwritten = |error| Trouble::Unwritten {
            path: path.clone(),
            error,
        };
        make(folder).map_err(unwritten)?;
        let _held = hold(folder);
        let after = change(&self.read()?.learning);
        replace(&path, &written(&after)).map_err(unwritten)?;
        Ok(after)
    }
}

/// Gives a file the first free name beside its own.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let free = (1..ASIDE)
        .map(|number| path.with_file_name(format!("{name}.damaged-{number}")))
        .find(|aside| fs::symlink_metadata(aside).is_err());
    let aside = free.ok_or_else(|| io::Error::other("too many files were set aside already; remove some"))?;
    fs::rename(path, &aside)?;
    Ok(aside)
}
