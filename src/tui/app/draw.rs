//! The whole screen: frame, question or result, layers, footer.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;
use strum::EnumCount;

use super::{App, SMALLEST};
use crate::claim::StatusWord;
use crate::tui::frame::{Frame, footer, hints, inset, rule, runs, title, way};
use crate::tui::harmless::make_harmless;
use crate::tui::keys::{Command, Place};
use crate::tui::layers::SheetView;
use crate::tui::page::wrap;
use crate::tui::result::{ResultScreen, Tab};
use crate::tui::theme::{paint, strip_colors};
use crate::tui::wizard::{Wizard, rows};

impl App<'_> {
    /// Draws everything and says where the real cursor belongs; none where nothing has the focus.
    pub fn render(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let cursor = if area.width < SMALLEST.width || area.height < SMALLEST.height {
            self.too_small(area, buf);
            None
        } else {
            self.screen(area, buf)
        };
        make_harmless(buf);
        match self.look.theme.ground {
            _ if !self.look.colors => strip_colors(buf),
            Some(ground) => paint(buf, ground),
            None => {}
        }
        cursor
    }

    fn too_small(&self, area: Rect, buf: &mut Buffer) {
        let text = format!(
            "epipath needs a window of at least {} by {}; this one is {} by {}. {} quits.",
            SMALLEST.width,
            SMALLEST.height,
            area.width,
            area.height,
            self.keys.of(Command::Quit)
        );
        for (line, row) in wrap(&text, usize::from(area.width)).into_iter().zip(area.rows()) {
            Line::styled(line, self.look.theme.text).render(row, buf);
        }
    }

    fn screen(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let frame = Frame::new(area, self.message_height(area));
        let world = self.world();
        title(frame.title, buf, &world);
        way(frame.way, buf, &world);
        rule(frame.rule, buf, &self.look, None);
        let (cursor, portion) = self.body(frame.body, buf);
        for (line, row) in self.message_lines(area).into_iter().zip(inset(frame.message).rows()) {
            Line::styled(line, self.look.theme.strong).render(row, buf);
        }
        rule(frame.lower, buf, &self.look, portion.as_deref());
        let shown = (self.place_shown(), self.runs());
        let hints = hints(&self.keys, (shown.0, &shown.1), self.urgent(), |binding| {
            self.offers(binding)
        });
        footer(frame.footer, buf, &self.look, &hints);
        cursor
    }

    /// The top layer, else the question or the result.
    fn body(&self, body: Rect, buf: &mut Buffer) -> (Option<Position>, Option<String>) {
        let world = self.world();
        match (self.layers.last(), world.result()) {
            (Some(sheet), _) => SheetView {
                world,
                layer: sheet.layer.as_ref(),
                scroll: sheet.scroll,
            }
            .draw(body, buf),
            _ if self.demo.is_some() => self
                .demo
                .as_ref()
                .map_or((None, None), |desk| desk.draw(&world, body, buf)),
            (None, Some(result)) => ResultScreen {
                world,
                result,
                tab: self.tab,
                scroll: self.tab_scroll(),
            }
            .draw(body, buf),
            (None, None) => Wizard {
                world,
                scroll: self.list,
                marks: &self.marks,
            }
            .draw(body, buf),
        }
    }

    /// The place whose keys the footer shows: of the screen drawn, whatever size was told before.
    fn place_shown(&self) -> Place {
        self.place_at(SMALLEST)
    }

    /// How the numbered choices on the screen are written.
    fn runs(&self) -> String {
        let world = self.world();
        match (self.layers.last(), world.result()) {
            (Some(sheet), _) => runs(&self.keys, sheet.layer.choices(&world, sheet.scroll.focus)),
            (None, Some(result)) if result.status == StatusWord::Code => runs(&self.keys, Tab::COUNT),
            (None, Some(result)) => {
                let digits: Vec<String> = Tab::of(result.status).map(|tab| tab.digit().to_string()).collect();
                digits.join(" ")
            }
            (None, None) => runs(&self.keys, rows(&world)),
        }
    }

    fn message_lines(&self, area: Rect) -> Vec<String> {
        let text = self
            .message
            .as_ref()
            .map(|message| wrap(message, usize::from(inset(area).width)));
        let mut lines = text.unwrap_or_default();
        lines.truncate(2);
        lines
    }

    /// The rows that a message takes.
    pub(super) fn message_height(&self, area: Rect) -> u16 {
        u16::try_from(self.message_lines(area).len()).unwrap_or(0)
    }
}

impl Widget for &App<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.render(area, buf);
    }
}
