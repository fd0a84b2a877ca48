//! The decision tree as a folded text map.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::tree::map::{Map, Place};
use crate::tree::{AnswerSet, Answers, Book, OutcomeId, QuestionId};

/// One line of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapLine {
    /// Depth, from 0.
    pub depth: usize,
    /// What it says.
    pub text: String,
    /// Whether the case runs along it.
    pub lit: bool,
    /// The question asked there, where one is.
    pub question: Option<QuestionId>,
}

/// The map as lines. A part that was drawn before is named, not drawn again.
#[must_use]
pub fn map_lines(book: &Book, answers: &Answers) -> Vec<MapLine> {
    let map = Map::new(&book.tree);
    let mut writer = Writer {
        book,
        map: &map,
        answers,
        drawn: BTreeSet::new(),
        lines: Vec::new(),
    };
    writer.place(map.root(), 0, true);
    writer.lines
}

/// The map as text; where anything is answered, the way of the answers with a mark.
#[must_use]
pub fn map_text(book: &Book, answers: &Answers) -> String {
    let marks = !answers.is_empty();
    let mut out = String::new();
    if marks {
        out.push_str("* the way of these facts\n");
    }
    for line in map_lines(book, answers) {
        let mark = match (marks, line.lit) {
            (false, _) => "",
            (true, true) => "* ",
            (true, false) => "  ",
        };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{mark}{}{}", "  ".repeat(line.depth), line.text);
    }
    out
}

struct Writer<'a> {
    book: &'a Book,
    map: &'a Map,
    answers: &'a Answers,
    drawn: BTreeSet<usize>,
    lines: Vec<MapLine>,
}

impl Writer<'_> {
    fn place(&mut self, index: usize, depth: usize, lit: bool) {
        let map = self.map;
        let Some(Place::Ask(question, branches)) = map.place(index) else {
            return;
        };
        let title = self
            .book
            .question(*question)
            .map(|question| question.title.clone())
            .unwrap_or_default();
        let again = !self.drawn.insert(index) && !lit;
        let seen = if again {
            format!(", as at [{index}] above")
        } else {
            format!(" [{index}]")
        };
        self.push(depth, format!("{title}?{seen}"), lit, Some(*question));
        if again {
            return;
        }
        for (set, next) in branches {
            self.branch(*question, *set, *next, depth + 1, lit);
        }
    }

    fn branch(&mut self, question: QuestionId, set: AnswerSet, next: usize, depth: usize, lit: bool) {
        let given = self.answers.get(question);
        let lit = lit && given.is_some_and(|given| !given.possible().and(set).is_empty());
        let names = labels(self.book, question, set);
        if let Some(Place::End(outcome)) = self.map.place(next) {
            self.push(depth, format!("{names} -> {}", end(self.book, *outcome)), lit, None);
        } else {
            self.push(depth, names, lit, None);
            self.place(next, depth + 1, lit);
        }
    }

    fn push(&mut self, depth: usize, text: String, lit: bool, question: Option<QuestionId>) {
        self.lines.push(MapLine {
            depth,
            text,
            lit,
            question,
        });
    }
}

pub(super) fn labels(book: &Book, question: QuestionId, set: AnswerSet) -> String {
    let names: Vec<&str> = set
        .iter()
        .filter_map(|i| book.answer(question, i))
        .map(|a| a.short.as_str())
        .collect();
    names.join(", ")
}

/// The code or signpost reached; "open" where nothing settles it.
pub(super) fn end(book: &Book, outcome: Option<OutcomeId>) -> String {
    let Some(outcome) = outcome.and_then(|id| book.outcome(id)) else {
        return "open".to_owned();
    };
    match (&outcome.code, &outcome.signpost) {
        (Some(code), _) => code.clone(),
        (_, Some(id)) => book
            .signpost(id)
            .map_or_else(|| id.clone(), |signpost| signpost.title.clone()),
        _ => format!("undetermined: {}", outcome.id),
    }
}
