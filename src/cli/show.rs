//! Commands that print a part of what we know.

use std::fmt::Write as _;

use super::args::{FindArgs, SourcesArgs, TableArgs, TableFormat, TreeArgs, TreeFormat};
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{bounds, clock, open, output};
use crate::claim::Context;
use crate::entry::{self, leads};
use crate::find::{HitKind, Index};
use crate::report;
use crate::session::parse_facts;

/// `epipath find`.
pub(super) fn find(args: &FindArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let query = args.words.join(" ");
    bounds::few_words(&query)?;
    let mut hits = leads(&book, &entry::read(&book, &query));
    let told: Vec<String> = hits.iter().map(|hit| hit.id.clone()).collect();
    let others = Index::new(book.pack()).find(&query, args.limit);
    hits.extend(
        others
            .into_iter()
            .filter(|hit| hit.kind != HitKind::Code || !told.contains(&hit.id)),
    );
    hits.truncate(args.limit);
    if args.json {
        output::print_json(&serde_json::json!({ "query": query, "hits": hits }))?;
    } else if hits.is_empty() {
        output::complain(&format!(
            "epipath: nothing found for `{query}`; try a code number, a drug, an abbreviation such as TFESI, or fewer words\n"
        ));
    } else {
        let mut out = String::new();
        for hit in &hits {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{:<12} {:<28} {}", hit.kind.to_string(), hit.id, hit.title);
        }
        output::print(&out)?;
    }
    Ok(if hits.is_empty() { Exit::Signpost } else { Exit::Code })
}

/// `epipath tree`.
pub(super) fn tree(args: &TreeArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let facts = parse_facts(&book, &Context::on(clock::today()), &args.facts);
    let answers = facts.map_err(|error| Failure::usage(error.to_string()))?.answers;
    match args.format {
        TreeFormat::Text => output::print(&report::map_text(&book, &answers)),
        TreeFormat::Mermaid => output::print(&report::mermaid(&report::graph(&book, &answers))),
        TreeFormat::Dot => output::print(&report::dot(&report::graph(&book, &answers))),
    }
}

/// `epipath table`.
pub(super) fn table(args: &TableArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    match args.format {
        TableFormat::Text => output::print(&report::table_text(&book)),
        TableFormat::Csv => {
            let csv = report::table_csv(&book).map_err(|error| Failure::unexpected(error.to_string()))?;
            output::print(&csv)
        }
        TableFormat::Json => output::print_json(&report::table_json(&book)),
    }
}

/// `epipath sources`.
pub(super) fn sources(args: &SourcesArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    if let Some(id) = args.id.as_deref().filter(|id| book.source(id).is_none()) {
        return Err(Failure::usage(format!(
            "there is no source `{id}`; `epipath sources` lists them"
        )));
    }
    if args.json {
        let wanted = |source: &&crate::pack::model::Source| args.id.as_ref().is_none_or(|id| source.id == *id);
        let sources: Vec<_> = book.pack().sources.sources.iter().filter(wanted).collect();
        return output::print_json(&serde_json::json!({ "sources": sources }));
    }
    output::print(&report::sources(&book, args.id.as_deref()))
}

/// `epipath about`.
pub(super) fn about(folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let about = &book.about;
    let mut lines = report::Lines::default();
    lines.line(format!("epipath {}", env!("CARGO_PKG_VERSION")));
    lines.line(format!(
        "{} (pack {}, edition {})",
        about.title, about.id, about.edition
    ));
    let until = about
        .effective
        .to
        .map_or_else(|| "further notice".to_owned(), |to| to.to_string());
    lines.line(format!(
        "Holds for services from {} to {until}; checked {}",
        about.effective.from, about.checked
    ));
    if let Some(local) = report::about_local(&book) {
        for line in local.lines() {
            lines.line(line);
        }
    }
    for notice in &about.notices {
        lines.gap().item("", &notice.text);
    }
    output::print(&lines.to_string())
}
