//! The result of what lies outside the family though no answers led there: a note that tells of something else.

use super::context::Context;
use super::contract::{CaseResult, GroupResult, SignpostResult, StatusWord};
use super::depth::Depth;
use super::once::each_once;
use super::result::session_result;
use super::signpost::signpost;
use crate::tree::{Answers, Book};

/// The way out of a name, with the codes that hang on nothing which is not known.
#[must_use]
pub fn way_out(book: &Book, id: &str) -> Option<SignpostResult> {
    let known = book.signpost(id)?;
    let facts = book.tree.facts(&Answers::default());
    let mut clear = known.clone();
    clear.codes.retain(|target| book.certain(&target.given, &facts));
    Some(signpost(Depth::Whole, book, &clear, &facts))
}

/// The result that leads there: no code of the family, no line, nothing left to ask.
#[must_use]
pub fn outside(book: &Book, context: &Context, way: SignpostResult) -> CaseResult {
    CaseResult {
        status: StatusWord::Signpost,
        code: None,
        why: None,
        signpost: Some(way),
        ..nothing(session_result(book, &[], context))
    }
}

/// The same result with its code taken back to a candidate: what the answers say holds only if the note is of the family.
#[must_use]
pub fn left_open(result: CaseResult) -> CaseResult {
    if result.status != StatusWord::Code {
        return CaseResult {
            status: StatusWord::Undetermined,
            signpost: None,
            ..result
        };
    }
    let candidates = each_once(result.groups.iter().filter_map(|group| group.code.clone()));
    let groups = result.groups.into_iter().map(group_left_open).collect();
    CaseResult {
        status: StatusWord::Undetermined,
        code: None,
        why: None,
        lines: Vec::new(),
        alternatives: Vec::new(),
        companions: Vec::new(),
        do_not_report: Vec::new(),
        candidates,
        groups,
        ..result
    }
}

fn group_left_open(group: GroupResult) -> GroupResult {
    GroupResult {
        status: StatusWord::Undetermined,
        candidates: group.code.into_iter().chain(group.candidates).collect(),
        code: None,
        ..group
    }
}

/// A result without what is asked and told of an open one.
fn nothing(result: CaseResult) -> CaseResult {
    CaseResult {
        lines: Vec::new(),
        candidates: Vec::new(),
        undecided: Vec::new(),
        questions: Vec::new(),
        findings: Vec::new(),
        path: Vec::new(),
        why_not: Vec::new(),
        checklist: Vec::new(),
        modifiers: Vec::new(),
        groups: Vec::new(),
        ..result
    }
}
