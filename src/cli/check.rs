//! `epipath check`: is a pack sound, and how large is it?

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::args::{CheckArgs, FindingFormat};
use super::exit::{Exit, Failure};
use super::{open, output};
use crate::pack::render::{self, human};
use crate::pack::{Findings, Loaded};
use crate::tree::Tree;
use crate::tree::check::{Report, check};

/// Checks and prints.
pub(super) fn run(args: &CheckArgs) -> Result<Exit, Failure> {
    match open::sound(&args.dir) {
        Ok(loaded) => sound(args, &loaded),
        Err(findings) => broken(args.format, &findings),
    }
}

fn sound(args: &CheckArgs, loaded: &Loaded) -> Result<Exit, Failure> {
    let file = &loaded.pack.tree;
    let tree = Tree::compile(file).map_err(|error| Failure::unexpected(error.to_string()))?;
    let report = check(&tree, file);
    match args.format {
        FindingFormat::Human => output::print(&figures(args, loaded, &report)),
        FindingFormat::Gnu => Ok(Exit::Code),
        FindingFormat::Json => output::print_json(&json!({ "findings": [], "figures": counts(loaded, &report) })),
    }
}

fn broken(format: FindingFormat, findings: &Findings) -> Result<Exit, Failure> {
    match format {
        FindingFormat::Human => output::print(&human(findings, open::style(true)))?,
        FindingFormat::Gnu => output::print(&render::gnu(findings))?,
        FindingFormat::Json => output::print_json(&json!({ "findings": render::json(findings), "figures": null }))?,
    };
    Ok(Exit::BrokenPack)
}

fn figures(args: &CheckArgs, loaded: &Loaded, report: &Report) -> String {
    let mut out = format!("{}: nothing wrong\n", args.dir.display());
    for (name, value) in counts(loaded, report).as_object().into_iter().flatten() {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {:<18} {}", name.replace('_', " "), plain(value));
    }
    out
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn counts(loaded: &Loaded, report: &Report) -> Value {
    let pack = &loaded.pack;
    let answers: usize = pack.tree.questions.iter().map(|question| question.answers.len()).sum();
    json!({
        "edition": pack.about.edition,
        "questions": pack.tree.questions.len(),
        "answers": answers,
        "combinations": report.figures.combinations.to_string(),
        "gaps": report.figures.gaps.to_string(),
        "overlaps": report.figures.overlaps.to_string(),
        "outcomes": pack.tree.outcomes.len(),
        "outcomes_reached": report.figures.outcomes.len(),
        "longest_path": report.longest_path,
        "cards": pack.cards.len(),
        "signposts": pack.signposts.signposts.len(),
        "checklist_items": pack.checklist.items.len(),
        "modifiers": pack.modifiers.modifiers.len(),
        "terms": pack.glossary.terms.len(),
        "sources": pack.sources.sources.len(),
    })
}
