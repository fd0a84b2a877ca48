//! Quick entry on the command line: words among the facts of `epipath code`, read with the words of the pack.

use std::fmt::Write as _;

use serde::Serialize;

use super::exit::Failure;
use super::{bounds, output};
use crate::claim::{CaseResult, UndecidedQuestion};
use crate::entry::{Lexicon, Reading};
use crate::session::AND;
use crate::tree::Book;

/// The facts of a session, and what its words were read as.
pub(super) struct Quick {
    /// Facts, with the mark between groups.
    pub(super) facts: Vec<String>,
    /// Of the words; none where there were facts only.
    pub(super) reading: Option<Reading>,
}

/// What of the words is told in JSON.
#[derive(Serialize)]
struct Read<'a> {
    #[serde(flatten)]
    reading: &'a Reading,
    /// The questions still open that matter.
    missing: Vec<&'a str>,
}

/// Reads the words of each group into facts; facts stand as they are.
pub(super) fn facts(book: &Book, arguments: &[String]) -> Result<Quick, Failure> {
    let words: Vec<&str> = arguments
        .iter()
        .flat_map(|argument| argument.split_whitespace())
        .collect();
    bounds::few_facts(words.len())?;
    let plain = |word: &&str| *word != AND && !word.contains('=');
    if !words.iter().any(plain) {
        let facts = arguments.to_vec();
        return Ok(Quick { facts, reading: None });
    }
    let lexicon = Lexicon::new(book);
    let (mut facts, mut whole) = (Vec::new(), Reading::default());
    for (nth, group) in words.split(|word| *word == AND).enumerate() {
        if nth > 0 {
            facts.push(AND.to_owned());
        }
        let text: Vec<&str> = group.iter().copied().filter(plain).collect();
        facts.extend(
            group
                .iter()
                .filter(|word| word.contains('='))
                .map(|word| (*word).to_owned()),
        );
        if text.is_empty() {
            continue;
        }
        let mut reading = read(book, &lexicon, &text.join(" "))?;
        facts.append(&mut reading.facts);
        whole.understood.append(&mut reading.understood);
        whole.silent.append(&mut reading.silent);
        whole.unread.append(&mut reading.unread);
        whole.doubts.append(&mut reading.doubts);
    }
    Ok(Quick {
        facts,
        reading: Some(whole),
    })
}

fn read(book: &Book, lexicon: &Lexicon, text: &str) -> Result<Reading, Failure> {
    bounds::few_words(text)?;
    let reading = lexicon.read(book, text);
    if let Some(conflict) = reading.conflicts.first() {
        return Err(Failure::usage(format!("in `{text}`: {conflict}")));
    }
    if !reading.is_empty() {
        return Ok(reading);
    }
    let known = reading
        .silent
        .iter()
        .map(|word| format!("`{word}` is known, but decides nothing"));
    let near = reading.unread.iter().filter_map(|word| {
        let near = lexicon.nearest(word)?;
        Some(format!("did you mean `{near}` for `{word}`?"))
    });
    let hints: Vec<String> = known.chain(near).collect();
    let hints = if hints.is_empty() {
        String::new()
    } else {
        format!("; {}", hints.join("; "))
    };
    Err(Failure::usage(format!(
        "nothing in `{text}` says what was done{hints}. Write words such as: L4-5 bilateral TFESI fluoro dex, or facts such as \
         region=lumbar"
    )))
}

/// Tells what the words were read as, beside the answer.
pub(super) fn echo(book: &Book, reading: &Reading, answer: &CaseResult) {
    let mut text = String::from("Read as\n");
    let width = reading.understood.iter().map(|part| part.text.chars().count()).max();
    let width = width.unwrap_or(0).min(MOST);
    // Writing to a String cannot fail.
    for part in &reading.understood {
        let _ = writeln!(text, "  {:<width$}  {}", part.text, part.fact);
    }
    let mut list = |head: &str, words: &[String], joint: &str| {
        if !words.is_empty() {
            let _ = writeln!(text, "{head}: {}", words.join(joint));
        }
    };
    list("NOT UNDERSTOOD, and not used", &reading.unread, ", ");
    let doubts: Vec<String> = reading.doubts.iter().map(ToString::to_string).collect();
    list("LEFT OPEN", &doubts, "; ");
    list("Known, but decides nothing", &reading.silent, ", ");
    let missing: Vec<String> = answer
        .undecided
        .iter()
        .map(|open| wanted(book, reading, answer, open))
        .collect();
    if answer.candidates.is_empty() && !missing.is_empty() {
        let away = away(book, answer);
        list("None of this family, whatever else is said", &away, " or ");
    } else {
        list("Not said, and it matters", &missing, "; ");
    }
    text.push('\n');
    output::complain(&text);
}

/// A question still open, with the words that would answer it within the family.
fn wanted(book: &Book, reading: &Reading, answer: &CaseResult, open: &UndecidedQuestion) -> String {
    let known = book.question_named(&open.question).and_then(|id| book.question(id));
    let Some(question) = known else {
        return open.question.clone();
    };
    let levels = reading
        .understood
        .iter()
        .filter(|part| part.fact.starts_with("level="))
        .count();
    if levels > 1 && question.answers.iter().any(|one| !one.levels.is_empty()) {
        return format!(
            "{} (the levels lie in several: each is a procedure of its own)",
            question.title
        );
    }
    let stays = |id: &str| {
        let hang = open.hangs.iter().find(|hang| hang.answer == id);
        hang.is_some_and(|hang| hang.leads_to.iter().any(|end| answer.candidates.contains(end)))
    };
    let words = question
        .answers
        .iter()
        .filter(|one| stays(&one.id))
        .map(|one| one.short.as_str());
    let words: Vec<&str> = words.collect();
    format!("{} (add: {})", question.title, words.join(", or "))
}

/// The signposts to which every answer still possible leads, the likeliest first.
fn away(book: &Book, answer: &CaseResult) -> Vec<String> {
    let hangs = answer.undecided.iter().flat_map(|open| &open.hangs);
    let ends: Vec<&String> = hangs.flat_map(|hang| &hang.leads_to).collect();
    let mut all: Vec<String> = Vec::new();
    for id in ends {
        let signpost = book.pack().signposts.signposts.iter().find(|one| one.id == *id);
        let title = signpost.map_or(id, |one| &one.title);
        if !all.contains(title) {
            all.push(title.clone());
        }
    }
    all
}

/// Longer parts push their facts to the right.
const MOST: usize = 30;

fn missing(answer: &CaseResult) -> Vec<&str> {
    answer.undecided.iter().map(|open| open.question.as_str()).collect()
}

/// The answer with the key `read`.
pub(super) fn json(reading: &Reading, answer: &CaseResult) -> Result<serde_json::Value, Failure> {
    let failed = |error: serde_json::Error| Failure::unexpected(error.to_string());
    let mut value = serde_json::to_value(answer).map_err(failed)?;
    let missing = missing(answer);
    let read = serde_json::to_value(Read { reading, missing }).map_err(failed)?;
    if let Some(object) = value.as_object_mut() {
        object.insert("read".to_owned(), read);
    }
    Ok(value)
}
