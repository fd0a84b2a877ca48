//! An exam: the same without hints and marks, and a sheet at the end. Never timed here.

use super::pupil::{answered, entered, key};
use super::words::{Ask, Lesson, heard, say_words};
use super::{Desk, reply, say_case};
use crate::line::dialogue::{Dialogue, Reply};
use crate::line::page::{Page, plain};
use crate::line::talk::Partner;
use crate::pack::model::{Case, Exam};
use crate::report::training::sheet_text;
use crate::train::{Answer, Mark, Sheet, drawn, mark, sheet};

/// Somebody at an exam.
#[derive(Debug)]
pub struct Examinee<'a> {
    desk: Desk<'a>,
    exam: &'a Exam,
    seed: u64,
    cases: Vec<&'a Case>,
    marks: Vec<(String, Option<Mark>)>,
    inner: Option<Dialogue<'a>>,
}

impl<'a> Examinee<'a> {
    /// An exam drawn by a seed.
    #[must_use]
    pub fn new(desk: Desk<'a>, exam: &'a Exam, seed: u64) -> Self {
        let cases = drawn(desk.teaching, exam, seed);
        let inner = cases.first().map(|case| desk.dialogue(case));
        Self {
            desk,
            exam,
            seed,
            cases,
            marks: Vec::new(),
            inner,
        }
    }

    /// The sheet so far; what was not asked yet counts as not answered.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut marks = self.marks.clone();
        let open = self.cases.iter().skip(marks.len());
        marks.extend(open.map(|case| (case.id.clone(), None)));
        sheet(self.exam, self.seed, &self.desk.book.about.edition, marks)
    }

    fn case(&self) -> Option<&'a Case> {
        self.cases.get(self.marks.len()).copied()
    }

    fn say(&self, page: &mut Page) {
        let Some((case, inner)) = self.case().zip(self.inner.as_ref()) else {
            return;
        };
        page.gap();
        page.line(&format!("Case {} of {}.", self.marks.len() + 1, self.cases.len()));
        say_case(case, page);
        inner.show(page);
    }

    fn hand_in(&mut self, answer: Option<&Answer>, page: &mut Page) {
        let Some(case) = self.case() else { return };
        let mark = answer
            .zip(key(&self.desk, case))
            .map(|(answer, key)| mark(self.desk.book, case, &key, answer, 0));
        page.line(if mark.is_some() {
            "Handed in."
        } else {
            "Left unanswered."
        });
        self.marks.push((case.id.clone(), mark));
        self.inner = self.case().map(|case| self.desk.dialogue(case));
        self.say(page);
    }

    fn hear(&mut self, ask: Ask, rest: &str, page: &mut Page) {
        match ask {
            Ask::Help if rest.is_empty() => say_words(Lesson::Exam, page),
            Ask::Note => self.say(page),
            Ask::Next => self.hand_in(None, page),
            Ask::Lines => match entered(rest) {
                Ok(entered) => self.hand_in(Some(&Answer::Typed(entered)), page),
                Err(why) => page.line(&why),
            },
            Ask::HandIn => match self.inner.as_ref().and_then(answered) {
                Some(answer) => self.hand_in(Some(&answer), page),
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
            "{}: {} cases, {} of 100 needed, seed {}. No time limit in line mode. Wizard words that tell codes apart may be used.",
            self.exam.title,
            self.cases.len(),
            self.exam.pass_mark,
            self.seed
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
        if self.case().is_none() {
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
