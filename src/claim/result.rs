//! From answers and levels to the result of a session.

use super::beside::{companions, do_not_report};
use super::checklist::checklist;
use super::context::Context;
use super::contract::{CaseResult, GroupResult, PackRef, Procedure, SignpostResult, StatusWord};
use super::coverage::{coverage_to, together};
use super::depth::Depth;
use super::diagnoses;
use super::findings::{Finding, findings};
use super::frequency;
use super::groups::combine;
use super::level::Level;
use super::lines::billing;
use super::local;
use super::modifiers::{doubts, modifiers};
use super::noticed::{self, Subject};
use super::once::each_once;
use super::pairs::{pairs, units};
use super::predecessor;
use super::reasons::{path, undecided, why_not};
use super::regions::{Part, Parts, merged, parts, same_region};
use super::scope::shared;
use super::signpost::signpost;
use super::unearned;
use crate::pack::model::{FindingSeverity, Noticed};
use crate::tree::{Answers, Book, Decision, Facts, Status};

/// The result of one procedure.
#[must_use]
pub fn result(book: &Book, answers: &Answers, context: &Context) -> CaseResult {
    let procedure = Procedure {
        answers: *answers,
        levels: context.levels.clone(),
        modifiers: Vec::new(),
    };
    session_result(book, &[procedure], context)
}

/// The same result without its reading matter, for many cases at once: what decides, what is billed and what is to be said of
/// it are there; reasons in words, path, checklist, modifiers, codes beside it and other readings are empty.
#[must_use]
pub fn brief(book: &Book, procedures: &[Procedure], context: &Context) -> CaseResult {
    to_depth(Depth::Brief, book, procedures, context)
}

/// The result of all procedures of one session: levels sorted by region, those of one code counted together.
#[must_use]
pub fn session_result(book: &Book, procedures: &[Procedure], context: &Context) -> CaseResult {
    to_depth(Depth::Whole, book, procedures, context)
}

fn to_depth(depth: Depth, book: &Book, procedures: &[Procedure], context: &Context) -> CaseResult {
    let sorted: Vec<Parts> = shared(book, procedures).iter().map(|one| parts(book, one)).collect();
    let outside_region = sorted.iter().any(|parts| parts.outside_region);
    let parts: Vec<Part> = sorted.into_iter().flat_map(|parts| parts.parts).collect();
    let groups = parts.iter().map(|part| group(depth, book, part)).collect();
    let merged = merged(book, parts);
    let mut joined = combine(
        merged
            .iter()
            .map(|part| part_result(depth, book, part, context))
            .collect(),
    )
    .unwrap_or_else(|| {
        part_result(
            depth,
            book,
            &Part::new(book, &Answers::default(), Vec::new(), &[]),
            context,
        )
    });
    joined.groups = groups;
    joined
        .companions
        .retain(|companion| joined.lines.iter().all(|line| line.code != companion.code));
    joined.findings.extend(regions_noticed(book, &merged, context));
    joined.findings.extend(unearned::findings(book, &merged, context));
    joined.findings.extend(units(book, &joined.lines, context));
    joined
        .findings
        .extend(pairs(book, &joined.lines, &context.other_codes, context));
    joined.findings.extend(diagnoses::findings(book, context, &merged));
    if outside_region {
        levels_outside(book, context, &mut joined);
    }
    joined.findings.extend(frequency::findings(book, context));
    let predecessors = predecessor::findings(book, &codes(&joined), context);
    joined.findings.extend(predecessors);
    joined.findings.extend(predecessor::ended_beside(book, context));
    stop(&mut joined);
    joined.do_not_report = depth.whole(|| do_not_report(book, &joined.lines, context));
    joined.findings.sort_by_key(|finding| finding.severity);
    joined
}

/// Every code that a session leads to or may lead to.
fn codes(result: &CaseResult) -> Vec<&str> {
    let groups = result.groups.iter();
    let grouped = groups.flat_map(|group| group.code.iter().chain(&group.candidates));
    let lines = result.lines.iter().map(|line| &line.code);
    grouped.chain(lines).map(String::as_str).collect()
}

/// What is said where the codes of two regions stand together.
fn regions_noticed(book: &Book, parts: &[Part], context: &Context) -> Vec<Finding> {
    let coded: Vec<&Part> = parts.iter().filter(|part| part.code().is_some()).collect();
    let mut apart = Vec::new();
    for (index, one) in coded.iter().enumerate() {
        let others = coded
            .iter()
            .skip(index + 1)
            .filter(|other| !same_region(book, one, other));
        apart.extend(others.filter_map(|other| Some((subject(one)?, subject(other)?))));
    }
    let has = |level| {
        let mut facts = parts.iter().flat_map(|part| &part.levels);
        facts.any(|fact| fact.level == Some(level))
    };
    let beside = has(Level::T12L1) && has(Level::L1L2);
    noticed::two_regions(book, context, &apart, beside)
}

fn subject(part: &Part) -> Option<Subject<'_>> {
    Some(Subject::new(part.code()?, part.each().iter().map(|one| &one.facts)))
}

/// Where a finding says so, nothing is billed as it stands.
fn stop(result: &mut CaseResult) {
    if result
        .findings
        .iter()
        .any(|finding| finding.severity == FindingSeverity::Stop)
    {
        result.lines.clear();
        result.alternatives.clear();
    }
}

/// What is said and asked where no level lies in the region answered.
fn levels_outside(book: &Book, context: &Context, result: &mut CaseResult) {
    result
        .findings
        .extend(noticed::findings(book, context, Noticed::LevelsOutsideRegion, ""));
    result
        .questions
        .extend(noticed::questions(book, context, Noticed::LevelsOutsideRegion));
}

/// The result of one part of a procedure.
fn part_result(depth: Depth, book: &Book, part: &Part, context: &Context) -> CaseResult {
    let answers = &part.answers;
    let (facts, ruled_out) = frequency::known(book, &part.facts, context);
    let decision = &part.decision;
    let code = part.code().cloned();
    let outcome = decision.outcome().and_then(|id| book.outcome(id));
    let undecided = undecided(depth, book, answers, decision);
    let signpost = signposted(depth, book, decision, &facts);
    let open = outcome.and_then(|outcome| outcome.undetermined.as_ref());
    let billing = code
        .as_ref()
        .map(|code| billing(depth, book, code, part, context))
        .unwrap_or_default();
    let codes = each_once(code.iter().chain(billing.lines.iter().map(|line| &line.code)));
    let verdicts = codes
        .iter()
        .map(|code| coverage_to(depth, book, Some(code), &facts, context));
    let coverage = verdicts.reduce(together);
    let coverage = coverage.unwrap_or_else(|| coverage_to(depth, book, None, &facts, context));
    let mut found = findings(book, outcome, &coverage, context);
    found.extend(billing.findings);
    found.extend(local::findings(book, &codes, &facts, context));
    found.extend(code.iter().flat_map(|code| doubts(book, code, &facts, context)));
    found.extend(ruled_out);
    CaseResult {
        status: word(&decision.status),
        why: depth.whole(|| outcome.map(|outcome| outcome.why.clone())),
        lines: billing.lines,
        alternatives: billing.alternatives,
        companions: depth.whole(|| {
            let beside = code.iter().flat_map(|code| companions(book, code, &facts, context));
            beside.collect()
        }),
        do_not_report: Vec::new(),
        signpost,
        candidates: candidates(decision),
        undecided,
        questions: billing.questions,
        advice: depth.whole(|| open.map(|open| open.advice.clone())),
        findings: found,
        path: depth.whole(|| path(book, answers, &facts)),
        why_not: depth.whole(|| why_not(book, answers, code.as_deref())),
        checklist: depth.whole(|| {
            let items = code.iter().flat_map(|code| checklist(book, code, &facts, context));
            items.collect()
        }),
        modifiers: depth.whole(|| {
            let stances = code.iter().flat_map(|code| modifiers(book, code, &facts, context));
            stances.collect()
        }),
        coverage,
        groups: Vec::new(),
        pack: pack_ref(book),
        overlay: local::reference(book),
        code,
    }
}

/// One procedure as the contract tells it.
fn group(depth: Depth, book: &Book, part: &Part) -> GroupResult {
    let decision = &part.decision;
    GroupResult {
        status: word(&decision.status),
        code: part.code().cloned(),
        signpost: depth.whole(|| signposted(depth, book, decision, &part.facts)),
        candidates: candidates(decision),
        undecided: depth.whole(|| undecided(depth, book, &part.answers, decision)),
    }
}

fn word(status: &Status) -> StatusWord {
    match status {
        Status::Code(_) => StatusWord::Code,
        Status::Signpost(_) => StatusWord::Signpost,
        Status::Open | Status::OpenByRule(_) => StatusWord::Undetermined,
    }
}

/// Candidates are told while the code is open; a settled result has none.
fn candidates(decision: &Decision) -> Vec<String> {
    match decision.status {
        Status::Open | Status::OpenByRule(_) => decision.candidates.clone(),
        Status::Code(_) | Status::Signpost(_) => Vec::new(),
    }
}

fn signposted(depth: Depth, book: &Book, decision: &Decision, facts: &Facts) -> Option<SignpostResult> {
    match &decision.status {
        Status::Signpost(id) => Some(signpost(depth, book, book.signpost(id)?, facts)),
        _ => None,
    }
}

pub(super) fn pack_ref(book: &Book) -> PackRef {
    let about = &book.about;
    PackRef {
        id: about.id.clone(),
        edition: about.edition.clone(),
        effective: about.effective,
        checked: about.checked,
    }
}
