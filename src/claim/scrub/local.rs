//! What a site says of codes, whatever the facts: a set of lines does not tell them.

use super::ScrubFinding;
use super::desk::Desk;
use crate::claim::local::{findings, open_stops};
use crate::tree::Answers;

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let open = desk.book.tree.facts(&Answers::default());
    let mut said: Vec<ScrubFinding> = Vec::new();
    for code in desk.codes() {
        let lines = desk.of(code);
        let code = code.to_owned();
        let certain = findings(desk.book, &[&code], &open, desk.context);
        let may_be = if desk.is_family(&code) {
            open_stops(desk.book, &code, &open, desk.context)
        } else {
            Vec::new()
        };
        for finding in certain.into_iter().chain(may_be) {
            let found = desk.pass_on(finding, &lines);
            match said.iter_mut().find(|other| other.finding == found.finding) {
                Some(other) => other.lines.extend(found.lines),
                None => said.push(found),
            }
        }
    }
    for found in &mut said {
        found.lines.sort_unstable();
    }
    said
}
