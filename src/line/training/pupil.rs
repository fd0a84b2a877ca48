//! A drill: the note, the questions or the lines typed, the mark.

use super::words::{Ask, Lesson, heard, say_words};
use super::{Desk, reply, say_case};
use crate::claim::Procedure;
use crate::claim::Setting;
use crate::line::dialogue::{Dialogue, Reply};
use crate::line::page::{Page, plain, typed};
use crate::line::talk::Partner;
use crate::pack::model::{Case, found_in};
use crate::pack::nearest;
use crate::report::phrases::{capital, count};
use crate::report::training::{axis, hinted, marked, weak};
use crate::train::review::{after, is_solved, next_case};
use crate::train::typed as typed_lines;
use crate::train::{
    Answer, Entered, Mark, Traits, Worked, deciding, hint, mark, spotted, states, ways_to_narrow, worked,
};

/// A learner at a drill.
#[derive(Debug)]
pub struct Pupil<'a> {
    desk: Desk<'a>,
    case: Option<&'a Case>,
    inner: Dialogue<'a>,
    hints: u8,
    /// Whether this case was handed in.
    handed_in: bool,
}

impl<'a> Pupil<'a> {
    /// A drill that begins with a case; with none, where everything is solved and nothing due.
    #[must_use]
    pub fn new(desk: Desk<'a>, case: Option<&'a Case>) -> Self {
        let case = case.or_else(|| next_case(&desk.learning, desk.teaching, desk.today));
        let first = case.or_else(|| desk.teaching.cases.first());
        let inner = match first {
            Some(case) => desk.dialogue(case),
            None => Dialogue::new(
                desk.book,
                crate::session::Session::new(crate::claim::Context::on(desk.today)),
                desk.because,
                desk.kept.clone(),
            ),
        };
        Self {
            desk,
            case,
            inner,
            hints: 0,
            handed_in: false,
        }
    }

    fn go(&mut self, case: &'a Case, page: &mut Page) {
        self.case = Some(case);
        self.inner = self.desk.dialogue(case);
        (self.hints, self.handed_in) = (0, false);
        say_case(case, page);
        self.inner.show(page);
    }

    fn next(&mut self, page: &mut Page) {
        match next_case(&self.desk.learning, self.desk.teaching, self.desk.today) {
            Some(case) => self.go(case, page),
            None => {
                page.line(
                    "Every case is solved and no fork is due. The word cases says them all; case ID goes to one.",
                );
            }
        }
    }

    fn prompt(&self, page: &mut Page) {
        if self.case.is_none() {
            page.line("Say: cases, case ID, progress, quit.");
        } else if self.handed_in {
            page.line("Say: next, once more, words, cases, progress, quit.");
        } else if self.inner.result().is_some() {
            page.line("Say: hand in; or change an answer, or lines LINES.");
        } else {
            self.inner.prompt(false, page);
        }
    }

    fn hear(&mut self, ask: Ask, rest: &str, page: &mut Page) -> bool {
        match (ask, self.case) {
            (Ask::Quit, _) => return true,
            (Ask::Help, _) if rest.is_empty() => say_words(Lesson::Drill, page),
            (Ask::Help, _) => page.raw(&self.inner.answer(&format!("help {rest}")).text),
            (Ask::List, _) => self.list(rest, page),
            (Ask::Case, _) => self.case_named(rest, page),
            (Ask::Progress, _) => page.document(&weak(&self.desk.learning, self.desk.teaching, self.desk.today)),
            (Ask::Next, _) => self.next(page),
            (_, None) => page.line("There is no case on the desk."),
            (Ask::Note, Some(case)) => say_case(case, page),
            (Ask::Again, Some(case)) => self.go(case, page),
            (Ask::Hint, Some(case)) => self.hint(case, page),
            (Ask::Spot, Some(case)) => spot(case, rest, page),
            (Ask::Lines, Some(case)) => self.lines(case, rest, page),
            (_, Some(case)) => self.hand_in(case, page),
        }
        false
    }

    fn hint(&mut self, case: &Case, page: &mut Page) {
        let Some(key) = key(&self.desk, case) else { return };
        match hint(self.desk.book, case, &key, self.hints + 1) {
            Some(hint) => {
                self.hints += 1;
                page.document(&hinted(&hint));
            }
            None => page.line("There is no further hint."),
        }
    }

    fn hand_in(&mut self, case: &'a Case, page: &mut Page) {
        match answered(&self.inner) {
            Some(answer) => self.mark(case, &answer, page),
            None => page.line("Nothing is answered yet. Answer the questions, or say lines LINES."),
        }
    }

    fn lines(&mut self, case: &'a Case, text: &str, page: &mut Page) {
        match entered(text) {
            Ok(entered) => self.mark(case, &Answer::Typed(entered), page),
            Err(why) => page.line(&why),
        }
    }

    fn mark(&mut self, case: &'a Case, answer: &Answer, page: &mut Page) {
        let Some(key) = key(&self.desk, case) else { return };
        let marked_now = mark(self.desk.book, case, &key, answer, self.hints);
        page.document(&marked(self.desk.book, case, &key, &marked_now));
        if self.handed_in {
            page.line("It was handed in before; the first time counts.");
            return;
        }
        self.handed_in = true;
        self.keep(case, &marked_now, page);
    }

    /// Keeps a try, and says where it could not be kept.
    fn keep(&mut self, case: &Case, mark: &Mark, page: &mut Page) {
        let (tried, today) = (mark.tried(), self.desk.today);
        let edition = self.desk.book.about.edition.clone();
        let change = |kept: &crate::shelf::Learning| {
            let mut kept = after(kept, case, &tried, today);
            kept.edition = edition;
            kept
        };
        let here = change.clone()(&self.desk.learning);
        match self.desk.store.change(change) {
            Ok(kept) => self.desk.learning = kept,
            Err(trouble) => {
                self.desk.learning = here;
                page.line(&format!("Not kept: {trouble}."));
            }
        }
    }

    fn list(&self, words: &str, page: &mut Page) {
        let Desk { learning, teaching, .. } = &self.desk;
        let states = states(learning, teaching, self.desk.today);
        let has = |(case, state): &(&Case, String)| Traits::of(case, state, axis(case.fork.axis)).have(words);
        let cases: Vec<_> = teaching.cases.iter().zip(states).filter(has).collect();
        page.line(&format!("{}.", count(cases.len(), "case")));
        for (case, state) in &cases {
            page.said(&case.id, &format!("{}. {}.", case.title, capital(state)));
        }
        if cases.is_empty() {
            let [words, axes] = ways_to_narrow();
            page.line(&format!("What narrows the list: {words} {axes}"));
        }
    }

    fn case_named(&mut self, id: &str, page: &mut Page) {
        let teaching = self.desk.teaching;
        match teaching.case(id) {
            Some(case) => self.go(case, page),
            None => page.line(&no_case(id, teaching.cases.iter().map(|case| case.id.as_str()))),
        }
    }
}

/// That there is no case of a name, and which one may be meant.
pub(super) fn no_case<'n>(id: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let guess = nearest(id, names).map(|guess| format!(" Did you mean {guess}?"));
    format!("There is no case \"{}\".{}", typed(id), guess.unwrap_or_default())
}

/// The case worked out; the check of the pack makes sure that it can be.
pub(super) fn key(desk: &Desk<'_>, case: &Case) -> Option<Worked> {
    worked(desk.book, case, Setting::Professional).ok()
}

/// What was answered; a question left open counts as not documented. None where nothing was answered.
pub(super) fn answered(inner: &Dialogue<'_>) -> Option<Answer> {
    if !inner.is_answered() {
        return None;
    }
    let procedures: Vec<Procedure> = inner.case().procedures();
    Some(Answer::Answered(procedures, Box::new(inner.whole_result())))
}

/// A verdict as it was typed.
///
/// # Errors
/// What cannot be read, in a sentence.
pub(super) fn entered(text: &str) -> Result<Entered, String> {
    typed_lines(text).map_err(|why| {
        format!(
            "{}. Say lines with claim lines, undetermined, outside or nothing.",
            capital(&why)
        )
    })
}

/// Scores words against those that decide.
fn spot(case: &Case, text: &str, page: &mut Page) {
    let mut marks = Vec::new();
    for words in text.split(';').map(str::trim).filter(|words| !words.is_empty()) {
        match found_in(&case.note, words).into_iter().next() {
            Some(place) => marks.push(place),
            None => page.line(&format!("Not in the note as it stands: \"{}\".", typed(words))),
        }
    }
    let met = spotted(case, &marks);
    page.line(&format!(
        "{} of 100. {} of what you named decides; you named {} of what decides.",
        percent(met.f1),
        share(met.precision),
        share(met.recall)
    ));
    page.line("The words that decide:");
    for place in deciding(case, &marks) {
        page.line(&format!("\"{}\"", case.note.get(place).unwrap_or_default()));
    }
}

fn percent(share: f64) -> String {
    format!("{:.0}", (share * 100.0).floor())
}

fn share(share: f64) -> String {
    format!("{} percent", percent(share))
}

impl Partner for Pupil<'_> {
    fn opening(&self) -> String {
        let mut page = Page::default();
        self.desk.opening("drill", &mut page);
        let solved = self
            .desk
            .teaching
            .cases
            .iter()
            .filter(|case| is_solved(&self.desk.learning, case))
            .count();
        page.line(&format!(
            "{}, {solved} solved.",
            count(self.desk.teaching.cases.len(), "case")
        ));
        match self.case {
            Some(case) => {
                say_case(case, &mut page);
                self.inner.show(&mut page);
                page.line("Answer the questions, then say hand in; or say lines LINES. The word help says every word.");
            }
            None => page.line("Every case is solved and no fork is due."),
        }
        self.prompt(&mut page);
        page.done()
    }

    fn answer(&mut self, line: &str) -> Reply {
        let mut page = Page::default();
        let line = plain(line);
        if let Some((ask, rest)) = heard(&line, Lesson::Drill) {
            let ended = self.hear(ask, rest, &mut page);
            if ended {
                page.line("Ended. What was handed in is kept.");
            } else {
                self.prompt(&mut page);
            }
            return reply(page, ended);
        }
        if self.case.is_none() {
            self.prompt(&mut page);
            return reply(page, false);
        }
        let mut reply = self.inner.answer(&line);
        reply.end = None;
        reply
    }

    fn end_of_input(&mut self) -> Reply {
        let mut page = Page::default();
        page.line("End of the input. What was handed in is kept.");
        reply(page, true)
    }
}
