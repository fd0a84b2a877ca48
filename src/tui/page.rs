//! A page: lines of text already wrapped to a width, some of which are items that can hold the focus. Every screen but the
//! question's right pane is a page; [`super::pane`] draws it.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;

/// Lines, and which of them are items.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// The lines.
    pub(crate) lines: Vec<Line<'static>>,
    /// The items, in order.
    pub(crate) items: Vec<Item>,
    /// Line and column of the real cursor, where it is not on the mark of an item.
    pub(crate) cursor: Option<(usize, usize)>,
}

/// Lines that hold the focus together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Item {
    /// Everything that belongs to it.
    pub(crate) lines: Range<usize>,
    /// The lines that show the focus.
    pub(crate) label: Range<usize>,
}

/// Writes a page.
#[derive(Debug, Clone)]
pub(crate) struct Pen {
    width: usize,
    theme: Theme,
    page: Page,
}

impl Pen {
    /// An empty page of a width.
    pub(crate) fn new(width: u16, theme: Theme) -> Self {
        Self {
            width: usize::from(width).max(1),
            theme,
            page: Page::default(),
        }
    }

    /// The finished page.
    pub(crate) fn done(mut self) -> Page {
        while self.page.lines.last().is_some_and(|line| line.width() == 0) && !self.ends_in_item() {
            self.page.lines.pop();
        }
        self.page
    }

    fn ends_in_item(&self) -> bool {
        let last = self.page.lines.len();
        self.page.items.last().is_some_and(|item| item.lines.end == last)
    }

    /// The styles.
    pub(crate) const fn theme(&self) -> &Theme {
        &self.theme
    }

    /// An empty line; never two in a row, none at the top.
    pub(crate) fn gap(&mut self) {
        if self.page.lines.last().is_some_and(|line| line.width() > 0) {
            self.page.lines.push(Line::default());
        }
    }

    /// A heading after a gap.
    pub(crate) fn heading(&mut self, text: &str) {
        self.gap();
        self.write("", text, self.theme.strong);
    }

    /// A paragraph.
    pub(crate) fn text(&mut self, text: &str) {
        self.write("", text, self.theme.text);
    }

    /// A point of a list.
    pub(crate) fn point(&mut self, text: &str) {
        self.write("- ", text, self.theme.text);
    }

    /// Text behind a first word; the lines that follow hang under the text.
    pub(crate) fn write(&mut self, first: &str, text: &str, style: Style) {
        self.hang((first, style), first.width(), text, style);
    }

    /// Text behind a first word of its own style, hanging at a column.
    pub(crate) fn hang(&mut self, first: (&str, Style), column: usize, text: &str, style: Style) {
        let (word, word_style) = first;
        let column = column.min(self.width / 2).max(word.width().min(self.width / 2));
        for (index, line) in wrap(text, self.width.saturating_sub(column)).into_iter().enumerate() {
            let head = if index == 0 { word } else { "" };
            let head = Span::styled(fit(head, column), if index == 0 { word_style } else { Style::new() });
            let spans = if column == 0 {
                vec![Span::styled(line, style)]
            } else {
                vec![head, Span::styled(line, style)]
            };
            self.page.lines.push(Line::from(spans));
        }
    }

    /// Text behind a badge: the style ends with the word.
    pub(crate) fn hang_badge(&mut self, badge: (&str, Style), column: usize, text: (&str, Style)) {
        let (word, style) = badge;
        let lines = wrap(text.0, self.width.saturating_sub(column));
        for (index, line) in lines.into_iter().enumerate() {
            let spans = match index {
                0 => vec![
                    Span::styled(word.to_owned(), style),
                    Span::raw(" ".repeat(column.saturating_sub(word.width()))),
                ],
                _ => vec![Span::raw(" ".repeat(column))],
            };
            let text = Span::styled(line, text.1);
            self.page
                .lines
                .push(spans.into_iter().chain([text]).collect::<Line<'_>>());
        }
    }

    /// A line as it is.
    pub(crate) fn line(&mut self, line: Line<'static>) {
        self.page.lines.push(line);
    }

    /// Makes one item of what `write` writes. Items leave two columns free on the left for the mark.
    pub(crate) fn item(&mut self, write: impl FnOnce(&mut Self)) {
        self.item_with(write, |_| ());
    }

    /// The same, with more below that belongs to it.
    pub(crate) fn item_with(&mut self, label: impl FnOnce(&mut Self), more: impl FnOnce(&mut Self)) {
        let start = self.page.lines.len();
        label(self);
        let label = start..self.page.lines.len();
        more(self);
        let lines = start..self.page.lines.len();
        self.page.items.push(Item { lines, label });
    }
}

/// Text in lines of at most `width` columns; at least one line.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let whole = !text.is_empty() && !text.contains('\n') && !text.ends_with(' ') && text.width() <= width;
    if whole {
        return vec![text.to_owned()];
    }
    let options = textwrap::Options::new(width.max(1)).word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(text, options)
        .into_iter()
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// Text filled up or cut to exactly `width` columns.
pub(crate) fn fit(text: &str, width: usize) -> String {
    let cut = cut(text, width);
    let missing = width.saturating_sub(cut.width());
    cut + &" ".repeat(missing)
}

/// Text cut at a word to at most `width` columns, with "..." where something is missing.
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    if width < 8 {
        return wrap(text, width).into_iter().next().unwrap_or_default();
    }
    let kept = wrap(text, width - 4).into_iter().next().unwrap_or_default();
    format!("{kept} ...")
}
