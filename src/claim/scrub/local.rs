//! What a site says of codes, whatever the facts: a set of lines does not tell them.

use super::ScrubFinding;
use super::desk::Desk;
use crate::claim::local::findings;
use crate::tree::Answers;

pub(super) fn check(desk: &Desk<'_>) -> Vec<ScrubFinding> {
    let open = desk.book.tree.facts(&Answers::default());
    let mut said: Vec<ScrubFinding> = Vec::new();
    for code in desk.codes() {
        let lines = desk.of(code);
        for finding in findings(desk.book, &[&code.to_owned()], &open, desk.context) {
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
