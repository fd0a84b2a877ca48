//! Confirming what the note suggests: an answer, the levels, the items that it shows.

use super::evidence::NO_NOTE;
use crate::line::dialogue::Dialogue;
use crate::line::page::Page;
use crate::note::{Clash, Ticked};
use crate::report::note::{asked_twice, confirmable};
use crate::session::{Action, parse_facts};

/// Confirms a weak suggestion, where it is no answer.
pub(in crate::line) const YES: &str = "yes";

impl Dialogue<'_> {
    /// What an empty line does with a note: it confirms what is strong. Returns whether it did or said anything.
    pub(in crate::line) fn entered(&mut self, page: &mut Page) -> bool {
        let Some((_, weak)) = self.suggested() else {
            let takes = self.levels_wanted() && !self.levels_contested() && !self.levels;
            if takes {
                self.take_levels(page);
            }
            return takes;
        };
        if weak {
            page.ask_all();
            page.line(&format!("Not taken. {}", self.second_key()));
        } else {
            self.confirm(page);
        }
        true
    }

    /// Takes what the note suggests, however weak.
    pub(in crate::line) fn confirm(&mut self, page: &mut Page) {
        if let Some((value, _)) = self.suggested() {
            let question = self.question().map(|question| question.id.clone());
            let (Some(id), Some(question)) = (self.view.question, question) else {
                return;
            };
            if self.act(Action::Answer { question, value }, page) {
                self.echo(id, page);
                self.show(page);
            }
        } else if self.levels_wanted() {
            self.take_levels(page);
        } else if self.held.noted.is_some() {
            page.refuse("The note suggests nothing here.");
        } else {
            page.refuse(NO_NOTE);
        }
    }

    /// The answer that the note suggests for the open question, and whether it rests on weak words.
    pub(in crate::line) fn suggested(&self) -> Option<(String, bool)> {
        let id = self.view.question.filter(|id| self.case().answers.get(*id).is_none())?;
        let (_, one) = self.held.suggestion(self.procedure(), &self.book.question(id)?.id)?;
        let value = confirmable(one)?;
        self.book.read(id, &value).is_ok().then(|| (value, asked_twice(one)))
    }

    /// Whether a result waits for levels that the note has.
    pub(super) fn levels_wanted(&self) -> bool {
        let coded = self.result().is_some_and(|result| result.code.is_some());
        coded && self.case().context.levels.is_empty() && !self.level_facts().is_empty()
    }

    /// Whether the note contradicts itself about levels or sides.
    pub(super) fn levels_contested(&self) -> bool {
        let conflicts = self.held.noted.iter().flat_map(|noted| &noted.reading.conflicts);
        let about = |one: &str| matches!(one, "level" | "side");
        conflicts.into_iter().any(|one| {
            matches!(one.clash, Clash::LevelRegion | Clash::SideSide) || one.about.as_deref().is_some_and(about)
        })
    }

    /// The entries of the note as facts.
    fn level_facts(&self) -> Vec<String> {
        let procedure = self
            .held
            .noted
            .as_ref()
            .and_then(|noted| noted.procedure(self.procedure()));
        let facts = procedure.map(crate::note::Procedure::facts).unwrap_or_default();
        let read = |fact: &String| parse_facts(self.book, &self.case().context, std::slice::from_ref(fact)).is_ok();
        facts
            .into_iter()
            .filter(|fact| fact.starts_with("level=") && read(fact))
            .collect()
    }

    /// Takes all entries of the note at once, so that one undo takes them back.
    fn take_levels(&mut self, page: &mut Page) {
        let line = self.level_facts().join(" ");
        if self.act(Action::Facts { line: line.clone() }, page) {
            self.levels = false;
            page.line(&format!("Taken: {line}."));
            self.show(page);
        }
    }

    /// The items of the checklist that the note shows whole.
    pub(in crate::line) fn shown_items(&self) -> Vec<String> {
        let items = self.held.noted.iter().flat_map(|noted| &noted.reading.checklist);
        let asked = |id: &String| {
            self.result()
                .is_some_and(|result| result.checklist.iter().any(|one| one.id == *id))
        };
        let shown = items
            .filter(|item| item.state == Ticked::Shown)
            .map(|item| item.id.clone());
        shown.filter(asked).collect()
    }
}
