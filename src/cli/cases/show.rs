//! `epipath cases show`: one case, with or without its answer.

use std::fmt::Write as _;

use serde_json::json;
use strum::VariantNames as _;

use crate::claim::Setting;
use crate::cli::exit::{Exit, Failure};
use crate::cli::open::Folders;
use crate::cli::{open, output};
use crate::pack::model::Case;
use crate::pack::nearest;
use crate::pack::rules::rule;
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
    // Writing to a String cannot fail.
    let _ = writeln!(out, "\nFacts");
    for procedure in &case.procedures {
        put(&mut out, &procedure.join(" "));
    }
    if !case.session.is_empty() {
        put(&mut out, &format!("whole session: {}", case.session.join(" ")));
    }
    put(&mut out, &format!("payer: {}", case.payer.as_deref().unwrap_or("cpt")));
    let _ = writeln!(out, "\nResult");
    put(&mut out, &end(case));
    for setting in Setting::VARIANTS {
        let lines = case.result.lines.of(setting);
        if !lines.is_empty() {
            put(&mut out, &format!("{setting}: {}", lines.join(", ")));
        }
    }
    let _ = writeln!(out, "\nWords that decide");
    for deciding in &case.decides {
        put(
            &mut out,
            &format!("\"{}\" -> {}", deciding.words, deciding.facts.join(" ")),
        );
    }
    if !case.silent.is_empty() {
        put(&mut out, &format!("not in the note: {}", case.silent.join(", ")));
    }
    let _ = writeln!(out, "\nWhy ({})", case.fork.axis);
    put(&mut out, &case.fork.teaches);
    for rule in case.fork.rules.iter().filter_map(|id| rule(book.pack(), id)) {
        put(
            &mut out,
            &format!("{}: {} [{}]", rule.id, rule.text, rule.sources.join(", ")),
        );
    }
    let _ = writeln!(out, "\nOften entered");
    for wrong in &case.distractors {
        let entered = [wrong.code.as_deref(), wrong.signpost.as_deref()]
            .into_iter()
            .flatten()
            .map(str::to_owned);
        let entered: Vec<String> = entered
            .chain(wrong.lines.iter().cloned())
            .chain(wrong.undetermined.iter().cloned())
            .collect();
        put(
            &mut out,
            &format!("{} ({}): {}", entered.join(", "), wrong.axis, wrong.why),
        );
    }
    let _ = writeln!(out, "\nSources");
    put(&mut out, &case.sources.join(", "));
    out
}

/// What it comes to.
fn end(case: &Case) -> String {
    let result = &case.result;
    match (&result.code, &result.signpost) {
        (Some(code), _) => format!("code {code}"),
        (None, Some(id)) => format!("signpost {id}"),
        (None, None) => format!("undetermined: {}", result.undetermined.join(" or ")),
    }
}

/// A paragraph, indented and wrapped.
fn put(out: &mut String, text: &str) {
    let options = textwrap::Options::new(WIDTH)
        .initial_indent("  ")
        .subsequent_indent("    ");
    let _ = writeln!(out, "{}", textwrap::fill(text, options));
}
