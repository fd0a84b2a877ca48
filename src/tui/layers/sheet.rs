//! Draws a layer: a box over the screen with its title in the border, the line being typed, and its page.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};
use unicode_width::UnicodeWidthStr;

use super::Layer;
use crate::tui::page::Page;
use crate::tui::pane::{Pane, Scroll};
use crate::tui::world::World;

/// Lines longer than this are hard to read.
const WIDEST: u16 = 104;

/// A layer in view.
pub(crate) struct SheetView<'a> {
    pub(crate) world: World<'a>,
    pub(crate) layer: &'a dyn Layer,
    pub(crate) scroll: Scroll,
}

/// The box of a layer.
fn outer(body: Rect) -> Rect {
    let width = body.width.min(WIDEST);
    Rect {
        x: body.x + (body.width - width) / 2,
        width,
        ..body
    }
}

/// The part of the box that the page has.
pub(crate) fn inner(body: Rect, layer: &dyn Layer) -> Rect {
    let area = outer(body);
    let line = 2 * u16::from(layer.input().is_some());
    Rect {
        x: area.x + 2.min(area.width),
        y: area.y + (1 + line).min(area.height),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2 + line),
    }
}

impl SheetView<'_> {
    fn page(&self, body: Rect) -> Page {
        self.layer
            .page(&self.world, inner(body, self.layer).width, self.scroll.focus)
    }

    const fn pane<'b>(&'b self, page: &'b Page) -> Pane<'b> {
        Pane {
            page,
            scroll: self.scroll,
            theme: &self.world.look.theme,
        }
    }

    /// Where the real cursor belongs: in the line being typed, else on the focused row.
    pub(crate) fn cursor(&self, body: Rect) -> Option<Position> {
        let area = inner(body, self.layer);
        if let Some(line) = self.layer.input() {
            let end = u16::try_from(PROMPT.width() + line.width()).unwrap_or(u16::MAX);
            return Some(Position::new(
                area.x + end.min(area.width.saturating_sub(1)),
                outer(body).y + 1.min(body.height),
            ));
        }
        self.pane(&self.page(body)).cursor(area)
    }

    /// How much of the page is in view.
    pub(crate) fn portion(&self, body: Rect) -> Option<String> {
        self.pane(&self.page(body)).portion(inner(body, self.layer))
    }
}

const PROMPT: &str = "/ ";

impl Widget for &SheetView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let (look, area) = (self.world.look, outer(body));
        Clear.render(body, buf);
        let title = Line::from(vec![Span::styled(
            format!(" {} ", self.layer.title(&self.world)),
            look.theme.strong,
        )]);
        Block::bordered()
            .border_set(look.glyphs.border)
            .border_style(look.theme.faint)
            .title(title)
            .render(area, buf);
        let inner = inner(body, self.layer);
        if let Some(line) = self.layer.input() {
            let room = usize::from(inner.width).saturating_sub(PROMPT.width() + 1);
            let row = Rect {
                y: area.y + 1.min(area.height),
                height: 1.min(area.height),
                ..inner
            };
            Line::from(vec![
                Span::styled(PROMPT, look.theme.strong),
                Span::raw(end_of(line, room)),
            ])
            .render(row, buf);
        }
        self.pane(&self.page(body)).render(inner, buf);
    }
}

/// The end of a line that is too long.
fn end_of(line: &str, room: usize) -> String {
    let letters: Vec<char> = line.chars().collect();
    letters.iter().skip(letters.len().saturating_sub(room)).collect()
}
