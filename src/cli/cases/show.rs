//! `epipath cases show`: one case, with or without its answer.

use std::fmt::Write as _;

use serde_json::json;
use strum::VariantNames as _;
use textwrap::{Options, WordSplitter};

use crate::claim::{Context, Setting};
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::Folders;
use crate::cli::{open, output};
use crate::pack::model::{Case, DecidingWords, Distractor};
use crate::pack::nearest;
use crate::pack::rules::rule;
use crate::report::phrases::capital;
use crate::report::training::{end_words, often};
use crate::train::{end, worked};
use crate::tree::Book;

/// Columns of what is printed.
const WIDTH: usize = 80;

pub(super) fn run(id: &str, answer: bool, json: bool, folders: Folders<'_>) -> Result<Exit, Failure> {
    let (book, teaching) = open::teaching(folders)?;
    let Some(case) = teaching.case(id) else {
        let guess = nearest(id, teaching.cases.iter().map(|case| case.id.as_str()));
        let guess = guess.map_or_else(String::new, |guess| format!(" Did you mean `{guess}`?"));
        let message = format!("there is no case `{id}`.{guess} `epipath cases` lists them");
        return Err(Failure::usage(message));
    };
    match (json, answer) {
        (true, true) => output::print_json(case),
        (true, false) => {
            let asked = json!({ "id": case.id, "title": case.title, "difficulty": case.difficulty, "note": case.note });
            output::print_json(&asked)
        }
        (false, _) => {
            let mut text = asked(case);
            if answer {
                text.push_str(&answered(&book, case));
            }
            output::print(&text)
        }
    }
}

/// Title and note.
fn asked(case: &Case) -> String {
    format!(
        "{} (difficulty {})\n\n{}\n",
        case.title,
        case.difficulty,
        case.note.trim_end()
    )
}

/// Facts, result, what decides, and what people get wrong.
fn answered(book: &Book, case: &Case) -> String {
    let mut out = String::new();
    section(&mut out, "Facts", facts(case));
    section(&mut out, "Result", result(book, case));
    section(&mut out, "Words that decide", words(case));
    section(&mut out, &format!("Why ({})", case.fork.axis), why(book, case));
    section(&mut out, "Often entered", case.distractors.iter().map(wrong).collect());
    section(&mut out, "Sources", vec![case.sources.join(", ")]);
    out
}

fn facts(case: &Case) -> Vec<String> {
    let mut all: Vec<String> = case.procedures.iter().map(|procedure| procedure.join(" ")).collect();
    if !case.session.is_empty() {
        all.push(format!("whole session: {}", case.session.join(" ")));
    }
    let payer = case.payer.as_deref().unwrap_or(Context::CODE_RULES_ONLY);
    all.push(format!("payer: {payer}"));
    all
}

fn result(book: &Book, case: &Case) -> Vec<String> {
    let of = |setting: &&str| {
        let lines = case.result.lines.of(setting);
        (!lines.is_empty()).then(|| format!("{setting}: {}", lines.join(", ")))
    };
    let coverage = case.result.coverage.map(|verdict| format!("coverage: {verdict}"));
    let own: &str = Setting::Professional.into();
    let differs = |setting: &&&str| case.result.lines.of(setting) != case.result.lines.of(own);
    let billed = Setting::VARIANTS.iter().filter(differs).filter_map(of);
    ending(book, case).into_iter().chain(billed).chain(coverage).collect()
}

fn words(case: &Case) -> Vec<String> {
    let one = |deciding: &DecidingWords| format!("\"{}\" -> {}", deciding.words, deciding.facts.join(" "));
    let silent = (!case.silent.is_empty()).then(|| format!("not in the note: {}", case.silent.join(", ")));
    case.decides.iter().map(one).chain(silent).collect()
}

/// What the case teaches, and its rules with their sources.
fn why(book: &Book, case: &Case) -> Vec<String> {
    let rules = case.fork.rules.iter().filter_map(|id| rule(book.pack(), id));
    let rules = rules.map(|rule| format!("{}: {} [{}]", rule.id, rule.text, rule.sources.join(", ")));
    std::iter::once(case.fork.teaches.clone()).chain(rules).collect()
}

fn wrong(one: &Distractor) -> String {
    format!("{} ({})", often(one), one.axis)
}

/// A heading, and paragraphs below it, indented and wrapped.
fn section(out: &mut String, heading: &str, paragraphs: Vec<String>) {
    let options = Options::new(WIDTH)
        .initial_indent("  ")
        .subsequent_indent("    ")
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    // Writing to a String cannot fail.
    let _ = writeln!(out, "\n{heading}");
    for text in paragraphs {
        let _ = writeln!(out, "{}", textwrap::fill(&text, &options));
    }
}

/// What it comes to, as the trainer says it.
fn ending(book: &Book, case: &Case) -> Option<String> {
    let key = worked(book, case, Setting::Professional).ok()?;
    Some(capital(&end_words(&end(&key))))
}
