//! Moving the focus and scrolling, the same on every page.

use super::{App, Flow};
use crate::tui::frame::Frame;
use crate::tui::keys::Command;
use crate::tui::layers::sheet_inner;
use crate::tui::page::Page;
use crate::tui::pane::Scroll;
use crate::tui::result::ResultScreen;
use crate::tui::wizard::Wizard;
use ratatui::layout::Rect;

impl App<'_> {
    /// Moves, where the command is one of moving.
    pub(super) fn moving(&mut self, command: Command) -> Option<Flow> {
        if let Some(flow) = self.stepping(command).or_else(|| self.moving_note(command)) {
            return Some(flow);
        }
        let (page, height) = self.shown();
        let leap = isize::try_from(height.saturating_sub(1)).unwrap_or(1).max(1);
        let far = isize::try_from(page.lines.len()).unwrap_or(isize::MAX);
        let leap = if page.items.is_empty() { leap } else { (leap / 2).max(1) };
        let by = match command {
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -leap,
            Command::PageDown => leap,
            Command::First => -far,
            Command::Last => far,
            _ => return None,
        };
        let scroll = self.scroll_mut();
        let before = *scroll;
        *scroll = before.moved(&page, (by, height)).settled(&page, height);
        Some(if *scroll == before { Flow::Idle } else { Flow::Draw })
    }

    /// Moves where the layer on top knows the way.
    fn stepping(&mut self, command: Command) -> Option<Flow> {
        let sheet = self.layers.last()?;
        let width = sheet_inner(self.body_area(), sheet.layer.as_ref()).width;
        let before = sheet.scroll.focus;
        let focus = sheet.layer.step(command, before, (&self.world(), width))?;
        *self.scroll_mut() = Scroll {
            focus,
            passed: 0,
            ..self.layers.last()?.scroll
        };
        self.settle();
        Some(if focus == before { Flow::Idle } else { Flow::Draw })
    }

    /// What lies between the upper and the lower rule.
    pub(super) fn body_area(&self) -> Rect {
        let area = Rect::from((ratatui::layout::Position::ORIGIN, self.size));
        Frame::new(area, self.message_height(area)).body
    }

    /// Brings the focus and the scrolling back to what there is.
    pub(super) fn settle(&mut self) {
        if self.demo.is_some() && self.layers.is_empty() {
            return;
        }
        let (page, height) = self.shown();
        let scroll = self.scroll_mut();
        *scroll = scroll.settled(&page, height);
    }

    fn scroll_mut(&mut self) -> &mut Scroll {
        if let Some(sheet) = self.layers.last_mut() {
            return &mut sheet.scroll;
        }
        match (&self.view.question, self.tabs.get_mut(self.tab.index())) {
            (None, Some(scroll)) => scroll,
            _ => &mut self.list,
        }
    }

    /// The page that moves, and the height in which it is shown.
    pub(super) fn shown(&self) -> (Page, usize) {
        let body = self.body_area();
        let world = self.world();
        if let Some(sheet) = self.layers.last() {
            let inner = sheet_inner(body, sheet.layer.as_ref());
            return (
                sheet.layer.page(&world, inner.width, sheet.scroll.focus),
                usize::from(inner.height),
            );
        }
        if let Some(result) = world.result() {
            let (tab, scroll) = (self.tab, self.tab_scroll());
            let plan = ResultScreen {
                world,
                result,
                tab,
                scroll,
            }
            .plan(body);
            return (plan.page, usize::from(plan.body.height));
        }
        let plan = Wizard {
            world,
            scroll: self.list,
            marks: &self.marks,
        }
        .plan(body);
        (plan.page, usize::from(plan.list.height))
    }

    /// Where the tab shown is scrolled to.
    pub(super) fn tab_scroll(&self) -> Scroll {
        self.tabs.get(self.tab.index()).copied().unwrap_or_default()
    }
}
