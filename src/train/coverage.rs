//! What the cases take: every answer, outcome, code, signpost and dispute that the pack knows, and how many cases take it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use strum::VariantNames as _;

use super::worked;
use crate::claim::{CaseResult, Procedure, Setting, reached};
use crate::pack::model::{Case, Teaching};
use crate::pack::rules::rules;
use crate::tree::Book;

/// How many cases teach a code at least.
const OF_A_CODE: usize = 4;

/// Rules of the claim and of payers, which are told but need no case each.
const TOLD: [&str; 8] = [
    "finding",
    "pair",
    "both-sides",
    "companion",
    "limit",
    "add-on",
    "modifier",
    "coverage",
];

/// Something a case can take, and how many do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// `code`, `answer`, `outcome`, `signpost`, `dispute` or `rule`.
    pub kind: &'static str,
    /// Its name; an answer as a fact, a rule with its kind.
    pub id: String,
    /// How many cases take it.
    pub cases: usize,
    /// How many should.
    pub wanted: usize,
}

impl Counted {
    /// Whether too few cases take it.
    #[must_use]
    pub const fn is_missing(&self) -> bool {
        self.cases < self.wanted
    }
}

/// A kind and a name.
type Taken = (&'static str, String);

/// Everything that cases can take, in the order of the pack.
#[must_use]
pub fn coverage(book: &Book, teaching: &Teaching) -> Vec<Counted> {
    let mut counts: BTreeMap<Taken, usize> = BTreeMap::new();
    for case in &teaching.cases {
        for one in taken(book, case) {
            *counts.entry(one).or_default() += 1;
        }
    }
    let counted = |(kind, id, wanted): (&'static str, String, usize)| {
        let cases = counts.get(&(kind, id.clone())).copied().unwrap_or_default();
        Counted {
            kind,
            id,
            cases,
            wanted,
        }
    };
    everything(book, teaching).into_iter().map(counted).collect()
}

/// What there is to take, and how often it should be.
fn everything(book: &Book, teaching: &Teaching) -> Vec<(&'static str, String, usize)> {
    let codes = book
        .family
        .iter()
        .map(|member| ("code", member.code.clone(), OF_A_CODE));
    let answers = book.file.questions.iter().flat_map(|question| {
        let fact = move |id: &String| format!("{}={id}", question.id);
        question
            .answers
            .iter()
            .map(move |answer| ("answer", fact(&answer.id), 1))
    });
    let outcomes = book
        .file
        .outcomes
        .iter()
        .map(|outcome| ("outcome", outcome.id.clone(), 1));
    let signposts = &book.pack().signposts.signposts;
    let signposts = signposts.iter().map(|signpost| ("signpost", signpost.id.clone(), 1));
    let disputes = teaching
        .disputes
        .disputes
        .iter()
        .map(|one| ("dispute", one.id.clone(), 1));
    let told = |id: &String| TOLD.iter().any(|kind| id.split(':').next() == Some(kind));
    let rules: BTreeSet<String> = rules(book.pack())
        .into_iter()
        .map(|rule| rule.id)
        .filter(told)
        .collect();
    let rules = rules.into_iter().map(|id| ("rule", id, 0));
    codes
        .chain(answers)
        .chain(outcomes)
        .chain(signposts)
        .chain(disputes)
        .chain(rules)
        .collect()
}

/// What one case takes: in any setting.
fn taken(book: &Book, case: &Case) -> BTreeSet<Taken> {
    let mut taken: BTreeSet<Taken> = BTreeSet::new();
    taken.extend(case.settles.iter().map(|id| ("dispute", id.clone())));
    taken.extend(case.fork.rules.iter().map(|id| ("rule", id.clone())));
    for setting in Setting::VARIANTS.iter().filter_map(|name| name.parse().ok()) {
        if let Ok(worked) = worked(book, case, setting) {
            of_answers(book, &worked.gathered.procedures, &mut taken);
            of_result(&worked.result, &mut taken);
        }
    }
    taken
}

/// The answers given, assumed or carried by levels, and the outcomes they lead to.
fn of_answers(book: &Book, procedures: &[Procedure], taken: &mut BTreeSet<Taken>) {
    for one in reached(book, procedures) {
        for id in book.tree.question_ids() {
            let named = one.answers.get(id).map(|given| given.named.iter().collect::<Vec<_>>());
            let single = one.facts.of(id).single();
            for answer in named.into_iter().flatten().chain(single) {
                if let (Some(question), Some(answer)) = (book.question(id), book.answer(id, answer)) {
                    taken.insert(("answer", format!("{}={}", question.id, answer.id)));
                }
            }
        }
        if let Some(outcome) = one.decision.outcome().and_then(|id| book.outcome(id)) {
            taken.insert(("outcome", outcome.id.clone()));
        }
    }
}

fn of_result(result: &CaseResult, taken: &mut BTreeSet<Taken>) {
    taken.extend(result.code.iter().map(|code| ("code", code.clone())));
    for line in &result.lines {
        taken.insert(("code", line.code.clone()));
        taken.extend(line.modifiers.iter().map(|one| ("rule", format!("modifier:{one}"))));
    }
    let groups = result.groups.iter().filter_map(|group| group.signpost.as_ref());
    let signposts = result.signpost.iter().chain(groups);
    taken.extend(signposts.map(|signpost| ("signpost", signpost.id.clone())));
    for finding in &result.findings {
        taken.insert(("rule", format!("finding:{}", finding.id)));
        taken.insert(("rule", format!("pair:{}", finding.id)));
    }
}
