//! The end of an exam: handed in, or because its time is over; then the sheet.

use std::time::Duration;

use super::{App, Flow};
use crate::train::{Sheet, Tick};
use crate::tui::keys::{Command, Place};
use crate::tui::training::SheetLayer;

impl App<'_> {
    /// Works the sheet out, and shows it unless a line is being typed: no letter of it may act on the sheet.
    pub(super) fn close_exam(&mut self) {
        self.stow();
        if let Some(room) = &mut self.exam {
            room.sheet = Some(room.sitting.hand_in(self.book));
        }
        self.message = None;
        self.show_sheet();
    }

    /// Shows the sheet, once there is one and nothing is being typed.
    pub(super) fn show_sheet(&mut self) {
        let Some(sheet) = self.exam.as_ref().and_then(|room| room.sheet.as_ref()) else {
            return;
        };
        let shown = self.layers.iter().any(|sheet| sheet.layer.is_sheet());
        if shown {
            return;
        }
        if self.place() == Place::Typing {
            let close = self.keys.at(Place::Typing, Command::Close);
            self.message = Some(format!(
                "The time is over; what was answered is handed in. {close} shows the sheet."
            ));
        } else if let Some(course) = &self.course {
            let layer = SheetLayer::new(sheet, course.teaching);
            self.layers.clear();
            self.open(Box::new(layer));
        }
        self.settle();
    }

    /// The sheet was read: the program ends, or what lay on the desk before comes back.
    pub(super) fn leave_exam(&mut self) -> Flow {
        if self.exam.as_ref().is_some_and(|room| room.alone) {
            return Flow::Quit;
        }
        self.end_training();
        self.fresh();
        self.message = Some("The exam is over; nothing of it is kept.".to_owned());
        Flow::Draw
    }

    /// The sheet of the exam that the program was started for, where it was handed in.
    pub fn take_sheet(&mut self) -> Option<Sheet> {
        self.exam.as_mut().filter(|room| room.alone)?.sheet.take()
    }

    /// How long until the time left is to be shown anew; none without a time limit.
    #[must_use]
    pub fn next_tick(&self) -> Option<Duration> {
        self.exam.as_ref().filter(|_| self.sits())?.sitting.next_tick()
    }

    /// So much time passed. Everything is drawn anew where an exam ended by it.
    pub fn passed(&mut self, time: Duration) -> Flow {
        let Some(room) = self.exam.as_mut().filter(|room| room.sheet.is_none()) else {
            return Flow::Idle;
        };
        match room.sitting.passed(time) {
            Tick::Quiet => Flow::Idle,
            Tick::Minute => Flow::Draw,
            Tick::LastMinute => {
                self.message = Some("The last minute: when it is over, what is answered is handed in.".to_owned());
                self.settle();
                Flow::Draw
            }
            Tick::Over => {
                self.close_exam();
                Flow::Redraw
            }
        }
    }
}
