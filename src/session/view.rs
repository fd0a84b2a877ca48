//! What a screen needs to know of a case, worked out once after each action.

use super::case::Case;
use crate::claim::{CaseResult, session_result, shared};
use crate::pack::model::Member;
use crate::tree::{Asking, Book, Decision, Facts, QuestionId, Standing, Status};

/// A case as it is shown.
#[derive(Debug, Clone)]
pub struct View {
    /// The answers still possible everywhere.
    pub facts: Facts,
    /// Where the questions stand.
    pub asking: Asking,
    /// Where the answers lead.
    pub decision: Decision,
    /// The question on the screen; none: the result.
    pub question: Option<QuestionId>,
    /// The most questions that can remain.
    pub most_remaining: usize,
    /// Every code of the family and where it stands.
    pub standings: Vec<CodeStanding>,
    /// The result, where the questions have come to an end.
    pub result: Option<CaseResult>,
    /// Where each procedure of the session leads; empty where there is one only.
    pub procedures: Vec<Status>,
}

/// A code of the family and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeStanding {
    /// The code.
    pub code: String,
    /// Its short title.
    pub short: String,
    /// Still possible; an add-on code as long as its primary procedure is.
    pub possible: bool,
    /// The primary procedure of an add-on code.
    pub parent: Option<String>,
    /// Why it was struck.
    pub reason: Option<String>,
}

impl View {
    /// Works a case out.
    #[must_use]
    pub fn of(book: &Book, case: &Case) -> Self {
        let asking = book.tree.asking(&case.answers);
        let decision = book.tree.decide(&case.answers);
        let question = case.at.or(asking.next);
        Self {
            facts: book.tree.facts(&case.answers),
            most_remaining: book.tree.most_remaining(&case.answers),
            standings: standings(book, case),
            result: question.is_none().then(|| shown(book, case)),
            procedures: procedures(book, case),
            asking,
            decision,
            question,
        }
    }

    /// How many codes of the family are still possible.
    #[must_use]
    pub fn possible_codes(&self) -> usize {
        self.standings.iter().filter(|standing| standing.possible).count()
    }
}

fn procedures(book: &Book, case: &Case) -> Vec<Status> {
    if case.place().1 == 1 {
        return Vec::new();
    }
    let all = case.procedures();
    let all = shared(book, &all);
    all.iter().map(|one| book.tree.decide(&one.answers).status).collect()
}

/// The result on the screen: of several procedures the story of the one on the desk, with the lines and findings of all.
fn shown(book: &Book, case: &Case) -> CaseResult {
    let procedures = case.procedures();
    let procedures = shared(book, &procedures);
    let whole = session_result(book, &procedures, &case.context);
    let (here, all) = case.place();
    let Some(own) = procedures.get(here).filter(|_| all > 1) else {
        return whole;
    };
    let own = session_result(book, std::slice::from_ref(own), &case.context);
    CaseResult {
        lines: whole.lines,
        alternatives: whole.alternatives,
        do_not_report: whole.do_not_report,
        questions: whole.questions,
        findings: whole.findings,
        groups: whole.groups,
        coverage: whole.coverage,
        ..own
    }
}

/// Where every code of the family stands.
#[must_use]
pub fn standings(book: &Book, case: &Case) -> Vec<CodeStanding> {
    let one = |member: &Member| {
        let standing = book
            .tree
            .standing_ahead(member.parent.as_deref().unwrap_or(&member.code), &case.answers);
        let reason = match &standing {
            Standing::Struck(struck) => Some(book.reason(struck.by, &case.answers)),
            Standing::Possible | Standing::NotAnOutcome => None,
        };
        CodeStanding {
            code: member.code.clone(),
            short: member.short.clone(),
            possible: standing == Standing::Possible,
            parent: member.parent.clone(),
            reason,
        }
    };
    book.family.iter().map(one).collect()
}
