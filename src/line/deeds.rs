//! Steps between procedures and through the history, and what each step was, in words.

use super::dialogue::Dialogue;
use super::page::Page;
use super::result::procedure_end;
use crate::report::phrases::{self, count};
use crate::session::Action;

impl Dialogue<'_> {
    /// Goes to the procedure beside this one and says which it is; its result is said by `code`.
    pub(super) fn turns(&mut self, action: Action, page: &mut Page) {
        if self.case().place().1 < 2 {
            page.line("This is the only procedure.");
        } else if self.act(action, page) {
            if self.view.question.is_some() {
                self.show(page);
            } else {
                self.say_procedure(page);
                page.line("code says its result again.");
            }
        }
    }

    /// Takes the procedure on the desk out of the session; says which went and how many are left.
    pub(super) fn drop_procedure(&mut self, page: &mut Page) {
        let (here, all) = self.case().place();
        let end = self
            .view
            .procedures
            .get(here)
            .map(|status| procedure_end(self.book, status));
        if self.act(Action::DropProcedure, page) {
            let end = end.map(|end| format!(", {end}")).unwrap_or_default();
            let left = count(all.saturating_sub(1), "procedure");
            page.line(&format!(
                "Procedure {} of {all}{end}, is dropped; {left} left.",
                here + 1
            ));
            self.show(page);
        }
    }

    /// Takes a step back, or does it again, and says which it was.
    pub(super) fn again_or_not(&mut self, back: bool, page: &mut Page) {
        let taken = self.session.actions().last().cloned();
        let result = self.view.result.clone();
        let done = if back {
            self.session.undo(self.book)
        } else {
            self.session.redo(self.book)
        };
        if !done {
            page.line(if back { "Nothing to undo." } else { "Nothing to redo." });
            return;
        }
        self.refresh();
        let action = if back {
            taken
        } else {
            self.session.actions().last().cloned()
        };
        let words = action.map(|action| self.deed(&action)).unwrap_or_default();
        page.said(if back { "Taken back" } else { "Done again" }, &format!("{words}."));
        if self.view.result.is_none() || self.view.result != result {
            self.show_brief(page);
        }
    }

    /// A step in words: "Imaging: CT", "the tick on item".
    fn deed(&self, action: &Action) -> String {
        match action {
            Action::Answer { question, value } => {
                let id = self.book.question_named(question);
                let given = id.and_then(|id| Some(self.book.short(id, self.book.read(id, value).ok()?)));
                format!(
                    "{}, {}",
                    self.title_of(question),
                    given.unwrap_or_else(|| value.clone())
                )
            }
            Action::Clear { question } => format!("{} cleared", self.title_of(question)),
            Action::Back => "the step back to the question before".to_owned(),
            Action::Forward => "the step forward".to_owned(),
            Action::GoTo { question } => format!("the step to {}", self.title_of(question)),
            Action::Tick { item } => format!("a tick, {}", item.replace('-', " ")),
            Action::Modifier { modifier } => format!("modifier {modifier} by hand"),
            Action::Level { level } => format!("level {}", level.replace(':', " ")),
            Action::ClearLevel { level } => format!("level {} cleared", level.replace(':', " ")),
            Action::AddProcedure => "another procedure".to_owned(),
            Action::NextProcedure => "the step to the next procedure".to_owned(),
            Action::PreviousProcedure => "the step to the procedure before".to_owned(),
            Action::DropProcedure => "the dropping of a procedure".to_owned(),
            Action::Facts { line } => format!("the facts {line}"),
            Action::Begin { line } => format!("the new case with {line}"),
            Action::ClearFact { name } => format!("{name} cleared"),
            Action::Setting(setting) => format!("setting {}", phrases::setting(*setting)),
            Action::Payer(name) => format!("payer {}", phrases::payer(name)),
        }
    }
}
