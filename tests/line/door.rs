//! A dialogue and everything it said.

use std::fmt::Write as _;

use epipath::line::Partner as _;
use epipath::line::{Because, Dialogue, End, Notes};
use epipath::session::{Session, View, case_facts};
use epipath::shelf::Kept;
use epipath::tree::{Book, QuestionId};
use serde_json::Value;

use crate::support::context;

/// A dialogue and everything it said, with what was typed between.
pub(crate) struct Talk {
    pub(crate) dialogue: Dialogue<'static>,
    pub(crate) heard: String,
    pub(crate) end: Option<End>,
    last: String,
}

impl Talk {
    pub(crate) fn new(book: &'static Book) -> Self {
        Self::keeping(book, Kept::nothing("2026-11-21".parse().unwrap()))
    }

    /// A dialogue with something kept.
    pub(crate) fn keeping(book: &'static Book, kept: Kept) -> Self {
        let dialogue = Dialogue::new(book, Session::new(context()), Because::Option, kept);
        let last = dialogue.opening();
        Self {
            heard: last.clone(),
            last,
            dialogue,
            end: None,
        }
    }

    /// A dialogue that takes notes.
    pub(crate) fn reading(book: &'static Book, notes: &'static dyn Notes) -> Self {
        let mut talk = Self::new(book);
        let kept = Kept::nothing("2026-11-21".parse().unwrap());
        talk.dialogue = Dialogue::new(book, Session::new(context()), Because::Option, kept).with_notes(notes);
        talk.last = talk.dialogue.opening();
        talk.heard.clone_from(&talk.last);
        talk
    }

    /// Types a line.
    pub(crate) fn say(&mut self, line: &str) {
        assert_eq!(self.end, None, "it has ended\n{}", self.heard);
        let reply = self.dialogue.answer(line);
        write!(self.heard, "\n[{line}]\n{}", reply.text).unwrap();
        self.last = reply.text;
        self.end = reply.end;
    }

    /// Types lines.
    pub(crate) fn all(&mut self, lines: &[&str]) {
        for line in lines {
            self.say(line);
        }
    }

    /// What was said last.
    pub(crate) fn last(&self) -> &str {
        &self.last
    }

    pub(crate) fn view(&self) -> View {
        View::of(crate::support::book(), self.dialogue.session().case())
    }

    pub(crate) fn question(&self) -> Option<QuestionId> {
        self.view().question
    }

    /// The code, the signpost, or the candidates.
    pub(crate) fn session_end(&self) -> String {
        self.view()
            .result
            .map(|result| crate::support::end(&result))
            .unwrap_or_default()
    }
}

/// The case as facts.
pub(crate) fn facts_of(talk: &Talk) -> Vec<String> {
    let case = talk.dialogue.session().case();
    case_facts(crate::support::book(), &case.procedures(), &case.context)
}

/// The answer object as it is said here.
pub(crate) fn json(talk: &mut Talk) -> Value {
    talk.say("export json");
    let text = talk.last();
    let (start, end) = (text.find('{').unwrap(), text.rfind('}').unwrap());
    let mut value: Value = serde_json::from_str(&text[start..=end]).unwrap();
    // The file carries the notice that a program that prints it has elsewhere.
    value.as_object_mut().unwrap().shift_remove("notice");
    value
}
