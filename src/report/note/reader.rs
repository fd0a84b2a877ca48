//! Reads notes and hides in them what identifies a person, in one step: what comes out holds nothing of that.

use super::quotes::Noted;
use crate::note::Reader;
use crate::note::mask::hide;
use crate::pack::model::Lexicon;
use crate::tree::Book;

/// A lexicon made ready to read notes and to hide what identifies a person.
#[derive(Debug)]
pub struct NoteReader {
    reader: Reader,
}

impl NoteReader {
    /// Makes a lexicon ready; worth keeping for more than one note.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        Self {
            reader: Reader::new(lexicon),
        }
    }

    /// Reads a note.
    #[must_use]
    pub fn read(&self, book: &Book, note: &str) -> Noted {
        let hidden = hide(note, &self.reader.masked(note));
        Noted::new(hidden, self.reader.read(book, note))
    }
}
