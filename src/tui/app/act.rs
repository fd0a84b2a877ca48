//! What each command does.

use super::desk::next_setting;
use super::{App, Flow};
use crate::session::Action;
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{
    Answers, CompareList, Details, Export, Facts, Find, Help, Levels, Payers, Query, Reply, Sources, Tree, WhatIf, Why,
    of_question, of_result,
};
use crate::tui::pane::Scroll;
use crate::tui::result::{Tab, checklist_shown, modifiers_shown};
use crate::tui::wizard::{answer_value, rows};
use crate::tui::words::capital;

impl App<'_> {
    /// Does what was asked for.
    pub(super) fn press(&mut self, pressed: Pressed) -> Flow {
        if let Some(flow) = self.press_demo(pressed.command) {
            return flow;
        }
        if let Some(flow) = self.moving(pressed.command) {
            return flow;
        }
        match pressed.command {
            Command::HandIn if !self.layers.is_empty() => self.press_layer(pressed),
            Command::ReadNote
            | Command::NextQuote
            | Command::PreviousQuote
            | Command::Evidence
            | Command::TickShown
            | Command::CaseNote => self.press_note(pressed.command),
            Command::Drill => self.turn_drill(),
            command if command.drills() => self.press_drill(command),
            Command::Help | Command::Find | Command::Sources => self.open_over(pressed.command),
            Command::Shelf | Command::Favorite | Command::Note | Command::Report => self.press_shelf(pressed.command),
            Command::Compare => self.open_compare(),
            _ if !self.layers.is_empty() => self.press_layer(pressed),
            Command::Why
            | Command::Answers
            | Command::Details
            | Command::Levels
            | Command::Tree
            | Command::WhatIf
            | Command::Facts
            | Command::Payers
            | Command::Query => self.open_case(pressed.command),
            Command::Back => self.done(Action::Back),
            Command::Forward => self.done(Action::Forward),
            Command::NextSetting => self.done(Action::Setting(next_setting(self.session.case().context.setting))),
            Command::NextPayer => self.done(Action::Payer(self.next_payer())),
            Command::NextProcedure => self.turn_to(Action::NextProcedure),
            Command::PreviousProcedure => self.turn_to(Action::PreviousProcedure),
            Command::AddProcedure => self.turn_to(Action::AddProcedure),
            Command::DropProcedure => self.turn_to(Action::DropProcedure),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            _ if self.view.question.is_some() => self.press_question(pressed),
            _ => self.press_result(pressed),
        }
    }

    fn done(&mut self, action: Action) -> Flow {
        self.act(action);
        Flow::Draw
    }

    /// Changes the case; a refusal is said.
    /// Returns whether it was done.
    pub(super) fn act(&mut self, action: Action) -> bool {
        let counted = self.session.case().context.prior_sessions.is_some();
        match self.session.update(self.book, action) {
            Ok(()) => {
                self.refresh();
                self.tell_fallen();
                self.tell_forgotten(counted);
                self.answered_anew();
                true
            }
            Err(refused) => {
                self.message = Some(format!("{}.", capital(&refused.to_string())));
                false
            }
        }
    }

    fn undo(&mut self) -> Flow {
        if self.session.undo(self.book) {
            self.refresh();
        } else {
            self.message = Some("Nothing to undo.".to_owned());
        }
        Flow::Draw
    }

    fn redo(&mut self) -> Flow {
        if self.session.redo(self.book) {
            self.refresh();
        } else {
            self.message = Some("Nothing to redo.".to_owned());
        }
        Flow::Draw
    }

    /// Leaves or starts anew: at once where nothing is lost, else after a second press.
    pub(super) fn twice(&mut self, command: Command, asked: Option<Command>) -> Flow {
        let lost = self.view.result.is_none() && !self.session.case().answers.is_empty();
        let next = command == Command::NextCase;
        if lost && asked != Some(command) {
            self.asked = Some(command);
            let key = self.keys.at(self.place(), command);
            let what = if next { "start over" } else { "leave" };
            self.message = Some(format!("This case is not finished. Press {key} again to {what}."));
            return Flow::Draw;
        }
        if !next {
            return Flow::Quit;
        }
        self.session.restart();
        self.note = None;
        self.tab = Tab::Code;
        self.refresh();
        self.message = Some("A new case.".to_owned());
        Flow::Draw
    }

    /// Begins a case with facts: at once where nothing is lost, else after a second press.
    pub(super) fn begin(&mut self, line: String) -> Flow {
        let old = self.session.case().clone();
        let lost = self.view.result.is_none() && !old.answers.is_empty();
        if lost && self.before != Some(Command::Begin) {
            self.asked = Some(Command::Begin);
            let key = self.keys.at(Place::Typing, Command::Begin);
            self.message = Some(format!(
                "This case is not finished. Press {key} again to start another one."
            ));
            return Flow::Draw;
        }
        if self.act(Action::Begin { line }) {
            self.note = None;
            self.layers.clear();
            self.tab = Tab::Code;
            self.look_at_question();
            let undo = self.keys.of(Command::Undo);
            self.message = (!old.answers.is_empty()).then(|| format!("A new case; {undo} brings the one before back."));
        }
        Flow::Draw
    }

    fn press_question(&mut self, pressed: Pressed) -> Flow {
        let answers = rows(&self.world());
        let value = match pressed.command {
            Command::Choose if pressed.nth < answers => answer_value(&self.world(), [pressed.nth], ","),
            Command::Mark => return self.mark(answers),
            Command::Take if !self.marks.is_empty() => answer_value(&self.world(), self.marks.iter().copied(), ","),
            Command::Take if self.list.focus < answers => answer_value(&self.world(), [self.list.focus], ","),
            Command::NotDocumented | Command::Take => Some("not-documented".to_owned()),
            Command::TakeAll => answer_value(&self.world(), self.marks.iter().copied(), "+"),
            _ => None,
        };
        let question = self.view.question.map(|id| self.world().name(id));
        let value = value.filter(|value| !value.is_empty());
        if value.is_some() && pressed.command == Command::Take && self.asks_again() {
            return Flow::Draw;
        }
        match (question, value) {
            (Some(question), Some(value)) => {
                self.act(Action::Answer { question, value });
                self.follow_note();
                Flow::Draw
            }
            _ => Flow::Idle,
        }
    }

    fn mark(&mut self, answers: usize) -> Flow {
        if self.list.focus >= answers {
            self.message = Some(format!(
                "\"Not documented\" stands alone: press {} or {}.",
                self.keys.of(Command::NotDocumented),
                self.keys.of(Command::Take)
            ));
        } else if !self.marks.remove(&self.list.focus) {
            self.marks.insert(self.list.focus);
        }
        if !self.marks.is_empty() {
            let all = if self.may_take_all() {
                format!("; {} takes them as all true together", self.keys.of(Command::TakeAll))
            } else {
                String::new()
            };
            let take = self.keys.of(Command::Take);
            self.message = Some(format!(
                "{take} takes the marked answers as \"one of these, the note does not say which\"{all}."
            ));
        }
        Flow::Draw
    }

    fn press_result(&mut self, pressed: Pressed) -> Flow {
        let Some(result) = &self.view.result else {
            return Flow::Idle;
        };
        let status = result.status;
        match pressed.command {
            Command::Tab => {
                if let Some(tab) = Tab::of(status).find(|tab| tab.index() == pressed.nth) {
                    self.tab = tab;
                } else {
                    let find = self.keys.at(self.place(), Command::Find);
                    self.message = Some(format!(
                        "This result has no such tab. {find} and a number opens the card of a code."
                    ));
                }
            }
            Command::NextTab => self.tab = self.tab.turned(status, false),
            Command::PreviousTab => self.tab = self.tab.turned(status, true),
            Command::Toggle => return self.toggle(),
            Command::Export => self.open(Box::new(Export::text())),
            Command::Receipt => self.open(Box::new(Export::receipt())),
            Command::Copy => self.send_code(),
            Command::CopyLines => self.send_lines(),
            _ => return Flow::Idle,
        }
        Flow::Draw
    }

    fn toggle(&mut self) -> Flow {
        let Some(result) = &self.view.result else {
            return Flow::Idle;
        };
        let focus = self.tabs.get(self.tab.index()).map_or(0, |scroll| scroll.focus);
        let action = match self.tab {
            Tab::Checklist => checklist_shown(result)
                .get(focus)
                .map(|item| Action::Tick { item: item.id.clone() }),
            Tab::Modifiers => modifiers_shown(result).get(focus).map(|one| Action::Modifier {
                modifier: one.modifier.clone(),
            }),
            Tab::Code | Tab::Claim | Tab::Coverage | Tab::Why => None,
        };
        action.map_or(Flow::Idle, |action| self.done(action))
    }

    fn press_layer(&mut self, pressed: Pressed) -> Flow {
        let world = crate::tui::world::World {
            book: self.book,
            session: &self.session,
            view: &self.view,
            look: &self.look,
            index: &self.index,
            notes: &self.notes,
            kept: &self.kept,
            keys: &self.keys,
            course: self.course.as_ref(),
            drill: self.drill.as_ref(),
            exam: self.exam.as_ref().map(|room| &room.sitting),
            note: self.note.as_ref(),
            again: self.before == Some(Command::Take),
        };
        let Some(sheet) = self.layers.last_mut() else {
            return Flow::Idle;
        };
        let reply = sheet.layer.press(pressed, sheet.scroll.focus, &world);
        if pressed.command == Command::Close && matches!(reply, Reply::Ignored) {
            self.layers.pop();
            return Flow::Draw;
        }
        self.reply(reply)
    }

    /// Opens what can lie over anything.
    fn open_over(&mut self, command: Command) -> Flow {
        let from = self.place();
        match command {
            Command::Help => self.open(Box::new(Help { from })),
            Command::Find => self.open(Box::new(Find::default())),
            _ => {
                let (ids, of) = self.sources_in_view();
                self.open(Box::new(Sources { ids, of }));
            }
        }
        Flow::Draw
    }

    /// Opens what is about the case.
    fn open_case(&mut self, command: Command) -> Flow {
        match command {
            Command::Why if self.place() == Place::Question => self.open(Box::new(Why)),
            Command::Why => self.tab = Tab::Why,
            Command::Answers => self.open(Box::new(Answers)),
            Command::Details => self.open(Box::new(Details { first: 0 })),
            Command::Levels => self.open(Box::new(Levels)),
            Command::Tree => {
                let tree = Tree::new(&self.world());
                self.open(Box::new(tree));
            }
            Command::WhatIf if !WhatIf::offered(&self.world()) => {
                self.message = Some("Nothing is answered yet.".to_owned());
            }
            Command::WhatIf => self.open(Box::new(WhatIf::default())),
            Command::Facts => self.open(Box::new(Facts::default())),
            Command::Payers => self.open(Box::new(Payers::default())),
            _ => self.open(Box::new(Query)),
        }
        Flow::Draw
    }

    /// Compares the code of the card on top, else the code of the case.
    fn open_compare(&mut self) -> Flow {
        let code = match self.layers.last() {
            Some(sheet) if !sheet.layer.offers(Command::Compare, &self.world()) => return Flow::Idle,
            Some(sheet) => sheet.layer.compares().map(str::to_owned),
            None => self.view.result.as_ref().and_then(|result| result.code.clone()),
        };
        let list = CompareList::new(&self.world(), code);
        self.open(Box::new(list));
        Flow::Draw
    }

    fn sources_in_view(&self) -> (Vec<String>, String) {
        let world = self.world();
        if let Some(sheet) = self.layers.last() {
            return (sheet.layer.sources(&world), sheet.layer.title(&world));
        }
        if let Some(case) = self.demo.as_ref().and_then(|desk| desk.demo.case()) {
            return (case.sources.clone(), case.title.clone());
        }
        match (self.view.question.and_then(|id| self.book.question(id)), world.result()) {
            (Some(question), _) => (of_question(question), question.title.clone()),
            (None, Some(result)) => (
                of_result(&world, result, self.tab),
                self.tab.title(result.status).to_owned(),
            ),
            (None, None) => (Vec::new(), String::new()),
        }
    }

    /// Works the case out anew after a change.
    pub(super) fn refresh(&mut self) {
        let before = (
            self.view.question,
            self.view.result.as_ref().map(|result| result.code.clone()),
        );
        self.view = crate::session::View::of(self.book, self.session.case());
        let after = (
            self.view.question,
            self.view.result.as_ref().map(|result| result.code.clone()),
        );
        if before != after {
            self.look_at_question();
        }
    }

    /// A new screen starts at its top, a question answered before at its answer.
    pub(super) fn look_at_question(&mut self) {
        self.marks.clear();
        self.tabs = Default::default();
        let given = self.view.question.and_then(|id| self.session.case().answers.get(id));
        let silent = rows(&self.world());
        let noted = self.suggested_focus(silent);
        let focus = given.map_or(noted, |given| given.named.iter().next().unwrap_or(silent));
        self.list = Scroll {
            focus,
            ..Scroll::default()
        };
        let tab_stays = self
            .view
            .result
            .as_ref()
            .is_none_or(|result| Tab::of(result.status).any(|tab| tab == self.tab));
        if !tab_stays || self.view.question.is_some() {
            self.tab = Tab::Code;
        }
    }

    /// Another day of service: what was counted from the day before does not hold.
    fn tell_forgotten(&mut self, counted: bool) {
        let days_typed = matches!(self.session.actions().last(), Some(Action::Facts { .. }));
        if counted && days_typed && self.session.case().context.prior_sessions.is_none() {
            self.message =
                Some("Earlier sessions were counted from another day of service: give them again.".to_owned());
        }
    }

    fn tell_fallen(&mut self) {
        let fallen = self
            .session
            .case()
            .fallen
            .iter()
            .filter_map(|id| self.book.question(*id));
        let titles: Vec<&str> = fallen.map(|question| question.title.as_str()).collect();
        if !titles.is_empty() {
            self.message = Some(format!(
                "No longer asked, so its answer fell away: {}.",
                titles.join(", ")
            ));
        }
    }
}
