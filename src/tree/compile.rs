//! From the words of `tree.yaml` to bits.

use thiserror::Error;

use super::facts::{AnswerSet, Facts, MAX_ANSWERS, MAX_QUESTIONS, QuestionId};
use super::reach::Reach;
use super::rows::{OutcomeId, Row, subtract};
use crate::pack::model::{Conditions, Outcome, Panel, Question, TreeFile};

/// The compiled questions and outcomes of a pack.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(crate) questions: Vec<Asked>,
    pub(crate) ends: Vec<End>,
    pub(crate) rows: Vec<Row>,
    pub(crate) reach: Reach,
    pub(crate) everything: Facts,
}

/// A question, compiled.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) panel: Panel,
    pub(crate) only_when: Vec<Facts>,
    pub(crate) assumed: Option<Assumed>,
    pub(crate) implies: Vec<(usize, Facts)>,
    pub(crate) precedence: Vec<usize>,
}

/// An assumption, compiled.
#[derive(Debug, Clone)]
pub(crate) struct Assumed {
    pub(crate) answer: AnswerSet,
    pub(crate) when: Vec<Facts>,
    pub(crate) unless: Vec<Facts>,
}

/// What an outcome is, reduced to what decides whether two of them agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    Code(String),
    Signpost(String),
    Undetermined { rule: OutcomeId, question: QuestionId },
}

/// Why a tree cannot be compiled. The checks of the pack report the same with file and line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompileError {
    /// More questions than fit.
    #[error("{0} questions, and at most {MAX_QUESTIONS} fit")]
    TooManyQuestions(usize),
    /// More answers than fit.
    #[error("question `{0}` has {1} answers, and at most {MAX_ANSWERS} fit")]
    TooManyAnswers(String, usize),
    /// A condition names a question that does not exist.
    #[error("there is no question `{0}`")]
    NoQuestion(String),
    /// A condition names an answer that does not exist.
    #[error("question `{0}` has no answer `{1}`")]
    NoAnswer(String, String),
    /// An outcome says neither code nor signpost nor undetermined.
    #[error("outcome `{0}` leads nowhere")]
    NoEnd(String),
}

impl Tree {
    /// Compiles the questions and outcomes.
    ///
    /// # Errors
    /// When the file names a question or an answer that does not exist, or is too large.
    pub fn compile(file: &TreeFile) -> Result<Self, CompileError> {
        let names = Names::new(file)?;
        let questions = file
            .questions
            .iter()
            .map(|q| names.question(q))
            .collect::<Result<Vec<_>, _>>()?;
        let ends = file
            .outcomes
            .iter()
            .enumerate()
            .map(|(i, o)| names.end(i, o))
            .collect::<Result<Vec<_>, _>>()?;
        let mut rows = Vec::new();
        for (index, outcome) in file.outcomes.iter().enumerate() {
            let id = outcome_id(index);
            rows.extend(names.boxes(outcome)?.into_iter().map(|sets| Row { outcome: id, sets }));
        }
        let reach = Reach::of(&rows, &names.everything, file.questions.len());
        Ok(Self {
            reach,
            questions,
            ends,
            rows,
            everything: names.everything,
        })
    }

    /// The facts before anything is known: every answer possible.
    #[must_use]
    pub const fn everything(&self) -> Facts {
        self.everything
    }

    /// How many questions there are.
    #[must_use]
    pub fn question_count(&self) -> usize {
        self.questions.len()
    }

    /// All questions, in the order in which they are asked.
    pub fn question_ids(&self) -> impl DoubleEndedIterator<Item = QuestionId> + use<> {
        (0..self.questions.len())
            .filter_map(|index| u8::try_from(index).ok())
            .map(QuestionId)
    }

    /// The question at a place of the file.
    #[must_use]
    pub fn question_at(&self, index: usize) -> Option<QuestionId> {
        self.question_ids().nth(index)
    }

    /// All answers to a question.
    #[must_use]
    pub fn answers_of(&self, question: QuestionId) -> AnswerSet {
        self.everything.of(question)
    }

    /// Whether a question belongs to the details panel.
    #[must_use]
    pub fn is_detail(&self, question: QuestionId) -> bool {
        self.asked(question).is_some_and(|asked| asked.panel == Panel::Details)
    }

    /// The boxes of answers and where they lead.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) fn asked(&self, question: QuestionId) -> Option<&Asked> {
        self.questions.get(question.index())
    }

    pub(crate) fn end(&self, outcome: OutcomeId) -> Option<&End> {
        self.ends.get(outcome.index())
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a pack has far fewer than four billion outcomes"
)]
const fn outcome_id(index: usize) -> OutcomeId {
    OutcomeId(index as u32)
}

/// Ids of the file to bits.
struct Names<'a> {
    file: &'a TreeFile,
    everything: Facts,
}

impl<'a> Names<'a> {
    fn new(file: &'a TreeFile) -> Result<Self, CompileError> {
        if file.questions.len() > MAX_QUESTIONS {
            return Err(CompileError::TooManyQuestions(file.questions.len()));
        }
        let mut everything = Facts::NONE;
        for (index, question) in file.questions.iter().enumerate() {
            if question.answers.len() > MAX_ANSWERS {
                return Err(CompileError::TooManyAnswers(
                    question.id.clone(),
                    question.answers.len(),
                ));
            }
            let id = QuestionId(u8::try_from(index).unwrap_or(u8::MAX));
            everything = everything.with(id, AnswerSet::first(question.answers.len()));
        }
        Ok(Self { file, everything })
    }

    fn question_id(&self, name: &str) -> Result<QuestionId, CompileError> {
        let place = self.file.questions.iter().position(|question| question.id == name);
        place
            .and_then(|index| u8::try_from(index).ok())
            .map(QuestionId)
            .ok_or_else(|| CompileError::NoQuestion(name.to_owned()))
    }

    fn answer(&self, question: QuestionId, name: &str) -> Result<usize, CompileError> {
        let missing = |id: &str| CompileError::NoAnswer(id.to_owned(), name.to_owned());
        let Some(asked) = self.file.questions.get(question.index()) else {
            return Err(missing(""));
        };
        asked
            .answers
            .iter()
            .position(|answer| answer.id == name)
            .ok_or_else(|| missing(&asked.id))
    }

    fn conditions(&self, conditions: &Conditions) -> Result<Facts, CompileError> {
        let mut facts = self.everything;
        for (name, answers) in conditions {
            let question = self.question_id(name)?;
            let mut set = AnswerSet::EMPTY;
            for answer in answers {
                set = set.or(AnswerSet::one(self.answer(question, answer)?));
            }
            facts = facts.with(question, set);
        }
        Ok(facts)
    }

    fn any(&self, list: &[Conditions]) -> Result<Vec<Facts>, CompileError> {
        list.iter().map(|conditions| self.conditions(conditions)).collect()
    }

    fn question(&self, question: &Question) -> Result<Asked, CompileError> {
        let id = self.question_id(&question.id)?;
        let assumed = match &question.assume {
            None => None,
            Some(assume) => Some(Assumed {
                answer: AnswerSet::one(self.answer(id, &assume.answer)?),
                when: self.any(&assume.when)?,
                unless: self.any(&assume.unless)?,
            }),
        };
        let mut implies = Vec::new();
        for (index, answer) in question
            .answers
            .iter()
            .enumerate()
            .filter(|(_, answer)| !answer.implies.is_empty())
        {
            implies.push((index, self.conditions(&answer.implies)?));
        }
        Ok(Asked {
            panel: question.panel,
            only_when: self.any(&question.asked_when)?,
            assumed,
            implies,
            precedence: question
                .precedence
                .iter()
                .map(|name| self.answer(id, name))
                .collect::<Result<_, _>>()?,
        })
    }

    fn end(&self, index: usize, outcome: &Outcome) -> Result<End, CompileError> {
        if let Some(code) = &outcome.code {
            return Ok(End::Code(code.clone()));
        }
        if let Some(signpost) = &outcome.signpost {
            return Ok(End::Signpost(signpost.clone()));
        }
        match &outcome.undetermined {
            Some(open) => Ok(End::Undetermined {
                rule: outcome_id(index),
                question: self.question_id(&open.question)?,
            }),
            None => Err(CompileError::NoEnd(outcome.id.clone())),
        }
    }

    /// `when` less `unless`, as boxes that do not overlap each other.
    fn boxes(&self, outcome: &Outcome) -> Result<Vec<Facts>, CompileError> {
        let count = self.file.questions.len();
        let cuts = self.any(&outcome.unless)?;
        let mut kept: Vec<Facts> = Vec::new();
        for given in self.any(&outcome.when)? {
            let mut pieces = vec![given];
            for cut in cuts.iter().chain(&kept) {
                pieces = pieces
                    .into_iter()
                    .flat_map(|piece| subtract(piece, cut, count))
                    .collect();
            }
            kept.extend(pieces);
        }
        Ok(kept)
    }
}
