//! `epipath cases coverage`: what the cases take, and what none of them does.

use std::fmt::Write as _;

use serde_json::json;

use crate::cli::exit::{Exit, Failure};
use crate::cli::open::Folders;
use crate::cli::{open, output};
use crate::train::{Counted, coverage};

pub(super) fn run(json: bool, folders: Folders<'_>) -> Result<Exit, Failure> {
    let (book, teaching) = open::teaching(folders)?;
    let items = coverage(&book, &teaching);
    let missing: Vec<&Counted> = items.iter().filter(|one| one.is_missing()).collect();
    if json {
        let cases = teaching.cases.len();
        let object = json!({ "cases": cases, "complete": missing.is_empty(), "missing": missing, "items": items });
        output::print_json(&object)?;
    } else {
        output::print(&told(teaching.cases.len(), &items, &missing))?;
    }
    Ok(if missing.is_empty() { Exit::Code } else { Exit::Signpost })
}

/// The counts kind by kind, then what is missing.
fn told(cases: usize, items: &[Counted], missing: &[&Counted]) -> String {
    let mut out = format!("{cases} cases\n");
    let mut kinds: Vec<&str> = Vec::new();
    for one in items {
        if !kinds.contains(&one.kind) {
            kinds.push(one.kind);
        }
    }
    for kind in kinds {
        let all: Vec<&Counted> = items.iter().filter(|one| one.kind == kind).collect();
        let taken = all.iter().filter(|one| one.cases > 0).count();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "\n{kind}: {taken} of {} taken", all.len());
        for one in all {
            let few = if one.is_missing() {
                format!(" of {}", one.wanted)
            } else {
                String::new()
            };
            let _ = writeln!(out, "  {:>3}{few:<5} {}", one.cases, one.id);
        }
    }
    if missing.is_empty() {
        out.push_str("\nNothing is missing.\n");
    } else {
        let _ = writeln!(out, "\nMissing: {}", missing.len());
        for one in missing {
            let _ = writeln!(out, "  {} {}: {} of {}", one.kind, one.id, one.cases, one.wanted);
        }
    }
    out
}
