//! Where notes come from and who reads them.

use std::fmt::Debug;

use crate::note::Given;
use crate::pack::steers;
use crate::report::note::Noted;
use crate::tree::Book;

/// Where notes come from, and who reads them.
pub trait NoteSource: Debug {
    /// The note in a file.
    ///
    /// # Errors
    /// Why there is none, without a word of what the file holds.
    fn open(&self, path: &str) -> Result<Given, String>;

    /// Reads a note; what comes back is masked.
    ///
    /// # Errors
    /// Why nobody can.
    fn read(&self, book: &Book, text: &str) -> Result<Noted, String>;
}

/// Reads a paste or the text of a file.
///
/// # Errors
/// Why it is no note.
pub(crate) fn read(source: &dyn NoteSource, book: &Book, text: &str) -> Result<Noted, String> {
    let text = plain(text);
    let given = Given::read(text.as_bytes()).map_err(|error| error.to_string())?;
    source.read(book, &given.text)
}

/// A paste breaks its lines in any of three ways, and may hold what no screen should see.
fn plain(text: &str) -> String {
    let broken = text.replace("\r\n", "\n").replace('\r', "\n");
    broken.replace(|letter| steers(letter) && !matches!(letter, '\n' | '\t'), " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_break_is_one_and_nothing_steers() {
        assert_eq!(plain("a\r\nb\rc\nd\te\u{1b}[1m\u{202e}f"), "a\nb\nc\nd\te [1m f");
    }
}
