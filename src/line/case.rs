//! The case itself: facts, answers, details, ticks, modifiers.

use super::dialogue::Dialogue;
use super::page::{Page, typed};
use crate::claim::Setting;
use crate::report::phrases::{self, checklist_shown, payer, progress};
use crate::report::{detail_questions, path_questions, standing_answer};
use crate::session::{Action, procedure_facts, session_facts};
use crate::tree::QuestionId;
use strum::IntoEnumIterator as _;

impl Dialogue<'_> {
    /// The case as it is written on a command line.
    pub(super) fn say_facts(&self, page: &mut Page) {
        let case = self.case();
        for fact in procedure_facts(self.book, &case.procedure()) {
            page.line(&fact);
        }
        for fact in session_facts(&case.context) {
            page.line(&fact);
        }
        page.line(&format!("As a command: epipath code {}", self.typed_facts()));
    }

    /// Takes facts and goes on.
    pub(super) fn facts(&mut self, line: &str, page: &mut Page) {
        let line = line.to_owned();
        let before = self.view.question;
        if self.act(Action::Facts { line: line.clone() }, page) {
            page.line(&format!("Taken: {line}."));
            if self.result().is_none() {
                page.line(&self.possible());
            }
            self.show_change(before, page);
        }
    }

    /// Every answer so far, the details, and what holds for the session.
    pub(super) fn say_answers(&self, page: &mut Page) {
        let case = self.case();
        for id in path_questions(self.book, case, &self.view) {
            self.say_standing(id, page);
        }
        for id in detail_questions(self.book, case, &self.view) {
            self.say_standing(id, page);
        }
        for fact in &case.context.levels {
            page.said("Level", &fact.written);
        }
        page.said("Setting", phrases::setting(case.context.setting));
        page.said("Payer", &payer(&case.context.payer));
        page.said("Date of service", &case.context.date.to_string());
        page.line("change and the name of a question asks it again.");
    }

    fn say_standing(&self, id: QuestionId, page: &mut Page) {
        let answer = standing_answer(self.book, self.case(), &self.view, id);
        if let Some(question) = self.book.question(id) {
            page.said(&question.title, &answer);
        }
    }

    /// The details that matter now, each with what it may be.
    pub(super) fn say_details(&self, page: &mut Page) {
        for id in detail_questions(self.book, self.case(), &self.view) {
            let Some(question) = self.book.question(id) else {
                continue;
            };
            self.say_standing(id, page);
            for answer in &question.answers {
                page.said(&format!("{}={}", question.id, answer.id), &answer.label);
            }
        }
        let context = &self.case().context;
        page.said("Setting", phrases::setting(context.setting));
        page.said("Payer", &payer(&context.payer));
        for fact in session_facts(context) {
            page.line(&fact);
        }
        page.line("Say NAME=VALUE to change one, clear NAME to take it back.");
    }

    /// Asks an answered question again, by its name or heading.
    pub(super) fn change(&mut self, name: &str, page: &mut Page) {
        let questions = &self.book.file.questions;
        let named = questions
            .iter()
            .find(|one| one.id.eq_ignore_ascii_case(name) || one.title.eq_ignore_ascii_case(name));
        let Some(question) = named.map(|question| question.id.clone()) else {
            page.line(&format!(
                "There is no question `{}`; answers says those there are.",
                typed(name)
            ));
            return;
        };
        if self.act(Action::GoTo { question }, page) {
            self.show(page);
        }
    }

    /// Takes an answer, a level or a fact back.
    pub(super) fn clear(&mut self, name: &str, page: &mut Page) {
        let levels = &self.case().context.levels;
        let level = levels.iter().find(|fact| {
            let own = fact.written.split(':').next().unwrap_or_default();
            own.eq_ignore_ascii_case(name) || fact.written.eq_ignore_ascii_case(name)
        });
        let action = match level {
            Some(fact) => Action::ClearLevel {
                level: fact.written.clone(),
            },
            None if self.book.question_named(name).is_some() => Action::Clear {
                question: name.to_owned(),
            },
            None => Action::ClearFact { name: name.to_owned() },
        };
        if self.act(action, page) {
            page.line(&format!("{} is taken back.", typed(name)));
            self.show(page);
        }
    }

    /// Changes whose claim it is.
    pub(super) fn setting(&mut self, name: &str, page: &mut Page) {
        if let Ok(setting) = name.to_lowercase().parse::<Setting>() {
            if self.act(Action::Setting(setting), page) {
                page.said("Setting", phrases::setting(setting));
                self.show_change(self.view.question, page);
            }
            return;
        }
        page.said("Now", phrases::setting(self.case().context.setting));
        for one in Setting::iter() {
            page.said(&format!("setting {one}"), phrases::setting(one));
        }
    }

    /// Changes who pays; alone, says who there is.
    pub(super) fn payer(&mut self, name: &str, page: &mut Page) {
        if name.is_empty() {
            page.said("Now", &payer(&self.case().context.payer));
            page.line("payer cpt: the CPT rules only.");
            for policy in self.book.pack().payers() {
                page.said(&format!("payer {}", policy.id), &policy.title);
            }
            page.line("A state by its two letters stands behind a colon: payer medicare:TX.");
            return;
        }
        // As a fact it is checked in the same way: a state that is none is refused.
        let written = name.split_whitespace().collect::<Vec<_>>().join(":").to_lowercase();
        let line = format!("payer={written}");
        if self.act(Action::Facts { line }, page) {
            page.said("Payer", &payer(&self.case().context.payer));
            self.show_change(self.view.question, page);
        }
    }

    /// Ticks items by number or name, or takes the ticks away.
    pub(super) fn tick(&mut self, names: &str, on: bool, page: &mut Page) {
        let Some(result) = self.result() else {
            page.refuse(super::act::NO_RESULT);
            return;
        };
        if result.checklist.is_empty() {
            page.line("There is no checklist where there is no code.");
            return;
        }
        let shown = checklist_shown(result);
        let mut items = Vec::new();
        if names.eq_ignore_ascii_case("shown") {
            items = self.shown_items();
            if items.is_empty() {
                page.line("No note shows an item of this checklist.");
            }
        }
        for name in names
            .split([',', ' '])
            .filter(|name| !name.is_empty() && !name.eq_ignore_ascii_case("shown"))
        {
            let number = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let item = number
                .and_then(|index| shown.get(index))
                .or_else(|| shown.iter().find(|item| item.id == name));
            let Some(item) = item else {
                page.line(&format!(
                    "The checklist has no item `{}`; checklist says them, with numbers.",
                    typed(name)
                ));
                return;
            };
            items.push(item.id.clone());
        }
        for item in items {
            if self.case().ticks.contains(&item) != on {
                self.act(Action::Tick { item }, page);
            }
        }
        let ticks = &self.case().ticks;
        if let Some(result) = self.result() {
            page.line(&format!("{}.", progress(result, |item| ticks.contains(item))));
        }
    }

    /// Puts a modifier on the lines, or takes it off.
    pub(super) fn modifier(&mut self, name: &str, on: bool, page: &mut Page) {
        let modifier = name.to_uppercase();
        if self.result().is_none_or(|result| result.modifiers.is_empty()) {
            page.line("There is no line to put a modifier on.");
            return;
        }
        if self.case().modifiers.contains(&modifier) == on {
            let stands = if on {
                "is put on already"
            } else {
                "was not put on by hand"
            };
            page.line(&format!("{} {stands}.", typed(&modifier)));
            return;
        }
        if self.act(
            Action::Modifier {
                modifier: modifier.clone(),
            },
            page,
        ) {
            page.line(&format!(
                "{modifier} is {} the lines.",
                if on { "put on" } else { "taken off" }
            ));
            self.show(page);
        }
    }
}
