//! `epipath check`: is a pack or an overlay sound, and how large is it?

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::args::{CheckArgs, FindingFormat};
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{open, output};
use crate::pack::model::Overlay;
use crate::pack::render::{self, human};
use crate::pack::{Findings, Loaded, is_overlay, read_overlay};
use crate::tree::Tree;
use crate::tree::check::{Report, check};

/// Checks and prints.
pub(super) fn run(args: &CheckArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let dir = match (&args.dir, folders.overlay) {
        (Some(_), Some(_)) => return Err(Failure::usage("give one folder to check: DIR, or --overlay DIR")),
        (None, Some(overlay)) => return local(args.format, overlay, folders.pack),
        (Some(dir), None) => dir.as_path(),
        (None, None) => Path::new("data"),
    };
    if is_overlay(dir) {
        return local(args.format, dir, folders.pack);
    }
    folder(args.format, dir)
}

/// A pack with its teaching cases.
pub(super) fn folder(format: FindingFormat, dir: &Path) -> Result<Exit, Failure> {
    match open::whole(dir) {
        Ok(loaded) => sound(format, dir, &loaded),
        Err(findings) => broken(format, &findings),
    }
}

/// An overlay, against the pack it is to lie over.
fn local(format: FindingFormat, dir: &Path, pack: Option<&Path>) -> Result<Exit, Failure> {
    let book = open::book(Folders { pack, overlay: None })?;
    match read_overlay(dir, book.pack()) {
        Ok(local) => figures(format, dir, &local_counts(&local.overlay)),
        Err(findings) => broken(format, &findings),
    }
}

fn sound(format: FindingFormat, dir: &Path, loaded: &Loaded) -> Result<Exit, Failure> {
    let file = &loaded.pack.tree;
    let tree = Tree::compile(file).map_err(|error| Failure::unexpected(error.to_string()))?;
    figures(format, dir, &counts(loaded, &check(&tree, file)))
}

/// What a sound folder holds.
fn figures(format: FindingFormat, dir: &Path, counts: &Value) -> Result<Exit, Failure> {
    match format {
        FindingFormat::Human => output::print(&listed(dir, counts)),
        FindingFormat::Gnu => Ok(Exit::Code),
        FindingFormat::Json => output::print_json(&json!({ "findings": [], "figures": counts })),
    }
}

fn broken(format: FindingFormat, findings: &Findings) -> Result<Exit, Failure> {
    match format {
        FindingFormat::Human => output::print_styled(&human(findings, open::style(true)))?,
        FindingFormat::Gnu => output::print(&render::gnu(findings))?,
        FindingFormat::Json => output::print_json(&json!({ "findings": render::json(findings), "figures": null }))?,
    };
    Ok(Exit::BrokenPack)
}

fn listed(dir: &Path, counts: &Value) -> String {
    let mut out = format!("{}: nothing wrong\n", dir.display());
    for (name, value) in counts.as_object().into_iter().flatten() {
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
        "cases": loaded.teaching.cases.len(),
        "disputes": loaded.teaching.disputes.disputes.len(),
        "sources": pack.sources.sources.len(),
    })
}

fn local_counts(overlay: &Overlay) -> Value {
    json!({
        "title": overlay.title,
        "notes": overlay.notes.len(),
        "stops": overlay.stops.len(),
        "descriptors": overlay.descriptors.as_ref().map_or(0, |all| all.texts.len()),
    })
}
