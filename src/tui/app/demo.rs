//! A demonstration: a step on, a step back, the answer, and what the layers show of what was told so far.

use super::{App, Flow};
use crate::pack::model::Case;
use crate::session::Session;
use crate::train::demo::Demo;
use crate::train::worked;
use crate::tui::keys::{Command, Place};
use crate::tui::training::demo::DemoDesk;

impl App<'_> {
    /// Starts a demonstration of cases, by their ids; those that there are not are said.
    pub(super) fn start_demo(&mut self, ids: &[String]) {
        let Some(course) = &self.course else { return };
        let cases: Vec<&Case> = ids.iter().filter_map(|id| course.teaching.case(id)).collect();
        if let Some(missing) = ids.iter().find(|id| course.teaching.case(id).is_none()) {
            self.message = Some(format!("There is no teaching case `{missing}`."));
        }
        self.demo = Demo::new(cases).map(|demo| DemoDesk {
            demo,
            worked: String::new(),
            key: None,
            note: 0,
            text: 0,
        });
        self.told();
    }

    /// What a key does in a demonstration; none where it means the same as elsewhere.
    pub(super) fn press_demo(&mut self, command: Command) -> Option<Flow> {
        if self.place() != Place::Demo {
            return None;
        }
        let body = self.body_area();
        let mut desk = self.demo.take()?;
        let page = isize::from(i16::try_from(body.height / 2).unwrap_or(1));
        let moved = match command {
            Command::Forward => desk.demo.forward(),
            Command::Back => desk.demo.back(),
            Command::NextCase => desk.demo.next_case(),
            Command::PreviousCase => desk.demo.previous_case(),
            Command::Reveal => {
                let before = desk.demo.place();
                desk.demo.reveal();
                before != desk.demo.place()
            }
            Command::Up | Command::Down | Command::PageUp | Command::PageDown => {
                let by = match command {
                    Command::Up => (0, -1),
                    Command::Down => (0, 1),
                    Command::PageUp => (-page, 0),
                    _ => (page, 0),
                };
                let moved = desk.scroll(&self.world(), body, by);
                self.demo = Some(desk);
                return Some(if moved { Flow::Draw } else { Flow::Idle });
            }
            _ => {
                self.demo = Some(desk);
                return None;
            }
        };
        self.demo = Some(desk);
        if moved {
            self.told();
        } else {
            self.message = Some(self.at_the_end(command));
        }
        Some(Flow::Draw)
    }

    /// Why there is no step in that direction.
    fn at_the_end(&self, command: Command) -> String {
        match command {
            Command::Back => "This is the first step.".to_owned(),
            Command::PreviousCase => "This is the first case.".to_owned(),
            Command::NextCase => "This is the last case.".to_owned(),
            Command::Reveal => "The answer was shown already.".to_owned(),
            _ => format!("This is the last step; {} leaves.", self.keys.of(Command::Quit)),
        }
    }

    /// The case as far as it was told, for the way above and the layers.
    fn told(&mut self) {
        let Some(mut desk) = self.demo.take() else { return };
        if let Some(case) = desk.demo.case() {
            let context = self.of_case(case);
            if desk.worked != case.id {
                desk.worked.clone_from(&case.id);
                desk.key = worked(self.book, case, context.setting).ok();
            }
            self.lay(desk.told(self.book, Session::new(context)));
        }
        (desk.note, desk.text) = (0, 0);
        self.demo = Some(desk);
        self.fresh();
    }

    /// Whether a command of the footer means something at this step.
    pub(super) fn offers_in_demo(&self, command: Command) -> bool {
        let Some(desk) = &self.demo else { return false };
        let [(case, cases), (step, _)] = desk.demo.place();
        match command {
            Command::Back => case > 1 || step > 1,
            Command::Reveal => !desk.demo.is_revealed(),
            Command::NextCase => case < cases,
            Command::PreviousCase => case > 1,
            Command::WhatIf => crate::tui::layers::WhatIf::offered(&self.world()),
            _ => true,
        }
    }
}
