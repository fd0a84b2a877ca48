//! Draws a layer: a box over the screen with its title in the border, the line being typed, and its page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Widget};
use unicode_width::UnicodeWidthStr;

use super::Layer;
use crate::tui::pane::{Pane, Scroll};
use crate::tui::world::World;

/// Lines longer than this are hard to read.
const WIDEST: u16 = 104;

/// Blank columns between a page and what stands beside it.
const GUTTER: u16 = 3;

/// What stands beside a page needs this many columns.
const NARROWEST: u16 = 34;

/// A layer in view.
pub(crate) struct SheetView<'a> {
    pub(crate) world: World<'a>,
    pub(crate) layer: &'a dyn Layer,
    pub(crate) scroll: Scroll,
}

/// The box of a layer; text to be selected has the whole width.
fn outer(body: Rect, layer: &dyn Layer) -> Rect {
    if layer.is_bare() {
        return body;
    }
    let width = body.width.min(WIDEST);
    Rect {
        x: body.x + (body.width - width) / 2,
        width,
        ..body
    }
}

/// The part of the box that the page has.
pub(crate) fn inner(body: Rect, layer: &dyn Layer) -> Rect {
    split(body, layer).0
}

/// The parts of the box for the page and for what stands beside it; below the page where both side by side would be too narrow.
fn split(body: Rect, layer: &dyn Layer) -> (Rect, Option<Rect>) {
    let whole = within(body, layer);
    let Some(columns) = layer.page_width() else {
        return (whole, None);
    };
    let (page, aside) = if whole.width >= columns + GUTTER + NARROWEST {
        let parts = Layout::horizontal([Constraint::Length(columns), Constraint::Fill(1)]).spacing(GUTTER);
        let [page, aside] = parts.areas(whole);
        (page, aside)
    } else {
        let parts = Layout::vertical([Constraint::Fill(1), Constraint::Fill(1)]).spacing(1);
        let [page, aside] = parts.areas(whole);
        (page, aside)
    };
    (page, Some(aside))
}

/// The part of the box inside its border and below the line being typed.
fn within(body: Rect, layer: &dyn Layer) -> Rect {
    let area = outer(body, layer);
    if layer.is_bare() {
        return Rect {
            y: area.y + 1.min(area.height),
            height: area.height.saturating_sub(1),
            ..area
        };
    }
    let line = 2 * u16::from(layer.input().is_some());
    Rect {
        x: area.x + 2.min(area.width),
        y: area.y + (1 + line).min(area.height),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2 + line),
    }
}

impl SheetView<'_> {
    /// Draws it; says where the real cursor belongs and how much of the page is in view.
    pub(crate) fn draw(&self, body: Rect, buf: &mut Buffer) -> (Option<Position>, Option<String>) {
        let (look, area) = (self.world.look, outer(body, self.layer));
        Clear.render(body, buf);
        let title = Line::from(Span::styled(
            format!(" {} ", self.layer.title(&self.world)),
            look.theme.strong,
        ));
        let borders = if self.layer.is_bare() {
            Borders::TOP
        } else {
            Borders::ALL
        };
        let block = Block::new()
            .borders(borders)
            .border_set(look.glyphs.border)
            .border_style(look.theme.faint);
        block.title(title).render(area, buf);
        let (inner, aside) = split(body, self.layer);
        let shown = self.layer.page(&self.world, inner.width, self.scroll.focus);
        let pane = Pane {
            page: &shown,
            scroll: self.scroll,
            theme: &look.theme,
        };
        pane.render(inner, buf);
        if let Some(area) = aside {
            self.aside(area, buf);
        }
        let typed = self.layer.input().map(|line| self.input(line, (area, inner), buf));
        (typed.or_else(|| pane.cursor(inner)), pane.portion(inner))
    }

    /// What stands beside the page.
    fn aside(&self, area: Rect, buf: &mut Buffer) {
        let page = self.layer.aside(&self.world, area.as_size());
        Pane {
            page: &page,
            scroll: Scroll::default(),
            theme: &self.world.look.theme,
        }
        .render(area, buf);
    }

    /// The line being typed, with the cursor at its end.
    fn input(&self, line: &str, (area, inner): (Rect, Rect), buf: &mut Buffer) -> Position {
        let prompt = self.layer.prompt();
        let room = usize::from(inner.width).saturating_sub(prompt.width() + 1);
        let shown = end_of(line, room);
        let row = Rect {
            y: area.y + 1.min(area.height),
            height: 1.min(area.height),
            ..inner
        };
        let end = u16::try_from(prompt.width() + shown.width()).unwrap_or(u16::MAX);
        Line::from(vec![
            Span::styled(prompt, self.world.look.theme.strong),
            Span::raw(shown),
        ])
        .render(row, buf);
        Position::new(row.x + end.min(row.width.saturating_sub(1)), row.y)
    }
}

impl Widget for &SheetView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        self.draw(body, buf);
    }
}

/// The end of a line that is too long.
fn end_of(line: &str, room: usize) -> String {
    let letters: Vec<char> = line.chars().collect();
    letters.iter().skip(letters.len().saturating_sub(room)).collect()
}
