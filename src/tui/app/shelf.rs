//! What the person keeps beside the program, and the rule in view. What is to be written goes out as an errand.

use super::{App, Flow};
use crate::shelf::{Change, Shelf, rules};
use crate::tui::errand::Errand;
use crate::tui::keys::Command;
use crate::tui::layers::{Jot, RulePick, ShelfLayer};
use crate::tui::result::rules as rules_of_result;

impl App<'_> {
    /// Shows the shelf as it lies on the disk now, and why the last change could not be kept.
    pub fn put_shelf(&mut self, now: Shelf, trouble: Option<String>) {
        self.kept.shelf = now;
        self.kept.trouble = trouble;
        self.settle();
    }

    /// The shelf, a favorite, a note, a report.
    pub(super) fn press_shelf(&mut self, command: Command) -> Flow {
        match (command, self.card_in_view()) {
            (Command::Shelf, _) => self.open(Box::new(ShelfLayer)),
            (Command::Report, _) => self.report(),
            (_, None) => return Flow::Idle,
            (Command::Favorite, Some(id)) => {
                let on = !self.kept.shelf.is_favorite(&id);
                self.keep(Change::Favorite { id, on });
            }
            (_, Some(id)) => {
                let note = self.kept.shelf.notes.get(&id).cloned().unwrap_or_default();
                self.open(Box::new(Jot::note(id, &note)));
            }
        }
        Flow::Draw
    }

    /// Opens the line for what is wrong with the rule in view; where there are several, the choice among them.
    fn report(&mut self) {
        let mut rules = self.rules_in_view();
        match (rules.pop(), rules.is_empty()) {
            (None, _) => self.message = Some("No rule is in view here.".to_owned()),
            (Some(rule), true) => self.open(Box::new(Jot::report(rule))),
            (Some(rule), false) => {
                rules.push(rule);
                self.open(Box::new(RulePick { rules }));
            }
        }
    }

    /// The rules in view, the one in focus first: of the layer on top, else of the question, else of the tab of the result.
    pub(super) fn rules_in_view(&self) -> Vec<String> {
        let world = self.world();
        if let Some(sheet) = self.layers.last() {
            return sheet.layer.rules(&world, sheet.scroll.focus);
        }
        match (self.view.question, world.result()) {
            (Some(question), _) => vec![rules::question(&world.name(question))],
            (None, Some(result)) => rules_of_result(&world, result, (self.tab, self.tab_scroll().focus)),
            (None, None) => Vec::new(),
        }
    }

    /// The code or signpost whose card is in view, or in focus on the shelf.
    pub(super) fn card_in_view(&self) -> Option<String> {
        let sheet = self.layers.last()?;
        let rules = sheet.layer.rules(&self.world(), sheet.scroll.focus);
        rules.first().and_then(|rule| rules::on_card(rule)).map(str::to_owned)
    }

    /// Does it at once on the screen, and hands it out to be written.
    pub(super) fn keep(&mut self, change: Change) {
        self.kept.shelf.take(&change);
        let where_now = match &change {
            Change::Favorite { on: true, .. } => format!(" {} shows your shelf.", self.keys.of(Command::Shelf)),
            _ => String::new(),
        };
        self.message = change.said().map(|said| said + &where_now);
        self.errand = Some(Errand::Shelf(change));
    }

    /// Remembers a card that was opened, by its rule, where the person wants that.
    pub(super) fn remember(&mut self, card: &[String]) {
        let id = card.first().and_then(|rule| rules::on_card(rule));
        if let Some(id) = id.filter(|_| self.kept.shelf.keep_recent) {
            let change = Change::Opened(id.to_owned());
            self.kept.shelf.take(&change);
            self.errand = Some(Errand::Shelf(change));
        }
    }
}
