//! The most questions that can remain, without walking every way: only the answers that open further questions matter.

use super::answers::Answers;
use super::compile::Tree;
use super::facts::{Facts, QuestionId};
use super::rows::Row;

impl Tree {
    /// The most questions that can remain on the way, however they are answered.
    #[must_use]
    pub fn most_remaining(&self, answers: &Answers) -> usize {
        let said = self.said(answers);
        if self.agreed(&self.live(&self.assuming(answers, said))) {
            return 0;
        }
        let open = self.gates().filter(|gate| gate.meets(&said, self.question_count()));
        open.map(|gate| self.remaining_through(answers, said, &gate))
            .max()
            .unwrap_or(0)
    }

    /// Every condition that opens further questions, and the one that opens none.
    fn gates(&self) -> impl Iterator<Item = Facts> {
        let asked = self.questions.iter().flat_map(|asked| &asked.only_when);
        let not_assumed = self.questions.iter().filter_map(|asked| asked.assumed.as_ref());
        asked
            .chain(not_assumed.flat_map(|assumed| &assumed.unless))
            .copied()
            .chain([self.everything()])
    }

    /// The questions up to the gate as things stand, and those behind it as they stand once it is passed.
    fn remaining_through(&self, answers: &Answers, said: Facts, gate: &Facts) -> usize {
        let before = self.standing_at(answers, said);
        let behind = self.standing_at(answers, self.within_gate(said, gate));
        let last = self
            .question_ids()
            .rfind(|question| gate.of(*question) != self.answers_of(*question));
        let open = |question: &QuestionId| {
            let (facts, live) = if Some(*question) <= last { &before } else { &behind };
            answers.get(*question).is_none() && self.is_open(*question, facts, live)
        };
        self.question_ids().filter(open).count()
    }

    /// The facts with what is assumed there, and the rows still possible.
    fn standing_at(&self, answers: &Answers, said: Facts) -> (Facts, Vec<&Row>) {
        let facts = self.assuming(answers, said);
        (facts, self.live(&facts))
    }

    fn within_gate(&self, said: Facts, gate: &Facts) -> Facts {
        self.question_ids().fold(said, |facts, question| {
            facts.with(question, facts.of(question).and(gate.of(question)))
        })
    }

    /// Whether a question would be asked under these facts.
    fn is_open(&self, question: QuestionId, facts: &Facts, live: &[&Row]) -> bool {
        facts.of(question).len() > 1 && self.may_ask(question, facts) && Self::differ_on(question, facts, live)
    }
}
