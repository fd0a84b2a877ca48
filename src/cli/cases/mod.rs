//! `epipath cases`: the teaching cases listed, shown, checked and counted.

mod coverage;
mod show;
mod watch;

use std::path::Path;

use serde_json::json;

use super::args::{CasesArgs, CasesCommand};
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::training::Learner;
use super::{check, clock, open, output};
use crate::pack::model::Case;
use crate::report::training::axis;
use crate::shelf::Learning;
use crate::train::{Traits, states, ways_to_narrow};

/// Does what is asked.
pub(super) fn run(args: &CasesArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    match &args.what {
        None => list(args, folders),
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

/// The cases without their answers, those that have the words.
fn list(args: &CasesArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let (book, teaching) = open::teaching(folders)?;
    let words = args.words.join(" ").to_lowercase();
    let learning = if words.contains("state:") {
        Learner::of(&book, &teaching)?.learning
    } else {
        Learning::default()
    };
    let states = states(&learning, &teaching, clock::today());
    let has = |(case, state): &(&Case, String)| Traits::of(case, state, axis(case.fork.axis)).have(&words);
    let cases: Vec<&Case> = teaching
        .cases
        .iter()
        .zip(states)
        .filter(has)
        .map(|(case, _)| case)
        .collect();
    if args.json {
        let one = |case: &&Case| json!({ "id": case.id, "title": case.title, "difficulty": case.difficulty, "axis": case.fork.axis });
        let cases: Vec<_> = cases.iter().map(one).collect();
        return output::print_json(&json!({ "cases": cases }));
    }
    if teaching.cases.is_empty() {
        return output::print("this pack holds no teaching cases\n");
    }
    if cases.is_empty() {
        let [ways, axes] = ways_to_narrow();
        return Err(Failure::usage(format!(
            "no case has all of `{words}`. What narrows the list: {ways} {axes}"
        )));
    }
    let widest = cases.iter().map(|case| case.id.len()).max().unwrap_or_default();
    let line = |case: &&Case| {
        let axis: &str = case.fork.axis.into();
        format!("{:<widest$}  {}  {axis:<10} {}\n", case.id, case.difficulty, case.title)
    };
    output::print(&cases.iter().map(line).collect::<String>())
}
