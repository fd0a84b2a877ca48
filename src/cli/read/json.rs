//! The answer of `epipath read --json`: the answer object as if every suggestion were confirmed, and what was read of the note.

use serde_json::{Value, json};

use super::super::exit::Failure;
use crate::claim::CaseResult;
use crate::note::{Contradiction, Found, Given, Item, Procedure, Quote, Substance, Suggestion};
use crate::report::note::{Noted, between, clash, confirmable};

/// What is told.
pub(super) struct Answer<'a> {
    /// The result if every suggestion were confirmed.
    pub(super) result: &'a CaseResult,
    /// What was read.
    pub(super) noted: &'a Noted,
    /// The note as given, for the places of its bytes.
    pub(super) given: &'a Given,
    /// What quotes are cut from: the text with identifiers hidden, or as given.
    pub(super) shown: &'a str,
}

impl Answer<'_> {
    /// The one object.
    pub(super) fn json(&self) -> Result<Value, Failure> {
        let failed = |error: serde_json::Error| Failure::unexpected(error.to_string());
        let mut value = serde_json::to_value(self.result).map_err(failed)?;
        if let Some(object) = value.as_object_mut() {
            object.insert("assumed".to_owned(), Value::Bool(true));
            object.insert("note".to_owned(), self.note());
        }
        Ok(value)
    }

    fn note(&self) -> Value {
        let reading = &self.noted.reading;
        json!({
            "family": reading.family,
            "because": reading.because,
            "signpost": reading.signpost,
            "quotes": self.quotes(&reading.family_quotes),
            "procedures": all(&reading.procedures, |one| self.procedure(one)),
            "substances": all(&reading.substances, |one| self.substance(one)),
            "checklist": all(&reading.checklist, |one| self.item(one)),
            "conflicts": all(&reading.conflicts, |one| self.conflict(one)),
        })
    }

    fn procedure(&self, one: &Procedure) -> Value {
        json!({
            "answers": all(&one.answers, |answer| self.suggestion(answer)),
            "levels": all(&one.levels, |found| self.found(found)),
        })
    }

    fn suggestion(&self, one: &Suggestion) -> Value {
        json!({
            "question": one.question,
            "answer": confirmable(one),
            "answers": one.answers,
            "state": one.state,
            "strength": one.strength,
            "quotes": self.quotes(&one.quotes),
        })
    }

    fn found(&self, one: &Found) -> Value {
        json!({"level": one.level, "side": one.side, "role": one.role, "quotes": self.quotes(&one.quotes)})
    }

    fn substance(&self, one: &Substance) -> Value {
        json!({
            "name": one.name,
            "class": one.class,
            "dose": one.dose,
            "volume": one.volume,
            "site": one.site,
            "quotes": self.quotes(&one.quotes),
        })
    }

    fn item(&self, one: &Item) -> Value {
        json!({"id": one.id, "state": one.state, "quotes": self.quotes(&one.quotes)})
    }

    fn conflict(&self, one: &Contradiction) -> Value {
        json!({
            "kind": one.clash,
            "about": one.about,
            "between": between(one.clash),
            "text": clash(one.clash),
            "quotes": self.quotes(&one.quotes),
        })
    }

    /// Each with its place in the bytes as given.
    fn quotes(&self, quotes: &[Quote]) -> Value {
        let mut places: Vec<&Quote> = Vec::new();
        for quote in quotes {
            if !places.contains(&quote) {
                places.push(quote);
            }
        }
        all(&places, |Quote(at)| {
            let text = self.shown.get(at.clone()).unwrap_or_default();
            json!({"text": text, "start": self.given.place(at.start), "end": self.given.place(at.end)})
        })
    }
}

fn all<T>(list: &[T], tell: impl Fn(&T) -> Value) -> Value {
    list.iter().map(tell).collect()
}
