//! Facts as written on a command line: `region=lumbar imaging=fluoroscopy,ct payer=medicare:TX`.

use std::str::FromStr;

use strum::VariantNames;
use thiserror::Error;

use crate::claim::{Context, LevelError, LevelFact, Setting, icd};
use crate::pack::model::Date;
use crate::pack::nearest;
use crate::tree::{Answers, Book, Given, QuestionId, SaidError};

/// The facts of one procedure, and what they say of the whole session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What was answered.
    pub answers: Answers,
    /// Setting, payer, date and the like.
    pub context: Context,
    /// Modifiers put on its lines by hand.
    pub modifiers: Vec<String>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// An answer to a question of the pack.
    Answer(QuestionId, Given),
    /// A level with its side.
    Level(LevelFact),
    /// Whose claim.
    Setting(Setting),
    /// Who pays.
    Payer(String),
    /// Date of service.
    Date(Date),
    /// Sessions in the twelve months before.
    PriorSessions(u8),
    /// Another code of the day.
    OtherCode(String),
    /// A modifier put on by hand.
    Modifier(String),
    /// A diagnosis.
    Diagnosis(String),
}

/// Why a fact cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FactError {
    /// Not of the form `name=value`.
    #[error("`{0}` is not a fact: write name=value, such as region=lumbar")]
    NotAFact(String),
    /// No such name.
    #[error("there is no fact `{name}`{}; there are: {}", suggestion(.nearest.as_ref()), .allowed.join(", "))]
    NoSuchName {
        /// What was written.
        name: String,
        /// The name probably meant.
        nearest: Option<String>,
        /// All names.
        allowed: Vec<String>,
    },
    /// No such value.
    #[error("`{value}` is not a value of {name}{}; {name} takes: {}", suggestion(.nearest.as_ref()), .allowed.join(", "))]
    NoSuchValue {
        /// The fact.
        name: String,
        /// What was written.
        value: String,
        /// The value probably meant.
        nearest: Option<String>,
        /// All values, or a description of them.
        allowed: Vec<String>,
    },
    /// Several at once where they are two procedures.
    #[error("{name} takes one value: write the second procedure after --and, or `a,b` for \"one of these\"")]
    TwoProcedures {
        /// The fact.
        name: String,
    },
    /// Not a level or a side.
    #[error(transparent)]
    Level(#[from] LevelError),
    /// `,` and `+` in one value.
    #[error("`{0}` mixes `,` (one of these) and `+` (all of these); use one of them")]
    Mixed(String),
    /// The same fact twice with different values.
    #[error(
        "{name} is given twice, as `{first}` and as `{second}`; keep one, or write `{first},{second}` for \"one of these\""
    )]
    Twice {
        /// The fact.
        name: String,
        /// The value given first.
        first: String,
        /// The value given later.
        second: String,
    },
}

fn suggestion(nearest: Option<&String>) -> String {
    nearest
        .map(|word| format!(" (did you mean `{word}`?)"))
        .unwrap_or_default()
}

/// The names that are not questions of the pack.
const SESSION_NAMES: [&str; 8] = [
    "level",
    "modifier",
    "setting",
    "payer",
    "prior-sessions",
    "other-code",
    "diagnosis",
    "date",
];

/// Names that may be given more than once.
const REPEATABLE: [&str; 4] = ["level", "modifier", "other-code", "diagnosis"];

/// The names of the facts that hold for the whole session.
pub fn session_fact_names() -> impl Iterator<Item = &'static str> {
    let of_procedure = ["level", "modifier"];
    SESSION_NAMES
        .into_iter()
        .filter(move |name| !of_procedure.contains(name))
}

/// Reads the facts of one procedure on top of what already holds for the session.
///
/// # Errors
/// The first fact that cannot be taken.
pub fn parse_facts<S: AsRef<str>>(book: &Book, context: &Context, words: &[S]) -> Result<Facts, FactError> {
    let mut facts = Facts::within(context.clone());
    let mut seen: Vec<(&str, &str)> = Vec::new();
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
        facts.take(parse_fact(book, name, value)?);
    }
    Ok(facts)
}

/// The names of all facts: the questions of the pack, and what is said of levels and of the session.
#[must_use]
pub fn fact_names(book: &Book) -> Vec<String> {
    let questions = book.file.questions.iter().map(|question| question.id.as_str());
    questions.chain(SESSION_NAMES).map(str::to_owned).collect()
}

/// Whether a fact may be given more than once with different values.
#[must_use]
pub fn is_repeatable(name: &str) -> bool {
    REPEATABLE.contains(&name)
}

impl Facts {
    /// No facts yet but what already holds for the session.
    #[must_use]
    pub fn within(context: Context) -> Self {
        Self {
            answers: Answers::default(),
            context,
            modifiers: Vec::new(),
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
            Fact::PriorSessions(count) => self.context.prior_sessions = Some(count),
            Fact::OtherCode(code) => self.context.other_codes.push(code),
            Fact::Modifier(modifier) => self.modifiers.push(modifier),
            Fact::Diagnosis(code) => self.context.diagnoses.push(code),
        }
    }
}

/// Reads one fact.
///
/// # Errors
/// When there is no such fact, or it has no such value.
pub fn parse_fact(book: &Book, name: &str, value: &str) -> Result<Fact, FactError> {
    match name {
        "level" => Ok(Fact::Level(value.parse()?)),
        "other-code" => other_code(value),
        "diagnosis" => icd(value)
            .map(Fact::Diagnosis)
            .ok_or_else(|| no_value(name, value, &["an ICD-10-CM code such as M54.16"])),
        "setting" => Setting::from_str(value)
            .map(Fact::Setting)
            .map_err(|_| no_value(name, value, Setting::VARIANTS)),
        "date" => value
            .parse()
            .map(Fact::Date)
            .map_err(|_| no_value(name, value, &["a day as YYYY-MM-DD"])),
        "prior-sessions" => {
            let count = value.parse().ok().filter(|count| *count <= 99);
            count
                .map(Fact::PriorSessions)
                .ok_or_else(|| no_value(name, value, &["0 to 99"]))
        }
        "payer" => payer(book, value),
        "modifier" => modifier(book, value),
        _ => answer(book, name, value),
    }
}

fn payer(book: &Book, value: &str) -> Result<Fact, FactError> {
    let policies: Vec<&str> = book.pack().payers().map(|policy| policy.id.as_str()).collect();
    let (id, state) = value
        .split_once(':')
        .map_or((value, None), |(id, state)| (id, Some(state)));
    let known = id == Context::CODE_RULES_ONLY || policies.contains(&id);
    let state_fits = state.is_none_or(|state| state.len() == 2 && state.bytes().all(|b| b.is_ascii_uppercase()));
    if known && state_fits && !(state.is_some() && id == Context::CODE_RULES_ONLY) {
        return Ok(Fact::Payer(value.to_owned()));
    }
    let mut allowed = vec![Context::CODE_RULES_ONLY];
    allowed.extend(policies);
    allowed.push("medicare:TX (any state in two capital letters)");
    Err(no_value("payer", value, &allowed))
}

fn modifier(book: &Book, value: &str) -> Result<Fact, FactError> {
    let known = book.pack().modifiers.modifiers.iter().map(|one| one.modifier.as_str());
    let known: Vec<&str> = known.collect();
    let value = value.to_uppercase();
    if known.contains(&value.as_str()) {
        return Ok(Fact::Modifier(value));
    }
    Err(no_value("modifier", &value, &known))
}

/// A code, or a pattern of codes such as `594xx`: five letters and figures, so that nothing else is ever kept of a case.
fn other_code(value: &str) -> Result<Fact, FactError> {
    let five = value.len() == 5 && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let figures = value
        .bytes()
        .filter(|byte| matches!(byte, b'0'..=b'9' | b'x' | b'X'))
        .count();
    if five && figures >= 4 {
        return Ok(Fact::OtherCode(value.to_ascii_uppercase().replace('X', "x")));
    }
    Err(no_value(
        "other-code",
        value,
        &["a code such as 99213", "a pattern such as 594xx"],
    ))
}

fn answer(book: &Book, name: &str, value: &str) -> Result<Fact, FactError> {
    let Some(question) = book.question_named(name) else {
        let allowed = fact_names(book);
        return Err(FactError::NoSuchName {
            name: name.to_owned(),
            nearest: alike(name, &allowed),
            allowed,
        });
    };
    book.read(question, value)
        .map(|given| Fact::Answer(question, given))
        .map_err(|error| match error {
            SaidError::NoSuchAnswer {
                question,
                value,
                allowed,
            } => FactError::NoSuchValue {
                name: question,
                nearest: alike(&value, &allowed),
                value,
                allowed,
            },
            SaidError::OneAtATime { question, .. } => FactError::TwoProcedures { name: question },
            SaidError::Mixed { value } => FactError::Mixed(value),
        })
}

fn no_value(name: &str, value: &str, allowed: &[&str]) -> FactError {
    let allowed: Vec<String> = allowed.iter().map(|word| (*word).to_owned()).collect();
    FactError::NoSuchValue {
        name: name.to_owned(),
        value: value.to_owned(),
        nearest: alike(value, &allowed),
        allowed,
    }
}

/// The word probably meant.
fn alike(word: &str, words: &[String]) -> Option<String> {
    nearest(word, words.iter().map(String::as_str)).map(str::to_owned)
}
