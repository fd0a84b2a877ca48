//! Random answers.

use epipath::tree::{Answers, Book};
use proptest::prelude::*;

/// Said answers as `(question, value)`, each question at most once.
pub(crate) fn said(book: &Book) -> impl Strategy<Value = Vec<(String, String)>> + use<> {
    let questions: Vec<(String, Vec<String>)> = book
        .file
        .questions
        .iter()
        .map(|question| {
            (
                question.id.clone(),
                question.answers.iter().map(|answer| answer.id.clone()).collect(),
            )
        })
        .collect();
    let value = |answers: Vec<String>| {
        prop_oneof![
            6 => proptest::sample::select(answers.clone()),
            1 => Just("not-documented".to_owned()),
            1 => proptest::sample::subsequence(answers.clone(), 2..=answers.len().min(3)).prop_map(|some| some.join(",")),
        ]
    };
    let count = questions.len();
    let each: Vec<_> = questions
        .into_iter()
        .map(|(id, answers)| proptest::option::of(value(answers)).prop_map(move |value| (id.clone(), value)))
        .collect();
    (each, Just(count)).prop_map(|(all, _)| {
        all.into_iter()
            .filter_map(|(id, value)| Some((id, value?)))
            .collect::<Vec<(String, String)>>()
    })
}

/// Said answers as the engine takes them.
pub(crate) fn answers<'a>(book: &Book, said: impl IntoIterator<Item = &'a (String, String)>) -> Answers {
    let mut answers = Answers::default();
    for (question, value) in said {
        let id = book.question_named(question).unwrap();
        answers.set(id, Some(book.read(id, value).unwrap()));
    }
    answers
}
