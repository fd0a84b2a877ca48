//! Lines under construction: one fact a line, not wrapped, nothing that steers a terminal.

use crate::pack::steers;
use crate::report::{Block, Item, Lines};

/// A text under construction.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
    /// Whether the sources are said with each rule.
    cites: bool,
    /// Whether the prompt says everything that is possible.
    asks_all: bool,
    /// Whether the prompt goes on in the line before.
    joins: bool,
}

impl Page {
    /// An empty text, with or without the sources of each rule.
    pub(super) fn new(cites: bool) -> Self {
        Self {
            cites,
            ..Self::default()
        }
    }

    /// A line. A grave accent is read out letter by letter where a quotation mark is not.
    pub(super) fn line(&mut self, text: &str) {
        let words: Vec<&str> = text.split_whitespace().collect();
        self.text += &words.join(" ").replace('`', "\"");
        self.text.push('\n');
    }

    /// A line about what could not be done; the prompt then says everything that is possible.
    pub(super) fn refuse(&mut self, text: &str) {
        self.ask_all();
        self.line(text);
    }

    /// A line that could not be understood: the prompt says everything that is possible, in the same line.
    pub(super) fn misheard(&mut self, text: &str) {
        self.refuse(text);
        self.joins = true;
    }

    /// The prompt: a line of its own, or the rest of the line about what could not be understood.
    pub(super) fn prompt(&mut self, text: &str) {
        if self.joins && self.text.ends_with('\n') {
            self.text.pop();
            self.text.push(' ');
        }
        self.line(text);
    }

    /// Has the prompt say everything that is possible.
    pub(super) const fn ask_all(&mut self) {
        self.asks_all = true;
    }

    /// Whether the prompt is to say everything that is possible.
    pub(super) const fn asks_all(&self) -> bool {
        self.asks_all
    }

    /// The sources of what was said, where they are wanted with each rule.
    pub(super) fn cite(&mut self, sources: &[String]) {
        if self.cites {
            self.said("Sources", &sources.join(", "));
        }
    }

    /// `Header: value`; nothing where there is no value.
    pub(super) fn said(&mut self, header: &str, value: &str) {
        if !value.trim().is_empty() {
            self.line(&format!("{header}: {value}"));
        }
    }

    /// An empty line, unless the text ends in one.
    pub(super) fn gap(&mut self) {
        if self.text != "\n" && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Whether anything was said.
    pub(super) fn has_text(&self) -> bool {
        !self.text.trim().is_empty()
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
                Block::Item(one) => self.line(&item(one, self.cites)),
                Block::Gap => self.gap(),
            }
        }
    }

    /// A text as it stands.
    pub(super) fn raw(&mut self, text: &str) {
        self.text += text;
        if !text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The text, safe to be written anywhere.
    pub(super) fn done(self) -> String {
        clean(&self.text)
    }
}

/// `62323: its title`, whatever stood between the two.
fn item(item: &Item, cites: bool) -> String {
    let first = item.first.trim();
    let first = first.strip_prefix('-').map_or(first, str::trim);
    let cites = if cites { item.cites() } else { String::new() };
    let text = format!("{}{cites}", item.told());
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
        '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{2500}'..='\u{28ff}' => Some('?'),
        letter if letter.is_control() => Some(' '),
        letter if steers(letter) || ('\u{200b}'..='\u{200f}').contains(&letter) => None,
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
