//! Draws a page into an area, scrolled so that the focus is in view, with the `>` mark and the place for the real cursor.

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
}

impl Scroll {
    /// The nearest state that fits a page shown in `height` lines: the focus exists and is in view.
    pub(crate) fn settled(mut self, page: &Page, height: usize) -> Self {
        self.focus = self.focus.min(page.items.len().saturating_sub(1));
        let most = page.lines.len().saturating_sub(height);
        if let Some(item) = page.items.get(self.focus) {
            let first = if self.focus == 0 { 0 } else { item.lines.start };
            let last = if self.focus + 1 == page.items.len() {
                page.lines.len()
            } else {
                item.lines.end
            };
            let end = if last.saturating_sub(item.lines.start) <= height {
                last
            } else {
                item.lines.end
            };
            self.top = self.top.max(end.saturating_sub(height));
            let start = if item.lines.end.saturating_sub(first) <= height {
                first
            } else {
                item.lines.start
            };
            self.top = self.top.min(start);
        }
        self.top = self.top.min(most);
        self
    }

    /// Moves by items where there are any, else by lines.
    pub(crate) const fn moved(mut self, page: &Page, by: isize) -> Self {
        if page.items.is_empty() {
            self.top = self.top.saturating_add_signed(by);
        } else {
            self.focus = self.focus.saturating_add_signed(by);
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

    /// Where the real cursor belongs: on the mark of the focused item.
    pub(crate) fn cursor(&self, area: Rect) -> Option<Position> {
        let scroll = self.settled(area);
        let row = self.page.items.get(scroll.focus)?.label.start.checked_sub(scroll.top)?;
        let row = u16::try_from(row)
            .ok()
            .filter(|row| *row < area.height && area.width > 0)?;
        Some(Position::new(area.x, area.y + row))
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
        let shown = self.page.lines.iter().enumerate().skip(scroll.top);
        for ((index, line), row) in shown.zip(area.rows()) {
            line.render(row, buf);
            let Some(item) = focused.filter(|item| item.label.contains(&index)) else {
                continue;
            };
            if index == item.label.start {
                buf.set_stringn(row.x, row.y, ">", usize::from(row.width), self.theme.strong);
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
