//! What a line does: a word of the table, facts, an answer, or nothing that can be understood.

use super::dialogue::{Asked, Dialogue, End};
use super::given::{Given, SILENT, given};
use super::help::say_help;
use super::note::YES;
use super::page::{Page, clean, plain, typed};
use super::tabs::say_claim;
use super::words::{self, Heard, Word, heard, word_table};
use crate::pack::model::Question;
use crate::pack::nearest;
use crate::session::Action;

/// Said where a word needs a result.
pub(super) const NO_RESULT: &str = "There is no result yet: answer the question first.";

impl Dialogue<'_> {
    /// Hears a line; says how the dialogue ended, where it did.
    pub(super) fn hear(&mut self, line: &str, page: &mut Page) -> Option<End> {
        let asked = self.take_asked();
        let asked = asked.as_ref();
        let as_typed = clean(line.trim());
        let line = plain(line);
        let line = line.as_str();
        if line.is_empty() {
            if !self.entered(page) {
                self.again(page);
            }
            return None;
        }
        if let Some(heard) = heard(line).filter(|heard| heard.rest.is_empty() || !heard.row.takes.is_empty()) {
            if heard.rest.is_empty() && needs_more(&heard) {
                page.refuse(&format!("Something has to stand behind it: {}.", heard.row.form()));
                return None;
            }
            if matches!(heard.row.word, Word::Note | Word::Report | Word::Read) {
                // The words of a person are kept as they are, not as the pack would write them.
                let rest = words::heard(&as_typed).map_or(heard.rest, |heard| heard.rest);
                if heard.row.word == Word::Read {
                    self.read_note(rest, page);
                } else {
                    self.own_words(heard.row.word, rest, asked, page);
                }
                return None;
            }
            return self.word(heard, asked, page);
        }
        if self.levels {
            self.level(line, page);
        } else if line.split_whitespace().all(|word| word.contains('=')) {
            self.facts(line, page);
        } else {
            self.answers_question(line, page);
        }
        None
    }

    fn again(&self, page: &mut Page) {
        page.ask_all();
        if self.levels {
            self.say_levels(page);
        } else {
            self.show(page);
        }
    }

    fn word(&mut self, heard: Heard<'_>, asked: Option<&Asked>, page: &mut Page) -> Option<End> {
        let word = heard.row.word;
        match word {
            Word::Quit if self.twice(word, asked, page) => return Some(self.leave(page)),
            Word::NextCase if self.twice(word, asked, page) => self.next_case(page),
            Word::Begin => self.begin(heard.rest, asked, page),
            Word::Quit | Word::NextCase => {}
            Word::Levels => {
                self.levels = true;
                self.say_levels(page);
            }
            Word::Level => self.level(heard.rest, page),
            Word::Done => self.done(page),
            Word::Again => self.again(page),
            Word::Blank => self.blank(page),
            Word::Cite => self.cite(heard.rest, page),
            Word::Shelf => self.shelf(heard.rest, page),
            Word::Favorite => self.favorite(heard.rest, true, page),
            Word::NoFavorite => self.favorite(heard.rest, false, page),
            Word::DropNote => self.drop_note(heard.rest, page),
            Word::Evidence => self.evidence(heard.rest, page),
            Word::NextQuote => self.turn_quote(false, page),
            Word::PreviousQuote => self.turn_quote(true, page),
            Word::Forget => self.forget_note(page),
            _ => {
                self.levels = false;
                self.step(word, heard.rest, page);
            }
        }
        None
    }

    /// What moves or changes the case.
    fn step(&mut self, word: Word, rest: &str, page: &mut Page) {
        match word {
            Word::Back => self.moves(Action::Back, page),
            Word::Forward => self.moves(Action::Forward, page),
            Word::Change => self.change(rest, page),
            Word::AddProcedure => self.moves(Action::AddProcedure, page),
            Word::NextProcedure => self.turns(Action::NextProcedure, page),
            Word::PreviousProcedure => self.turns(Action::PreviousProcedure, page),
            Word::DropProcedure => self.drop_procedure(page),
            Word::Undo => self.again_or_not(true, page),
            Word::Redo => self.again_or_not(false, page),
            Word::Fact => self.facts(rest, page),
            Word::Confirm => self.confirm(page),
            Word::Clear => self.clear(rest, page),
            Word::Setting => self.setting(rest, page),
            Word::Payer => self.payer(rest, page),
            Word::Tick => self.tick(rest, true, page),
            Word::Untick => self.tick(rest, false, page),
            Word::Use => self.modifier(rest, true, page),
            Word::Drop => self.modifier(rest, false, page),
            Word::Card => self.open_card(rest, page),
            _ => self.say(word, rest, page),
        }
    }

    /// What only says something.
    fn say(&self, word: Word, rest: &str, page: &mut Page) {
        match word {
            Word::Why => self.say_why(page),
            Word::Help => say_help(rest, page),
            Word::Answers => self.say_answers(page),
            Word::Possible => self.say_possible(page),
            Word::Sources => self.say_sources(rest, page),
            Word::Find => self.find(rest, page),
            Word::Compare => self.compare(rest, page),
            Word::Facts => self.say_facts(page),
            Word::Details => self.say_details(page),
            Word::WhatIf => self.what_if(rest, true, page),
            Word::Tree => self.say_tree(rest, page),
            _ => self.say_of_result(word, rest, page),
        }
    }

    /// What needs a result.
    fn say_of_result(&self, word: Word, rest: &str, page: &mut Page) {
        let Some(result) = self.result() else {
            page.refuse(NO_RESULT);
            return;
        };
        match word {
            Word::Code => self.say_code(page),
            Word::Claim => say_claim(result, page),
            Word::Checklist => self.say_checklist(result, rest, page),
            Word::Modifiers => self.say_modifiers(result, rest, page),
            Word::Coverage => self.say_coverage(result, page),
            Word::Query => self.say_query(result, page),
            Word::Copy => self.say_copy(page),
            Word::Export => self.export(rest, page),
            Word::Receipt => self.say_receipt(page),
            _ => self.say_reasons(page),
        }
    }

    fn moves(&mut self, action: Action, page: &mut Page) {
        if self.act(action, page) {
            self.show(page);
        }
    }

    /// An answer, a code whose card is meant, or nothing that can be understood.
    fn answers_question(&mut self, line: &str, page: &mut Page) {
        let question = self
            .question()
            .map(|question| (question.id.clone(), given(question, line)));
        match question {
            Some((question, Given::Value(value))) => {
                let id = self.view.question;
                if self.act(Action::Answer { question, value }, page) {
                    if let Some(id) = id {
                        self.echo(id, page);
                    }
                    self.show(page);
                }
            }
            Some((_, Given::Unclear(why))) => page.refuse(&why),
            Some(_) if line.eq_ignore_ascii_case(YES) && self.suggested().is_some() => self.confirm(page),
            _ if !self.card(line).blocks().is_empty() => self.open_card(line, page),
            Some(_) => page.misheard(&format!("`{}` is no answer here{}.", typed(line), self.hint(line))),
            None if line.bytes().all(|byte| byte.is_ascii_digit()) => {
                page.misheard("No question is open, so a number says nothing here.");
            }
            None => page.misheard(&format!("`{}` says nothing here{}.", typed(line), self.hint(line))),
        }
    }
}

/// Whether the word was said without what it needs.
fn needs_more(heard: &Heard<'_>) -> bool {
    !heard.row.takes.is_empty() && !heard.row.takes.starts_with('[')
}

impl Dialogue<'_> {
    /// What was probably meant: an answer to this question, to another one, or a word.
    fn hint(&self, line: &str) -> String {
        if heard(line).is_some_and(|heard| heard.row.takes.is_empty()) {
            return meant(line);
        }
        if let Some(name) = self.question().and_then(|question| near(question, line)) {
            return format!("; did you mean {name}");
        }
        let others = self.book.file.questions.iter();
        let asked = |question: &&Question| match given(question, line) {
            Given::Value(value) => value != SILENT && line.parse::<usize>().is_err(),
            Given::Unclear(_) | Given::Nothing => false,
        };
        match others.into_iter().find(asked) {
            Some(other) => format!(", it is one of {}; change {} asks that again", other.title, other.id),
            None => meant(line),
        }
    }
}

/// The name of an answer that is written almost so.
fn near<'a>(question: &'a Question, line: &str) -> Option<&'a str> {
    let names = question.answers.iter().flat_map(|answer| {
        let own = [answer.id.as_str(), answer.short.as_str()];
        own.into_iter().chain(answer.words.iter().map(String::as_str))
    });
    nearest(&line.to_lowercase(), names)
}

/// The word probably meant; or one that must stand alone.
fn meant(line: &str) -> String {
    if let Some(heard) = heard(line).filter(|heard| heard.row.takes.is_empty()) {
        return format!("; {} stands alone", heard.row.form());
    }
    let names = || word_table().iter().flat_map(|row| row.names).copied();
    // The first word alone may be the slip.
    let first = || nearest(line.split_whitespace().next()?, names());
    nearest(line, names()).or_else(first).map_or_else(
        || "; find looks words up, help says every word".to_owned(),
        |name| format!("; did you mean {name}?").trim_end_matches('?').to_owned(),
    )
}
