//! What is made of a case: another answer tried, the question to the provider, and what may be taken along.

use strum::VariantNames as _;

use super::dialogue::{Dialogue, refusal};
use super::page::{Page, typed};
use super::result::line_words;
use crate::claim::{CaseResult, provider_query};
use crate::report::phrases::{flipped, leads_to};
use crate::report::{Format, claim_line, export};
use crate::session::receipt;

impl Dialogue<'_> {
    /// What another answer would change; nothing is kept.
    /// Where answers are taken, it says how.
    pub(super) fn what_if(&self, fact: &str, takes: bool, page: &mut Page) {
        let read = fact
            .split_once('=')
            .and_then(|(name, value)| Some((self.book.question_named(name.trim())?, value.trim())));
        let Some((id, value)) = read else {
            page.line("Name a question and another answer, such as: what if imaging=none.");
            return;
        };
        match self.book.read(id, value) {
            Err(error) => page.line(&format!("Not done: {}.", refusal(&error.into()))),
            Ok(given) => {
                let title = self.book.question(id).map(|question| question.title.as_str());
                let flip = self.book.tree.flip(&self.case().answers, id, given);
                page.said("Now", &format!("{}.", leads_to(self.book, &self.view.decision)));
                let change = flipped(self.book, &self.view.decision, &flip);
                let head = format!(
                    "If {} were {}",
                    title.unwrap_or_default().to_lowercase(),
                    self.book.short(id, given)
                );
                let how = if takes {
                    format!(" Nothing is changed; {fact} alone would take it.")
                } else {
                    String::new()
                };
                page.said(&head, &format!("{change}.{how}"));
            }
        }
    }

    /// The neutral question to the provider.
    pub(super) fn say_query(&self, result: &CaseResult, page: &mut Page) {
        let ticks = &self.case().ticks;
        match provider_query(self.book, result, |item| ticks.contains(item)) {
            Some(query) => {
                page.gap();
                page.raw(&query.to_string());
            }
            None => page.line("Nothing to ask: no hard item is missing and nothing is open."),
        }
    }

    /// The lines as they are typed into a claim.
    pub(super) fn say_copy(&self, page: &mut Page) {
        let lines = self.result().map(|result| result.lines.as_slice()).unwrap_or_default();
        if lines.is_empty() {
            page.line("There is no claim line. Nothing was sent anywhere.");
        }
        for line in lines {
            page.line(&claim_line(line));
            page.said("In words", &format!("{}.", line_words(line)));
        }
        if !lines.is_empty() {
            page.line("Nothing was sent anywhere: these are the lines to copy.");
        }
    }

    /// The result in a format without tabs and pages.
    pub(super) fn export(&self, name: &str, page: &mut Page) {
        let format = if name.is_empty() {
            Some(Format::Text)
        } else {
            name.to_lowercase().parse().ok()
        };
        match format {
            None => page.line(&format!(
                "There is no format `{}`; there are: {}.",
                typed(name),
                Format::VARIANTS.join(", ")
            )),
            Some(format @ (Format::Tsv | Format::Print)) => {
                let facts = self.typed_facts();
                page.line(&format!(
                    "Lines carry no tabs and no pages: epipath code {facts} --format {format}"
                ));
            }
            Some(format) => match export(self.book, &self.whole_result(), format) {
                Ok(text) => {
                    page.gap();
                    page.raw(&text);
                }
                Err(error) => page.line(&format!("It cannot be written: {error}.")),
            },
        }
    }

    /// The receipt.
    pub(super) fn say_receipt(&self, page: &mut Page) {
        let case = self.case();
        page.line(&receipt(self.book, &case.procedures(), &case.context));
    }
}
