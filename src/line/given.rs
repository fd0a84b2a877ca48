//! An answer as typed: a number, several with `,` or `+`, a name, a label, a word of notes.

use super::page::typed;
use crate::pack::model::{Answer, Question};

/// What a line says in answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Given {
    /// An answer as written in facts.
    Value(String),
    /// It speaks of the answers but cannot be taken; a sentence.
    Unclear(String),
    /// It is no answer.
    Nothing,
}

/// The value that stands for silence.
pub(super) const SILENT: &str = "not-documented";

/// Fewer letters are no beginning of a word.
const SHORTEST: usize = 3;

/// Reads a line as an answer.
pub(super) fn given(question: &Question, line: &str) -> Given {
    let line = line.trim();
    if line == "0" || line.replace(' ', "-").eq_ignore_ascii_case(SILENT) {
        return Given::Value(SILENT.to_owned());
    }
    match one(question, line) {
        Given::Nothing => several(question, line),
        given => given,
    }
}

/// One answer.
fn one(question: &Question, text: &str) -> Given {
    let answers = &question.answers;
    if let Ok(number) = text.parse::<usize>() {
        let answer = number.checked_sub(1).and_then(|index| answers.get(index));
        return answer.map_or_else(|| no_number(question, text), |answer| Given::Value(answer.id.clone()));
    }
    let text = text.to_lowercase();
    let whole: Vec<usize> = fitting(answers, |known| known == text);
    if !whole.is_empty() || text.chars().count() < SHORTEST {
        return of(question, &whole, &text);
    }
    of(question, &fitting(answers, |known| known.starts_with(&text)), &text)
}

fn no_number(question: &Question, text: &str) -> Given {
    let last = question.answers.len();
    if text.len() > 2 {
        return Given::Nothing;
    }
    Given::Unclear(format!(
        "There is no answer {text} here: the answers are 1 to {last}, and 0."
    ))
}

/// The answers one of whose names is as wanted.
fn fitting(answers: &[Answer], wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    let named = |answer: &Answer| {
        let own = [&answer.id, &answer.label, &answer.short];
        own.into_iter()
            .chain(&answer.words)
            .any(|name| wanted(&name.to_lowercase()))
    };
    let places = answers.iter().enumerate().filter(|(_, answer)| named(answer));
    places.map(|(index, _)| index).collect()
}

fn of(question: &Question, places: &[usize], text: &str) -> Given {
    let answers = places
        .iter()
        .filter_map(|index| Some((index + 1, question.answers.get(*index)?)));
    let answers: Vec<(usize, &Answer)> = answers.collect();
    match answers.as_slice() {
        [] => Given::Nothing,
        [(_, answer)] => Given::Value(answer.id.clone()),
        several => {
            let listed = several
                .iter()
                .map(|(number, answer)| format!("{number}. {}", answer.label));
            let listed: Vec<String> = listed.collect();
            Given::Unclear(format!(
                "`{}` fits several answers: {}. Say the number.",
                typed(text),
                listed.join("; ")
            ))
        }
    }
}

/// Several answers: `2,3` one of these, `2+3` all of these.
fn several(question: &Question, line: &str) -> Given {
    let joint = match (line.contains(','), line.contains('+')) {
        (true, true) => {
            return Given::Unclear("`,` says one of these and `+` all of these: use one of them in a line.".to_owned());
        }
        (true, false) => ",",
        (false, true) => "+",
        (false, false) => return Given::Nothing,
    };
    let mut values = Vec::new();
    for part in line.split(joint).map(str::trim) {
        if part == "0" {
            return Given::Unclear("0, not documented, stands alone.".to_owned());
        }
        match one(question, part) {
            Given::Value(value) => values.push(value),
            Given::Nothing if values.is_empty() => return Given::Nothing,
            Given::Nothing => return Given::Unclear(format!("`{}` is no answer here.", typed(part))),
            unclear @ Given::Unclear(_) => return unclear,
        }
    }
    Given::Value(values.join(joint))
}
