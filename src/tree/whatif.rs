//! What if one answer were another.

use super::answers::{Answers, Given};
use super::compile::Tree;
use super::decision::Decision;
use super::facts::QuestionId;

/// The same case with one answer changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// The answers with the change, and without those that are not asked any more.
    pub answers: Answers,
    /// Where they lead.
    pub decision: Decision,
    /// Answers that fall away because they are not asked any more.
    pub fallen: Vec<QuestionId>,
}

impl Tree {
    /// Changes one answer and keeps every other that is still asked.
    #[must_use]
    pub fn flip(&self, answers: &Answers, question: QuestionId, given: Given) -> Flip {
        let mut changed = answers.with(question, given);
        let fallen = self.asking(&changed).fallen;
        for question in &fallen {
            changed.set(*question, None);
        }
        Flip {
            decision: self.decide(&changed),
            answers: changed,
            fallen,
        }
    }
}
