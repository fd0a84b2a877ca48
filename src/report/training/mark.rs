//! A marked answer, and hints.

use super::{axis, end_words, put_rule, rules};
use crate::pack::model::{Case, Distractor};
use crate::report::Lines;
use crate::train::{Hint, Mark, Mistake, Parting, Step, Worked, end};
use crate::tree::Book;

/// A hint.
#[must_use]
pub fn hinted(hint: &Hint) -> Lines {
    let mut lines = Lines::default();
    match hint {
        Hint::Axis(one) => {
            lines.item("Hint 1 of 3: ", &format!("It turns on {}.", axis(*one)));
        }
        Hint::Rules(rules) => {
            lines.line("Hint 2 of 3: The rule.");
            for rule in rules {
                put_rule(&mut lines, rule);
            }
        }
        Hint::Answer(end) => {
            lines.item("Hint 3 of 3: ", &format!("The answer: {}.", end_words(end)));
        }
    }
    lines
}

/// The mark: the score, what is wrong, where the paths part, why, by which rules, and what is often entered.
#[must_use]
pub fn marked(book: &Book, case: &Case, key: &Worked, mark: &Mark) -> Lines {
    let mut lines = Lines::default();
    lines.item("", &verdict(mark));
    lines.item("Right: ", &format!("{}.", end_words(&end(key))));
    if !mark.score.mistakes.is_empty() {
        lines.heading("What is wrong");
        for mistake in &mark.score.mistakes {
            lines.item("  - ", &wrong(mistake));
        }
    }
    if let Some(parting) = &mark.parting {
        paths(&mut lines, parting);
    }
    lines.heading("Why");
    lines.item("  ", case.fork.teaches.trim());
    for rule in rules(book, case) {
        put_rule(&mut lines, &rule);
    }
    lines.heading("Often entered, and wrong");
    for distractor in &case.distractors {
        lines.item("  - ", &often(distractor));
    }
    lines
}

fn verdict(mark: &Mark) -> String {
    let hints = match mark.hints {
        0 => String::new(),
        1 => ", with a hint".to_owned(),
        number => format!(", with {number} hints"),
    };
    let percent = mark.score.percent();
    match percent {
        100 => format!("Right{hints}."),
        0 => format!("Not right{hints}: 0 of 100."),
        _ => format!("Right in part{hints}: {percent} of 100."),
    }
}

fn wrong(mistake: &Mistake) -> String {
    let on = axis(mistake.axis);
    match (&mistake.entered, &mistake.key) {
        (Some(entered), Some(key)) => format!("{entered} should be {key}; it turns on {on}."),
        (Some(entered), None) => format!("{entered} does not belong here; it turns on {on}."),
        (None, Some(key)) => format!("{key} is missing; it turns on {on}."),
        (None, None) => format!("It turns on {on}."),
    }
}

/// Both paths as far as they agree, then each where it goes its own way.
fn paths(lines: &mut Lines, parting: &Parting) {
    lines.heading("Where the paths part");
    let shared = parting.learner_path.iter().zip(&parting.key_path);
    let shared = shared.take_while(|(one, other)| one == other).count();
    let told = |step: &Step| format!("{}: {}", step.title, step.answer);
    for step in parting.key_path.iter().take(shared) {
        lines.item("  both   ", &told(step));
    }
    if parting.question.is_some() {
        // What both say again further on is no longer a fork.
        let own = |path: &[Step], other: &[Step]| -> Vec<String> {
            let apart = path.iter().skip(shared).filter(|step| !other.contains(step));
            apart.map(told).collect()
        };
        for step in own(&parting.learner_path, &parting.key_path) {
            lines.item("  you    ", &step);
        }
        for step in own(&parting.key_path, &parting.learner_path) {
            lines.item("  right  ", &step);
        }
    } else {
        lines.item("  you    ", &parting.learner);
        lines.item("  right  ", &parting.key);
    }
    lines.item("  ", &format!("They part on {}.", axis(parting.axis)));
}

/// A wrong result that people enter, and why it is wrong.
#[must_use]
pub fn often(distractor: &Distractor) -> String {
    let named = [distractor.code.as_deref(), distractor.signpost.as_deref()];
    let named = named.into_iter().flatten().map(str::to_owned);
    let all: Vec<String> = named.chain(distractor.lines.iter().cloned()).collect();
    let what = if distractor.undetermined.is_empty() {
        all.join(", ")
    } else {
        format!("undetermined ({})", distractor.undetermined.join(" or "))
    };
    format!("{what}: {}", distractor.why)
}
