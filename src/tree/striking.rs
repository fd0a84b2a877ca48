//! Why not: the first answer that struck a code.

use super::answers::Answers;
use super::compile::{End, Tree};
use super::facts::{Facts, QuestionId};

/// Where a code stands under the answers given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Still possible.
    Possible,
    /// Ruled out.
    Struck(Struck),
    /// No outcome leads to it by itself: an add-on code, which follows its primary procedure.
    NotAnOutcome,
}

/// What ruled a code out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Struck {
    /// The first answer, in the order of the questions, that left no way to the code; none where only the answers
    /// taken together (an assumption among them) rule it out.
    pub by: Option<QuestionId>,
}

impl Tree {
    /// Where `code` stands.
    #[must_use]
    pub fn standing(&self, code: &str, answers: &Answers) -> Standing {
        let leads = |end: Option<&End>| matches!(end, Some(End::Code(other)) if other == code);
        if !self.ends.iter().any(|end| leads(Some(end))) {
            return Standing::NotAnOutcome;
        }
        let reached = |facts: &Facts| self.still_possible(facts).any(|row| leads(self.end(row.outcome)));
        // Where a rule leaves it open, the codes between which it does are not struck. Rows of one rule follow each other: its
        // question is looked at once.
        let by_rule = |facts: &Facts| {
            let mut before = None;
            self.still_possible(facts).any(|row| match self.end(row.outcome) {
                Some(End::Undetermined { question, .. }) if before.replace(*question) != Some(*question) => {
                    reached(&facts.with(*question, self.answers_of(*question)))
                }
                _ => false,
            })
        };
        let open = |facts: &Facts| reached(facts) || by_rule(facts);
        if open(&self.facts(answers)) {
            return Standing::Possible;
        }
        let mut known = Answers::default();
        for question in self.question_ids() {
            let Some(given) = answers.get(question) else { continue };
            known.set(question, Some(given));
            if !open(&self.facts(&known)) {
                return Standing::Struck(Struck { by: Some(question) });
            }
        }
        Standing::Struck(Struck { by: None })
    }

    /// Where a code stands for somebody who goes on answering: a code that could come back only by an answer which contradicts one
    /// given is struck by the one given.
    #[must_use]
    pub fn standing_ahead(&self, code: &str, answers: &Answers) -> Standing {
        let standing = self.standing(code, answers);
        if standing != Standing::Possible {
            return standing;
        }
        let facts = self.facts(answers);
        let mut contradicted = None;
        for row in self.still_possible(&facts) {
            match self.end(row.outcome) {
                Some(End::Code(other)) if other == code => return standing,
                Some(End::Undetermined { question, .. }) => {
                    let anew = facts.with(*question, self.answers_of(*question));
                    if !self.leads(code, &anew) {
                        continue;
                    }
                    match self.contradicts(&facts, &row.sets) {
                        Some(given) => contradicted = contradicted.or(Some(given)),
                        None => return standing,
                    }
                }
                _ => {}
            }
        }
        Standing::Struck(Struck { by: contradicted })
    }

    /// Whether some row that fits leads to the code.
    fn leads(&self, code: &str, facts: &Facts) -> bool {
        self.still_possible(facts)
            .any(|row| matches!(self.end(row.outcome), Some(End::Code(other)) if other == code))
    }

    /// The question whose answer would be contradicted by what a row needs of a question that is still open.
    fn contradicts(&self, facts: &Facts, needs: &Facts) -> Option<QuestionId> {
        self.question_ids()
            .filter(|open| facts.of(*open).len() > 1)
            .find_map(|open| {
                let consequences = &self.asked(open)?.implies;
                let mut against = None;
                for answer in facts.of(open).and(needs.of(open)).iter() {
                    let (_, implied) = consequences.iter().find(|(index, _)| *index == answer)?;
                    let empty = |id: &QuestionId| facts.of(*id).and(implied.of(*id)).is_empty();
                    against = Some(self.question_ids().find(empty)?);
                }
                against
            })
    }
}
