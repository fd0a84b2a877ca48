//! The facts of a procedure, and the procedures of one session, gathered group by group.

use super::earlier::Said;
use super::fact::{Fact, FactError, is_repeatable, parse_fact};
use crate::claim::{Context, Procedure};
use crate::pack::model::Scope;
use crate::tree::{Answers, Book};

/// The facts of one procedure, and what they say of the whole session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What was answered.
    pub answers: Answers,
    /// Setting, payer, date and the like.
    pub context: Context,
    /// Modifiers put on its lines by hand.
    pub modifiers: Vec<String>,
    /// What is said of earlier sessions; counted once the date of service is sure.
    earlier: Said,
}

impl Facts {
    /// No facts yet but what already holds for the session.
    #[must_use]
    pub fn within(context: Context) -> Self {
        Self {
            answers: Answers::default(),
            context,
            modifiers: Vec::new(),
            earlier: Said::default(),
        }
    }

    /// Adds a fact.
    pub fn take(&mut self, fact: Fact) {
        match fact {
            Fact::Answer(question, given) => self.answers.set(question, Some(given)),
            Fact::Level(level) => self.context.levels.push(level),
            Fact::Setting(setting) => self.context.setting = setting,
            Fact::Payer(payer) => self.context.payer = payer,
            Fact::Date(date) => self.context.date = date,
            Fact::PriorSession(day) => self.earlier.days.push(day),
            Fact::PriorSessions(count) => self.earlier.count = Some(count),
            Fact::PriorOnFirstDay(count) => self.earlier.on_first_day = Some(count),
            Fact::PriorOutside(count) => self.earlier.outside = Some(count),
            Fact::DaysSinceLast(days) => self.earlier.days_since_last = Some(days),
            Fact::OtherCode(code) => self.context.other_codes.push(code),
            Fact::Modifier(modifier) => self.modifiers.push(modifier),
            Fact::Diagnosis(code) => self.context.diagnoses.push(code),
        }
    }

    /// Takes the facts written in words. `seen` holds the names met so far that take one value, with it.
    fn read<'w, S: AsRef<str>>(mut self, book: &Book, words: &'w [S], seen: &mut Seen<'w>) -> Result<Self, FactError> {
        for word in words {
            let (name, value) = word
                .as_ref()
                .split_once('=')
                .ok_or_else(|| FactError::NotAFact(word.as_ref().to_owned()))?;
            let earlier = seen.iter().find(|(other, first)| *other == name && *first != value);
            if let Some((_, first)) = earlier.filter(|_| !is_repeatable(name)) {
                let (name, first, second) = (name.to_owned(), (*first).to_owned(), value.to_owned());
                return Err(FactError::Twice { name, first, second });
            }
            seen.push((name, value));
            self.take(parse_fact(book, name, value)?);
        }
        Ok(self)
    }
}

/// Names and the values given for them.
type Seen<'w> = Vec<(&'w str, &'w str)>;

/// Reads the facts of one procedure on top of what already holds for the session.
///
/// # Errors
/// The first fact that cannot be taken.
pub fn parse_facts<S: AsRef<str>>(book: &Book, context: &Context, words: &[S]) -> Result<Facts, FactError> {
    let mut facts = Facts::within(context.clone()).read(book, words, &mut Vec::new())?;
    std::mem::take(&mut facts.earlier).settle(book, &mut facts.context)?;
    Ok(facts)
}

/// The procedures so far, and what holds for the whole session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// One for each group.
    pub procedures: Vec<Procedure>,
    /// What holds for the session may stand in any group; levels belong to their own.
    pub context: Context,
    earlier: Said,
}

impl Gathered {
    /// A session without a procedure.
    #[must_use]
    pub fn new(context: Context) -> Self {
        Self {
            procedures: Vec::new(),
            context,
            earlier: Said::default(),
        }
    }

    /// Adds a group that was read on top of [`Self::context`].
    pub fn add(&mut self, facts: Facts) {
        self.context = facts.context;
        self.earlier.join(facts.earlier);
        self.procedures.push(Procedure {
            answers: facts.answers,
            levels: std::mem::take(&mut self.context.levels),
            modifiers: facts.modifiers,
        });
    }

    /// The session once every group is there: earlier sessions are counted from the date of service.
    ///
    /// # Errors
    /// When what was said of earlier sessions does not agree.
    pub fn settled(mut self, book: &Book) -> Result<Self, FactError> {
        std::mem::take(&mut self.earlier).settle(book, &mut self.context)?;
        Ok(self)
    }
}

/// Reads the facts of a whole session, with [`AND`](super::AND) between its procedures. What holds for the session takes one value,
/// in whatever group it stands.
///
/// # Errors
/// The first fact that cannot be taken.
pub fn parse_case<S: AsRef<str>>(book: &Book, context: Context, words: &[S]) -> Result<Gathered, FactError> {
    let mut session = Gathered::new(context);
    let mut seen: Seen<'_> = Vec::new();
    for group in words.split(|word| word.as_ref() == super::AND) {
        seen.retain(|(name, _)| holds_for_session(book, name));
        let facts = Facts::within(session.context.clone()).read(book, group, &mut seen)?;
        session.add(facts);
    }
    session.settled(book)
}

fn holds_for_session(book: &Book, name: &str) -> bool {
    let question = book.question_named(name).and_then(|id| book.question(id));
    question.is_none_or(|question| question.scope == Scope::Session)
}
