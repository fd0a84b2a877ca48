//! What the person said, question by question, and what is possible then.

use thiserror::Error;

use super::compile::Tree;
use super::facts::{AnswerSet, Facts, MAX_QUESTIONS, QuestionId};

/// How an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// One answer.
    One,
    /// One of several; the note does not say which.
    OneOf,
    /// Several that are all true; the pack says which decides.
    All,
    /// The note does not say.
    NotDocumented,
}

/// One answer as given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Given {
    /// How it was given.
    pub form: Form,
    /// The answers named; empty for "not documented".
    pub named: AnswerSet,
    /// The answers possible then.
    possible: AnswerSet,
}

impl Given {
    /// The answers that are possible after it.
    #[must_use]
    pub const fn possible(&self) -> AnswerSet {
        self.possible
    }
}

/// Why an answer cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GivenError {
    /// No answer named.
    #[error("no answer named")]
    Nothing,
    /// The question has no such answer.
    #[error("no such answer")]
    NoSuchAnswer,
    /// Several at once where the pack does not say which decides.
    #[error("takes one answer at a time")]
    OneAtATime,
}

/// Everything the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Answers([Option<Given>; MAX_QUESTIONS]);

impl Default for Answers {
    fn default() -> Self {
        Self([None; MAX_QUESTIONS])
    }
}

impl Answers {
    /// What was said to `question`.
    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<Given> {
        self.0.get(question.index()).copied().flatten()
    }

    /// Sets or takes back what was said to `question`.
    pub fn set(&mut self, question: QuestionId, given: Option<Given>) {
        if let Some(slot) = self.0.get_mut(question.index()) {
            *slot = given;
        }
    }

    /// The same answers with one more.
    #[must_use]
    pub fn with(mut self, question: QuestionId, given: Given) -> Self {
        self.set(question, Some(given));
        self
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

impl Tree {
    /// An answer in the given form.
    ///
    /// # Errors
    /// When nothing or an unknown answer is named, or several are true at once and the pack does not say which decides.
    pub fn given(&self, question: QuestionId, form: Form, named: AnswerSet) -> Result<Given, GivenError> {
        let all = self.answers_of(question);
        let (form, possible) = match form {
            Form::NotDocumented => {
                return Ok(Given {
                    form,
                    named: AnswerSet::EMPTY,
                    possible: all,
                });
            }
            _ if named.is_empty() => return Err(GivenError::Nothing),
            _ if !named.within(all) => return Err(GivenError::NoSuchAnswer),
            _ if named.len() == 1 => (Form::One, named),
            Form::All => (form, self.deciding(question, named).ok_or(GivenError::OneAtATime)?),
            Form::One | Form::OneOf => (Form::OneOf, named),
        };
        Ok(Given { form, named, possible })
    }

    /// One answer, by its place.
    ///
    /// # Errors
    /// When there is no such answer.
    pub fn one(&self, question: QuestionId, answer: usize) -> Result<Given, GivenError> {
        self.given(question, Form::One, AnswerSet::one(answer))
    }

    /// "Not documented".
    #[must_use]
    pub fn not_documented(&self, question: QuestionId) -> Given {
        Given {
            form: Form::NotDocumented,
            named: AnswerSet::EMPTY,
            possible: self.answers_of(question),
        }
    }

    /// Of several answers that are all true, the one that decides.
    fn deciding(&self, question: QuestionId, named: AnswerSet) -> Option<AnswerSet> {
        let asked = self.asked(question)?;
        if !named.iter().all(|answer| asked.precedence.contains(&answer)) {
            return None;
        }
        asked
            .precedence
            .iter()
            .find(|answer| named.contains(**answer))
            .map(|answer| AnswerSet::one(*answer))
    }

    /// The answers still possible everywhere: what was said, what that implies, and what the pack assumes meanwhile.
    #[must_use]
    pub fn facts(&self, answers: &Answers) -> Facts {
        self.assuming(answers, self.said(answers))
    }

    /// `said`, with the pack's assumptions wherever their conditions are certain there.
    pub(crate) fn assuming(&self, answers: &Answers, said: Facts) -> Facts {
        let assumed = |question| Some((question, self.assumed(question, answers, &said)?));
        self.question_ids()
            .filter_map(assumed)
            .fold(said, |facts, (question, answer)| facts.with(question, answer))
    }

    /// What was said, and what that implies.
    pub(crate) fn said(&self, answers: &Answers) -> Facts {
        let mut facts = self.everything();
        for question in self.question_ids() {
            if let Some(given) = answers.get(question) {
                facts = facts.with(question, given.possible());
            }
        }
        let certain = facts;
        for question in self.question_ids() {
            let implied = self.asked(question).into_iter().flat_map(|asked| &asked.implies);
            for (_, implied) in implied.filter(|(answer, _)| certain.of(question).single() == Some(*answer)) {
                facts = self.narrow(facts, implied);
            }
        }
        facts
    }

    /// Takes over what is implied, unless it contradicts what was said: that is an outcome of its own.
    fn narrow(&self, mut facts: Facts, implied: &Facts) -> Facts {
        for question in self.question_ids() {
            let both = facts.of(question).and(implied.of(question));
            if !both.is_empty() {
                facts = facts.with(question, both);
            }
        }
        facts
    }

    /// The answer assumed to `question`, where nothing was said and its conditions are certain.
    pub(crate) fn assumed(&self, question: QuestionId, answers: &Answers, said: &Facts) -> Option<AnswerSet> {
        if answers.get(question).is_some() {
            return None;
        }
        let assumed = self.asked(question)?.assumed.as_ref()?;
        let certain = |list: &[Facts]| list.iter().any(|conditions| said.within(conditions));
        let holds = (assumed.when.is_empty() || certain(&assumed.when)) && !certain(&assumed.unless);
        holds.then_some(assumed.answer)
    }

    /// Whether `question` is answered by assumption.
    #[must_use]
    pub fn is_assumed(&self, question: QuestionId, answers: &Answers) -> bool {
        self.assumed(question, answers, &self.said(answers)).is_some()
    }
}
