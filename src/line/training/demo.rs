//! A demonstration: step by step, forward and back, the answer only when its step comes.

use super::pupil::{key, no_case};
use super::words::{Ask, Lesson, heard, say_words};
use super::{Desk, reply, say_case};
use crate::line::dialogue::Reply;
use crate::line::page::{Page, plain, typed};
use crate::line::talk::Partner;
use crate::pack::model::Case;
use crate::report::training::demo_step;
use crate::train::demo::{Demo, DemoStep};

/// Somebody who demonstrates cases.
#[derive(Debug)]
pub struct Presenter<'a> {
    desk: Desk<'a>,
    demo: Demo<'a>,
    title: String,
}

impl<'a> Presenter<'a> {
    /// A demonstration of cases; none without a case.
    #[must_use]
    pub fn new(desk: Desk<'a>, title: &str, cases: Vec<&'a Case>) -> Option<Self> {
        let demo = Demo::new(cases)?;
        Some(Self {
            desk,
            demo,
            title: title.to_owned(),
        })
    }

    fn say(&self, page: &mut Page) {
        let Some(case) = self.demo.case() else { return };
        let [(case_number, cases), (step, steps)] = self.demo.place();
        page.gap();
        page.line(&format!("Case {case_number} of {cases}, step {step} of {steps}."));
        if self.demo.step() == DemoStep::Note {
            say_case(case, page);
            return;
        }
        if let Some(key) = key(&self.desk, case) {
            page.document(&demo_step(self.desk.book, case, &key, self.demo.step()));
        }
    }

    fn what_if(&self, rest: &str, page: &mut Page) {
        let Some(case) = self.demo.case() else { return };
        if !self.demo.is_revealed() {
            page.line("The answer is not out yet; say answer first.");
            return;
        }
        let mut dialogue = self.desk.dialogue(case);
        let procedure = case.procedures.first().into_iter().flatten();
        for fact in procedure.chain(&case.session) {
            dialogue.answer(&format!("fact {fact}"));
        }
        dialogue.what_if(rest, false, page);
    }

    fn hear(&mut self, ask: Ask, rest: &str, page: &mut Page) {
        let moved = match ask {
            Ask::Help => {
                say_words(Lesson::Demo, page);
                return;
            }
            Ask::WhatIf => {
                self.what_if(rest, page);
                return;
            }
            Ask::Note => {
                if let Some(case) = self.demo.case() {
                    say_case(case, page);
                }
                return;
            }
            Ask::Case => self.demo.go_to(rest),
            Ask::Back => self.demo.back(),
            Ask::NextCase => self.demo.next_case(),
            Ask::PreviousCase => self.demo.previous_case(),
            Ask::Answer => {
                self.demo.reveal();
                true
            }
            _ => self.demo.forward(),
        };
        match (moved, ask) {
            (true, _) => self.say(page),
            (false, Ask::Case) => page.line(&no_case(rest, self.demo.ids())),
            (false, Ask::Back | Ask::PreviousCase) => page.line("This is the beginning."),
            (false, _) => page.line("This is the end of the lesson."),
        }
    }
}

impl Partner for Presenter<'_> {
    fn opening(&self) -> String {
        let mut page = Page::default();
        self.desk.opening("demo", &mut page);
        page.line(&self.title);
        self.say(&mut page);
        page.line("An empty line goes on; back, answer, what if, next case, help, quit.");
        page.done()
    }

    fn answer(&mut self, line: &str) -> Reply {
        let mut page = Page::default();
        let line = plain(line);
        match heard(&line, Lesson::Demo) {
            Some((Ask::Quit, _)) => {
                page.line("Ended.");
                return reply(page, true);
            }
            Some((ask, rest)) => self.hear(ask, rest, &mut page),
            None if line.is_empty() => self.hear(Ask::Forward, "", &mut page),
            None => page.line(&format!(
                "Not understood: \"{}\". An empty line goes on; back, answer, what if, next case, help, quit.",
                typed(&line)
            )),
        }
        reply(page, false)
    }

    fn end_of_input(&mut self) -> Reply {
        let mut page = Page::default();
        page.line("End of the input.");
        reply(page, true)
    }
}
