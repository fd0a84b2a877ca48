//! The drill: a note to read, an answer to find by the questions or to type, a mark, the next case.

use std::collections::BTreeSet;

use super::{App, Flow};
use crate::claim::{Context, Setting, session_result};
use crate::pack::model::Case;
use crate::report::training::marked;
use crate::session::{Session, parse_facts};
use crate::shelf::Learning;
use crate::train::review::{after, next_case, next_unseen};
use crate::train::{Answer, Entered, HINTS, day, mark, worked};
use crate::tui::errand::Errand;
use crate::tui::keys::Command;
use crate::tui::result::Tab;
use crate::tui::training::drill::Drill;
use crate::tui::training::{CaseList, Course, Hints, Learned, LineEntry, Marked, Spot, Training, Weak};
use crate::tui::wizard::note_area;
use crate::tui::words::capital;

impl<'a> App<'a> {
    /// Opens with a teaching case instead of the wizard.
    pub(super) fn open_training(&mut self, training: Training) {
        if !self.attend() {
            return;
        }
        match training {
            Training::Drill { case: None } => self.start_drill(),
            Training::Drill { case: Some(id) } => self.solve_named(&id),
            Training::Demo { cases } => self.start_demo(&cases),
            Training::Exam { exam, seed, minutes } => self.sit(&exam, (seed, minutes), true),
        }
    }

    /// Whether a teaching case is on the screen.
    pub(super) const fn is_training(&self) -> bool {
        self.drill.is_some() || self.demo.is_some()
    }

    /// Reads the teaching cases and what is kept, once. Returns whether they are there; says why where they are not.
    pub(super) fn attend(&mut self) -> bool {
        if self.course.is_some() {
            return true;
        }
        let Some(classroom) = self.classroom else {
            self.message = Some("There are no teaching cases here.".to_owned());
            return false;
        };
        let read = classroom.teaching().map_err(str::to_owned);
        let read = read.and_then(|teaching| Ok((teaching, classroom.learning(&self.book.about.edition)?)));
        match read {
            Ok((teaching, _)) if teaching.cases.is_empty() => {
                self.message = Some("This pack holds no teaching cases.".to_owned());
                false
            }
            Ok((teaching, (learning, notice))) => {
                self.message = notice;
                self.course = Some(Course {
                    teaching,
                    learning,
                    today: self.kept.today,
                });
                true
            }
            Err(why) => {
                self.message = Some(format!("{}.", capital(&why)));
                false
            }
        }
    }

    /// What is kept, as it lies on the disk now.
    pub fn put_learning(&mut self, learning: Learning) {
        if let Some(course) = &mut self.course {
            course.learning = learning;
        }
        self.settle();
    }

    /// Starts the drill, or ends it: what lay on the desk before comes back.
    pub(super) fn turn_drill(&mut self) -> Flow {
        if self.drill.is_some() {
            self.end_training();
            self.fresh();
            self.message = Some("The drill is over. What was handed in is kept.".to_owned());
        } else if self.attend() {
            self.start_drill();
        }
        Flow::Draw
    }

    /// Puts teaching cases away; the case before comes back.
    pub(super) fn end_training(&mut self) {
        (self.drill, self.demo, self.exam) = (None, None, None);
        if let Some(session) = self.aside.take() {
            self.session = session;
        }
    }

    fn start_drill(&mut self) {
        let Some(course) = &self.course else { return };
        let first = next_case(&course.learning, course.teaching, course.today);
        if let Some(case) = first.or(course.teaching.cases.first()) {
            self.solve(case);
            if first.is_none() {
                self.message = Some("Every case is solved and no fork is due: from the start.".to_owned());
            }
        }
    }

    /// Lays a case on the desk, by its id.
    pub(super) fn solve_named(&mut self, id: &str) {
        let case = self.course.as_ref().and_then(|course| course.teaching.case(id));
        match case {
            Some(case) => self.solve(case),
            None => self.message = Some(format!("There is no teaching case `{id}`.")),
        }
    }

    /// Lays a case on the desk, with nothing answered.
    fn solve(&mut self, case: &'a Case) {
        self.begin_case(case, Session::new(self.of_case(case)));
    }

    /// Lays a case on the desk with what was answered so far.
    pub(super) fn begin_case(&mut self, case: &'a Case, session: Session) {
        self.note = None;
        self.lay(session);
        let seen = self.drill.take().map_or_else(BTreeSet::new, |drill| drill.seen);
        self.drill = Some(Drill {
            case,
            hints: 0,
            handed_in: false,
            top: 0,
            seen,
        });
        self.fresh();
    }

    /// Lays a teaching case on the desk; what lay there before the first one is kept.
    pub(super) fn lay(&mut self, session: Session) {
        let before = std::mem::replace(&mut self.session, session);
        self.aside.get_or_insert(before);
    }

    /// Setting as before, payer and day of the case.
    pub(super) fn of_case(&self, case: &Case) -> Context {
        let mut context = Context::on(day(self.book));
        context.setting = self.session.start().setting;
        let payer: Vec<String> = case.payer.iter().map(|payer| format!("payer={payer}")).collect();
        let read = parse_facts(self.book, &context, &payer).map(|facts| facts.context);
        read.unwrap_or(context)
    }

    /// Another case on the desk: no layer, no mark, the first question.
    pub(super) fn fresh(&mut self) {
        self.layers.clear();
        self.tab = Tab::Code;
        self.asked = None;
        self.refresh();
        self.look_at_question();
        self.settle();
    }

    /// The next case; one not handed in is left aside.
    pub(super) fn next_of_training(&mut self) -> Flow {
        if self.demo.is_some() {
            return self.press_demo(Command::NextCase).unwrap_or(Flow::Idle);
        }
        if let Some(drill) = &mut self.drill {
            drill.seen.insert(drill.case.id.clone());
        }
        if let (Some(course), Some(drill)) = (&self.course, &self.drill) {
            match next_unseen(&course.learning, course.teaching, course.today, &drill.seen) {
                Some(case) => self.solve(case),
                None => self.message = Some("Every case is solved, and no fork is due.".to_owned()),
            }
        }
        Flow::Draw
    }

    /// What is asked for in a drill.
    pub(super) fn press_drill(&mut self, command: Command) -> Flow {
        let Some(drill) = &mut self.drill else {
            let key = self.keys.of(Command::Drill);
            self.message = Some(format!("That key belongs to the drill; {key} starts it."));
            return Flow::Draw;
        };
        let case = drill.case;
        match command {
            Command::Hint => {
                drill.hints = (drill.hints + 1).min(HINTS);
                self.layers.clear();
                self.open(Box::new(Hints));
            }
            Command::TypeLines => self.open(Box::new(LineEntry::default())),
            Command::SpotFork => self.open(Box::new(Spot::default())),
            Command::Cases => {
                if let Some(course) = &self.course {
                    let list = CaseList::new(course);
                    self.open(Box::new(list));
                }
            }
            Command::WeakAxes => self.open(Box::new(Weak)),
            Command::Again => self.solve(case),
            _ => self.hand_in_answered(),
        }
        Flow::Draw
    }

    /// Hands in what the questions came to.
    fn hand_in_answered(&mut self) {
        if self.view.result.is_none() {
            return;
        }
        let case = self.session.case();
        let procedures = case.procedures();
        let result = session_result(self.book, &procedures, &case.context);
        self.hand_in(&Answer::Answered(procedures, Box::new(result)));
    }

    /// Hands in what was typed.
    pub(super) fn hand_in_typed(&mut self, entered: Entered) {
        if self.exam.is_some() {
            return self.enter(entered);
        }
        self.hand_in(&Answer::Typed(entered));
    }

    /// Marks an answer, shows the mark, and hands out what is to be kept of it.
    fn hand_in(&mut self, answer: &Answer) {
        let (Some(drill), Some(course)) = (&mut self.drill, &mut self.course) else {
            return;
        };
        let setting: Setting = self.session.case().context.setting;
        let key = match worked(self.book, drill.case, setting) {
            Ok(key) => key,
            Err(error) => {
                self.message = Some(format!("{}.", capital(&error.to_string())));
                return;
            }
        };
        let mark = mark(self.book, drill.case, &key, answer, drill.hints);
        let layer = Marked {
            title: drill.case.title.clone(),
            lines: marked(self.book, drill.case, &key, &mark),
        };
        if drill.handed_in {
            let again = self.keys.of(Command::Again);
            self.message = Some(format!(
                "Handed in before: the first time counts. {again} starts the case again."
            ));
        } else {
            drill.handed_in = true;
            drill.seen.insert(drill.case.id.clone());
            let learned = Learned {
                case: drill.case.clone(),
                tried: mark.tried(),
                today: course.today,
            };
            course.learning = after(&course.learning, drill.case, &learned.tried, course.today);
            self.errand = Some(Errand::Learned(Box::new(learned)));
        }
        self.layers.clear();
        self.open(Box::new(layer));
    }

    /// A page of the note while the question keeps the arrow keys.
    pub(super) fn moving_note(&mut self, command: Command) -> Option<Flow> {
        let leaps = matches!(command, Command::PageDown | Command::PageUp);
        if !leaps || !self.layers.is_empty() || self.view.question.is_none() {
            return None;
        }
        let area = note_area(self.body_area())?;
        if self.drill.is_none() {
            return self.moving_read_note(area, command == Command::PageUp);
        }
        let drill = self.drill.as_mut()?;
        let most = drill.most(area);
        let leap = usize::from(area.height.saturating_sub(2)).max(1);
        let before = drill.top.min(most);
        drill.top = if command == Command::PageDown {
            (before + leap).min(most)
        } else {
            before.saturating_sub(leap)
        };
        Some(if drill.top == before { Flow::Idle } else { Flow::Draw })
    }
}
