//! The question on the screen: its answers on the left, the codes still possible on the right.
//!
//! A note, of a teaching case or one that was read, takes the place of the codes.
//!
//! What goes first when room is short: the struck codes are told by reason instead of one a row; the codes still possible by
//! family instead of one a row; "where in the note"; then, in a narrow window, the whole right pane, which becomes one line.

mod answers;
mod side;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::frame::inset;
use super::keys::Command;
use super::note::{Said, told_beside};
use super::page::{Page, cut, wrap};
use super::pane::{Pane, Scroll};
use super::training::drill::note_columns;
use super::world::World;

pub(crate) use answers::{KEYS, answer_value, key_of, rows};

/// From this width on there are two panes.
const TWO_PANES: u16 = 76;

/// The question on the screen.
pub(crate) struct Wizard<'a> {
    pub(crate) world: World<'a>,
    pub(crate) scroll: Scroll,
    pub(crate) marks: &'a BTreeSet<usize>,
}

/// Where things go, worked out once for drawing and for the keys.
pub(crate) struct Plan {
    /// The answers.
    pub(crate) page: Page,
    /// Where they are drawn.
    pub(crate) list: Rect,
    head: Vec<(String, Style)>,
    top: Rect,
    note: Rect,
    side: Option<Rect>,
}

impl Wizard<'_> {
    /// Divides the area.
    pub(crate) fn plan(&self, area: Rect) -> Plan {
        let (mut left, side) = split(area, self.has_note());
        if side.is_none() {
            left.y += 1.min(left.height);
            left.height = left.height.saturating_sub(1);
        }
        let head = self.head(left.width, side.is_some());
        let page = answers::page(&self.world, self.marks, left.width);
        let notes = answers::note_height(&self.world, left.width);
        let rows = u16::try_from(page.lines.len()).unwrap_or(u16::MAX);
        let titles = u16::try_from(head.len()).unwrap_or(u16::MAX).min(left.height);
        let air = u16::from(left.height > titles + rows + notes);
        let body = left.height.saturating_sub(titles + air);
        let kept = if rows > body { notes.min(2) } else { 0 };
        let list = rows.min(body.saturating_sub(kept)).max(body.min(3));
        let list = Rect {
            y: left.y + titles + air,
            height: list,
            ..left
        };
        let below = u16::from(left.bottom() > list.bottom() + notes);
        let note_top = (list.bottom() + below).min(left.bottom());
        Plan {
            page,
            list,
            head,
            top: Rect { height: titles, ..left },
            note: Rect {
                y: note_top,
                height: left.bottom() - note_top,
                ..left
            },
            side,
        }
    }

    /// Whether a note stands beside the question: of a teaching case, or one that was read.
    const fn has_note(&self) -> bool {
        self.world.drill.is_some() || self.world.note.is_some()
    }

    fn head(&self, width: u16, beside: bool) -> Vec<(String, Style)> {
        let theme = &self.world.look.theme;
        let question = self.world.view.question.and_then(|id| self.world.book.question(id));
        let Some(question) = question else { return Vec::new() };
        let mut lines = vec![(question.title.clone(), theme.strong)];
        let ask = wrap(&question.ask, usize::from(width)).into_iter();
        lines.extend(ask.map(|line| (line, theme.text)));
        let told = told_beside(&self.world, width, beside).into_iter();
        lines.extend(told.map(|line| (line, theme.strong)));
        lines
    }

    /// Draws it; says where the real cursor belongs and how much of the list is in view.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> (Option<Position>, Option<String>) {
        let plan = self.plan(area);
        let theme = &self.world.look.theme;
        for ((line, style), row) in plan.head.iter().zip(plan.top.rows()) {
            Line::styled(line.as_str(), *style).render(row, buf);
        }
        let pane = self.pane(&plan);
        pane.render(plan.list, buf);
        let focus = self.scroll.settled(&plan.page, usize::from(plan.list.height)).focus;
        let note = answers::note(&self.world, focus, plan.note.width);
        for (line, row) in shortened(note, usize::from(plan.note.height))
            .into_iter()
            .zip(plan.note.rows())
        {
            Line::styled(line, theme.text).render(row, buf);
        }
        self.side(area, plan.side, buf);
        (pane.cursor(plan.list), pane.portion(plan.list))
    }

    /// The right pane; in a narrow window one line above the question.
    fn side(&self, area: Rect, side: Option<Rect>, buf: &mut Buffer) {
        if let (Some(side), Some(drill)) = (side, self.world.drill) {
            drill.draw(side, buf, &self.world.look.theme);
            return;
        }
        if let (Some(side), Some(note)) = (side, self.world.note) {
            note.draw(Said::here(&self.world).as_ref(), side, (buf, &self.world.look.theme));
            return;
        }
        if let Some(side) = side {
            let lines = side::lines(&self.world, side.width, usize::from(side.height));
            for (line, row) in lines.into_iter().zip(side.rows()) {
                line.render(row, buf);
            }
            return;
        }
        let row = Rect {
            height: 1.min(area.height),
            ..inset(area)
        };
        let told = match self.world.drill {
            Some(drill) => format!(
                "{} (the note: {})",
                drill.case.title,
                self.world.keys.of(Command::CaseNote)
            ),
            None => side::summary(&self.world),
        };
        let text = cut(&told, usize::from(row.width));
        Line::styled(text, self.world.look.theme.strong).render(row, buf);
    }

    const fn pane<'b>(&'b self, plan: &'b Plan) -> Pane<'b> {
        Pane {
            page: &plan.page,
            scroll: self.scroll,
            theme: &self.world.look.theme,
        }
    }
}

/// Where a note is drawn beside the question.
pub(crate) fn note_area(area: Rect) -> Option<Rect> {
    split(area, true).1
}

/// The left pane, and the right one where there is room. Beside a note the question gives way.
fn split(area: Rect, noted: bool) -> (Rect, Option<Rect>) {
    let inner = inset(area);
    if noted {
        let Some(note) = note_columns(inner.width) else {
            return (inner, None);
        };
        let left = inner.width - note - 1;
        let side = Rect {
            x: inner.x + left + 1,
            width: note,
            ..inner
        };
        return (Rect { width: left, ..inner }, Some(side));
    }
    if area.width < TWO_PANES {
        return (inner, None);
    }
    let left = (inner.width * 59 / 100).min(64);
    let side = Rect {
        x: inner.x + left + 2,
        width: inner.width - left - 2,
        ..inner
    };
    (Rect { width: left, ..inner }, Some(side))
}

/// A note that does not fit ends in "..."; `w` shows it whole.
fn shortened(mut note: Vec<String>, height: usize) -> Vec<String> {
    let whole = note.len() <= height;
    note.truncate(height);
    if let Some(last) = note.last_mut().filter(|_| !whole) {
        let kept = last.rsplit_once(' ').map_or("", |(kept, _)| kept);
        *last = format!("{kept} ...");
    }
    note
}

impl Widget for &Wizard<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.draw(area, buf);
    }
}
