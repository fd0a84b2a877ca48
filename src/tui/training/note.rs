//! A note laid out word by word. Where the window is as wide as the note, its lines stand as they are; in a narrower one lines that
//! were broken for width are joined and broken anew. Marks never move a word: their brackets take the place of blanks.

use std::ops::Range;

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::tui::theme::Theme;

/// The columns that lines of a note have at most; a line that its next word would have made longer was broken for width.
pub(crate) const FULL: usize = 76;

/// The columns beside a note, for brackets.
pub(crate) const MARGINS: u16 = 2;

/// A word and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its place in the text, in bytes.
    pub(crate) range: Range<usize>,
    /// Its line.
    pub(crate) line: usize,
    /// Its column.
    pub(crate) column: usize,
}

/// A note laid out.
#[derive(Debug, Clone)]
pub(crate) struct Note<'t> {
    text: &'t str,
    /// Its words in order.
    pub(crate) words: Vec<Word>,
    /// How many lines it has.
    pub(crate) lines: usize,
}

/// How a mark is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marking {
    /// In brackets, and bold.
    Decides,
    /// In reverse.
    Yours,
    /// Underlined and bold: the word under the cursor.
    Here,
}

/// Words that are marked, by their place in the text.
pub(crate) type Mark = (Range<usize>, Marking);

impl<'t> Note<'t> {
    /// Lays a text out in `width` columns, margins included.
    pub(crate) fn laid(text: &'t str, width: u16) -> Self {
        let text = text.trim_end();
        let width = usize::from(width.saturating_sub(MARGINS)).max(1);
        let rows = rows(text);
        let wide = rows.iter().all(|row| row.width <= width);
        let mut note = Self {
            text,
            words: Vec::new(),
            lines: 0,
        };
        let mut above: Option<&Row> = None;
        let mut column = 0;
        for row in &rows {
            if wide || !above.is_some_and(|above| row.goes_on(above)) {
                note.lines += 1;
                column = 0;
            }
            for (nth, range) in row.words.iter().enumerate() {
                let at = if wide { row.column(text, range.start) } else { column };
                let first = nth == 0 && column == 0;
                column = note.put(range, (at, first.then_some(row.indent)), (!wide).then_some(width));
            }
            above = Some(row);
        }
        note
    }

    /// Which lines are in view, to stand behind a title; empty where all of them are.
    pub(crate) fn portion(&self, top: usize, height: usize) -> String {
        if self.lines <= height {
            return String::new();
        }
        format!("  {}-{} of {}", top + 1, (top + height).min(self.lines), self.lines)
    }

    /// Puts a word at a column, or where it has room; says where it ends.
    fn put(&mut self, range: &Range<usize>, (at, indent): (usize, Option<usize>), width: Option<usize>) -> usize {
        let size = self.text.get(range.clone()).map_or(0, UnicodeWidthStr::width);
        let mut column = at;
        if let Some(width) = width {
            let start = if at == 0 {
                indent.unwrap_or(0).min(width / 4)
            } else {
                at + 1
            };
            let breaks = at > 0 && start + size > width;
            self.lines += usize::from(breaks);
            column = if breaks { 0 } else { start };
        }
        self.words.push(Word {
            range: range.clone(),
            line: self.lines.saturating_sub(1),
            column,
        });
        column + size
    }

    /// The lines between which a place of the text stands.
    pub(crate) fn lines_of(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mut within = self.words.iter().filter(|word| meets(&word.range, range));
        let first = within.next()?.line;
        Some(first..within.next_back().map_or(first, |word| word.line) + 1)
    }

    /// The lines with their marks, each one as wide as a note and its margins.
    pub(crate) fn drawn(&self, marks: &[Mark], theme: &Theme) -> Vec<Line<'static>> {
        self.drawn_from(marks, theme, 0..self.lines)
    }

    /// Some of the lines, as [`Self::drawn`] draws them.
    pub(crate) fn drawn_from(&self, marks: &[Mark], theme: &Theme, lines: Range<usize>) -> Vec<Line<'static>> {
        let mut rows: Vec<Vec<(char, Style)>> = vec![Vec::new(); self.lines];
        for word in self.words.iter().filter(|word| lines.contains(&word.line)) {
            let Some(row) = rows.get_mut(word.line) else { continue };
            row.resize(row.len().max(word.column + 1), (' ', theme.text));
            let letters = self.text.get(word.range.clone()).unwrap_or_default().char_indices();
            row.extend(letters.map(|(at, letter)| (letter, style(word.range.start + at, marks, theme))));
        }
        for (range, marking) in marks {
            self.span(range, *marking, &mut rows, theme);
        }
        let shown = rows.iter().take(lines.end).skip(lines.start);
        shown.map(|row| line(row)).collect()
    }

    /// The blanks within a mark, and its brackets.
    fn span(&self, range: &Range<usize>, marking: Marking, rows: &mut [Vec<(char, Style)>], theme: &Theme) {
        let within: Vec<&Word> = self.words.iter().filter(|word| meets(&word.range, range)).collect();
        for pair in within.windows(2) {
            let [one, other] = pair else { continue };
            let row = rows.get_mut(one.line).filter(|_| one.line == other.line);
            let blanks = row.into_iter().flat_map(|row| row.iter_mut().take(other.column + 1));
            let end = one.column + 1 + one.range.len();
            for cell in blanks.skip(end.min(other.column + 1)).filter(|cell| cell.0 == ' ') {
                cell.1 = cell.1.patch(marking.style(theme));
            }
        }
        if marking != Marking::Decides {
            return;
        }
        let (Some(first), Some(last)) = (within.first(), within.last()) else {
            return;
        };
        if let Some(cell) = rows.get_mut(first.line).and_then(|row| row.get_mut(first.column)) {
            // Words that end where others begin share a blank.
            let shared = if cell.0 == ']' { '|' } else { '[' };
            *cell = (shared, theme.strong);
        }
        let Some(row) = rows.get_mut(last.line) else { return };
        let size = self.text.get(last.range.clone()).map_or(0, |word| word.chars().count());
        let end = last.column + 1 + size;
        row.resize(row.len().max(end + 1), (' ', theme.text));
        if let Some(cell) = row.get_mut(end) {
            let shared = if cell.0 == '[' { '|' } else { ']' };
            *cell = (shared, theme.strong);
        }
    }
}

impl Marking {
    const fn style(self, theme: &Theme) -> Style {
        match self {
            Self::Decides => theme.strong,
            Self::Yours => Style::new().add_modifier(Modifier::REVERSED),
            Self::Here => Style::new().add_modifier(Modifier::UNDERLINED.union(Modifier::BOLD)),
        }
    }
}

/// The style of a letter.
fn style(at: usize, marks: &[Mark], theme: &Theme) -> Style {
    let on = marks.iter().filter(|(range, _)| range.contains(&at));
    on.fold(theme.text, |style, (_, marking)| style.patch(marking.style(theme)))
}

fn meets(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A line of the text.
struct Row {
    start: usize,
    indent: usize,
    words: Vec<Range<usize>>,
    width: usize,
    first: usize,
}

impl Row {
    /// Whether it goes on with the sentence of the row above: that one was broken because this one's first word had no room. A row
    /// longer than any that is broken is a paragraph by itself.
    const fn goes_on(&self, above: &Self) -> bool {
        let written = !self.words.is_empty() && !above.words.is_empty();
        let full = above.width <= FULL && above.width + 1 + self.first > FULL;
        written && self.indent == above.indent && full
    }

    fn column(&self, text: &str, at: usize) -> usize {
        text.get(self.start..at).map_or(0, UnicodeWidthStr::width)
    }
}

fn rows(text: &str) -> Vec<Row> {
    let mut start = 0;
    let mut rows = Vec::new();
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let words = words(line, start);
        let first = words.first().and_then(|word| text.get(word.clone()));
        rows.push(Row {
            start,
            indent: line.width() - line.trim_start().width(),
            width: line.width(),
            first: first.map_or(0, UnicodeWidthStr::width),
            words,
        });
        start += whole.len();
    }
    rows
}

fn words(line: &str, start: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in line.split(char::is_whitespace) {
        if !piece.is_empty() {
            words.push(start + at..start + at + piece.len());
        }
        at += piece.len()
            + line
                .get(at + piece.len()..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
    }
    words
}

/// Cells of one style are one span.
fn line(cells: &[(char, Style)]) -> Line<'static> {
    let runs = cells.chunk_by(|one, other| one.1 == other.1);
    let span = |run: &[(char, Style)]| {
        let text: String = run.iter().map(|cell| cell.0).collect();
        Span::styled(text, run.first().map(|cell| cell.1).unwrap_or_default())
    };
    runs.map(span).collect::<Vec<_>>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ThemeName;

    const TEXT: &str = "A TITLE\nThis line was broken because the next word, extraordinarily, had no more\nroom at its end. Two   blanks.\n\n  indented";

    fn shown(width: u16, marks: &[Mark]) -> Vec<String> {
        let lines = Note::laid(TEXT, width).drawn(marks, &Theme::of(ThemeName::Mono));
        let text = |line: &Line<'_>| line.to_string().trim_end().to_owned();
        lines.iter().map(text).collect()
    }

    #[test]
    fn a_wide_window_shows_it_as_it_stands() {
        let shown: Vec<String> = shown(80, &[]).iter().map(|line| line.replacen(' ', "", 1)).collect();
        assert_eq!(shown, TEXT.lines().collect::<Vec<_>>());
    }

    #[test]
    fn a_narrow_window_joins_what_was_broken_and_nothing_else() {
        assert_eq!(
            shown(42, &[]),
            [
                " A TITLE",
                " This line was broken because the next",
                " word, extraordinarily, had no more room",
                " at its end. Two blanks.",
                "",
                "   indented"
            ]
        );
    }

    #[test]
    fn brackets_take_the_place_of_blanks() {
        let decides = |words: &str| {
            let start = TEXT.find(words).unwrap();
            (start..start + words.len(), Marking::Decides)
        };
        let marks = [decides("TITLE"), decides("had no more\nroom"), decides("at its end")];
        let narrow = shown(42, &marks);
        assert_eq!(narrow[0], " A[TITLE]");
        assert_eq!(narrow[2], " word, extraordinarily,[had no more room]");
        assert_eq!(narrow[3], "[at its end.]Two blanks.");
        let plain = shown(42, &[]);
        for (one, other) in narrow.iter().zip(&plain) {
            let words = |line: &str| line.replace(['[', ']', '|'], " ").trim_end().to_owned();
            assert_eq!(words(one), words(other));
        }
    }

    #[test]
    fn every_word_is_laid_once_at_every_width() {
        for width in 1..100 {
            let note = Note::laid(TEXT, width);
            let words: Vec<&str> = note.words.iter().map(|word| &TEXT[word.range.clone()]).collect();
            assert_eq!(words, TEXT.split_whitespace().collect::<Vec<_>>(), "{width}");
        }
    }
}
