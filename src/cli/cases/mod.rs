//! `epipath cases`: the teaching cases listed, shown, checked and counted.

mod coverage;
mod show;
mod watch;

use std::path::Path;

use serde_json::json;

use super::args::{CasesArgs, CasesCommand};
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{check, open, output};

/// Does what is asked.
pub(super) fn run(args: &CasesArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    match &args.what {
        None => list(args.json, folders),
        Some(CasesCommand::Show { id, answer, json }) => show::run(id, *answer, *json, folders),
        Some(CasesCommand::Coverage { json }) => coverage::run(*json, folders),
        Some(CasesCommand::Check { dir, watch, format }) => {
            let dir = dir.as_deref().or(folders.pack).unwrap_or(Path::new("data"));
            if *watch {
                watch::run(dir)
            } else {
                check::folder(*format, dir)
            }
        }
    }
}

/// The cases without their answers.
fn list(json: bool, folders: Folders<'_>) -> Result<Exit, Failure> {
    let (_, teaching) = open::teaching(folders)?;
    if json {
        let one = |case: &crate::pack::model::Case| json!({ "id": case.id, "title": case.title, "difficulty": case.difficulty, "axis": case.fork.axis });
        let cases: Vec<_> = teaching.cases.iter().map(one).collect();
        return output::print_json(&json!({ "cases": cases }));
    }
    if teaching.cases.is_empty() {
        return output::print("this pack holds no teaching cases\n");
    }
    let widest = teaching
        .cases
        .iter()
        .map(|case| case.id.len())
        .max()
        .unwrap_or_default();
    let line = |case: &crate::pack::model::Case| {
        let axis: &str = case.fork.axis.into();
        format!("{:<widest$}  {}  {axis:<10} {}\n", case.id, case.difficulty, case.title)
    };
    output::print(&teaching.cases.iter().map(line).collect::<String>())
}
