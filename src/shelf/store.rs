//! A shelf and a log of reports in a folder. Nothing is written before somebody asks for it, and nothing unreadable is written over.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::model::{Change, Shelf};
use super::report::Report;
use super::trouble::Trouble;
use super::written::written;
use crate::pack::read_single;

/// The name of the file that holds the shelf.
pub const SHELF: &str = "shelf.yaml";
/// The name of the log of reports.
pub const LOG: &str = "reports.log";

/// How often a folder that another process holds is asked for, and how long is waited in between.
const TRIES: usize = 40;
const PAUSE: Duration = Duration::from_millis(25);

/// The folder of a shelf, where one is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Store {
    folder: Option<PathBuf>,
}

impl Store {
    /// A store in a folder; it need not exist.
    #[must_use]
    pub const fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// Where the shelf lies, or would lie.
    #[must_use]
    pub fn path(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(SHELF))
    }

    /// Where the log of reports lies, or would lie.
    #[must_use]
    pub fn log(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(LOG))
    }

    /// The shelf; an empty one where nothing was kept yet.
    ///
    /// # Errors
    /// When the file is no shelf, with everything wrong with it.
    pub fn read(&self) -> Result<Shelf, Trouble> {
        let Some(path) = self.path() else {
            return Ok(Shelf::default());
        };
        read_single(&path)
            .map(Option::unwrap_or_default)
            .map_err(|findings| Trouble::Broken(Box::new(findings)))
    }

    /// Changes the shelf as it lies there now, and hands it back. The file is replaced in one step.
    ///
    /// # Errors
    /// When the file is no shelf, or cannot be written; then it stays as it is.
    pub fn change(&self, change: &Change) -> Result<Shelf, Trouble> {
        let folder = self.folder.as_ref().ok_or(Trouble::NoFolder)?;
        let before = self.read()?;
        if before.after(change) == before {
            return Ok(before);
        }
        let path = folder.join(SHELF);
        let unwritten = |error| Trouble::Unwritten {
            path: path.clone(),
            error,
        };
        make(folder).map_err(unwritten)?;
        let _held = hold(folder);
        // Read again now that nobody else writes.
        let after = self.read()?.after(change);
        replace(&path, &written(&after)).map_err(unwritten)?;
        Ok(after)
    }

    /// Appends a report to the log, and says where that lies.
    ///
    /// # Errors
    /// When the log cannot be written.
    pub fn report(&self, report: &Report) -> Result<PathBuf, Trouble> {
        let folder = self.folder.as_ref().ok_or(Trouble::NoFolder)?;
        let path = folder.join(LOG);
        let append = || {
            make(folder)?;
            let mut options = OpenOptions::new();
            options.append(true).create(true);
            private(&mut options);
            options.open(&path)?.write_all(report.line().as_bytes())
        };
        match append() {
            Ok(()) => Ok(path),
            Err(error) => Err(Trouble::Unwritten { path, error }),
        }
    }

    /// The log of reports; empty where nothing was reported.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn reports(&self) -> Result<String, Trouble> {
        let Some(path) = self.log() else {
            return Ok(String::new());
        };
        match fs::read(&path) {
            Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(Trouble::Unread { path, error }),
        }
    }
}

/// Makes the folder, for this person alone.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// For this person alone.
#[cfg_attr(
    not(unix),
    expect(clippy::missing_const_for_fn, unused_variables, reason = "files have no modes there")
)]
fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

/// Holds the folder against other writers as long as the handle lives. Where that cannot be done, the change is made all the same.
pub(super) fn hold(folder: &Path) -> Option<File> {
    let handle = File::open(folder).ok()?;
    for _ in 0..TRIES {
        match handle.try_lock() {
            Ok(()) => return Some(handle),
            Err(TryLockError::WouldBlock) => sleep(PAUSE),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}

/// Replaces a file in one step; a link to it stays a link.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(&target)?;
    Ok(())
}
