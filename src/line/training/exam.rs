//! An exam: the same without hints and marks, and a sheet at the end. Never timed here.

use super::pupil::{answered, entered};
use super::words::{Ask, Lesson, heard, say_words};
use super::{Desk, reply, say_case};
use crate::line::dialogue::{Dialogue, Reply};
use crate::line::page::{Page, plain};
use crate::line::talk::Partner;
use crate::pack::model::Exam;
use crate::report::phrases::count;
use crate::report::training::sheet_text;
use crate::train::{Answer, Sheet, Sitting};

/// Somebody at an exam.
#[derive(Debug)]
pub struct Examinee<'a> {
    desk: Desk<'a>,
    sitting: Sitting<'a>,
    /// None: every case was asked.
    inner: Option<Dialogue<'a>>,
}

impl<'a> Examinee<'a> {
    /// An exam drawn by a seed.
    #[must_use]
    pub fn new(desk: Desk<'a>, exam: &'a Exam, seed: u64) -> Self {
        let sitting = Sitting::new(desk.teaching, exam, seed);
        let inner = sitting.seat().map(|seat| desk.dialogue(seat.case));
        Self { desk, sitting, inner }
    }

    /// The sheet so far; what was not asked yet counts as not answered.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        self.sitting.sheet(self.desk.book)
    }

    fn say(&self, page: &mut Page) {
        let Some((seat, inner)) = self.sitting.seat().zip(self.inner.as_ref()) else {
            return;
        };
        page.gap();
        page.line(&format!(
            "Case {} of {}.",
            self.sitting.at() + 1,
            self.sitting.seats().len()
        ));
        say_case(seat.case, page);
        inner.show(page);
    }

    fn hand_in(&mut self, answer: Option<Answer>, page: &mut Page) {
        page.line(if answer.is_some() {
            "Handed in."
        } else {
            "Left unanswered."
        });
        self.sitting.answer(answer);
        let next = self.sitting.go(self.sitting.at() + 1);
        let seat = self.sitting.seat().filter(|_| next);
        self.inner = seat.map(|seat| self.desk.dialogue(seat.case));
        self.say(page);
    }

    fn hear(&mut self, ask: Ask, rest: &str, page: &mut Page) {
        match ask {
            Ask::Help if rest.is_empty() => say_words(Lesson::Exam, page),
            Ask::Note => self.say(page),
            Ask::Next => self.hand_in(None, page),
            Ask::Lines => match entered(rest) {
                Ok(entered) => self.hand_in(Some(Answer::Typed(entered)), page),
                Err(why) => page.line(&why),
            },
            Ask::HandIn => match self.inner.as_ref().and_then(answered) {
                Some(answer) => self.hand_in(Some(answer), page),
                None => page.line("Nothing is answered yet. Answer the questions, or say lines LINES, or next."),
            },
            _ => {}
        }
    }

    /// The end: the sheet.
    fn end(&self, mut page: Page) -> Reply {
        page.gap();
        page.document(&sheet_text(&self.sheet(), self.desk.teaching));
        reply(page, true)
    }

    fn prompt(&self, page: &mut Page) {
        match &self.inner {
            Some(inner) if inner.result().is_some() => page.line("Say: hand in; or change an answer, or lines LINES."),
            Some(inner) => inner.prompt(false, page),
            None => {}
        }
    }
}

impl Partner for Examinee<'_> {
    fn opening(&self) -> String {
        let mut page = Page::default();
        self.desk.opening("exam", &mut page);
        page.line(&format!(
            "{}: {}, {} of 100 needed, seed {}. No time limit in line mode. Every word of the wizard may be used to look codes and \
             rules up; hints and marks belong to the drill.",
            self.sitting.exam().title,
            count(self.sitting.seats().len(), "case"),
            self.sitting.exam().pass_mark,
            self.sitting.seed()
        ));
        self.say(&mut page);
        self.prompt(&mut page);
        page.done()
    }

    fn answer(&mut self, line: &str) -> Reply {
        let mut page = Page::default();
        let line = plain(line);
        match heard(&line, Lesson::Exam) {
            Some((Ask::Quit, _)) => return self.end(page),
            Some((ask, rest)) => self.hear(ask, rest, &mut page),
            None => {
                if let Some(inner) = &mut self.inner {
                    let mut reply = inner.answer(&line);
                    reply.end = None;
                    return reply;
                }
            }
        }
        if self.inner.is_none() {
            return self.end(page);
        }
        self.prompt(&mut page);
        reply(page, false)
    }

    fn end_of_input(&mut self) -> Reply {
        let mut page = Page::default();
        page.line("End of the input.");
        self.end(page)
    }
}
