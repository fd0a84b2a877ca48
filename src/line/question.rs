//! A question, its numbered answers, and the prompt.

use super::dialogue::Dialogue;
use super::page::Page;
use super::words::{Place, word_table};
use crate::pack::model::Question;
use crate::report::phrases::{capital, count, told};
use crate::tree::QuestionId;

/// The numbers that answer a question.
fn numbers(question: &Question) -> String {
    format!("{}: answer 1 to {}, or 0.", question.title, question.answers.len())
}

/// So many codes still possible are named one by one.
const NAMED: usize = 8;

impl Dialogue<'_> {
    /// The question on the desk.
    pub(super) fn question(&self) -> Option<&Question> {
        self.book.question(self.view.question?)
    }

    /// Says where the case is: the question, or the result.
    pub(super) fn show(&self, page: &mut Page) {
        match self.view.question {
            Some(id) => self.say_question(id, page),
            None => self.say_result(page),
        }
    }

    /// Says where the case is, unless it is at the question that was said before.
    pub(super) fn show_change(&self, before: Option<QuestionId>, page: &mut Page) {
        if self.view.question.is_none() || self.view.question != before {
            self.show(page);
        }
    }

    fn say_question(&self, id: QuestionId, page: &mut Page) {
        let Some(question) = self.book.question(id) else { return };
        page.gap();
        if let (here, all @ 2..) = self.case().place() {
            page.line(&format!("Procedure {} of {all}.", here + 1));
        }
        page.said(&question.title, &question.ask);
        self.say_noted(id, page);
        for (index, answer) in question.answers.iter().enumerate() {
            page.line(&format!("{}. {}", index + 1, answer.label));
        }
        page.line("0. Not documented");
        if let Some(given) = self.case().answers.get(id) {
            page.line(&format!("Your answer so far: {}.", self.book.short(id, given)));
        }
        self.say_suggestion(id, page);
    }

    /// One line that says what may be typed: all of it where a person is new or lost, else where the case is.
    pub(super) fn prompt(&self, all: bool, page: &mut Page) {
        let place = self.place();
        if !all {
            page.prompt(&self.short_prompt(place));
            return;
        }
        let hinted = word_table().iter().filter(|row| row.hinted.contains(&place));
        let names: Vec<&str> = hinted.filter_map(|row| row.names.first().copied()).collect();
        let names = names.join(", ");
        page.prompt(&match (place, self.question()) {
            (Place::Levels, _) => format!("A level with its side, such as L4-L5 left. Or say: {names}."),
            (_, Some(question)) => format!("{} Or say: {names}.", numbers(question)),
            (_, None) => format!("Say: {names}. The word help says them all."),
        });
    }

    /// Where the case is, and no more.
    fn short_prompt(&self, place: Place) -> String {
        let code = self.result().and_then(|result| result.code.as_deref());
        let ended = match place {
            Place::Levels => return "A level with its side, or done.".to_owned(),
            Place::Code => code.unwrap_or_default(),
            Place::Signpost => "Outside this family",
            Place::Open | Place::Question => "Undetermined",
        };
        let question = self.question().map(numbers);
        question.unwrap_or_else(|| format!("{ended}. Say a word, or help."))
    }

    /// "Imaging: fluoroscopy. 2 codes still possible: 62323, 62327."
    pub(super) fn echo(&self, id: QuestionId, page: &mut Page) {
        let Some(given) = self.case().answers.get(id) else {
            return;
        };
        let Some(question) = self.book.question(id) else { return };
        let short = self.book.short(id, given);
        let rest = if self.view.question.is_some() {
            format!(" {}", self.possible())
        } else {
            String::new()
        };
        page.line(&format!("{}: {short}.{rest}", question.title));
    }

    /// "2 codes still possible: 62323, 62327. At most 2 questions are left."
    pub(super) fn possible(&self) -> String {
        let codes = self.possible_codes();
        let number = count(codes.len(), "code");
        let codes = match codes.len() {
            0 => "No code of this family is possible any more.".to_owned(),
            few @ 1..=NAMED => format!("{} still possible: {}.", count(few, "code"), codes.join(", ")),
            _ => format!("{number} still possible."),
        };
        match self.view.most_remaining {
            0 => codes,
            1 => format!("{codes} One question is left at most."),
            most => format!("{codes} At most {most} questions are left."),
        }
    }

    /// The codes still possible, an add-on code as long as its primary procedure is: the same list wherever it is said.
    pub(super) fn possible_codes(&self) -> Vec<&str> {
        let possible = self.view.standings.iter().filter(|standing| standing.possible);
        possible.map(|standing| standing.code.as_str()).collect()
    }

    /// Every code and where it stands.
    pub(super) fn say_possible(&self, page: &mut Page) {
        page.line(&self.possible());
        for standing in &self.view.standings {
            let reason = standing.reason.as_deref().unwrap_or("nothing struck it yet");
            let stands = if standing.possible {
                "possible".to_owned()
            } else {
                format!("struck, {reason}")
            };
            page.said(&standing.code, &format!("{}; {stands}.", standing.short));
        }
    }

    /// Why the question is asked, and what each answer carries with it.
    pub(super) fn say_why(&self, page: &mut Page) {
        let Some(question) = self.question() else {
            self.say_reasons(page);
            return;
        };
        page.said("Why", &told(&question.why, question.confidence));
        if let Some(assume) = &question.assume {
            page.said("Taken for granted", &assume.why);
        }
        for (index, answer) in question.answers.iter().enumerate() {
            let note = answer.note.as_ref().map(|note| {
                let confidence = answer.confidence.unwrap_or(question.confidence);
                format!(" {}", told(note, confidence))
            });
            let words = if answer.words.is_empty() {
                String::new()
            } else {
                format!(" In notes: {}.", answer.words.join(", "))
            };
            let note = note.unwrap_or_default();
            page.line(&format!("{}. {}.{note}{words}", index + 1, answer.label));
        }
        page.said("Where in the note", &format!("{}.", question.look.join("; ")));
        page.said("Where the note is silent, ask", &question.ask_provider);
        page.cite(&question.sources);
    }

    /// The heading of a question named in facts.
    pub(super) fn title_of(&self, name: &str) -> String {
        let question = self.book.question_named(name).and_then(|id| self.book.question(id));
        question.map_or_else(|| capital(name), |question| question.title.clone())
    }
}
