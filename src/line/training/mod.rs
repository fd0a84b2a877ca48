//! The trainer as lines: a drill, an exam, a demonstration. The case itself is worked on in the same dialogue as any other; the words
//! of the trainer come before its own.

mod demo;
mod exam;
mod pupil;
mod words;

pub use demo::Presenter;
pub use exam::Examinee;
pub use pupil::Pupil;
pub use words::{Lesson, TrainingRow, training_words};

use super::dialogue::{Because, Dialogue, End, Reply};
use super::page::Page;
use crate::claim::Context;
use crate::pack::model::{Case, Date, Teaching};
use crate::report::phrases;
use crate::report::training::note;
use crate::session::{Session, parse_case};
use crate::shelf::{Kept, Learning, LearningStore};
use crate::train::day;
use crate::tree::Book;

/// What a trainer works with.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// The pack.
    pub book: &'a Book,
    /// Its cases.
    pub teaching: &'a Teaching,
    /// What the learner keeps.
    pub learning: Learning,
    /// Where that lies.
    pub store: LearningStore,
    /// Today.
    pub today: Date,
    /// What has to be said first: that something was set aside or began anew.
    pub notice: Option<String>,
    /// What switched line mode on.
    pub because: Because,
    /// What the wizard keeps.
    pub kept: Kept,
}

impl<'a> Desk<'a> {
    /// An empty case under the payer of a teaching case.
    fn dialogue(&self, case: &Case) -> Dialogue<'a> {
        let payer: Vec<String> = case.payer.iter().map(|payer| format!("payer={payer}")).collect();
        let start = Context::on(day(self.book));
        // The check of the pack reads every payer; one that cannot be read leaves the code rules.
        let context = parse_case(self.book, start.clone(), &payer).map_or(start, |gathered| gathered.context);
        Dialogue::new(self.book, Session::new(context), self.because, self.kept.clone())
    }

    fn opening(&self, what: &str, page: &mut Page) {
        page.line(&format!(
            "epipath {what} in line mode, switched on by {}.",
            self.because
        ));
        if let Some(notice) = &self.notice {
            page.line(notice);
        }
    }
}

/// Title, payer and note.
fn say_case(case: &Case, page: &mut Page) {
    page.gap();
    page.line(&format!("{}. Difficulty {} of 3.", case.title, case.difficulty));
    if let Some(payer) = &case.payer {
        page.said("Payer", &phrases::payer(payer));
    }
    page.gap();
    page.line("The note.");
    page.document(&note(case));
    page.line("End of the note.");
}

/// A reply that goes on, or ends.
fn reply(page: Page, ended: bool) -> Reply {
    Reply {
        text: page.done(),
        end: ended.then_some(End { status: None }),
    }
}
