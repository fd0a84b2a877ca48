//! What every screen looks at: the pack, the case, what follows from it, and how things look.

use std::cell::Cell;
use std::sync::OnceLock;

use super::keys::Keymap;
use super::note::NoteDesk;
use super::page::Pen;
use super::theme::Look;
use super::training::Course;
use super::training::drill::Drill;
use crate::claim::CaseResult;
use crate::find::Index;
use crate::session::{Case, Session, View};
use crate::shelf::Kept;
use crate::train::Sitting;
use crate::tree::{Book, QuestionId};

/// What every screen looks at.
#[derive(Clone, Copy)]
pub(crate) struct World<'a> {
    /// The pack.
    pub(crate) book: &'a Book,
    /// The case and how it came about.
    pub(crate) session: &'a Session,
    /// What follows from it.
    pub(crate) view: &'a View,
    /// How things look.
    pub(crate) look: &'a Look,
    /// What can be found; listed when first asked for.
    pub(crate) index: &'a OnceLock<Index>,
    /// The lines of the longest note of a question in a width, worked out once.
    pub(crate) notes: &'a Cell<Option<(QuestionId, u16, u16)>>,
    /// What the person keeps beside the program.
    pub(crate) kept: &'a Kept,
    /// The keys as they hold now.
    pub(crate) keys: &'a Keymap,
    /// The teaching cases, where they were asked for.
    pub(crate) course: Option<&'a Course<'a>>,
    /// The teaching case being solved.
    pub(crate) drill: Option<&'a Drill<'a>>,
    /// The exam of which it is a case.
    pub(crate) exam: Option<&'a Sitting<'a>>,
    /// The procedure note that was read.
    pub(crate) note: Option<&'a NoteDesk>,
    /// Whether the key being worked on repeats one that asked for a second press.
    pub(crate) again: bool,
}

impl<'a> World<'a> {
    /// The case as it stands.
    pub(crate) const fn case(&self) -> &'a Case {
        self.session.case()
    }

    /// The result, where the questions have come to an end.
    pub(crate) const fn result(&self) -> Option<&'a CaseResult> {
        self.view.result.as_ref()
    }

    /// A pen for a page.
    pub(crate) fn pen(&self, width: u16) -> Pen {
        Pen::new(width, self.look.theme)
    }

    /// The name of a question in facts.
    pub(crate) fn name(&self, question: QuestionId) -> String {
        self.book
            .question(question)
            .map(|question| question.id.clone())
            .unwrap_or_default()
    }

    /// The heading of a question named in facts.
    pub(crate) fn title_of(&self, name: &str) -> String {
        let id = self.book.question_named(name).and_then(|id| self.book.question(id));
        id.map_or_else(|| name.to_owned(), |question| question.title.clone())
    }

    /// What can be found.
    pub(crate) fn index(&self) -> &'a Index {
        self.index.get_or_init(|| Index::new(self.book.pack()))
    }
}
