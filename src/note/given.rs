//! The bytes of a note as somebody gave them, made a text whose places are still known in the bytes.

use thiserror::Error;

/// The largest note, in bytes: many times the longest that anybody dictates.
pub const LARGEST: usize = 200 * 1024;

/// A note as a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The text.
    pub text: String,
    /// For each byte of the text, and for its end, the byte it came from; none where they are the same.
    places: Option<Vec<usize>>,
}

/// Why something is no note. Nothing of what it holds is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NoNote {
    /// Too much of it.
    #[error("it is larger than 200 kB; give one procedure note")]
    TooLarge,
    /// Another kind of file.
    #[error("it is {0}, not plain text; save the note as plain text in UTF-8")]
    NoText(&'static str),
    /// Not a single letter or digit.
    #[error("it holds no words; give the text of a procedure note")]
    Empty,
}

/// How files begin that hold more than text.
const OTHERS: [(&[u8], &str); 6] = [
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zipped file, such as a Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
];

impl Given {
    /// Reads bytes as UTF-8; what is none is taken as Windows-1252, in which many records are still written.
    ///
    /// # Errors
    /// Where it is too large, no text, or empty.
    pub fn read(bytes: &[u8]) -> Result<Self, NoNote> {
        if bytes.len() > LARGEST {
            return Err(NoNote::TooLarge);
        }
        if let Some((_, name)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
            return Err(NoNote::NoText(name));
        }
        let given = decoded(bytes);
        if given.text.contains(char::is_alphanumeric) {
            Ok(given)
        } else {
            Err(NoNote::Empty)
        }
    }

    /// The byte that a byte of the text came from.
    #[must_use]
    pub fn place(&self, at: usize) -> usize {
        let places = self.places.as_ref();
        places.map_or(at, |places| places.get(at).or(places.last()).copied().unwrap_or(at))
    }
}

/// Bytes as a text, whatever they are.
#[must_use]
pub fn decoded(bytes: &[u8]) -> Given {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let text = text.to_owned();
        return Given { text, places: None };
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let (mut places, mut at) = (Vec::with_capacity(text.capacity()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        places.extend(at..at + chunk.valid().len());
        at += chunk.valid().len();
        for byte in chunk.invalid() {
            let letter = windows_1252(*byte);
            text.push(letter);
            places.extend(std::iter::repeat_n(at, letter.len_utf8()));
            at += 1;
        }
    }
    places.push(at);
    let places = Some(places);
    Given { text, places }
}

/// The letters of Windows-1252 from 0x80 to 0x9f; those that it leaves out are the sign for what cannot be read.
const UPPER: [char; 32] = [
    '\u{20ac}', '\u{fffd}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
    '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{fffd}', '\u{17d}', '\u{fffd}', '\u{fffd}', '\u{2018}',
    '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}',
    '\u{203a}', '\u{153}', '\u{fffd}', '\u{17e}', '\u{178}',
];

fn windows_1252(byte: u8) -> char {
    let upper = byte.checked_sub(0x80).and_then(|nth| UPPER.get(usize::from(nth)));
    upper.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(b"L4\x96L5", "L4\u{2013}L5")]
    #[case(b"patient\x92s \xb5g", "patient\u{2019}s \u{b5}g")]
    #[case(b"caf\xc3\xa9 and 5\xb0", "caf\u{e9} and 5\u{b0}")]
    #[case(b"cut off: \xe2\x80", "cut off: \u{e2}\u{20ac}")]
    #[case(b"plain\x00\r\n", "plain\0\r\n")]
    fn bytes_become_letters(#[case] bytes: &[u8], #[case] text: &str) {
        assert_eq!(Given::read(bytes).unwrap().text, text);
    }

    #[test]
    fn places_lead_back_to_the_bytes() {
        let bytes = b"\xef\xbb\xbfat L4\x96L5, 40\xb0 left";
        let given = Given::read(bytes).unwrap();
        for word in ["L5", "left", "at"] {
            let at = given.text.find(word).unwrap();
            let place = given.place(at);
            assert_eq!(&bytes[place..place + word.len()], word.as_bytes());
        }
        assert_eq!(given.place(given.text.len()), bytes.len());
        let same = Given::read("caf\u{e9} L4".as_bytes()).unwrap();
        assert_eq!(same.place(6), 6);
    }

    #[rstest]
    #[case(b"%PDF-1.7 text", "a PDF file")]
    #[case(b"\xff\xfeT\0", "UTF-16")]
    #[case(b" \r\n \x00 ..", "no words")]
    #[case(&vec![b'x'; LARGEST + 1], "larger than 200 kB")]
    fn what_is_no_note_is_refused(#[case] bytes: &[u8], #[case] told: &str) {
        let refused = Given::read(bytes).unwrap_err().to_string();
        assert!(refused.contains(told), "{refused}");
    }
}
