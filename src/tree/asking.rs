//! Which question comes next, and which of those answered are on the way.

use super::answers::{Answers, Given};
use super::compile::Tree;
use super::facts::{Facts, QuestionId};
use super::rows::Row;

/// Where the questions stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asking {
    /// The questions answered on the way, in the order in which they are asked.
    pub path: Vec<QuestionId>,
    /// The next question; none when everything is settled or nothing is left to ask.
    pub next: Option<QuestionId>,
    /// Questions of the path that were answered but are not asked any more.
    pub fallen: Vec<QuestionId>,
}

impl Tree {
    /// Walks the questions from the start along `answers`. Details count from the start: they are never in the way.
    #[must_use]
    pub fn asking(&self, answers: &Answers) -> Asking {
        let mut known = Answers::default();
        for question in self.question_ids().filter(|question| self.is_detail(*question)) {
            known.set(question, answers.get(question));
        }
        let mut asking = Asking::default();
        let mut passed = Vec::new();
        loop {
            if let Some((question, given)) = self.replaced_assumption(answers, &known) {
                known.set(question, Some(given));
                asking.path.push(question);
                continue;
            }
            let Some(question) = self.next_asked(&known, &passed) else {
                break;
            };
            passed.push(question);
            match answers.get(question) {
                Some(given) => {
                    known.set(question, Some(given));
                    asking.path.push(question);
                }
                None => asking.next = asking.next.or(Some(question)),
            }
        }
        asking.path.sort_unstable();
        asking.fallen = self
            .question_ids()
            .filter(|question| answers.get(*question).is_some() && known.get(*question).is_none())
            .collect();
        asking
    }

    /// An answer given in place of an assumed one, where it makes a difference.
    fn replaced_assumption(&self, answers: &Answers, known: &Answers) -> Option<(QuestionId, Given)> {
        let facts = self.facts(known);
        let matters = |question: QuestionId| {
            let open = facts.with(question, self.answers_of(question));
            known.get(question).is_none()
                && self.is_assumed(question, known)
                && Self::differ_on(question, &open, &self.live(&open))
        };
        let given = |question| Some((question, answers.get(question)?));
        self.question_ids()
            .filter_map(given)
            .find(|(question, _)| matters(*question))
    }

    /// The first question that is neither answered nor assumed and on which outcomes that are still possible differ.
    #[must_use]
    pub fn next_question(&self, answers: &Answers) -> Option<QuestionId> {
        self.next_asked(answers, &[])
    }

    /// The same, but for the questions already passed over.
    fn next_asked(&self, answers: &Answers, passed: &[QuestionId]) -> Option<QuestionId> {
        let facts = self.facts(answers);
        let live = self.live(&facts);
        if self.agreed(&live) {
            return None;
        }
        self.question_ids().find(|question| {
            answers.get(*question).is_none()
                && !passed.contains(question)
                && self.may_ask(*question, &facts)
                && facts.of(*question).len() > 1
                && Self::differ_on(*question, &facts, &live)
        })
    }

    /// Whether the condition under which a question is asked at all is certain.
    pub(crate) fn may_ask(&self, question: QuestionId, facts: &Facts) -> bool {
        self.asked(question)
            .is_some_and(|asked| asked.only_when.is_empty() || asked.only_when.iter().any(|when| facts.within(when)))
    }

    /// The rows that are still possible.
    pub(crate) fn live(&self, facts: &Facts) -> Vec<&Row> {
        self.still_possible(facts).collect()
    }

    /// Whether every row still possible leads to the same end.
    pub(crate) fn agreed(&self, live: &[&Row]) -> bool {
        let mut ends = live.iter().map(|row| self.end(row.outcome));
        let first = ends.next();
        ends.all(|end| Some(end) == first)
    }

    /// Whether some answer to `question` rules out an outcome that another answer leaves.
    pub(crate) fn differ_on(question: QuestionId, facts: &Facts, live: &[&Row]) -> bool {
        let possible = facts.of(question);
        let mut rows = live.iter().peekable();
        while let Some(row) = rows.next() {
            let mut reach = row.sets.of(question);
            while let Some(more) = rows.next_if(|next| next.outcome == row.outcome) {
                reach = reach.or(more.sets.of(question));
            }
            if !possible.within(reach) && !possible.and(reach).is_empty() {
                return true;
            }
        }
        false
    }
}
