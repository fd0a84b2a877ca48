//! Answers as written in facts: `ct`, `fluoroscopy,ct`, `neurolytic+steroid-anesthetic`, `not-documented`.

use thiserror::Error;

use super::answers::{Form, Given, GivenError};
use super::book::{Book, NOT_DOCUMENTED};
use super::facts::{AnswerSet, QuestionId};

/// Why a written answer cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SaidError {
    /// The question has no such answer.
    #[error("`{value}` is not an answer to `{question}`")]
    NoSuchAnswer {
        /// The question.
        question: String,
        /// What was written.
        value: String,
        /// The answers there are.
        allowed: Vec<String>,
    },
    /// Several at once where they are two procedures.
    #[error("`{question}` takes one answer at a time: {value} are two procedures")]
    OneAtATime {
        /// The question.
        question: String,
        /// What was written.
        value: String,
    },
    /// `,` and `+` in one value.
    #[error("`{value}` mixes `,` (one of these) and `+` (all of these)")]
    Mixed {
        /// What was written.
        value: String,
    },
}

impl Book {
    /// Reads an answer as written in facts.
    ///
    /// # Errors
    /// When an answer is unknown, or several are named that cannot go together.
    pub fn read(&self, question: QuestionId, value: &str) -> Result<Given, SaidError> {
        if value == NOT_DOCUMENTED {
            return Ok(self.tree.not_documented(question));
        }
        let (form, separator) = match (value.contains(','), value.contains('+')) {
            (true, true) => {
                return Err(SaidError::Mixed {
                    value: value.to_owned(),
                });
            }
            (_, true) => (Form::All, '+'),
            _ => (Form::OneOf, ','),
        };
        let mut named = AnswerSet::EMPTY;
        for part in value.split(separator).map(str::trim) {
            named = named.or(AnswerSet::one(self.place(question, part)?));
        }
        self.tree
            .given(question, form, named)
            .map_err(|error| self.refuse(error, question, value))
    }

    fn place(&self, question: QuestionId, value: &str) -> Result<usize, SaidError> {
        let answers = self
            .question(question)
            .map(|question| question.answers.as_slice())
            .unwrap_or_default();
        let place = answers.iter().position(|answer| answer.id == value);
        place.ok_or_else(|| self.refuse(GivenError::NoSuchAnswer, question, value))
    }

    fn refuse(&self, error: GivenError, question: QuestionId, value: &str) -> SaidError {
        let asked = self.question(question);
        let name = asked.map(|question| question.id.clone()).unwrap_or_default();
        let value = value.to_owned();
        match error {
            GivenError::OneAtATime => SaidError::OneAtATime { question: name, value },
            GivenError::NoSuchAnswer | GivenError::Nothing => {
                let answers = asked.map(|question| question.answers.as_slice()).unwrap_or_default();
                let allowed = answers
                    .iter()
                    .map(|answer| answer.id.clone())
                    .chain([NOT_DOCUMENTED.to_owned()]);
                SaidError::NoSuchAnswer {
                    question: name,
                    value,
                    allowed: allowed.collect(),
                }
            }
        }
    }
}
