//! What the note says where the case is: the quotes before the answers, the suggestion behind them.

use crate::line::dialogue::Dialogue;
use crate::line::page::Page;
use crate::note::{State, Ticked};
use crate::report::note::{
    Page as Whole, asked_twice, confirmable, level, outcome, page as whole_page, suggested, ticked,
};
use crate::report::phrases::count;
use crate::tree::QuestionId;

/// More quotes than that are counted; `next quote` says them.
pub(super) const MOST: usize = 2;

/// So many letters around a quote are said with it.
const AROUND: usize = 120;

impl Dialogue<'_> {
    /// What the note says to a question, before its answers.
    pub(in crate::line) fn say_noted(&self, id: QuestionId, page: &mut Page) {
        let Some(question) = self.book.question(id) else { return };
        let Some((noted, one)) = self.held.suggestion(self.procedure(), &question.id) else {
            return;
        };
        match one.state {
            State::NotDocumented if one.quotes.is_empty() => page.line("In the note: nothing for this question."),
            State::NotDocumented => page.line("The note points somewhere and does not settle it."),
            State::Conflict => page.said(
                "The note contradicts itself",
                &format!("{}.", suggested(self.book, one)),
            ),
            State::Suggested => {}
        }
        let quotes = noted.distinct(&one.quotes);
        for quote in quotes.iter().take(MOST) {
            page.said("In the note", &noted.quote(quote));
        }
        if let Some(more) = quotes.len().checked_sub(MOST).filter(|more| *more > 0) {
            page.line(&format!("{} more; next quote says them.", count(more, "place")));
        }
    }

    /// What the note suggests for a question that is not answered yet, behind its answers.
    pub(in crate::line) fn say_suggestion(&self, id: QuestionId, page: &mut Page) {
        let Some(question) = self.book.question(id) else { return };
        let suggestion = self.held.suggestion(self.procedure(), &question.id);
        let Some((_, one)) = suggestion.filter(|_| self.case().answers.get(id).is_none()) else {
            return;
        };
        let Some(value) = confirmable(one) else { return };
        let number = question.answers.iter().position(|answer| answer.id == value);
        let number = number.map(|place| format!("{}, ", place + 1)).unwrap_or_default();
        let how = if asked_twice(one) {
            self.second_key()
        } else {
            "Enter confirms it."
        };
        page.line(&format!(
            "The note suggests {number}{}. {how}",
            suggested(self.book, one)
        ));
    }

    /// How a weak suggestion is confirmed: `yes` may be an answer itself.
    pub(super) fn second_key(&self) -> &'static str {
        if self
            .question()
            .is_some_and(|question| question.answers.iter().any(|answer| answer.id == super::confirm::YES))
        {
            "Weak: say the number or confirm."
        } else {
            "Weak: say the number or yes."
        }
    }

    /// At a result: the levels of the note that are not given yet, and whether it tells of a further procedure.
    pub(in crate::line) fn say_noted_result(&self, page: &mut Page) {
        let Some(noted) = &self.held.noted else { return };
        if self.levels_wanted() {
            let named: Vec<String> = noted.entries(self.procedure()).map(level).collect();
            page.said("Levels in the note", &format!("{}.", named.join("; ")));
            for quote in self.held.quotes(self.procedure(), None).iter().take(MOST) {
                page.said("In the note", &noted.quote(quote));
            }
            page.line(if self.levels_contested() {
                "The note contradicts itself about them: confirm takes them as they stand, levels asks for them."
            } else {
                "Enter takes them."
            });
        }
        let items = noted
            .reading
            .checklist
            .iter()
            .filter(|item| item.state == Ticked::Shown);
        let shown = items
            .filter(|item| !self.case().ticks.contains(&item.id) && self.asks(&item.id))
            .count();
        if shown > 0 {
            page.line(&format!(
                "The note shows {} of the checklist: tick shown ticks them.",
                count(shown, "item")
            ));
        }
        let (here, all) = self.case().place();
        if here + 1 == all && noted.reading.procedures.len() > all {
            page.line(&format!(
                "The note tells of {}: add procedure asks for the next.",
                count(noted.reading.procedures.len(), "procedure")
            ));
        }
    }

    /// Whether an item is on the checklist of the result.
    fn asks(&self, item: &str) -> bool {
        self.result()
            .is_some_and(|result| result.checklist.iter().any(|one| one.id == item))
    }

    /// Whether the note shows an item of the checklist, with its words; empty where it was not looked for.
    pub(in crate::line) fn say_noted_item(&self, item: &str, page: &mut Page) {
        let Some(noted) = &self.held.noted else { return };
        let Some(found) = noted.reading.checklist.iter().find(|one| one.id == item) else {
            return;
        };
        let quotes: Vec<String> = noted
            .distinct(&found.quotes)
            .into_iter()
            .take(MOST)
            .map(|quote| noted.quote(quote))
            .collect();
        let quotes = if quotes.is_empty() {
            String::new()
        } else {
            format!(", {}", quotes.join("; "))
        };
        page.said("In the note", &format!("{}{quotes}", ticked(found.state)));
    }

    /// The quotes for this question again; with `all` everything that was read.
    pub(in crate::line) fn evidence(&mut self, which: &str, page: &mut Page) {
        self.held.quote = None;
        let Some(noted) = &self.held.noted else {
            page.refuse(NO_NOTE);
            return;
        };
        if which.eq_ignore_ascii_case("all") {
            match outcome(self.book, self.case().context.clone(), &noted.reading) {
                Ok((result, facts)) => page.document(&whole_page(
                    self.book,
                    Whole {
                        noted,
                        result: &result,
                        facts: &facts,
                    },
                )),
                Err(_) => page.line("The suggestions of this note exclude each other."),
            }
        } else if let Some(id) = self.view.question {
            self.say_noted(id, page);
            self.say_suggestion(id, page);
        } else {
            self.say_verdict(page);
            self.say_noted_result(page);
        }
        if !page.has_text() {
            page.line("The note says nothing here; evidence all says everything that was read.");
        }
    }

    /// The next or the last place of the note for this question, with the words around it.
    pub(in crate::line) fn turn_quote(&mut self, back: bool, page: &mut Page) {
        let question = self.question().map(|question| question.id.clone());
        let quotes = self.held.quotes(self.procedure(), question.as_deref());
        let all = quotes.len();
        let next = match (self.held.quote, back) {
            (None, false) => 0,
            (None, true) => all.saturating_sub(1),
            (Some(at), false) => at + 1,
            (Some(at), true) => at.checked_sub(1).unwrap_or(all.saturating_sub(1)),
        };
        let next = if next < all { next } else { 0 };
        let Some((noted, quote)) = self.held.noted.as_ref().zip(quotes.get(next)) else {
            page.refuse(if self.held.noted.is_some() {
                "The note has no words for this."
            } else {
                NO_NOTE
            });
            return;
        };
        page.said(&format!("Place {} of {all}", next + 1), &noted.quote(quote));
        page.said("Around it", &noted.around(quote, AROUND));
        self.held.quote = Some(next);
    }

    /// Which procedure is on the desk: the procedures of the note are taken in their order.
    pub(super) fn procedure(&self) -> usize {
        self.case().place().0
    }
}

/// Said where a word needs a note.
pub(super) const NO_NOTE: &str = "There is no note; read takes one.";
