//! A pack with its tree compiled: what every room above works from.

use std::sync::OnceLock;

use super::answers::{Answers, Form, Given};
use super::compile::{CompileError, Tree};
use super::facts::{AnswerSet, Facts, QuestionId};
use super::listed::Listed;
use super::rows::OutcomeId;
use super::stretches::Stretches;
use crate::pack::Local;
use crate::pack::model::{
    About, Answer, Card, Conditions, Date, Head, LicensedText, Member, Outcome, Pack, Places, Question, Signpost,
    Source, TreeFile,
};
use crate::pack::short_hash;

/// A pack and its tree. What the questions need is at hand; the rest is read when it is first looked at.
#[derive(Debug, Clone)]
pub struct Book {
    /// What the pack is and how long it holds.
    pub about: About,
    /// The words of the questions and outcomes.
    pub file: TreeFile,
    /// The codes of the family.
    pub family: Vec<Member>,
    /// How it is asked and decided.
    pub tree: Tree,
    pack: OnceLock<Pack>,
    stretches: OnceLock<Stretches>,
    pub(super) listed: OnceLock<Listed>,
    hash: OnceLock<String>,
    local: Option<Local>,
    read: fn() -> Option<Pack>,
}

impl Book {
    /// A book from a whole pack.
    ///
    /// # Errors
    /// When the pack's questions and outcomes do not fit together; a pack that passed its check always compiles.
    pub fn new(pack: Pack) -> Result<Self, CompileError> {
        let book = Self::lazy(pack.head(), || None)?;
        Ok(Self {
            pack: OnceLock::from(pack),
            ..book
        })
    }

    /// A book from the head of a pack; `read` gets the whole of it when it is first needed.
    ///
    /// # Errors
    /// As for [`Book::new`].
    pub fn lazy(head: Head, read: fn() -> Option<Pack>) -> Result<Self, CompileError> {
        let tree = Tree::compile(&head.tree)?;
        Ok(Self {
            about: head.about,
            file: head.tree,
            family: head.family,
            tree,
            pack: OnceLock::new(),
            stretches: OnceLock::new(),
            listed: OnceLock::new(),
            hash: OnceLock::new(),
            local: None,
            read,
        })
    }

    /// The whole pack. Where it cannot be read, which only a damaged program can bring about, the head without the rest.
    #[must_use]
    pub fn pack(&self) -> &Pack {
        self.pack
            .get_or_init(|| (self.read)().unwrap_or_else(|| Pack::bare(self.about.clone(), self.file.clone())))
    }

    /// The beginning of the hash of everything in the pack.
    #[must_use]
    pub fn pack_hash(&self) -> &str {
        self.hash.get_or_init(|| short_hash(self.pack()))
    }

    /// The day that stands for all those around `day` on which the same rules hold: a result is the same for any of them.
    #[must_use]
    pub fn rules_since(&self, day: Date) -> Date {
        let overlay = self.local.as_ref().map(|local| &local.overlay);
        self.stretches
            .get_or_init(|| Stretches::of(self.pack(), overlay))
            .since(day)
    }

    /// The same book with the words of a site beside it.
    #[must_use]
    pub fn with_overlay(self, local: Local) -> Self {
        Self {
            local: Some(local),
            stretches: OnceLock::new(),
            ..self
        }
    }

    /// The words of a site, where an overlay was laid over the pack.
    #[must_use]
    pub const fn local(&self) -> Option<&Local> {
        self.local.as_ref()
    }

    /// The descriptor of a code that the site holds a license for.
    #[must_use]
    pub fn descriptor(&self, code: &str) -> Option<LicensedText<'_>> {
        self.local.as_ref()?.overlay.descriptor(code)
    }

    /// The question by its name in facts.
    #[must_use]
    pub fn question_named(&self, name: &str) -> Option<QuestionId> {
        self.tree
            .question_at(self.file.questions.iter().position(|question| question.id == name)?)
    }

    /// The words of a question.
    #[must_use]
    pub fn question(&self, id: QuestionId) -> Option<&Question> {
        self.file.questions.get(id.index())
    }

    /// The words of an answer.
    #[must_use]
    pub fn answer(&self, id: QuestionId, answer: usize) -> Option<&Answer> {
        self.question(id)?.answers.get(answer)
    }

    /// The words of an outcome.
    #[must_use]
    pub fn outcome(&self, id: OutcomeId) -> Option<&Outcome> {
        self.file.outcomes.get(id.index())
    }

    /// The card of a code of the family.
    #[must_use]
    pub fn card(&self, code: &str) -> Option<&Card> {
        self.pack().cards.iter().find(|card| card.code == code)
    }

    /// A signpost.
    #[must_use]
    pub fn signpost(&self, id: &str) -> Option<&Signpost> {
        self.pack()
            .signposts
            .signposts
            .iter()
            .find(|signpost| signpost.id == id)
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.pack().sources.sources.iter().find(|source| source.id == id)
    }

    /// Whether the conditions hold whatever is still open.
    #[must_use]
    pub fn certain(&self, conditions: &Conditions, facts: &Facts) -> bool {
        let holds = |(question, may): &(u8, u32)| facts.of(QuestionId(*question)).within(AnswerSet::of_bits(*may));
        let places = conditions.places(|conditions| self.look_up(conditions));
        places.as_ref().is_some_and(|places| places.iter().all(holds))
    }

    /// Whether the conditions can still hold.
    #[must_use]
    pub fn possible(&self, conditions: &Conditions, facts: &Facts) -> bool {
        let meets = |(question, may): &(u8, u32)| {
            let is = facts.of(QuestionId(*question));
            !is.and(AnswerSet::of_bits(*may)).is_empty()
        };
        let places = conditions.places(|conditions| self.look_up(conditions));
        places.as_ref().is_some_and(|places| places.iter().all(meets))
    }

    /// The questions that the conditions name, and the answers that they allow.
    fn look_up(&self, conditions: &Conditions) -> Places {
        let allowed = |(name, answers): (&String, &Vec<String>)| {
            let (id, allowed) = self.named_answers(name, answers)?;
            Some((id.0, allowed.bits()))
        };
        conditions.iter().map(allowed).collect()
    }

    /// A question by its name in facts, and answers to it by theirs.
    #[must_use]
    pub fn named_answers(&self, name: &str, answers: &[String]) -> Option<(QuestionId, AnswerSet)> {
        let id = self.question_named(name)?;
        let question = self.question(id)?;
        let places = question
            .answers
            .iter()
            .enumerate()
            .filter(|(_, answer)| answers.contains(&answer.id));
        let allowed = places.fold(AnswerSet::EMPTY, |set, (index, _)| set.or(AnswerSet::one(index)));
        Some((id, allowed))
    }

    /// "fluoroscopy or CT", "not documented", "steroid or anesthetic with other solution": an answer as it reads after "is".
    #[must_use]
    pub fn short(&self, question: QuestionId, given: Given) -> String {
        let named = given.named.iter().filter_map(|answer| self.answer(question, answer));
        let words: Vec<&str> = named.map(|answer| answer.short.as_str()).collect();
        match given.form {
            Form::NotDocumented => "not documented".to_owned(),
            Form::One | Form::OneOf => words.join(" or "),
            Form::All => words.join(" with "),
        }
    }

    /// The value of an answer in facts: `fluoroscopy,ct`.
    #[must_use]
    pub fn value(&self, question: QuestionId, given: Given) -> String {
        let named = given.named.iter().filter_map(|answer| self.answer(question, answer));
        let ids: Vec<&str> = named.map(|answer| answer.id.as_str()).collect();
        match given.form {
            Form::NotDocumented => NOT_DOCUMENTED.to_owned(),
            Form::One | Form::OneOf => ids.join(","),
            Form::All => ids.join("+"),
        }
    }

    /// "region is lumbar", the reason a code was struck; falls back to a plain sentence where no single answer did it.
    #[must_use]
    pub fn reason(&self, by: Option<QuestionId>, answers: &Answers) -> String {
        let said = by.and_then(|id| Some((self.question(id)?, self.short(id, answers.get(id)?))));
        match said {
            Some((question, short)) => format!("{} is {short}", question.title.to_lowercase()),
            None => "the answers taken together".to_owned(),
        }
    }
}

/// The value that says "the note does not say".
pub(crate) const NOT_DOCUMENTED: &str = "not-documented";
