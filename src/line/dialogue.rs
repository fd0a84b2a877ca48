//! The dialogue: a line in, a text out. Holds the session, what the person keeps, and what was said last that matters for the next
//! line.

use std::cell::OnceCell;

use strum::Display;

use super::note::{Held, Notes};
use super::page::Page;
use super::talk::{LONGEST, Partner};
use super::words::{Place, Word};
use crate::claim::{CaseResult, StatusWord, session_result};
use crate::entry::Lexicon;
use crate::find::Index;
use crate::note::LARGEST;
use crate::report;
use crate::report::phrases::under;
use crate::session::{AND, Action, Case, Refused, Session, View, case_facts};
use crate::shelf::{Kept, Start};
use crate::tree::Book;

/// What switched line mode on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display)]
pub enum Because {
    /// The option.
    #[strum(to_string = "--plain")]
    Option,
    /// The variable of the environment.
    #[strum(to_string = "EPIPATH_PLAIN")]
    Environment,
    /// The config file.
    #[strum(to_string = "config.yaml")]
    File,
    /// A terminal that cannot move its cursor.
    #[strum(to_string = "TERM=dumb")]
    Dumb,
    /// No word about the terminal.
    #[strum(to_string = "TERM, which names no terminal")]
    NoTerm,
    /// Nobody at a terminal.
    #[strum(to_string = "the lack of a terminal")]
    NoTerminal,
}

/// What a line is answered with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// Lines that end in a prompt or, at the end, in a summary.
    pub text: String,
    /// How the dialogue ended, where it did.
    pub end: Option<End>,
}

/// How a dialogue ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The status of the case on the desk; where nothing of it is answered that of the last case that came to a result; none
    /// where there was no case at all.
    pub status: Option<StatusWord>,
}

/// A line that wants to be said twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) word: Word,
    pub(super) rest: String,
}

/// The wizard as a dialogue.
#[derive(Debug)]
pub struct Dialogue<'a> {
    pub(super) book: &'a Book,
    pub(super) session: Session,
    pub(super) view: View,
    pub(super) kept: Kept,
    pub(super) index: OnceCell<Index>,
    pub(super) lexicon: OnceCell<Lexicon>,
    because: Because,
    /// Whether levels are being given.
    pub(super) levels: bool,
    /// A line that wants to be said twice.
    asked: Option<Asked>,
    /// Where the prompt said last what is possible.
    prompted: Option<Place>,
    /// Whether the sources are said with each rule.
    pub(super) cites: bool,
    /// The note beside the case.
    pub(super) held: Held<'a>,
    /// The last result of a case that is no longer on the desk.
    earlier: Option<StatusWord>,
}

impl<'a> Dialogue<'a> {
    /// A dialogue about a session.
    #[must_use]
    pub fn new(book: &'a Book, session: Session, because: Because, kept: Kept) -> Self {
        let mut dialogue = Self {
            view: View::of(book, session.case()),
            book,
            session,
            kept,
            index: OnceCell::new(),
            lexicon: OnceCell::new(),
            because,
            levels: false,
            asked: None,
            prompted: None,
            cites: false,
            held: Held::default(),
            earlier: None,
        };
        dialogue.prompted = Some(dialogue.place());
        dialogue
    }

    /// The same dialogue, able to take notes.
    #[must_use]
    pub fn with_notes(mut self, notes: &'a dyn Notes) -> Self {
        self.held = Held::from(notes);
        self
    }

    /// The case and how it came about.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    pub(super) const fn case(&self) -> &Case {
        self.session.case()
    }

    pub(super) const fn result(&self) -> Option<&CaseResult> {
        self.view.result.as_ref()
    }

    /// The result of all procedures, as the command line tells it.
    pub(super) fn whole_result(&self) -> CaseResult {
        let case = self.case();
        session_result(self.book, &case.procedures(), &case.context)
    }

    /// The case as words of a command line.
    pub(super) fn typed_facts(&self) -> String {
        let case = self.case();
        let facts = case_facts(self.book, &case.procedures(), &case.context).into_iter();
        let typed = facts.map(|word| if word == AND { "--and".to_owned() } else { word });
        typed.collect::<Vec<_>>().join(" ")
    }

    pub(super) fn place(&self) -> Place {
        match (self.levels, self.result().map(|result| result.status)) {
            (true, _) => Place::Levels,
            (false, None) => Place::Question,
            (false, Some(StatusWord::Code)) => Place::Code,
            (false, Some(StatusWord::Signpost)) => Place::Signpost,
            (false, Some(StatusWord::Undetermined)) => Place::Open,
        }
    }

    /// Does something to the case. A refusal is said, and nothing is changed.
    pub(super) fn act(&mut self, action: Action, page: &mut Page) -> bool {
        let counted = self.case().context.prior_sessions.is_some();
        if let Err(refused) = self.session.update(self.book, action) {
            page.refuse(&format!("Not done: {}.", refusal(&refused)));
            return false;
        }
        self.refresh();
        self.tell_fallen(page);
        let days_typed = matches!(self.session.actions().last(), Some(Action::Facts { .. }));
        if counted && days_typed && self.case().context.prior_sessions.is_none() {
            page.line("Earlier sessions were counted from another day of service: give them again.");
        }
        true
    }

    /// Works the case out anew after a change.
    pub(super) fn refresh(&mut self) {
        self.view = View::of(self.book, self.session.case());
    }

    fn tell_fallen(&self, page: &mut Page) {
        let fallen = self.case().fallen.iter().filter_map(|id| self.book.question(*id));
        let titles: Vec<&str> = fallen.map(|question| question.title.as_str()).collect();
        if !titles.is_empty() {
            let titles = titles.join(", ");
            page.line(&format!("No longer asked, so its answer fell away: {titles}."));
        }
    }

    /// Whether anything of the case is answered.
    pub(super) fn is_answered(&self) -> bool {
        self.case().procedures().iter().any(|one| !one.answers.is_empty())
    }

    /// Whether the word may be done now: at once where nothing is lost, else when it is said again.
    pub(super) fn twice(&mut self, word: Word, asked: Option<&Asked>, page: &mut Page) -> bool {
        let lost = self.result().is_none() && self.is_answered();
        if !lost || asked.is_some_and(|asked| asked.word == word) {
            return true;
        }
        self.ask_again(word, "");
        page.line("This case is not finished. Say it once more to drop it, or go on.");
        false
    }

    /// Waits for the same line again.
    pub(super) fn ask_again(&mut self, word: Word, rest: &str) {
        let rest = rest.to_owned();
        self.asked = Some(Asked { word, rest });
    }

    /// Takes the line that wanted to be said twice; it waits for one line only.
    pub(super) const fn take_asked(&mut self) -> Option<Asked> {
        self.asked.take()
    }

    /// Drops the case and its history at once.
    pub(super) fn blank(&mut self, page: &mut Page) {
        self.held.forget();
        self.session = Session::new(self.session.start().clone());
        self.levels = false;
        self.refresh();
        page.line("The case is gone, and no undo brings it back. What was said of it may still stand in the terminal.");
        self.show(page);
    }

    /// The next case under the same setting and payer.
    pub(super) fn next_case(&mut self, page: &mut Page) {
        self.remember();
        self.held.forget();
        self.session.restart();
        self.levels = false;
        self.refresh();
        page.line("A new case.");
        self.show(page);
    }

    /// Keeps how the case on the desk ended, which is about to be cleared away.
    pub(super) fn remember(&mut self) {
        self.earlier = self.result().map(|result| result.status).or(self.earlier);
    }

    /// The prompt, whole where a person is new to the place.
    pub(super) fn prompt_anew(&mut self, page: &mut Page) {
        let place = Some(self.place());
        let all = page.asks_all() || self.prompted != place;
        self.prompted = place;
        self.prompt(all, page);
    }

    /// Ends the dialogue with a summary.
    pub(super) fn leave(&self, page: &mut Page) -> End {
        if !self.is_answered() {
            page.line("Ended; nothing of this case was answered.");
            return End { status: self.earlier };
        }
        page.heading("Ended with this result:");
        let mut result = self.whole_result();
        if self.case().place().1 == 1 {
            result.candidates = self.possible_codes().into_iter().map(str::to_owned).collect();
        }
        if self.result().is_some() {
            page.gap();
            self.say_end(page);
            page.said("From", &self.typed_facts());
            page.line(&report::footer(self.book));
        } else {
            page.document(&report::summary(self.book, &result, &[self.typed_facts()]));
        }
        End {
            status: Some(result.status),
        }
    }
}

impl Partner for Dialogue<'_> {
    /// The mode and what switched it on, the pack, the first question.
    fn opening(&self) -> String {
        let mut page = Page::default();
        page.line(&format!("epipath in line mode, switched on by {}.", self.because));
        let context = &self.case().context;
        let start = self.session.start().date;
        page.line(&format!("{}; {}.", self.book.about.title, under(context, start)));
        if let Some(mark) = report::local_mark(self.book) {
            page.line(&mark);
        }
        if let Some(trouble) = &self.kept.trouble {
            page.said("Shelf", trouble);
        }
        if self.kept.shelf.start == Start::Shelf {
            page.gap();
            self.say_shelf(&mut page);
        }
        if self.held.takes_notes() {
            page.line("read takes a procedure note, from a file or a paste, and quotes it at each question.");
        }
        self.show(&mut page);
        self.prompt(true, &mut page);
        page.done()
    }

    fn answer(&mut self, line: &str) -> Reply {
        if self.held.is_pasting() {
            return self.pasted(line);
        }
        let mut page = Page::new(self.cites);
        let end = self.hear(line, &mut page);
        if end.is_none() && !self.held.is_pasting() {
            self.prompt_anew(&mut page);
        }
        Reply { text: page.done(), end }
    }

    fn longest(&self) -> usize {
        if self.held.is_pasting() { LARGEST + 1 } else { LONGEST }
    }

    fn end_of_input(&mut self) -> Reply {
        let mut page = Page::default();
        page.line("End of the input.");
        if self.held.is_pasting() {
            page.line("The note did not end with a point and was not read.");
        }
        let end = self.leave(&mut page);
        Reply {
            text: page.done(),
            end: Some(end),
        }
    }
}

/// Why something was not done, without its last stop.
pub(super) fn refusal(refused: &Refused) -> String {
    refused.to_string().trim_end_matches('.').to_owned()
}
