//! Drives the wizard by keys, with the same case kept beside it in the library: that tells which question is due.

use epipath::claim::{CaseResult, Context, StatusWord, result};
use epipath::session::{Session, View};
use epipath::tree::{Book, QuestionId};
use vt100::Screen;

use super::screen::{marked, start_of, text};
use super::terminal::Terminal;
use super::ways::{Pick, Way, action};
use super::{key, wizard};

/// The wizard and the case it should be showing.
pub(crate) struct Drive<'a> {
    book: &'a Book,
    session: Session,
    pub(crate) terminal: Terminal,
}

impl<'a> Drive<'a> {
    /// At the first question, in a window wide enough that nothing is wrapped.
    pub(crate) fn new(book: &'a Book, context: &Context) -> Self {
        Self {
            book,
            session: Session::new(context.clone()),
            terminal: wizard(160, 50),
        }
    }

    /// Answers all the way to the outcome.
    pub(crate) fn go(&mut self, way: &Way) {
        if !way.details.is_empty() {
            self.set_details(&way.details);
        }
        for pick in &way.path {
            assert_eq!(self.view().question, Some(pick.0), "the way leads elsewhere");
            self.answer(*pick);
        }
        for pick in &way.corrections {
            self.correct(*pick);
        }
    }

    /// Presses the key of an answer to the question on the screen and waits for what comes next.
    pub(crate) fn answer(&mut self, pick: Pick) {
        let key = "123456789ABCD".chars().nth(pick.1).unwrap();
        self.terminal.send(&key.to_string());
        self.follow(pick);
        self.wait_for_next();
    }

    /// Starts the next case.
    pub(crate) fn next_case(&mut self) {
        self.terminal.send("n");
        self.session.restart();
        self.wait_for_next();
    }

    /// The result of the case.
    pub(crate) fn result(&self) -> CaseResult {
        let case = self.session.case();
        result(self.book, &case.answers, &case.context)
    }

    /// The answers given, as facts on a command line.
    pub(crate) fn facts(&self) -> Vec<String> {
        let fact = |id: QuestionId| {
            let value = self.book.value(id, self.session.case().answers.get(id)?);
            Some(format!("{}={value}", self.book.question(id)?.id))
        };
        self.book.tree.question_ids().filter_map(fact).collect()
    }

    fn view(&self) -> View {
        View::of(self.book, self.session.case())
    }

    fn follow(&mut self, pick: Pick) {
        self.session.update(self.book, action(self.book, pick)).unwrap();
    }

    fn ask(&self, id: QuestionId) -> String {
        start_of(&self.book.question(id).unwrap().ask)
    }

    fn wait_for_next(&mut self) {
        if let Some(id) = self.view().question {
            let ask = self.ask(id);
            self.terminal.wait_for(&ask);
            return;
        }
        let (book, result) = (self.book, self.result());
        let what = format!("the result {:?} of {:?}", result.code, self.facts());
        self.terminal.wait_until(&what, |screen| shows(book, screen, &result));
    }

    /// `d`, to each detail, its number, and back.
    fn set_details(&mut self, picks: &[Pick]) {
        self.terminal.send("d");
        self.terminal.wait_for("Details, never");
        let mut shown = self.details();
        let mut at = 0;
        for (question, answer) in picks {
            while shown.get(at) != Some(question) {
                at += 1;
                let ask = self.ask(*shown.get(at).unwrap());
                self.terminal.send(key::DOWN);
                self.terminal.wait_for(&ask);
            }
            self.terminal.send(&(answer + 1).to_string());
            let chosen = format!("* {}  ", answer + 1);
            self.terminal.wait_for(&chosen);
            self.follow((*question, *answer));
            shown = self.details();
        }
        self.terminal.send("q");
        self.terminal.wait_gone("Details, never");
        self.wait_for_next();
    }

    /// The details that matter now, in the order of the panel.
    fn details(&self) -> Vec<QuestionId> {
        let (book, facts) = (self.book, self.view().facts);
        let matters = |id: &QuestionId| {
            let asked_when = &book.question(*id).unwrap().asked_when;
            let given = self.session.case().answers.get(*id).is_some();
            given || asked_when.is_empty() || asked_when.iter().any(|when| book.certain(when, &facts))
        };
        let details = book.tree.question_ids().filter(|id| book.tree.is_detail(*id));
        details.filter(matters).collect()
    }

    /// `a`, to an answer taken for granted, Enter, and another answer.
    fn correct(&mut self, pick: Pick) {
        let title = self.book.question(pick.0).unwrap().title.clone();
        self.terminal.send("a");
        self.terminal.wait_for("Answers so far");
        self.terminal.send(key::HOME);
        let (next, answers) = (self.view().asking.next, &self.session.case().answers);
        let shown = |id: &QuestionId| {
            let given = answers.get(*id).is_some() || self.book.tree.is_assumed(*id, answers);
            !self.book.tree.is_detail(*id) && (given || next == Some(*id))
        };
        let titles: Vec<String> = self
            .book
            .tree
            .question_ids()
            .filter(shown)
            .map(|id| self.book.question(id).unwrap().title.clone())
            .collect();
        for (number, row) in titles.iter().enumerate() {
            if number > 0 {
                self.terminal.send(key::DOWN);
            }
            self.terminal
                .wait_until(&format!("focus on {row}"), |screen| focused(screen, row));
            if *row == title {
                break;
            }
        }
        self.terminal.send(key::ENTER);
        let ask = self.ask(pick.0);
        self.terminal.wait_for(&ask);
        self.answer(pick);
    }
}

fn focused(screen: &Screen, title: &str) -> bool {
    marked(screen).is_some_and(|(_, row)| row.contains(&format!("> {title}")) || row.contains(&format!(">  {title}")))
}

/// Whether the screen shows this result.
pub(crate) fn shows(book: &Book, screen: &Screen, result: &CaseResult) -> bool {
    let head = match result.status {
        StatusWord::Code => {
            let code = result.code.clone().unwrap_or_default();
            (code.clone(), book.card(&code).unwrap().title.clone())
        }
        StatusWord::Signpost => {
            let signpost = result.signpost.as_ref().unwrap();
            ("outside this family".to_owned(), signpost.title.clone())
        }
        StatusWord::Undetermined if result.candidates.is_empty() => (
            "undetermined".to_owned(),
            "Still possible: no code of this family".to_owned(),
        ),
        StatusWord::Undetermined => (
            "undetermined".to_owned(),
            format!("Still possible: {}", result.candidates.join(", ")),
        ),
    };
    let (badge, title) = head;
    let row = |row: &str| {
        row.trim_start()
            .strip_prefix(&badge)
            .is_some_and(|rest| rest.contains(&title))
    };
    text(screen).lines().any(row)
}
