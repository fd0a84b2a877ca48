//! What can be looked up beside the case: cards, sources, the tree, the shelf.

use super::dialogue::Dialogue;
use super::page::{Page, typed};
use crate::claim::{CaseResult, compare};
use crate::pack::model::Source;
use crate::report::{self, Lines, map_lines, source_line};
use crate::shelf::{Start, title};

impl Dialogue<'_> {
    /// The card of a code or signpost, whole or one section; without a name that of the result.
    pub(super) fn open_card(&mut self, names: &str, page: &mut Page) {
        if let Some(id) = self.say_card(names, page) {
            self.remember_card(id);
        }
    }

    /// Says a card; hands back whose it was, where there was one.
    fn say_card(&self, names: &str, page: &mut Page) -> Option<String> {
        let (name, section) = names.split_once(char::is_whitespace).unwrap_or((names, ""));
        let (name, section) = if name.eq_ignore_ascii_case("all") {
            ("", name)
        } else {
            (name, section)
        };
        let name = if name.is_empty() {
            self.own_card()
        } else {
            Some(name.to_owned())
        };
        let Some(name) = name else {
            page.refuse("Name a code, such as: card and five digits.");
            return None;
        };
        let card = self.card(&name);
        if card.blocks().is_empty() {
            page.refuse(&format!(
                "The pack has no card for `{}`; find looks words up.",
                typed(&name)
            ));
            return None;
        }
        let wanted = match section.trim().to_lowercase().as_str() {
            "" => {
                self.say_card_brief(&name, &card, page);
                return Some(name);
            }
            "all" => card.clone(),
            section => card.only(section),
        };
        if wanted.blocks().is_empty() {
            let headings: Vec<&str> = card.headings().collect();
            page.line(&format!(
                "The card has no section `{}`; it has: {}.",
                typed(section),
                headings.join("; ")
            ));
            return None;
        }
        page.gap();
        page.document(&wanted);
        self.say_kept(&name, page);
        Some(name)
    }

    /// A card in brief: what it says first, then the names of the sections and how long each is.
    fn say_card_brief(&self, name: &str, card: &Lines, page: &mut Page) {
        let sections = card.sections();
        let told: usize = sections.iter().map(|(_, length)| length).sum();
        page.gap();
        let first = sections
            .first()
            .map(|(heading, _)| *heading)
            .filter(|heading| *heading == "In brief");
        page.document(&card.head(first));
        self.say_kept(name, page);
        let others: Vec<_> = sections
            .iter()
            .filter(|(heading, _)| Some(*heading) != first && *heading != "Sources")
            .collect();
        if others.is_empty() {
            return;
        }
        page.heading("The sections of the card, with their lines:");
        for (heading, length) in others {
            page.said(heading, &length.to_string());
        }
        page.line(&format!(
            "card {name} and a word of a heading says that section, card {name} all the {told} lines of the card."
        ));
    }

    /// What the person keeps of a card.
    fn say_kept(&self, name: &str, page: &mut Page) {
        if let Some(note) = self.kept.shelf.notes.get(name) {
            page.said("Your note", note);
        }
        if self.kept.shelf.is_favorite(name) {
            page.line("It is a favorite of yours.");
        }
    }

    /// The code or signpost that the case has come to.
    pub(super) fn own_card(&self) -> Option<String> {
        let result = self.result()?;
        let signpost = result.signpost.as_ref().map(|signpost| signpost.id.clone());
        result.code.clone().or(signpost)
    }

    /// All that is said of a code or signpost; empty where nothing is.
    pub(super) fn card(&self, name: &str) -> Lines {
        let code = name.to_ascii_uppercase();
        let ended = || self.book.pack().retired.retired.iter().find(|one| one.code == code);
        if let Some(card) = self.book.card(&code) {
            report::card(self.book, card)
        } else if let Some(signpost) = self.book.signpost(name) {
            report::signpost(self.book, signpost)
        } else if let Some(ended) = ended() {
            report::ended(self.book, ended)
        } else {
            report::elsewhere(self.book, &code)
        }
    }

    /// What separates codes.
    pub(super) fn compare(&self, codes: &str, page: &mut Page) {
        let codes: Vec<&str> = codes.split([',', ' ']).filter(|code| !code.is_empty()).collect();
        match compare(self.book, &codes, self.case().context.date) {
            Ok(comparison) => {
                page.gap();
                page.document(&report::compare_plain(self.book, &comparison));
            }
            Err(error) => page.refuse(&format!("Not done: {error}.")),
        }
    }

    /// The sources of what is in view, or one of them.
    pub(super) fn say_sources(&self, name: &str, page: &mut Page) {
        if !name.is_empty() {
            match self.book.source(name) {
                Some(source) => say_source(source, page),
                None => page.line(&format!("There is no source `{}`.", typed(name))),
            }
            return;
        }
        let ids = match (self.question(), self.result()) {
            (Some(question), _) => {
                let answers = question.answers.iter().flat_map(|answer| &answer.sources);
                question.sources.iter().chain(answers).cloned().collect()
            }
            (None, Some(result)) => self.of_result(result),
            (None, None) => Vec::new(),
        };
        for source in report::cited(self.book, &ids) {
            say_source(source, page);
        }
        if ids.is_empty() {
            page.line("Nothing in view rests on a source.");
        }
    }

    fn of_result(&self, result: &CaseResult) -> Vec<String> {
        let outcome = self.view.decision.outcome().and_then(|id| self.book.outcome(id));
        let outcome = outcome.into_iter().flat_map(|outcome| &outcome.sources);
        let path = result.path.iter().flat_map(|step| &step.sources);
        let findings = result.findings.iter().flat_map(|finding| &finding.sources);
        let signpost = result.signpost.iter().flat_map(|signpost| &signpost.sources);
        let readings = result.alternatives.iter().flat_map(|reading| &reading.sources);
        let coverage = result.coverage.reasons.iter().flat_map(|reason| &reason.sources);
        let all = outcome.chain(signpost).chain(path).chain(findings);
        all.chain(readings).chain(coverage).cloned().collect()
    }

    /// The way of this case through the tree, or the whole of it; a line says how deep it lies.
    pub(super) fn say_tree(&self, which: &str, page: &mut Page) {
        let all = which.eq_ignore_ascii_case("all");
        if !all && !which.is_empty() {
            page.line("tree says the way of this case; tree all says the whole tree.");
            return;
        }
        for line in map_lines(self.book, &self.case().answers) {
            let step = format!("Step {}", line.depth + 1);
            if all {
                let this = if line.lit { ", this case" } else { "" };
                page.said(&format!("{step}{this}"), &line.text);
            } else if line.lit {
                // The number of a place serves those that are told only once; a way tells each once.
                page.said(&step, line.text.split(" [").next().unwrap_or_default());
            }
        }
    }

    /// What the person keeps.
    pub(super) fn say_shelf(&self, page: &mut Page) {
        let keeps = &self.kept.shelf;
        let named = |id: &String| title(self.book, id).unwrap_or_else(|| "not in this pack".to_owned());
        for (heading, ids) in [("Favorite", &keeps.favorites), ("Opened last", &keeps.recent)] {
            for id in ids {
                page.said(&format!("{heading} {id}"), &named(id));
            }
        }
        for (id, note) in &keeps.notes {
            page.said(&format!("Your note on {id}"), note);
        }
        if keeps.favorites.is_empty() && keeps.recent.is_empty() && keeps.notes.is_empty() {
            page.line("The shelf is empty.");
        }
        match self.kept.store.path() {
            Some(path) => page.said("It is kept in", &path.display().to_string()),
            None => page.line("No folder is known to keep it in: name one in EPIPATH_CONFIG_DIR."),
        }
        let start = match keeps.start {
            Start::Question => "the first question",
            Start::Shelf => "the shelf",
        };
        page.said("Said first", &format!("{start}."));
        let remembered = if keeps.keep_recent {
            "remembered"
        } else {
            "not remembered"
        };
        page.said("Cards opened", &format!("{remembered}."));
        page.line("favorite and no favorite, note and drop note change it; help shelf says how to change the rest.");
    }
}

fn say_source(source: &Source, page: &mut Page) {
    page.said(&source.id, &source_line(source));
    page.said("Address", source.address.as_deref().unwrap_or_default());
    page.said("Note", source.note.as_deref().unwrap_or_default());
}
