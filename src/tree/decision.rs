//! Where the answers lead.

use super::answers::Answers;
use super::compile::{End, Tree};
use super::facts::{AnswerSet, Facts, QuestionId};
use super::rows::{OutcomeId, Row};

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Everything possible agrees on this code.
    Code(String),
    /// Everything possible leaves the family by this signpost.
    Signpost(String),
    /// The rules themselves do not settle the code.
    OpenByRule(OutcomeId),
    /// The answers leave more than one end.
    Open,
}

/// Where the answers lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What is decided.
    pub status: Status,
    /// The outcomes still possible, in the order of the pack.
    pub possible: Vec<OutcomeId>,
    /// The codes still possible, in the order of the pack.
    pub candidates: Vec<String>,
    /// The questions on which the code hangs; none when it is settled. [`Tree::hangs`] says how.
    pub undecided: Vec<QuestionId>,
}

impl Decision {
    /// The outcome that explains the result: the first possible one.
    #[must_use]
    pub fn outcome(&self) -> Option<OutcomeId> {
        match self.status {
            Status::Open => None,
            _ => self.possible.first().copied(),
        }
    }
}

impl Tree {
    /// What is decided, without what it hangs on.
    #[must_use]
    pub fn status_of(&self, answers: &Answers) -> Status {
        let facts = self.facts(answers);
        self.settles(&facts)
            .map_or(Status::Open, |outcome| self.status_at(outcome))
    }

    /// Decides.
    #[must_use]
    pub fn decide(&self, answers: &Answers) -> Decision {
        self.decide_on(&self.facts(answers))
    }

    /// Decides on what is still possible.
    #[must_use]
    pub fn decide_on(&self, facts: &Facts) -> Decision {
        let live = self.live(facts);
        let status = self.status(&live);
        let mut decision = Decision {
            possible: outcomes(&live),
            candidates: self.candidates(facts, &live),
            undecided: Vec::new(),
            status,
        };
        match decision.status {
            Status::Open => decision.undecided = self.undecided(facts, &live),
            Status::OpenByRule(rule) => self.open_by_rule(rule, facts, &mut decision),
            Status::Code(_) | Status::Signpost(_) => {}
        }
        decision
    }

    fn status(&self, live: &[&Row]) -> Status {
        let first = live.first().filter(|_| self.agreed(live));
        first.map_or(Status::Open, |first| self.status_at(first.outcome))
    }

    fn status_at(&self, outcome: OutcomeId) -> Status {
        match self.end(outcome) {
            Some(End::Code(code)) => Status::Code(code.clone()),
            Some(End::Signpost(id)) => Status::Signpost(id.clone()),
            Some(End::Undetermined { rule, .. }) => Status::OpenByRule(*rule),
            None => Status::Open,
        }
    }

    /// The codes that some row still possible leads to.
    fn codes(&self, live: &[&Row]) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        for row in live {
            if let Some(End::Code(code)) = self.end(row.outcome)
                && !codes.contains(code)
            {
                codes.push(code.clone());
            }
        }
        codes.sort();
        codes
    }

    /// The codes still possible: those that rows lead to, and those between which a rule leaves it open.
    fn candidates(&self, facts: &Facts, live: &[&Row]) -> Vec<String> {
        let mut codes = self.codes(live);
        for row in live {
            if let Some(End::Undetermined { question, .. }) = self.end(row.outcome) {
                let opened = facts.with(*question, self.answers_of(*question));
                codes.extend(self.codes(&self.live(&opened)));
            }
        }
        codes.sort();
        codes.dedup();
        codes
    }

    /// Everything asked and still open on which outcomes differ.
    fn undecided(&self, facts: &Facts, live: &[&Row]) -> Vec<QuestionId> {
        self.question_ids()
            .filter(|q| facts.of(*q).len() > 1 && self.may_ask(*q, facts) && Self::differ_on(*q, facts, live))
            .collect()
    }

    /// An outcome that is open by rule hangs on its own question; the candidates are what an open answer there leaves.
    fn open_by_rule(&self, rule: OutcomeId, facts: &Facts, decision: &mut Decision) {
        let Some(End::Undetermined { question, .. }) = self.end(rule) else {
            return;
        };
        let opened = facts.with(*question, self.answers_of(*question));
        decision.candidates = self.codes(&self.live(&opened));
        decision.undecided = vec![*question];
    }

    /// Each answer that would settle an open question, and the outcomes it would leave; by rule, every answer is open.
    #[must_use]
    pub fn hangs(&self, answers: &Answers, decision: &Decision, question: QuestionId) -> Vec<(usize, Vec<OutcomeId>)> {
        let facts = match decision.status {
            Status::OpenByRule(_) => self.facts(answers).with(question, self.answers_of(question)),
            _ => self.facts(answers),
        };
        let leads = |answer| outcomes(&self.live(&facts.with(question, AnswerSet::one(answer))));
        facts
            .of(question)
            .iter()
            .map(|answer| (answer, leads(answer)))
            .collect()
    }

    /// Whether two outcomes end in the same place.
    #[must_use]
    pub fn same_end(&self, a: OutcomeId, b: OutcomeId) -> bool {
        self.end(a) == self.end(b)
    }

    /// The first outcome of the pack that ends in the same place.
    #[must_use]
    pub fn first_alike(&self, outcome: OutcomeId) -> OutcomeId {
        let rows = self.rows().iter().map(|row| row.outcome);
        rows.into_iter()
            .find(|other| self.same_end(*other, outcome))
            .unwrap_or(outcome)
    }

    /// The outcome that `facts` settle; none while they lead to more than one end. Allocates nothing: rows are compared as bits.
    #[must_use]
    pub fn settles(&self, facts: &Facts) -> Option<OutcomeId> {
        let mut live = self.still_possible(facts).map(|row| row.outcome);
        let first = live.next()?;
        live.all(|next| next == first || self.same_end(first, next))
            .then_some(first)
    }
}

fn outcomes(live: &[&Row]) -> Vec<OutcomeId> {
    let mut outcomes: Vec<OutcomeId> = live.iter().map(|row| row.outcome).collect();
    outcomes.dedup();
    outcomes
}
