//! The result on the screen: the code and why, the second verdict and the findings always in view, and the tabs below.
//!
//! A tab is one row of [`Tab`]; its page is made in the file of its name. Signposts and undetermined results have the first and the
//! last tab.

mod card;
mod checklist;
mod claim;
mod coverage;
mod header;
mod modifiers;
mod rules;
mod signpost;
mod tab;
mod undetermined;
mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::frame::inset;
use super::page::Page;
use super::pane::{Pane, Scroll};
use super::world::World;
use crate::claim::{CaseResult, StatusWord};

pub(crate) use card::{card, descriptor};
pub(crate) use checklist::shown as checklist_shown;
pub(crate) use claim::{lines as claim_lines, otherwise};
pub(crate) use modifiers::shown as modifiers_shown;
pub(crate) use rules::rules;
pub use tab::Tab;

/// The result on the screen.
pub(crate) struct ResultScreen<'a> {
    pub(crate) world: World<'a>,
    pub(crate) result: &'a CaseResult,
    pub(crate) tab: Tab,
    pub(crate) scroll: Scroll,
}

/// Where things go, worked out once for drawing and for the keys.
pub(crate) struct Plan {
    /// The page of the tab.
    pub(crate) page: Page,
    /// Where it is drawn.
    pub(crate) body: Rect,
    header: Page,
    pinned: Option<String>,
    pin: Rect,
    top: Rect,
    tabs: Rect,
}

impl ResultScreen<'_> {
    /// Divides the area.
    pub(crate) fn plan(&self, area: Rect) -> Plan {
        let area = inset(area);
        let header = header::page(&self.world, self.result, area.width, area.height);
        let lines = u16::try_from(header.lines.len()).unwrap_or(u16::MAX);
        let height = lines.min(header::most(area.height));
        let air = u16::from(area.height > height + 8);
        let tabs = Rect {
            y: area.y + height + air,
            height: 1.min(area.height.saturating_sub(height + air)),
            ..area
        };
        let pinned = self.pinned();
        let below = area.bottom().saturating_sub(tabs.bottom());
        let pin_height = u16::from(pinned.is_some()).min(below);
        let pin = Rect {
            y: tabs.bottom() + (air * pin_height).min(below - pin_height),
            height: pin_height,
            ..area
        };
        let top = (pin.bottom() + if pinned.is_some() { 0 } else { air }).min(area.bottom());
        let body = Rect {
            y: top,
            height: area.bottom().saturating_sub(top),
            ..area
        };
        Plan {
            page: self.page(area.as_size()),
            body,
            pinned,
            pin,
            header,
            top: Rect { height, ..area },
            tabs,
        }
    }

    /// What stays above the page of the tab.
    fn pinned(&self) -> Option<String> {
        match self.tab {
            Tab::Checklist => Some(checklist::progress(&self.world, self.result)),
            Tab::Modifiers => modifiers::pinned(&self.world, self.result),
            Tab::Code | Tab::Claim | Tab::Coverage | Tab::Why => None,
        }
    }

    /// The page of the tab; `area` is what the whole result has.
    fn page(&self, area: Size) -> Page {
        let (width, focus) = (area.width, self.scroll.focus);
        match (self.tab, self.result.status) {
            (Tab::Code, StatusWord::Code) => code_page(&self.world, self.result, width),
            (Tab::Code, StatusWord::Signpost) => signpost::page(&self.world, self.result, width),
            (Tab::Code, StatusWord::Undetermined) => undetermined::page(&self.world, self.result, width),
            (Tab::Checklist, _) => checklist::page(&self.world, self.result, width),
            (Tab::Modifiers, _) => modifiers::page(&self.world, self.result, width, focus),
            (Tab::Claim, _) => claim::page(&self.world, self.result, area),
            (Tab::Coverage, _) => coverage::page(&self.world, self.result, width),
            (Tab::Why, _) => why::page(&self.world, self.result, width),
        }
    }

    /// Draws it; says where the real cursor belongs and how much of the page is in view.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> (Option<Position>, Option<String>) {
        let plan = self.plan(area);
        let theme = &self.world.look.theme;
        Pane {
            page: &plan.header,
            scroll: Scroll::default(),
            theme,
        }
        .render(plan.top, buf);
        self.tabs().render(plan.tabs, buf);
        if let Some(pinned) = &plan.pinned {
            Line::styled(pinned.as_str(), theme.strong).render(plan.pin, buf);
        }
        let pane = self.pane(&plan);
        pane.render(plan.body, buf);
        (pane.cursor(plan.body), pane.portion(plan.body))
    }

    const fn pane<'b>(&'b self, plan: &'b Plan) -> Pane<'b> {
        Pane {
            page: &plan.page,
            scroll: self.scroll,
            theme: &self.world.look.theme,
        }
    }

    fn tabs(&self) -> Line<'static> {
        let theme = &self.world.look.theme;
        let mut spans = Vec::new();
        for tab in Tab::of(self.result.status) {
            let text = format!(" {} {} ", tab.digit(), tab.title(self.result.status));
            spans.push(Span::styled(text, if tab == self.tab { theme.tab } else { theme.text }));
            spans.push(Span::raw(" "));
        }
        Line::from(spans)
    }
}

impl Widget for &ResultScreen<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.draw(area, buf);
    }
}

fn code_page(world: &World<'_>, result: &CaseResult, width: u16) -> Page {
    let mut pen = world.pen(width);
    if let Some(known) = result.code.as_deref().and_then(|code| world.book.card(code)) {
        descriptor(&mut pen, world.book, &known.code);
        card(&mut pen, known);
    }
    pen.done()
}
