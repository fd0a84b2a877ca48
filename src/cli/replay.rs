//! `epipath replay`: a receipt worked out again.

use std::fmt::Write as _;
use std::io::{self, Read as _};

use super::args::ReplayArgs;
use super::code::exit;
use super::exit::{Exit, Failure};
use super::open::Folders;
use super::{open, output};
use crate::report;
use crate::session::{Receipt, Replay};

/// More than any receipt holds, in bytes.
const LONGEST: u64 = 64 * 1024;

/// Prints the result where it is the same, else what changed.
pub(super) fn run(args: &ReplayArgs, folders: Folders<'_>) -> Result<Exit, Failure> {
    let book = open::book(folders)?;
    let text = text(&args.receipt)?;
    let replay = Receipt::read(&text).and_then(|receipt| receipt.replay(&book));
    let replay = replay.map_err(|error| Failure::usage(error.to_string()))?;
    if !replay.changes.is_empty() {
        return changed(args, &replay);
    }
    if args.json {
        output::print_json(&replay.result)?;
    } else {
        output::print(&report::result(&book, &replay.result))?;
    }
    Ok(exit(replay.result.status))
}

fn text(words: &[String]) -> Result<String, Failure> {
    if words != ["-"] {
        return Ok(words.join(" "));
    }
    let mut text = String::new();
    let read = io::stdin().lock().take(LONGEST).read_to_string(&mut text);
    read.map_err(|error| Failure::usage(format!("cannot read the receipt from stdin: {error}")))?;
    Ok(text)
}

fn changed(args: &ReplayArgs, replay: &Replay) -> Result<Exit, Failure> {
    if args.json {
        let object = serde_json::json!({ "same": false, "changes": replay.changes, "result": replay.result });
        output::print_json(&object)?;
        return Ok(Exit::Unexpected);
    }
    let mut out = String::from("Not the same as when the receipt was made.\n");
    let matters = replay
        .changes
        .iter()
        .any(|change| !matches!(change.what.as_str(), "pack" | "result"));
    if !matters {
        out.push_str(
            "Status, code, lines, findings and verdict are the same; the pack says something in other words.\n",
        );
    }
    for change in &replay.changes {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}\n  then  {}\n  now   {}", change.what, change.then, change.now);
    }
    output::print(&out)?;
    Ok(Exit::Unexpected)
}
