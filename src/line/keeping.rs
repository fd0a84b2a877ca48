//! What the person keeps, changed by words: favorites, notes, how the shelf is used, and reports on rules.

use super::dialogue::{Asked, Dialogue};
use super::page::{Page, plain, typed};
use super::words::Word;
use crate::report::phrases::{capital, checklist_shown};
use crate::shelf::{Change, Report, Start, known, of_a_patient, rules};

impl Dialogue<'_> {
    /// Changes the shelf where it lies, and says what holds now, or why nothing was kept.
    fn keep(&mut self, change: &Change, page: &mut Page) {
        match self.kept.store.change(change) {
            Ok(after) => {
                self.kept.shelf = after;
                self.kept.trouble = None;
                page.line(&change.said().unwrap_or_default());
            }
            Err(trouble) => page.refuse(&format!("{}.", capital(&trouble.to_string()))),
        }
    }

    /// Remembers a card that was said, where the person wants that; where it cannot be kept, the shelf says so.
    pub(super) fn remember_card(&mut self, id: String) {
        if !self.kept.shelf.keep_recent {
            return;
        }
        match self.kept.store.change(&Change::Opened(id)) {
            Ok(after) => self.kept.shelf = after,
            Err(trouble) => {
                self.kept.shelf.keep_recent = false;
                self.kept.trouble = Some(trouble.to_string());
            }
        }
    }

    /// The card that is meant: the one named, or that of the result.
    fn meant_card(&self, name: &str, page: &mut Page) -> Option<String> {
        if name.is_empty() {
            let own = self.own_card();
            if own.is_none() {
                page.refuse("There is no result yet: name a code or a signpost.");
            }
            return own;
        }
        let card = self.card_called(name);
        if card.is_none() {
            page.refuse(&format!(
                "The pack has no card for `{}`; find looks words up.",
                typed(name)
            ));
        }
        card
    }

    /// The code or signpost of that name that has a card, or something kept under that name.
    fn card_called(&self, name: &str) -> Option<String> {
        let kept = &self.kept.shelf;
        let there = |id: &String| known(self.book, id) || kept.is_favorite(id) || kept.notes.contains_key(id);
        [name.to_owned(), name.to_uppercase(), name.to_lowercase()]
            .into_iter()
            .find(there)
    }

    /// Makes a card a favorite, or none.
    pub(super) fn favorite(&mut self, name: &str, on: bool, page: &mut Page) {
        if let Some(id) = self.meant_card(name, page) {
            if self.kept.shelf.is_favorite(&id) == on {
                let stands = if on { "is a favorite already" } else { "is no favorite" };
                page.line(&format!("{id} {stands}."));
            } else {
                self.keep(&Change::Favorite { id, on }, page);
            }
        }
    }

    /// Takes a note away.
    pub(super) fn drop_note(&mut self, name: &str, page: &mut Page) {
        if let Some(id) = self.meant_card(name, page) {
            if self.kept.shelf.notes.contains_key(&id) {
                let text = String::new();
                self.keep(&Change::Note { id, text }, page);
            } else {
                page.line(&format!("There is no note on {id}."));
            }
        }
    }

    /// Says the shelf, or sets how it is used.
    pub(super) fn shelf(&mut self, setting: &str, page: &mut Page) {
        let change = match setting.to_lowercase().as_str() {
            "" => return self.say_shelf(page),
            "start=shelf" => Change::Start(Start::Shelf),
            "start=question" => Change::Start(Start::Question),
            "remember=yes" => Change::KeepRecent(true),
            "remember=no" => Change::KeepRecent(false),
            _ => {
                page.refuse("shelf takes start=shelf, start=question, remember=yes or remember=no; alone, it is said.");
                return;
            }
        };
        self.keep(&change, page);
    }

    /// Says the sources with each rule, or no longer.
    pub(super) fn cite(&mut self, which: &str, page: &mut Page) {
        match which.to_lowercase().as_str() {
            "" => self.cites = !self.cites,
            "on" => self.cites = true,
            "off" => self.cites = false,
            _ => {
                page.refuse("cite takes on or off.");
                return;
            }
        }
        page.line(if self.cites {
            "Sources are said with each rule."
        } else {
            "Sources are no longer said with each rule."
        });
    }

    /// A note or a report: words of the person's own.
    pub(super) fn own_words(&mut self, word: Word, rest: &str, asked: Option<&Asked>, page: &mut Page) {
        let sure = asked.is_some_and(|asked| asked.word == word && asked.rest == rest);
        let words = if word == Word::Note {
            self.note_on(rest, page).map(|(id, words)| (Own::Note(id), words))
        } else {
            self.report_on(rest, page)
                .map(|(rule, words)| (Own::Report(rule), words))
        };
        let Some((own, words)) = words else { return };
        if let Some(seen) = of_a_patient(&words).filter(|_| !sure) {
            page.line(&format!(
                "Not kept yet: the line holds {seen}, and nothing about a patient belongs here. Say it without, or say the \
                 same line once more to keep it as it is."
            ));
            self.ask_again(word, rest);
            return;
        }
        match own {
            Own::Note(id) => self.keep(&Change::Note { id, text: words }, page),
            Own::Report(rule) => self.report(&rule, &words, page),
        }
    }

    /// The card of a note and its words; none where there are no words, and then the note is said.
    fn note_on(&self, rest: &str, page: &mut Page) -> Option<(String, String)> {
        let (first, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let (id, words) = match self.card_called(first) {
            Some(id) => (id, words.trim()),
            None => (self.meant_card("", page)?, rest),
        };
        if words.is_empty() {
            match self.kept.shelf.notes.get(&id) {
                Some(note) => page.said(&format!("Your note on {id}"), note),
                None => page.line(&format!("There is no note on {id}.")),
            }
            return None;
        }
        Some((id, words.to_owned()))
    }

    /// The rule of a report and what is wrong with it; none where either is missing, and then what there is is said.
    fn report_on(&self, rest: &str, page: &mut Page) -> Option<(String, String)> {
        let (first, words) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        // What is no rule is repeated: it is read as any other line.
        let first = plain(first);
        let first = first.as_str();
        let in_view = self.rules_in_view();
        let (item, behind) = words
            .trim()
            .split_once(char::is_whitespace)
            .unwrap_or((words.trim(), ""));
        let number = || in_view.get(first.parse::<usize>().ok()?.checked_sub(1)?).cloned();
        let (rule, words) = match (first.contains(':'), number(), in_view.as_slice()) {
            _ if rest.is_empty() => {
                self.say_rules(&in_view, page);
                return None;
            }
            _ if self.listed(first, item).is_some() => (self.listed(first, item)?, behind),
            (true, _, _) => (first.to_owned(), words),
            (false, Some(rule), _) => (rule, words),
            (false, None, [only]) => (only.clone(), rest),
            (false, None, _) => {
                page.refuse(
                    "Name the rule by its number or its name, and what is wrong; report alone says the rules in view.",
                );
                return None;
            }
        };
        if let Err(why) = rules::check(self.book, &rule) {
            page.refuse(&format!("Not done: {why}"));
            return None;
        }
        if words.trim().is_empty() {
            page.refuse(&format!("Say what is wrong with {rule}, in a few words behind it."));
            return None;
        }
        Some((rule, words.trim().to_owned()))
    }

    /// An item of the checklist by its number, or a modifier.
    fn listed(&self, list: &str, item: &str) -> Option<String> {
        let result = self.result()?;
        if list.eq_ignore_ascii_case("checklist") {
            let index = item.parse::<usize>().ok()?.checked_sub(1)?;
            return checklist_shown(result)
                .get(index)
                .map(|item| rules::checklist(&item.id));
        }
        let mut modifiers = result.modifiers.iter();
        let known = modifiers.find(|one| one.modifier.eq_ignore_ascii_case(item));
        let named = list.eq_ignore_ascii_case("modifier");
        known.filter(|_| named).map(|one| rules::modifier(&one.modifier))
    }

    /// Adds a line to the log of reports.
    fn report(&self, rule: &str, words: &str, page: &mut Page) {
        let report = Report::new(self.book, self.kept.today, rule, words);
        match self.kept.store.report(&report) {
            Ok(path) => page.line(&format!("Written to {}. Nothing was sent.", path.display())),
            Err(trouble) => page.refuse(&format!("{}.", capital(&trouble.to_string()))),
        }
    }

    fn say_rules(&self, in_view: &[String], page: &mut Page) {
        page.line(match in_view.len() {
            0 => "No rule is in view: say report, the name of a rule, and what is wrong.",
            1 => "Say report, and what is wrong with this rule.",
            _ => "Say report, the number of the rule, and what is wrong.",
        });
        let findings = self.result().into_iter().flat_map(|result| &result.findings);
        let findings: Vec<_> = findings.collect();
        for (index, rule) in in_view.iter().enumerate() {
            let told = findings.iter().find(|finding| rules::finding(&finding.id) == *rule);
            let told = told.map(|finding| finding.text.clone());
            let told = told.or_else(|| rules::said(self.book, rule)).unwrap_or_default();
            // Of one rule no number is said: at a question a number is an answer.
            if in_view.len() == 1 {
                page.line(&format!("{rule}: {told}"));
            } else {
                page.line(&format!("{}. {rule}: {told}", index + 1));
            }
        }
        if self.result().is_some_and(|result| !result.checklist.is_empty()) {
            page.line("Items and modifiers: report checklist and the number of the item, or report modifier and the modifier.");
        }
    }

    /// The rules in view: of the question; else of the result, what was decided first and what is told of it last.
    fn rules_in_view(&self) -> Vec<String> {
        if let Some(question) = self.question() {
            return vec![rules::question(&question.id)];
        }
        let Some(result) = self.result() else { return Vec::new() };
        let outcome = self.view.decision.outcome().and_then(|id| self.book.outcome(id));
        let policy = result.coverage.policy.as_deref().unwrap_or_default();
        let lines = result.lines.iter().map(|line| &line.code);
        let codes = result.code.iter().chain(&result.candidates).chain(lines);
        let reasons = result.coverage.reasons.iter();
        let all = codes
            .map(|code| rules::card(code))
            .chain(result.signpost.iter().map(|signpost| rules::signpost(&signpost.id)))
            .chain(outcome.map(|outcome| rules::outcome(&outcome.id)))
            .chain(result.path.iter().map(|step| rules::question(&step.question)))
            .chain(result.findings.iter().map(|finding| rules::finding(&finding.id)))
            .chain(reasons.map(|reason| rules::coverage(policy, &reason.id)));
        let mut once = Vec::new();
        for rule in all {
            if !once.contains(&rule) {
                once.push(rule);
            }
        }
        once
    }
}

/// What words of the person's own are about.
enum Own {
    /// The card of a code or signpost.
    Note(String),
    /// A rule.
    Report(String),
}
