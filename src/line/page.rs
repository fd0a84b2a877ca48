//! Lines under construction: one fact a line, not wrapped, nothing that steers a terminal.

use crate::report::{Block, Item, Lines};

/// A text under construction.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// A line.
    pub(super) fn line(&mut self, text: &str) {
        let words: Vec<&str> = text.split_whitespace().collect();
        self.0 += &words.join(" ");
        self.0.push('\n');
    }

    /// `Header: value`; nothing where there is no value.
    pub(super) fn said(&mut self, header: &str, value: &str) {
        if !value.trim().is_empty() {
            self.line(&format!("{header}: {value}"));
        }
    }

    /// An empty line, unless the text ends in one.
    pub(super) fn gap(&mut self) {
        if self.0 != "\n" && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// A heading after a gap.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.line(text);
    }

    /// A document, every part in a line of its own.
    pub(super) fn document(&mut self, lines: &Lines) {
        for block in lines.blocks() {
            match block {
                Block::Heading(text) => self.heading(text),
                Block::Line(text) => self.line(text),
                Block::Item(one) => self.line(&item(one)),
                Block::Gap => self.gap(),
            }
        }
    }

    /// A text as it stands.
    pub(super) fn raw(&mut self, text: &str) {
        self.0 += text;
        if !text.ends_with('\n') {
            self.0.push('\n');
        }
    }

    /// The text, safe to be written anywhere.
    pub(super) fn done(self) -> String {
        clean(&self.0)
    }
}

/// `62323: its title`, whatever stood between the two.
fn item(item: &Item) -> String {
    let first = item.first.trim();
    let first = first.strip_prefix('-').map_or(first, str::trim);
    let text = format!("{}{}", item.told(), item.cites());
    match first {
        "" => text,
        first if first.ends_with(':') => format!("{first} {text}"),
        first => format!("{first}: {text}"),
    }
}

/// The text without anything that steers a terminal or turns the direction of reading: controls but line breaks, marks of
/// direction, boxes, blocks and dots in cells.
#[must_use]
pub fn clean(text: &str) -> String {
    let plain = |letter: char| match letter {
        '\n' => Some('\n'),
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{2500}'..='\u{28ff}' => Some('?'),
        letter if letter.is_control() => Some(' '),
        letter => Some(letter),
    };
    text.chars().filter_map(plain).collect()
}

/// What somebody typed, in ASCII: every joint a hyphen, every blank a blank, nothing else that the pack could know.
pub(super) fn plain(line: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        letter if letter.is_whitespace() || letter.is_control() => ' ',
        letter if letter.is_ascii() => letter,
        _ => '?',
    };
    line.trim().chars().map(plain).collect::<String>().trim().to_owned()
}

/// What somebody typed, to be repeated: cut where it is long.
pub(super) fn typed(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown += "...";
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_one_fact_a_line() {
        let mut lines = Lines::default();
        lines.item("62323  ", "Between the laminae");
        lines.heading("Units");
        lines.item("  - ", "One unit.").item("Ask: ", "Which level?");
        let mut page = Page::default();
        page.document(&lines);
        assert_eq!(
            page.done(),
            "62323: Between the laminae\n\nUnits\nOne unit.\nAsk: Which level?\n"
        );
    }

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let text = "a\x1b[31mb\tc\u{9b}d\u{202e}e\u{2502}f\u{2800}\u{7f}\r\n";
        assert_eq!(clean(text), "a [31mb c def".replace("def", "de?f?  ") + "\n");
        assert_eq!(plain(" caf\u{e9}\x07 L4\u{2013}5\u{a0}left "), "caf?  L4-5 left");
        assert_eq!(typed(&"x".repeat(50)).len(), 43);
    }
}
