//! An exam: its cases in any order, each left as it stands and found so again. Nothing tells the key before its end, which is in
//! `sheet`, and nothing of it is kept.

use super::{App, Flow};
use crate::claim::{Setting, session_result};
use crate::report::phrases::count;
use crate::session::Session;
use crate::train::{Answer, Entered, Sitting};
use crate::tui::keys::{Binding, Command, Place};
use crate::tui::training::{ExamList, ExamRoom, Seats, seats_told};

impl App<'_> {
    /// Shows the exams there are.
    fn open_exams(&mut self) -> Flow {
        if !self.attend() {
            return Flow::Draw;
        }
        if self
            .course
            .as_ref()
            .is_some_and(|course| course.teaching.lessons.exams.is_empty())
        {
            self.message = Some("This pack holds no exams.".to_owned());
        } else {
            self.layers.clear();
            self.open(Box::new(ExamList::default()));
        }
        Flow::Draw
    }

    /// Starts an exam by its id.
    pub(super) fn sit(&mut self, id: &str, (seed, minutes): (u64, Option<u16>), alone: bool) {
        let teaching = self.course.as_ref().map(|course| course.teaching);
        let drawn = teaching.and_then(|teaching| Some(Sitting::new(teaching, teaching.exam(id)?, seed).timed(minutes)));
        let Some(sitting) = drawn.filter(|sitting| !sitting.seats().is_empty()) else {
            self.message = Some(format!("There is no exam `{id}`."));
            return;
        };
        self.drill = None;
        // What was set aside or is wrong at the start comes first.
        let welcome = self.welcome(&sitting);
        self.message.get_or_insert(welcome);
        self.exam = Some(ExamRoom::new(sitting, alone));
        self.lay_seat();
    }

    fn welcome(&self, sitting: &Sitting<'_>) -> String {
        let time = match sitting.limit() {
            Some(limit) => format!(" in {}", count(usize::from(limit.minutes), "minute")),
            None => String::new(),
        };
        format!(
            "{}{time}, {} of 100 needed. {} shows the cases; {} hands the exam in.",
            count(sitting.seats().len(), "case"),
            sitting.exam().pass_mark,
            self.keys.of(Command::Cases),
            self.keys.of(Command::Submit)
        )
    }

    /// Whether an exam is under way: started, and not handed in.
    pub(super) const fn sits(&self) -> bool {
        matches!(&self.exam, Some(room) if room.sheet.is_none())
    }

    /// Lays the case of the exam on the desk, as it was left.
    fn lay_seat(&mut self) {
        let Some(room) = &mut self.exam else { return };
        let Some(case) = room.sitting.seat().map(|seat| seat.case) else {
            return;
        };
        let left = room.work.get_mut(room.sitting.at()).and_then(Option::take);
        let session = left.unwrap_or_else(|| {
            let mut context = self.of_case(case);
            // Everybody is asked for the same claim.
            context.setting = Setting::Professional;
            Session::new(context)
        });
        self.begin_case(case, session);
    }

    /// Takes down what the case on the desk comes to now.
    pub(super) fn stow(&mut self) {
        let answered = self.answered();
        let Some(room) = self.exam.as_mut().filter(|room| room.sheet.is_none()) else {
            return;
        };
        let typed = room
            .sitting
            .seat()
            .is_some_and(|seat| seat.answer.as_ref().is_some_and(Answer::is_typed));
        if !typed {
            room.sitting.answer(answered);
        }
        let at = room.sitting.at();
        if let Some(work) = room.work.get_mut(at) {
            *work = Some(self.session.clone());
        }
    }

    /// What the questions came to, for the claim that is asked for; none where they did not come to an end.
    fn answered(&self) -> Option<Answer> {
        self.view.result.as_ref()?;
        let case = self.session.case();
        let (mut context, start) = (case.context.clone(), self.session.start());
        context.setting = start.setting;
        context.payer.clone_from(&start.payer);
        let procedures = case.procedures();
        let result = session_result(self.book, &procedures, &context);
        Some(Answer::Answered(procedures, Box::new(result)))
    }

    /// An answer that was typed. What was typed before, or answered by the questions, it replaces.
    pub(super) fn enter(&mut self, entered: Entered) {
        if !self.sits() {
            self.layers.clear();
            return;
        }
        if let Some(room) = &mut self.exam {
            let answer = Answer::Typed(entered);
            let next = self.keys.of(Command::NextCase);
            self.message = Some(format!("Entered: {answer}. {next} goes to the next case."));
            room.sitting.answer(Some(answer));
        }
        self.layers.clear();
        self.settle();
    }

    /// After a change by the questions: once they come to an end, that is the answer, and what was typed falls away.
    pub(super) fn answered_anew(&mut self) {
        if !self.sits() || self.view.result.is_none() {
            return;
        }
        let Some(room) = &mut self.exam else { return };
        let answer = room.sitting.seat().and_then(|seat| seat.answer.as_ref());
        if answer.is_some_and(Answer::is_typed) {
            room.sitting.answer(None);
            self.message = Some("What the questions come to takes the place of what you typed.".to_owned());
        }
    }

    /// Another case of the exam.
    pub(super) fn go_to_seat(&mut self, at: usize) -> Flow {
        self.stow();
        if self.exam.as_mut().is_some_and(|room| room.sitting.go(at)) {
            self.message = None;
            self.lay_seat();
        }
        Flow::Draw
    }

    /// The case after this one, or before it.
    fn step_seat(&mut self, forward: bool) -> Flow {
        let Some(sitting) = self.exam.as_ref().map(|room| &room.sitting) else {
            return Flow::Idle;
        };
        let (at, all) = (sitting.at(), sitting.seats().len());
        match (forward, at) {
            (true, at) if at + 1 < all => self.go_to_seat(at + 1),
            (false, at) if at > 0 => self.go_to_seat(at - 1),
            (true, _) => {
                let submit = self.keys.of(Command::Submit);
                self.message = Some(format!("This is the last case; {submit} hands the exam in."));
                Flow::Draw
            }
            _ => {
                self.message = Some("This is the first case.".to_owned());
                Flow::Draw
            }
        }
    }

    /// What a key does in an exam; none where it means the same as elsewhere.
    pub(super) fn press_exam(&mut self, command: Command) -> Option<Flow> {
        if command == Command::Exam && self.exam.is_none() {
            return Some(self.open_exams());
        }
        if !self.sits() {
            return self.outside_exam(command);
        }
        let on_tabs = self.layers.is_empty() && self.view.question.is_none();
        Some(match command {
            Command::NextCase => self.step_seat(true),
            Command::HandIn if on_tabs => self.step_seat(true),
            Command::PreviousCase => self.step_seat(false),
            Command::Flag => self.flag(),
            Command::Submit => self.submit(),
            Command::Cases => {
                self.stow();
                self.layers.clear();
                self.open(Box::new(Seats));
                Flow::Draw
            }
            Command::Quit if self.place() != Place::Small => self.leave_unfinished(),
            command if no_part_of_exams(command) || command == Command::Exam => {
                self.message = Some("Not in an exam: hints, marks and the drill come afterwards.".to_owned());
                Flow::Draw
            }
            _ => return None,
        })
    }

    /// A key that belongs to an exam, while there is none.
    fn outside_exam(&mut self, command: Command) -> Option<Flow> {
        let on_desk = self.layers.is_empty() && self.demo.is_none();
        let examines = command.examines() || (command == Command::PreviousCase && on_desk);
        if !examines {
            return None;
        }
        let key = self.keys.of(Command::Exam);
        self.message = Some(format!("That key belongs to an exam; {key} starts one."));
        Some(Flow::Draw)
    }

    fn flag(&mut self) -> Flow {
        if let Some(room) = &mut self.exam {
            let flagged = room.sitting.flag();
            let said = if flagged {
                "Flagged for later."
            } else {
                "No longer flagged."
            };
            self.message = Some(said.to_owned());
        }
        Flow::Draw
    }

    fn leave_unfinished(&mut self) -> Flow {
        if self.before == Some(Command::Quit) {
            return Flow::Quit;
        }
        self.asked = Some(Command::Quit);
        let key = self.keys.of(Command::Quit);
        self.message = Some(format!(
            "The exam is not handed in. Press {key} again to leave it: nothing of it is kept."
        ));
        Flow::Draw
    }

    /// Hands the exam in; asks once where a case is not answered or flagged.
    pub(super) fn submit(&mut self) -> Flow {
        self.stow();
        let Some(sitting) = self.exam.as_ref().map(|room| &room.sitting) else {
            return Flow::Idle;
        };
        if self.before != Some(Command::Submit) && sitting.open() + sitting.flagged() > 0 {
            self.asked = Some(Command::Submit);
            let told = seats_told(sitting);
            self.message = Some(format!("{told}. The same key once more hands the exam in as it is."));
            return Flow::Draw;
        }
        self.close_exam();
        Flow::Draw
    }

    /// Whether a binding means something here because of an exam, or because there is none; none: that makes no difference.
    pub(super) fn offers_in_exam(&self, binding: &Binding) -> Option<bool> {
        let on_desk = self.layers.is_empty() && self.demo.is_none();
        match (binding.command, self.sits()) {
            (command, false) if command.examines() => Some(false),
            (Command::PreviousCase, sits) if on_desk => Some(sits),
            (Command::NextCase, false) if on_desk && self.view.question.is_some() => Some(false),
            (Command::Exam, _) => {
                let fresh = self.classroom.is_some() && self.drill.is_none() && self.session.is_fresh();
                Some(fresh && self.layers.is_empty())
            }
            // The footer of a desk has room for the keys of an exam only where lesser ones give way.
            (Command::HandIn | Command::Find, true) if on_desk => Some(false),
            (command, true) if no_part_of_exams(command) => Some(false),
            _ => None,
        }
    }
}

/// What would tell of the key, or leads to the drill.
const fn no_part_of_exams(command: Command) -> bool {
    matches!(
        command,
        Command::Hint | Command::SpotFork | Command::WeakAxes | Command::Again | Command::Drill
    )
}
