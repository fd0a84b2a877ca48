//! Notes for the wizard: files are opened and the lexicon is read when a note is first asked for.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use super::super::open::{self, Folders};
use super::input;
use crate::line::Notes;
use crate::note::Given;
use crate::report::note::{NoteReader, Noted};
use crate::tree::Book;
use crate::tui::NoteSource;

/// Where the wizard takes notes from.
#[derive(Debug)]
pub(in crate::cli) struct Files {
    pack: Option<PathBuf>,
    reader: OnceCell<NoteReader>,
}

impl Files {
    /// Notes that are read with the words of a pack.
    pub(in crate::cli) fn new(folders: Folders<'_>) -> Self {
        Self {
            pack: folders.pack.map(Path::to_path_buf),
            reader: OnceCell::new(),
        }
    }
}

impl Notes for Files {
    fn open(&self, path: &str) -> Result<Given, String> {
        let path = Path::new(path.trim_matches('"'));
        let bytes = input::bytes(path).map_err(|error| error.to_string())?;
        Given::read(&bytes).map_err(|error| error.to_string())
    }

    fn reader(&self) -> Result<&NoteReader, String> {
        if let Some(reader) = self.reader.get() {
            return Ok(reader);
        }
        let lexicon = open::words(self.pack.as_deref()).map_err(|failure| failure.message)?;
        Ok(self.reader.get_or_init(|| NoteReader::new(lexicon)))
    }
}

impl NoteSource for Files {
    fn open(&self, path: &str) -> Result<Given, String> {
        Notes::open(self, path)
    }

    fn read(&self, book: &Book, text: &str) -> Result<Noted, String> {
        self.reader().map(|reader| reader.read(book, text))
    }
}
