//! Made-up trees of 10, 100 and 1,000 times the outcomes: one, two or three more questions of ten answers stand first, and
//! every outcome is there once for each of their answers, with an end of its own.

use epipath::pack::model::{Answer, Conditions, Outcome, Question, TreeFile};

const TEN: usize = 10;

/// The tree with `extra` more questions in front.
pub(crate) fn grown(file: &TreeFile, extra: u32) -> TreeFile {
    let mut grown = file.clone();
    for round in 0..extra {
        let question = question(&file.questions[0], round);
        grown.outcomes = (0..TEN)
            .flat_map(|answer| {
                let name = &question;
                grown.outcomes.iter().map(move |outcome| replica(outcome, name, answer))
            })
            .collect();
        grown.questions.insert(0, question);
    }
    grown
}

fn question(like: &Question, round: u32) -> Question {
    let answers = (0..TEN).map(|place| Answer {
        id: place.to_string(),
        implies: Conditions::new(),
        ..like.answers[0].clone()
    });
    Question {
        id: format!("extra-{round}"),
        assume: None,
        asked_when: Vec::new(),
        precedence: Vec::new(),
        answers: answers.collect(),
        ..like.clone()
    }
}

fn replica(outcome: &Outcome, question: &Question, answer: usize) -> Outcome {
    let mut replica = outcome.clone();
    let numbered = |name: &mut String| name.insert_str(0, &format!("{answer}-"));
    numbered(&mut replica.id);
    replica.code.as_mut().map(numbered);
    replica.signpost.as_mut().map(numbered);
    for when in &mut replica.when {
        when.insert(question.id.clone(), vec![answer.to_string()]);
    }
    replica
}
