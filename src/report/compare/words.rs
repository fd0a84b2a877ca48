//! What is said of a comparison, in sentences.

use crate::claim::{Comparison, Joined, Part, Split, Tie, Together, one_of};
use crate::pack::model::Lift;
use crate::report::doubt;
use crate::tree::Book;

/// What the answers do to the codes, in a heading.
pub(super) fn separated(comparison: &Comparison) -> String {
    let two = comparison.codes.len() == 2;
    let splits = comparison.separated_by.len();
    match (comparison.one_answer, splits) {
        (true, 1) if two => "One answer separates them",
        (true, _) if two => "Each of these answers separates them",
        (true, 1) => "One answer separates them all",
        (false, 0) => "No answer separates them",
        (true, _) => "These answers separate them, one of them by itself",
        (false, 1) if comparison.together.is_empty() => "One answer separates some of them",
        (false, _) if comparison.together.is_empty() => "These answers together separate them all",
        (false, _) => "These answers separate them, but not every pair",
    }
    .to_owned()
}

/// "Imaging: fluoroscopy or CT is 62323, anything else 62322."
pub(super) fn split_words(book: &Book, split: &Split) -> String {
    let (rest, named): (Vec<&Part>, Vec<&Part>) = split.parts.iter().partition(|part| part.is_rest);
    let told: Vec<String> = named
        .into_iter()
        .chain(rest)
        .enumerate()
        .map(|(index, part)| {
            let answers = if part.is_rest {
                "anything else".to_owned()
            } else {
                one_of(&shorts(book, &split.question, &part.answers))
            };
            let is = if index == 0 { " is" } else { "" };
            format!("{answers}{is} {}", part.codes.join(", "))
        })
        .collect();
    format!("{}: {}.", split.title, told.join("; "))
}

/// Why no answer tells two codes apart.
pub(super) fn together_words(together: &Together) -> String {
    let [first, second] = &together.codes;
    match &together.earned_by {
        Some(earned) => {
            let doubt = together.confidence.map(doubt).unwrap_or_default();
            let sources = together.sources.join(", ");
            format!("{second} is the add-on code of {first}, with the same answers. {earned}{doubt} [{sources}]")
        }
        None => format!("{first} and {second} share some answer to every question; it takes several answers together."),
    }
}

/// `Substance "nothing given" needs Stopped: anything but "no" (62322, 62323)`.
pub(super) fn tie_words(book: &Book, tie: &Tie) -> String {
    let answer = shorts(book, &tie.question, std::slice::from_ref(&tie.answer)).join("");
    let named = |id: &str| book.file.questions.iter().find(|question| question.id == id);
    let (title, all) = named(&tie.with)
        .map(|question| (question.title.clone(), question.answers.len()))
        .unwrap_or_default();
    let question = named(&tie.question)
        .map(|question| question.title.clone())
        .unwrap_or_default();
    let except: Vec<String> = named(&tie.with)
        .into_iter()
        .flat_map(|question| &question.answers)
        .filter(|answer| !tie.answers.contains(&answer.id))
        .map(|answer| answer.short.clone())
        .collect();
    let answers = if except.len() * 2 < all {
        format!("anything but {}", except.join(", "))
    } else {
        one_of(&shorts(book, &tie.with, &tie.answers))
    };
    format!(
        "{question} \"{answer}\" needs {title}: {answers} ({})",
        tie.codes.join(", ")
    )
}

/// "62324, 62325 (column 1) over 62320 (column 2): practitioner never both (indicator 0)".
pub(super) fn edit_words(comparison: &Comparison, edit: &Joined) -> String {
    let same = || comparison.edits.iter().filter(|other| other.id == edit.id);
    let codes = |of: fn(&Joined) -> &String| {
        let mut codes: Vec<&str> = Vec::new();
        for code in same().map(of) {
            if !codes.contains(&code.as_str()) {
                codes.push(code);
            }
        }
        codes.join(", ")
    };
    let hospital = edit.hospital.map_or_else(
        || "hospital not read".to_owned(),
        |lift| format!("hospital {}", lift_words(lift)),
    );
    format!(
        "{} (column 1) over {} (column 2): practitioner {}; {hospital}",
        codes(|edit| &edit.column_1),
        codes(|edit| &edit.column_2),
        lift_words(edit.practitioner)
    )
}

fn lift_words(lift: Lift) -> &'static str {
    match lift {
        Lift::Never => "never both (indicator 0)",
        Lift::WithModifier => "both only with a modifier (indicator 1)",
        Lift::Conflicting => "tables disagree",
        Lift::NoEdit => "no edit",
    }
}

/// Answers by their names in facts, as they read in a sentence.
fn shorts(book: &Book, question: &str, answers: &[String]) -> Vec<String> {
    let asked = book.file.questions.iter().find(|asked| asked.id == question);
    let known = asked.into_iter().flat_map(|asked| &asked.answers);
    let named = known.filter(|answer| answers.contains(&answer.id));
    named.map(|answer| answer.short.clone()).collect()
}
