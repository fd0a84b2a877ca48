//! Draws a page into an area, scrolled so that the focus is in view, with the `>` mark and the place for the real cursor.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::page::Page;
use super::theme::Theme;

/// Which item of a page has the focus, and which line is at the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Scroll {
    /// The focused item.
    pub(crate) focus: usize,
    /// The line at the top.
    pub(crate) top: usize,
    /// How many lines of a focused item that is taller than the window were passed.
    pub(crate) passed: usize,
}

impl Scroll {
    /// The nearest state that fits a page shown in `height` lines: the focus exists and is in view, what leads to it too. Of what is
    /// taller than the window some lines are.
    pub(crate) fn settled(mut self, page: &Page, height: usize) -> Self {
        self.focus = self.focus.min(page.items.len().saturating_sub(1));
        let most = page.lines.len().saturating_sub(height);
        if let Some(about) = self.about(page, height) {
            let bottom = about.end.saturating_sub(height);
            if about.start < bottom {
                self.passed = self.passed.min(bottom - about.start);
                self.top = about.start + self.passed;
            } else {
                self.passed = 0;
                self.top = self.top.clamp(bottom, about.start);
            }
        }
        self.top = self.top.min(most);
        self
    }

    /// The lines of the focused item: with the heading above it, as far as the item itself stays in view, and what follows the last.
    fn about(self, page: &Page, height: usize) -> Option<Range<usize>> {
        let item = page.items.get(self.focus)?;
        let before = self.focus.checked_sub(1).and_then(|before| page.items.get(before));
        let above = before.map_or(0, |before| before.lines.end).min(item.lines.start);
        let blank = above < item.lines.start && page.lines.get(above).is_some_and(|line| line.width() == 0);
        let start = above + usize::from(blank);
        let last = self.focus + 1 == page.items.len();
        let end = if last { page.lines.len() } else { item.lines.end };
        Some(
            start
                .max((item.label.start + 1).saturating_sub(height))
                .min(item.lines.start)..end,
        )
    }

    /// Moves by items where there are any, else by lines. What is taller than the window is read to its end before the next item.
    pub(crate) fn moved(mut self, page: &Page, (by, height): (isize, usize)) -> Self {
        let Some(about) = self.about(page, height) else {
            self.top = self.top.saturating_add_signed(by);
            return self;
        };
        let step = height.saturating_sub(1).max(1);
        let most = about.end.saturating_sub(height).saturating_sub(about.start);
        match by {
            1 if self.passed < most => self.passed = (self.passed + step).min(most),
            -1 if self.passed > 0 => self.passed = self.passed.saturating_sub(step),
            _ => {
                let last = page.items.len().saturating_sub(1);
                let next = self.focus.saturating_add_signed(by).min(last);
                if next != self.focus || by < 0 {
                    self.passed = 0;
                }
                self.focus = next;
            }
        }
        self
    }
}

/// A page in view.
#[derive(Debug)]
pub(crate) struct Pane<'a> {
    /// What is shown.
    pub(crate) page: &'a Page,
    /// From where.
    pub(crate) scroll: Scroll,
    /// In which styles.
    pub(crate) theme: &'a Theme,
}

impl Pane<'_> {
    fn settled(&self, area: Rect) -> Scroll {
        self.scroll.settled(self.page, usize::from(area.height))
    }

    /// The line with the mark: the first of the focused item; of one that begins above, the first in view.
    fn mark(&self, scroll: Scroll) -> Option<usize> {
        let item = self.page.items.get(scroll.focus)?;
        Some(item.label.start.max(scroll.top))
    }

    /// Where the real cursor belongs: on the mark of the focused item.
    pub(crate) fn cursor(&self, area: Rect) -> Option<Position> {
        let scroll = self.settled(area);
        let (line, column) = match self.page.cursor {
            Some(place) => place,
            None => (self.mark(scroll)?, 0),
        };
        let row = u16::try_from(line.checked_sub(scroll.top)?).ok();
        let row = row.filter(|row| *row < area.height && area.width > 0)?;
        let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width - 1);
        Some(Position::new(area.x + column, area.y + row))
    }

    /// "1-12 of 40", where not everything is in view.
    pub(crate) fn portion(&self, area: Rect) -> Option<String> {
        let (lines, height) = (self.page.lines.len(), usize::from(area.height));
        let top = self.settled(area).top;
        (lines > height && height > 0).then(|| format!("lines {}-{} of {lines}", top + 1, (top + height).min(lines)))
    }
}

impl Widget for &Pane<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let scroll = self.settled(area);
        let focused = self.page.items.get(scroll.focus);
        let mark = self.mark(scroll);
        let shown = self.page.lines.iter().enumerate().skip(scroll.top);
        for ((index, line), row) in shown.zip(area.rows()) {
            line.render(row, buf);
            if mark == Some(index) {
                buf.set_stringn(row.x, row.y, ">", usize::from(row.width), self.theme.strong);
            }
            if focused.is_none_or(|item| !item.label.contains(&index)) {
                continue;
            }
            let text = Rect {
                x: row.x + 2.min(row.width),
                width: row.width.saturating_sub(2),
                ..row
            };
            buf.set_style(text, self.theme.focus);
        }
    }
}
