//! Facts as written on a command line: `region=lumbar imaging=fluoroscopy,ct payer=medicare:TX`.

use std::collections::BTreeSet;
use std::str::FromStr;

use strum::VariantNames;
use thiserror::Error;

use super::earlier::EarlierError;
use crate::claim::frequency::MOST_COUNTED;
use crate::claim::{Context, LevelError, LevelFact, Setting, icd};
use crate::pack::model::Date;
use crate::pack::nearest;
use crate::tree::{Book, Given, QuestionId, SaidError};

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
    /// The day of an earlier session.
    PriorSession(Date),
    /// Sessions in the twelve months before.
    PriorSessions(u8),
    /// Of the earlier sessions, those on the first day of these months.
    PriorOnFirstDay(u8),
    /// Earlier sessions before these months.
    PriorOutside(u8),
    /// Days since the last session.
    DaysSinceLast(u16),
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
    #[error("not a fact, which is name=value, such as region=lumbar: `{}`", short(.0))]
    NotAFact(String),
    /// No such name.
    #[error("there is no fact `{}`{}; there are: {}", short(.name), suggestion(.nearest.as_ref()), .allowed.join(", "))]
    NoSuchName {
        /// What was written.
        name: String,
        /// The name probably meant.
        nearest: Option<String>,
        /// All names.
        allowed: Vec<String>,
    },
    /// No such value.
    #[error("{name} has no value `{}`{}; it takes: {}", short(.value), suggestion(.nearest.as_ref()), .allowed.join(", "))]
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
    /// What was said of earlier sessions does not agree.
    #[error(transparent)]
    Earlier(#[from] EarlierError),
    /// `,` and `+` in one value.
    #[error("`,` (one of these) and `+` (all of these) do not go together; use one of them: `{}`", short(.0))]
    Mixed(String),
    /// The same fact twice with different values.
    #[error(
        "{name} is given twice, as `{}` and as `{}`; keep one, or write both with a comma between for \"one of these\"",
        short(.first), short(.second)
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

/// The longest part of a word that a message repeats.
const LONGEST: usize = 40;

/// The word, cut where it is long: what is wrong with it must stay in sight.
fn short(word: &str) -> String {
    let mut shown: String = word.chars().take(LONGEST).collect();
    if shown.len() < word.len() {
        shown.push_str("...");
    }
    shown
}

fn suggestion(nearest: Option<&String>) -> String {
    nearest
        .map(|word| format!(" (did you mean `{word}`?)"))
        .unwrap_or_default()
}

/// The facts that are not questions of the pack: name, and what each takes.
pub const SESSION_FACTS: &[(&str, &str)] = &[
    (
        "level",
        "L4-L5:left (right, both, not-documented), L4-L5, not-documented; repeatable",
    ),
    ("modifier", "a modifier put on the lines by hand; repeatable"),
    ("setting", "professional, asc or hospital"),
    ("payer", "cpt, medicare, medicare:TX or the id of a coverage policy"),
    ("date", "date of service, YYYY-MM-DD; default today"),
    (
        "prior-session",
        "day of an earlier session in the region, YYYY-MM-DD; repeatable, never kept",
    ),
    (
        "prior-sessions",
        "earlier sessions in the region in the 12 months before, 0 to 99",
    ),
    (
        "days-since-last",
        "days since the last session in the region, 1 to 9999",
    ),
    (
        "prior-on-first-day",
        "of the earlier sessions, those exactly 12 months before, 0 to 99",
    ),
    ("prior-outside", "earlier sessions before these 12 months, 0 to 99"),
    (
        "other-code",
        "a code or pattern (594xx) that the same provider also reports that day; repeatable",
    ),
    ("diagnosis", "an ICD-10-CM code such as M54.16; advice only; repeatable"),
];

/// Names that may be given more than once.
const REPEATABLE: [&str; 5] = ["level", "modifier", "other-code", "diagnosis", "prior-session"];

/// The names of the facts that hold for the whole session, each with a place of its own. The days of earlier sessions have none:
/// they are not kept, and what is counted from them goes with the count.
pub fn session_fact_names() -> impl Iterator<Item = &'static str> {
    let elsewhere = [
        "level",
        "modifier",
        "prior-session",
        "prior-on-first-day",
        "prior-outside",
    ];
    let names = SESSION_FACTS.iter().map(|(name, _)| *name);
    names.filter(move |name| !elsewhere.contains(name))
}

/// The names of all facts: the questions of the pack, and what is said of levels and of the session.
#[must_use]
pub fn fact_names(book: &Book) -> Vec<String> {
    let questions = book.file.questions.iter().map(|question| question.id.as_str());
    let others = SESSION_FACTS.iter().map(|(name, _)| *name);
    questions.chain(others).map(str::to_owned).collect()
}

/// Whether a fact may be given more than once with different values.
#[must_use]
pub fn is_repeatable(name: &str) -> bool {
    REPEATABLE.contains(&name)
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
        "date" => day(name, value).map(Fact::Date),
        "prior-session" => day(name, value).map(Fact::PriorSession),
        "prior-sessions" => count(name, value).map(Fact::PriorSessions),
        "prior-on-first-day" => count(name, value).map(Fact::PriorOnFirstDay),
        "prior-outside" => count(name, value).map(Fact::PriorOutside),
        "days-since-last" => {
            let days = value.parse().ok().filter(|days| (1..=9999).contains(days));
            days.map(Fact::DaysSinceLast)
                .ok_or_else(|| no_value(name, value, &["1 to 9999"]))
        }
        "payer" => payer(book, value),
        "modifier" => modifier(book, value),
        _ => answer(book, name, value),
    }
}

fn day(name: &str, value: &str) -> Result<Date, FactError> {
    value
        .parse()
        .map_err(|_| no_value(name, value, &["a day as YYYY-MM-DD"]))
}

fn count(name: &str, value: &str) -> Result<u8, FactError> {
    let count = value.parse().ok().filter(|count| *count <= MOST_COUNTED);
    count.ok_or_else(|| no_value(name, value, &["0 to 99"]))
}

fn payer(book: &Book, value: &str) -> Result<Fact, FactError> {
    // What every wizard starts with; the pack behind its head need not be read for it.
    if value == Context::CODE_RULES_ONLY {
        return Ok(Fact::Payer(value.to_owned()));
    }
    let policies: Vec<&str> = book.pack().payers().map(|policy| policy.id.as_str()).collect();
    let (id, state) = value
        .split_once(':')
        .map_or((value, None), |(id, state)| (id, Some(state)));
    match state {
        None if policies.contains(&id) => Ok(Fact::Payer(value.to_owned())),
        Some(state) if policies.contains(&id) => payer_of_state(book, id, state),
        _ => {
            let mut allowed = vec![Context::CODE_RULES_ONLY];
            allowed.extend(policies);
            allowed.push("medicare:TX (any state by its two letters)");
            Err(no_value("payer", value, &allowed))
        }
    }
}

/// A payer with a state that the pack knows, in capital letters; where the pack names no state, with any two letters.
fn payer_of_state(book: &Book, id: &str, state: &str) -> Result<Fact, FactError> {
    let pack = book.pack();
    let contractors = pack.jurisdictions.jurisdictions.iter().flat_map(|one| &one.states);
    let rules = pack.coverage.iter().flat_map(|policy| &policy.rules);
    let states: BTreeSet<&String> = contractors.chain(rules.flat_map(|rule| &rule.states)).collect();
    let written = state.to_ascii_uppercase();
    let two_letters = written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_uppercase());
    let payer = format!("{id}:{written}");
    if two_letters && (states.is_empty() || states.contains(&written)) {
        return Ok(Fact::Payer(payer));
    }
    let allowed: Vec<String> = states.iter().map(|state| format!("{id}:{state}")).collect();
    Err(FactError::NoSuchValue {
        name: "payer".to_owned(),
        value: format!("{id}:{state}"),
        nearest: two_letters.then(|| alike(&payer, &allowed)).flatten(),
        allowed,
    })
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
