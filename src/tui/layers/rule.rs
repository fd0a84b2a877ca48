//! `!` where several rules are in view: which of them is wrong.

use super::{Jot, Layer, Place, Reply};
use crate::shelf::rules;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, cut};
use crate::tui::world::World;

/// The rules in view, to choose among.
pub(crate) struct RulePick {
    pub(crate) rules: Vec<String>,
}

/// What a rule says; of a finding, what the result says.
fn said(world: &World<'_>, rule: &str) -> String {
    let findings = world.result().into_iter().flat_map(|result| &result.findings);
    let mut findings = findings.filter(|finding| rules::finding(&finding.id) == rule);
    let told = findings.next().map(|finding| finding.text.clone());
    told.or_else(|| rules::said(world.book, rule)).unwrap_or_default()
}

impl Layer for RulePick {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, _: &World<'_>) -> String {
        "Which rule is wrong?".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, focus: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        for (index, rule) in self.rules.iter().enumerate() {
            let said = said(world, rule);
            let room = usize::from(width).saturating_sub(INDENT);
            let said = if index == focus { said } else { cut(&said, room) };
            pen.item_with(
                |pen| pen.hang(("  ", theme.strong), 2, rule, theme.strong),
                |pen| {
                    if !said.is_empty() {
                        pen.hang(("", theme.text), INDENT, &said, theme.text);
                    }
                },
            );
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, _: &World<'_>) -> Reply {
        match (pressed.command, self.rules.get(focus)) {
            (Command::Take, Some(rule)) => Reply::CloseAnd(Box::new(Reply::Open(Box::new(Jot::report(rule.clone()))))),
            _ => Reply::Ignored,
        }
    }
}

const INDENT: usize = 6;
