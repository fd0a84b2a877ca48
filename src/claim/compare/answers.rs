//! The answers that lead to a code, question by question, from the boxes of the tree.

use super::{Cell, Row, RowGroup, Tie};
use crate::pack::model::Card;
use crate::tree::{AnswerSet, Book, Facts, QuestionId};

/// The boxes of answers that lead to a code.
pub(super) struct CodeAnswers {
    boxes: Vec<Facts>,
}

/// The code whose answers a card takes: an add-on code those of its primary procedure.
pub(super) fn leading(card: &Card) -> &str {
    card.parent.as_ref().map_or(&card.code, |parent| &parent.code)
}

impl CodeAnswers {
    pub(super) fn of(book: &Book, card: &Card) -> Self {
        let leads = |row: &&crate::tree::Row| {
            let outcome = book.outcome(row.outcome);
            outcome.and_then(|outcome| outcome.code.as_deref()) == Some(leading(card))
        };
        let rows = book.tree.rows().iter().filter(leads);
        Self {
            boxes: rows.map(|row| row.sets).collect(),
        }
    }

    /// Every answer to a question under which the code can be right.
    pub(super) fn to(&self, question: QuestionId) -> AnswerSet {
        union(self.boxes.iter().map(|sets| sets.of(question)))
    }

    /// The answers to one question that go with an answer to another.
    fn beside(&self, question: QuestionId, answer: usize, with: QuestionId) -> AnswerSet {
        let held = self.boxes.iter().filter(|sets| sets.of(question).contains(answer));
        union(held.map(|sets| sets.of(with)))
    }
}

fn union(sets: impl Iterator<Item = AnswerSet>) -> AnswerSet {
    sets.fold(AnswerSet::EMPTY, AnswerSet::or)
}

/// A row for each question that some code does not leave open.
pub(super) fn rows(book: &Book, codes: &[CodeAnswers]) -> Vec<Row> {
    let narrows = |question: &QuestionId| {
        let all = book.tree.answers_of(*question);
        codes.iter().any(|code| code.to(*question) != all)
    };
    let questions = book.tree.question_ids().filter(narrows);
    questions.filter_map(|question| row(book, question, codes)).collect()
}

fn row(book: &Book, question: QuestionId, codes: &[CodeAnswers]) -> Option<Row> {
    let asked = book.question(question)?;
    let cells = codes.iter().map(|code| cell(book, question, code.to(question)));
    Some(Row::new(RowGroup::Answers, &asked.id, &asked.title, cells.collect()))
}

fn cell(book: &Book, question: QuestionId, set: AnswerSet) -> Cell {
    let text = if set == book.tree.answers_of(question) {
        "any".to_owned()
    } else {
        let answers = set.iter().filter_map(|answer| book.answer(question, answer));
        let short: Vec<&str> = answers.map(|answer| answer.short.as_str()).collect();
        short.join(", ")
    };
    Cell {
        text,
        answers: ids(book, question, set),
        sources: Vec::new(),
        confidence: None,
    }
}

/// The names of answers in facts.
pub(super) fn ids(book: &Book, question: QuestionId, set: AnswerSet) -> Vec<String> {
    let answers = set.iter().filter_map(|answer| book.answer(question, answer));
    answers.map(|answer| answer.id.clone()).collect()
}

/// Answers that a code allows only together with some of the answers to another question; each said once, of the later question.
pub(super) fn ties(book: &Book, cards: &[&Card], codes: &[CodeAnswers]) -> Vec<Tie> {
    let mut ties: Vec<Tie> = Vec::new();
    let pairs = book
        .tree
        .question_ids()
        .flat_map(|question| book.tree.question_ids().map(move |with| (question, with)));
    for (question, with) in pairs.filter(|(question, with)| is_said_of(book, *question, *with)) {
        for (card, code) in cards.iter().zip(codes) {
            for answer in code.to(question).iter() {
                let beside = code.beside(question, answer, with);
                if beside != code.to(with) {
                    let tie = tie(book, (question, answer), (with, beside));
                    add(&mut ties, tie, &card.code);
                }
            }
        }
    }
    for tie in &mut ties {
        tie.differs = tie.codes.len() < cards.len();
    }
    ties
}

/// Of two questions of the path the later one tells what it is tied to. Details tell nothing: their rules take a case out of the
/// family whatever the code.
fn is_said_of(book: &Book, question: QuestionId, with: QuestionId) -> bool {
    !book.tree.is_detail(question) && (book.tree.is_detail(with) || with < question)
}

fn tie(book: &Book, (question, answer): (QuestionId, usize), (with, beside): (QuestionId, AnswerSet)) -> Tie {
    let name = |id| book.question(id).map(|asked| asked.id.clone()).unwrap_or_default();
    Tie {
        question: name(question),
        answer: book
            .answer(question, answer)
            .map(|answer| answer.id.clone())
            .unwrap_or_default(),
        with: name(with),
        answers: ids(book, with, beside),
        codes: Vec::new(),
        differs: false,
    }
}

fn add(ties: &mut Vec<Tie>, tie: Tie, code: &str) {
    let same = |known: &&mut Tie| {
        (&known.question, &known.answer, &known.with, &known.answers)
            == (&tie.question, &tie.answer, &tie.with, &tie.answers)
    };
    match ties.iter_mut().find(same) {
        Some(known) => known.codes.push(code.to_owned()),
        None => ties.push(Tie {
            codes: vec![code.to_owned()],
            ..tie
        }),
    }
}
