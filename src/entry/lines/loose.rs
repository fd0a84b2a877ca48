//! Lines as people write them: `64483-50, 64484 x2`, `64483 LT`, `64484*2`, `62323 x 1  L4-L5`.

use super::unread::Unread;
use super::{Read, word as form};
use crate::claim::Line;

/// Reads words one by one; commas, semicolons and line ends part the lines, and a code starts one.
///
/// # Errors
/// Everything that cannot be read, each with its place.
pub fn read(text: &str) -> Result<Read, Unread> {
    let mut reader = Reader::default();
    for (number, row) in (1..).zip(text.lines()) {
        reader.place = format!("line {number}");
        for piece in row.split([',', ';']) {
            reader.open = false;
            for word in piece.split_whitespace() {
                reader.word(word);
            }
            reader.end_of_piece();
        }
    }
    reader.unread.or(reader.read)
}

#[derive(Default)]
struct Reader {
    read: Read,
    unread: Unread,
    place: String,
    /// Whether words still belong to the last line.
    open: bool,
    /// An `x` that waits for its number.
    times: bool,
}

impl Reader {
    fn word(&mut self, word: &str) {
        if self.times {
            self.times = false;
            match form::units(word) {
                Some(units) => self.units(units, word),
                None => self.refuse(word, form::NO_UNITS),
            }
        } else if word.contains('=') {
            self.read.facts.push(word.to_owned());
        } else if let Some(level) = level(word).filter(|_| !self.read.lines.is_empty()) {
            // Levels may be parted by commas, so they go to the last line however it ended.
            self.last(|line| line.levels.push(level));
        } else if form::code(head(word)).is_some() {
            self.line(word);
        } else if !self.open {
            self.refuse(word, form::NO_CODE);
        } else if matches!(word, "x" | "X" | "*") {
            self.times = true;
        } else {
            self.more(word);
        }
    }

    /// A word after the code: units or a modifier.
    fn more(&mut self, word: &str) {
        let times = word.strip_prefix(['x', 'X', '*']).and_then(form::units);
        // After a code and a space `x4` counts; a modifier so named is written with a hyphen.
        if let Some(units) = times {
            self.units(units, word);
            return;
        }
        for part in word.trim_start_matches('-').split('-') {
            self.part(part, word);
        }
    }

    /// `64483-50-KX`, with `x2` or `*2` at its end.
    fn line(&mut self, word: &str) {
        let written = word.trim_start_matches('+');
        let (code, rest) = written.split_at_checked(CODE).unwrap_or((written, ""));
        self.read.lines.push(Line {
            code: code.to_ascii_uppercase(),
            units: 1,
            ..Line::default()
        });
        self.open = true;
        match rest.strip_prefix('-') {
            Some(parts) => parts.split('-').for_each(|part| self.part(part, word)),
            None if rest.is_empty() => {}
            None => match rest.strip_prefix(['x', 'X', '*']) {
                Some("") => self.times = true,
                Some(count) if form::units(count).is_some() => self.more(rest),
                _ => self.refuse(word, form::NO_CODE),
            },
        }
    }

    /// A modifier, perhaps with its units: `LT`, `LTx2`.
    fn part(&mut self, part: &str, word: &str) {
        let whole = form::modifier(part).filter(|_| part.len() == 2 || !part.contains(['x', 'X']));
        if let Some(modifier) = whole {
            if part.len() == 1 {
                self.refuse(
                    word,
                    "is neither units nor a modifier; write units as x2, a modifier with two letters or digits",
                );
            } else {
                self.last(|line| line.modifiers.push(modifier));
            }
            return;
        }
        let counted = part.rsplit_once(['x', 'X', '*']).and_then(|(modifier, count)| {
            let modifier = form::modifier(modifier).filter(|_| modifier.len() > 1)?;
            Some((modifier, form::units(count)?))
        });
        match (counted, form::modifier(part).filter(|_| part.len() > 1)) {
            (Some((modifier, units)), _) => {
                self.last(|line| line.modifiers.push(modifier));
                self.units(units, word);
            }
            (None, Some(modifier)) => self.last(|line| line.modifiers.push(modifier)),
            (None, None) if form::code(part).is_some() => {
                self.refuse(word, "holds two codes; part them by a comma");
            }
            (None, None) => self.refuse(word, form::NO_MODIFIER),
        }
    }

    fn units(&mut self, units: u32, word: &str) {
        if self.open {
            self.last(|line| line.units = units);
        } else {
            self.refuse(word, form::NO_CODE);
        }
    }

    fn last(&mut self, change: impl FnOnce(&mut Line)) {
        if let Some(line) = self.read.lines.last_mut() {
            change(line);
        }
    }

    fn end_of_piece(&mut self) {
        if self.times {
            self.times = false;
            self.refuse("x", "has no number after it; write x2");
        }
    }

    fn refuse(&mut self, word: &str, why: &str) {
        self.unread.add(self.place.clone(), word, why);
    }
}

/// Characters of a code.
const CODE: usize = 5;

/// What of a word may be a code: all before the first hyphen or sign of multiplication.
fn head(word: &str) -> &str {
    let word = word.trim_start_matches('+');
    word.split_at_checked(CODE).map_or(word, |(code, rest)| {
        if rest.is_empty() || rest.starts_with(['-', 'x', 'X', '*']) {
            code
        } else {
            word
        }
    })
}

/// A level of two vertebrae, or a sacral foramen; a lone vertebra could as well be a modifier.
fn level(word: &str) -> Option<String> {
    let joint = word.contains(['-', '/']) && word.starts_with(|c: char| c.is_ascii_alphabetic());
    let sacral = word.len() == 2 && word.starts_with(['S', 's']) && word.ends_with(|c: char| c.is_ascii_digit());
    if joint || sacral { form::level(word).ok() } else { None }
}
