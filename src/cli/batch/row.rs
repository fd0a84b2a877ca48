//! One row as it was read: its id, its facts as numbers, and what is wrong with it.

use std::io;

use super::words::{Word, Words};
use crate::pack::{harmless_json, steers};

/// A source of rows.
pub(super) trait Rows {
    /// Reads the next row into `row`.
    ///
    /// # Errors
    /// When the input cannot be read on; whatever is wrong with one row alone is a problem of that row.
    fn next(&mut self, words: &mut Words<'_>, row: &mut Row) -> io::Result<Next>;
}

/// Whether there was a row.
pub(super) enum Next {
    Row,
    End,
}

/// The longest row that is read.
pub(super) const LONGEST_ROW: usize = 1 << 20;

/// One row.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The id as JSON: a string, a number, or `null`; empty before anything was read.
    pub(super) id: Vec<u8>,
    /// Its facts, group by group.
    pub(super) facts: Vec<Word>,
    /// Those that come after the others, since they may hold further procedures.
    later: Vec<Word>,
    /// The first thing that is wrong with it.
    pub(super) problem: Option<String>,
}

impl Row {
    pub(super) fn clear(&mut self) {
        self.id.clear();
        self.facts.clear();
        self.later.clear();
        self.problem = None;
    }

    /// Takes over what is wrong, unless something was wrong before.
    pub(super) fn note(&mut self, problem: Result<(), String>) {
        if let Err(problem) = problem {
            self.problem.get_or_insert(problem);
        }
    }

    /// Takes an id written in JSON.
    pub(super) fn take_id(&mut self, json: &str) {
        let fits = json == "null" || json.starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit());
        if !fits {
            self.note(Err("id is a string or a number".to_owned()));
        } else if self.id.is_empty() {
            self.id.extend_from_slice(harmless_json(json).as_bytes());
        } else {
            self.note(Err("id is given twice".to_owned()));
        }
    }

    /// Takes an id written as plain text.
    pub(super) fn take_text_id(&mut self, text: &str) {
        // Text can always be written.
        let _ = serde_json::to_writer(&mut self.id, text);
        if text.contains(steers) {
            self.id = harmless_json(&String::from_utf8_lossy(&self.id))
                .into_owned()
                .into_bytes();
        }
    }

    /// Takes facts written as on a command line.
    pub(super) fn take_line(&mut self, words: &mut Words<'_>, text: &str) {
        let mut later = Vec::new();
        let problem = words.line(text, &mut later);
        self.note(problem);
        self.take_later(later);
    }

    /// Takes facts that come after the others.
    pub(super) fn take_later(&mut self, facts: Vec<Word>) {
        if self.later.is_empty() {
            self.later = facts;
        } else if !facts.is_empty() {
            self.note(Err("give either facts or procedures, once".to_owned()));
        }
    }

    /// Whether there are facts that come after the others.
    pub(super) fn has_later(&self) -> bool {
        !self.later.is_empty()
    }

    /// What can only be seen once all facts are there.
    pub(super) fn close(&mut self, words: &Words<'_>) {
        self.facts.append(&mut self.later);
        let checked = if self.facts.is_empty() {
            Err("no facts; name some, such as region and approach".to_owned())
        } else {
            words.check(&mut self.facts)
        };
        self.note(checked);
    }

    /// What is wrong with a row that is longer than can be read.
    pub(super) fn too_long() -> String {
        format!("the row is longer than {LONGEST_ROW} bytes; is a quote or a bracket left open?")
    }
}
