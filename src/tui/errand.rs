//! What the program does outside the screen, and only when asked: text to the terminal's clipboard, or into a new file.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crossterm::Command as _;
use crossterm::clipboard::CopyToClipboard;

use super::training::Learned;
use crate::shelf::{Change, Report};

/// Something to be done outside the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Text for the clipboard of the terminal.
    Clipboard {
        /// The text.
        text: String,
        /// What is said once it is sent.
        said: String,
    },
    /// Text for a new file.
    File {
        /// Its name; the folder is the one the program was started in.
        name: String,
        /// The text.
        text: String,
    },
    /// Something to be done to the shelf.
    Shelf(Change),
    /// A line for the log of reports.
    Report(Report),
    /// A teaching case that was handed in.
    Learned(Box<Learned>),
    /// A procedure note to be read from a file.
    Note {
        /// Its path, as typed.
        path: String,
    },
}

/// What stands between us and the terminal, and wants to be told to let a sequence through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Through {
    /// Nothing that we know of.
    #[default]
    Terminal,
    /// tmux: forwards what is wrapped for it, and may take the plain sequence itself.
    Tmux,
    /// GNU screen: forwards what is wrapped for it.
    Screen,
}

impl Errand {
    /// Text for the clipboard. Nobody can know whether the terminal takes it: it is "sent", never "copied".
    #[must_use]
    pub fn clipboard(text: String) -> Self {
        let said = format!(
            "{} to the terminal's clipboard. Not every terminal takes it: if it did not, select the text.",
            sent(&text)
        );
        Self::Clipboard { text, said }
    }

    /// The same, told for the first time: what is sent may be remembered.
    #[must_use]
    pub fn for_the_first_time(self) -> Self {
        let Self::Clipboard { text, .. } = self else {
            return self;
        };
        let said = format!(
            "{} to the terminal's clipboard, whose history may keep it. Not taken? Select the text.",
            sent(&text)
        );
        Self::Clipboard { text, said }
    }
}

/// "62323 was sent": a short text by itself.
fn sent(text: &str) -> String {
    if text.contains('\n') || text.len() > 40 {
        "The text in view was sent".to_owned()
    } else {
        format!("{text} was sent")
    }
}

/// The bytes that put text on the clipboard of the terminal (OSC 52).
#[must_use]
pub fn clipboard_bytes(text: &str, through: Through) -> String {
    let mut plain = String::new();
    // Writing to a String cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    match through {
        Through::Terminal => plain,
        Through::Tmux => {
            let doubled = plain.replace('\x1b', "\x1b\x1b");
            format!("{plain}\x1bPtmux;{doubled}\x1b\\")
        }
        Through::Screen => wrapped_for_screen(&plain),
    }
}

/// GNU screen cuts long strings off: each piece gets a wrapping of its own.
fn wrapped_for_screen(plain: &str) -> String {
    let letters: Vec<char> = plain.trim_end_matches("\x1b\\").chars().collect();
    let pieces = letters.chunks(SCREEN_PIECE).map(|piece| {
        let piece: String = piece.iter().collect();
        format!("\x1bP{piece}\x1b\\")
    });
    // A bell ends the inner sequence: its usual end would end the wrapping.
    pieces.chain(["\x1bP\x07\x1b\\".to_owned()]).collect()
}

const SCREEN_PIECE: usize = 240;

/// Writes a new file into a folder; a name that is taken gets a number. Never overwrites anything.
///
/// # Errors
/// When the folder cannot be written, or a hundred names are taken.
pub fn write_new(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    for nth in 1..=MOST_NAMES {
        let path = folder.join(numbered(name, nth));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::new(
        io::ErrorKind::AlreadyExists,
        format!("{name} and {} more names are taken", MOST_NAMES - 1),
    ))
}

const MOST_NAMES: usize = 100;

/// `epipath-64483-2.csv`.
fn numbered(name: &str, nth: usize) -> String {
    match (nth, name.rsplit_once('.')) {
        (1, _) | (_, None) => name.to_owned(),
        (nth, Some((stem, ending))) => format!("{stem}-{nth}.{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_gets_the_text_in_base_64() {
        assert_eq!(clipboard_bytes("62323", Through::Terminal), "\x1b]52;c;NjIzMjM=\x1b\\");
    }

    #[test]
    fn tmux_gets_it_plain_and_wrapped_with_every_escape_doubled() {
        let bytes = clipboard_bytes("62323", Through::Tmux);
        assert_eq!(
            bytes,
            "\x1b]52;c;NjIzMjM=\x1b\\\x1bPtmux;\x1b\x1b]52;c;NjIzMjM=\x1b\x1b\\\x1b\\"
        );
    }

    #[test]
    fn screen_gets_pieces_and_a_bell_at_the_end() {
        assert_eq!(
            clipboard_bytes("62323", Through::Screen),
            "\x1bP\x1b]52;c;NjIzMjM=\x1b\\\x1bP\x07\x1b\\"
        );
        let long = clipboard_bytes(&"x".repeat(900), Through::Screen);
        assert!(long.split("\x1b\\").all(|piece| piece.len() <= SCREEN_PIECE + 2));
    }

    #[test]
    fn a_file_is_never_overwritten() {
        let folder = std::env::temp_dir().join(format!("epipath-errand-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let first = write_new(&folder, "epipath-62323.txt", "one").unwrap();
        let second = write_new(&folder, "epipath-62323.txt", "two").unwrap();
        assert_eq!(std::fs::read_to_string(&first).unwrap(), "one");
        assert_eq!(second.file_name().unwrap(), "epipath-62323-2.txt");
        assert!(write_new(&folder.join("not there"), "x.txt", "").is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn it_says_sent_and_never_copied() {
        for text in ["62323", "64483-50 x 1\n"] {
            let Errand::Clipboard { said, .. } = Errand::clipboard(text.to_owned()) else {
                panic!("not for the clipboard");
            };
            assert!(said.contains("sent") && !said.contains("copied"), "{said}");
        }
    }
}
