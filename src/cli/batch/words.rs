//! Facts as numbers. Each value of each fact is read once; a row is then a list of numbers. What is kept is bounded.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::claim::Context;
use crate::pack::model::Date;
use crate::pack::nearest;
use crate::session::{AND, Fact, FactError, Facts, Gathered, fact_names, is_repeatable, parse_case, parse_fact};
use crate::tree::Book;

/// The most values kept.
const MOST_WORDS: usize = 1 << 15;
/// The longest value that is looked at.
const LONGEST_VALUE: usize = 200;
/// Starts another procedure in facts written as on a command line.
const COMMAND_LINE_AND: &str = "--and";

/// A fact of a row, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Word(pub(super) u32);

impl Word {
    /// Stands between two procedures.
    pub(super) const AND: Self = Self(u32::MAX);
}

/// A fact name, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(usize);

/// What a column or a key of a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// Passed through.
    Id,
    /// Facts as written on a command line.
    Facts,
    /// Further procedures, each with its facts.
    Procedures,
    /// One fact.
    Fact(Name),
}

/// The facts met so far.
pub(super) struct Words<'a> {
    book: &'a Book,
    names: Vec<String>,
    /// Whether each may be given more than once.
    repeatable: Vec<bool>,
    columns: HashMap<String, Column, RandomState>,
    by_value: Vec<HashMap<Box<str>, Word, RandomState>>,
    met: Vec<Met>,
}

/// A value of a fact that was met.
struct Met {
    name: Name,
    value: Box<str>,
    read: Result<Fact, String>,
    /// For a date of service: since when its rules hold.
    since: Option<Date>,
    /// For a date of service the first that was met under the same rules; else itself.
    alike: Word,
    /// Whether it is a day, but not the date of service.
    is_other_day: bool,
}

impl<'a> Words<'a> {
    pub(super) fn new(book: &'a Book) -> Self {
        let names = fact_names(book);
        Self {
            book,
            by_value: names.iter().map(|_| HashMap::default()).collect(),
            repeatable: names.iter().map(|name| is_repeatable(name)).collect(),
            columns: columns(&names),
            names,
            met: Vec::new(),
        }
    }

    /// What a column or key of that name says; `_` may stand for `-`, as databases write it.
    ///
    /// # Errors
    /// When there is no fact of that name.
    pub(super) fn column(&self, name: &str) -> Result<Column, String> {
        let column = self.columns.get(name).copied();
        column.ok_or_else(|| no_such_name(name, &self.names))
    }

    /// The name of a column that holds a fact.
    pub(super) fn name(&self, name: Name) -> &str {
        self.names.get(name.0).map_or("", String::as_str)
    }

    /// Whether a fact may be given more than once.
    pub(super) fn is_repeatable(&self, name: Name) -> bool {
        self.repeatable.get(name.0).copied().unwrap_or_default()
    }

    /// Adds what a cell says to the facts of a row. An empty cell says nothing.
    ///
    /// # Errors
    /// When it is no value of that fact.
    pub(super) fn cell(&mut self, name: Name, cell: &str, facts: &mut Vec<Word>) -> Result<(), String> {
        if !self.is_repeatable(name) {
            return self.value(name, cell.trim(), facts);
        }
        let values = cell.split(|c: char| c == ';' || c.is_whitespace());
        for value in values.filter(|value| !value.is_empty()) {
            self.value(name, value, facts)?;
        }
        Ok(())
    }

    /// Adds one value.
    fn value(&mut self, name: Name, value: &str, facts: &mut Vec<Word>) -> Result<(), String> {
        if value.is_empty() {
            return Ok(());
        }
        let known = self.by_value.get(name.0).and_then(|values| values.get(value)).copied();
        let word = match known {
            Some(word) => word,
            None if value.len() > LONGEST_VALUE => {
                let name = self.name(name);
                return Err(format!("the value of {name} is longer than {LONGEST_VALUE} bytes"));
            }
            None => self.meet(name, value),
        };
        facts.push(word);
        self.met(word).map_or(Ok(()), |met| match &met.read {
            Ok(_) => Ok(()),
            Err(problem) => Err(problem.clone()),
        })
    }

    /// Adds facts written as on a command line.
    ///
    /// # Errors
    /// The first that is no fact.
    pub(super) fn line(&mut self, text: &str, facts: &mut Vec<Word>) -> Result<(), String> {
        for word in text.split_whitespace() {
            if word == COMMAND_LINE_AND || word == AND {
                facts.push(Word::AND);
                continue;
            }
            let not_a_fact = || FactError::NotAFact(shown(word)).to_string();
            let (name, value) = word.split_once('=').ok_or_else(not_a_fact)?;
            let Ok(Column::Fact(name)) = self.column(name) else {
                return Err(no_such_name(name, &self.names));
            };
            if value.is_empty() {
                return Err(not_a_fact());
            }
            self.value(name, value, facts)?;
        }
        Ok(())
    }

    /// Reads a value that was not met before.
    fn meet(&mut self, name: Name, value: &str) -> Word {
        let word = Word(u32::try_from(self.met.len()).unwrap_or(u32::MAX));
        let read = parse_fact(self.book, self.name(name), value).map_err(|error| error.to_string());
        let since = match &read {
            Ok(Fact::Date(day)) => Some(self.book.rules_since(*day)),
            _ => None,
        };
        let alike = since.and_then(|since| self.met.iter().position(|met| met.since == Some(since)));
        let alike = alike.and_then(|place| u32::try_from(place).ok()).map_or(word, Word);
        let value: Box<str> = value.into();
        if let Some(values) = self.by_value.get_mut(name.0) {
            values.insert(value.clone(), word);
        }
        self.met.push(Met {
            name,
            is_other_day: since.is_none() && value.parse::<Date>().is_ok(),
            value,
            read,
            since,
            alike,
        });
        word
    }

    fn met(&self, word: Word) -> Option<&Met> {
        self.met.get(usize::try_from(word.0).ok()?)
    }

    /// Checks that no fact is given twice, and puts for each date of service the first that comes to the same, so that equal
    /// cases are equal lists. Several procedures are checked when they are read.
    ///
    /// # Errors
    /// The first fact given twice with different values.
    pub(super) fn check(&self, facts: &mut [Word]) -> Result<(), String> {
        if !facts.contains(&Word::AND) {
            for (place, word) in facts.iter().enumerate() {
                self.check_one(*word, facts.get(..place).unwrap_or_default())?;
            }
        }
        let met = |word: &Word| self.met(*word);
        // Where another day is named, such as that of an earlier session, the very day counts.
        if !facts.iter().filter_map(met).any(|met| met.is_other_day) {
            for word in facts {
                *word = self.met(*word).map_or(*word, |met| met.alike);
            }
        }
        Ok(())
    }

    fn check_one(&self, word: Word, earlier: &[Word]) -> Result<(), String> {
        let Some(met) = self.met(word) else { return Ok(()) };
        let again = |other: &&Word| **other != word && self.met(**other).is_some_and(|other| other.name == met.name);
        match earlier.iter().find(again).and_then(|other| self.met(*other)) {
            Some(first) if !self.is_repeatable(met.name) => Err(FactError::Twice {
                name: self.name(met.name).to_owned(),
                first: first.value.to_string(),
                second: met.value.to_string(),
            }
            .to_string()),
            _ => Ok(()),
        }
    }

    /// The session that a row describes.
    ///
    /// # Errors
    /// When its facts do not go together.
    pub(super) fn session(&self, facts: &[Word], context: &Context) -> Result<Gathered, String> {
        if facts.contains(&Word::AND) {
            let words: Vec<String> = facts.iter().map(|word| self.written(*word)).collect();
            return parse_case(self.book, context.clone(), &words).map_err(|error| error.to_string());
        }
        let mut read = Facts::within(context.clone());
        let met = facts.iter().filter_map(|word| self.met(*word));
        for fact in met.filter_map(|met| met.read.as_ref().ok()) {
            read.take(fact.clone());
        }
        let mut session = Gathered::new(context.clone());
        session.add(read);
        session.settled(self.book).map_err(|error| error.to_string())
    }

    /// A fact as on a command line.
    fn written(&self, word: Word) -> String {
        let name = |met: &Met| format!("{}={}", self.name(met.name), met.value);
        self.met(word).map_or_else(|| AND.to_owned(), name)
    }

    /// Forgets everything once too much is kept; numbers given so far mean nothing then. Returns whether it did.
    pub(super) fn make_room(&mut self) -> bool {
        let full = self.met.len() > MOST_WORDS;
        if full {
            self.met.clear();
            self.by_value.iter_mut().for_each(HashMap::clear);
        }
        full
    }
}

/// What each name says that a column or a key can have.
fn columns(names: &[String]) -> HashMap<String, Column, RandomState> {
    let others = [
        ("id", Column::Id),
        ("facts", Column::Facts),
        ("procedures", Column::Procedures),
    ];
    let others = others.map(|(name, column)| (name.to_owned(), column));
    let facts = names.iter().enumerate().flat_map(|(place, name)| {
        let column = Column::Fact(Name(place));
        [(name.replace('-', "_"), column), (name.clone(), column)]
    });
    others.into_iter().chain(facts).collect()
}

fn no_such_name(name: &str, names: &[String]) -> String {
    let others = ["id", "facts"].map(str::to_owned);
    let allowed: Vec<String> = others.into_iter().chain(names.iter().cloned()).collect();
    let name = shown(name);
    let error = FactError::NoSuchName {
        nearest: nearest(&name, allowed.iter().map(String::as_str)).map(str::to_owned),
        name,
        allowed,
    };
    error.to_string()
}

/// As much of a text as is worth showing.
fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST_SHOWN).collect();
    if shown.len() < text.len() {
        shown.push_str("...");
    }
    shown
}

/// Characters of a wrong word that are shown.
const LONGEST_SHOWN: usize = 60;
