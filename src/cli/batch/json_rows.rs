//! Rows of JSON Lines: one object a line. A line that is too long is passed over without being kept.

use std::fmt;
use std::io::{self, BufRead, Read as _};

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::row::{LONGEST_ROW, Next, Row, Rows};
use super::words::{Column, Name, Word, Words};

/// Rows of JSON Lines.
pub(super) struct JsonRows<I> {
    input: I,
    line: Vec<u8>,
}

impl<I: BufRead> JsonRows<I> {
    pub(super) fn new(input: I) -> Self {
        Self {
            input,
            line: Vec::new(),
        }
    }

    /// Reads a line, at most as much as is read of a row. Returns whether there was one.
    fn advance(&mut self) -> io::Result<bool> {
        self.line.clear();
        let most = LONGEST_ROW as u64 + 1;
        Ok(self.input.by_ref().take(most).read_until(b'\n', &mut self.line)? > 0)
    }

    /// Passes over the rest of a line.
    fn skip(&mut self) -> io::Result<()> {
        while self.line.last() != Some(&b'\n') && self.advance()? {}
        Ok(())
    }
}

impl<I: BufRead> Rows for JsonRows<I> {
    fn next(&mut self, words: &mut Words<'_>, row: &mut Row) -> io::Result<Next> {
        row.clear();
        while self.advance()? {
            if self.line.len() > LONGEST_ROW {
                self.skip()?;
                row.note(Err(Row::too_long()));
                return Ok(Next::Row);
            }
            let line = self.line.trim_ascii();
            if !line.is_empty() {
                fill(line, words, row);
                return Ok(Next::Row);
            }
        }
        Ok(Next::End)
    }
}

fn fill(line: &[u8], words: &mut Words<'_>, row: &mut Row) {
    let Ok(text) = std::str::from_utf8(line) else {
        return row.note(Err("the row is not UTF-8".to_owned()));
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let object = Object { words, row };
    match object.deserialize(&mut json).and_then(|()| json.end()) {
        Ok(()) => row.close(words),
        Err(error) => {
            // It is one line: the column is place enough.
            let told = error.to_string().replace("line 1 ", "");
            row.problem = Some(format!("not one JSON object: {told}"));
        }
    }
}

/// The object of a row.
struct Object<'r, 'w, 'b> {
    words: &'w mut Words<'b>,
    row: &'r mut Row,
}

impl<'de> DeserializeSeed<'de> for Object<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of facts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { words, row } = self;
        while let Some(column) = map.next_key_seed(Key(words))? {
            match column {
                Ok(Column::Id) => {
                    let id: &RawValue = map.next_value()?;
                    row.take_id(id.get());
                }
                Ok(Column::Fact(name)) => {
                    let problem = map.next_value_seed(Value::new(words, name, &mut row.facts))?;
                    row.note(problem);
                }
                Ok(Column::Facts) => {
                    let text: Option<std::borrow::Cow<'de, str>> = map.next_value()?;
                    row.take_line(words, text.as_deref().unwrap_or_default());
                }
                Ok(Column::Procedures) => {
                    let mut later = Vec::new();
                    let problem = map.next_value_seed(Procedures {
                        words,
                        facts: &mut later,
                    })?;
                    row.note(problem);
                    row.take_later(later);
                }
                Err(problem) => {
                    map.next_value::<IgnoredAny>()?;
                    row.note(Err(problem));
                }
            }
        }
        Ok(())
    }
}

/// A key, and what it says.
struct Key<'w, 'b>(&'w Words<'b>);

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = Result<Column, String>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_, '_> {
    type Value = Result<Column, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        Ok(self.0.column(key))
    }
}

/// The value of a fact.
struct Value<'w, 'b, 'f> {
    words: &'w mut Words<'b>,
    name: Name,
    facts: &'f mut Vec<Word>,
}

impl<'w, 'b, 'f> Value<'w, 'b, 'f> {
    fn new(words: &'w mut Words<'b>, name: Name, facts: &'f mut Vec<Word>) -> Self {
        Self { words, name, facts }
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_, '_, '_> {
    type Value = Result<(), String>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_, '_, '_> {
    type Value = Result<(), String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(self.words.cell(self.name, value, self.facts))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Self::Value, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Self::Value, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Self::Value, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<Self::Value, E> {
        self.visit_str(if value { "true" } else { "false" })
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Ok(()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let Self { words, name, facts } = self;
        if !words.is_repeatable(name) {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            let name = words.name(name);
            return Ok(Err(format!("{name} takes no list; write `a,b` for \"one of these\"")));
        }
        let mut read = Ok(());
        while let Some(one) = list.next_element_seed(Value::new(words, name, facts))? {
            read = read.and(one);
        }
        Ok(read)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Err(format!("{} takes no object", self.words.name(self.name))))
    }
}

/// A list of procedures, each an object of facts.
struct Procedures<'w, 'b, 'f> {
    words: &'w mut Words<'b>,
    facts: &'f mut Vec<Word>,
}

impl<'de> DeserializeSeed<'de> for Procedures<'_, '_, '_> {
    type Value = Result<(), String>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Self::Value, D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Procedures<'_, '_, '_> {
    type Value = Result<(), String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of procedures")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let Self { words, facts } = self;
        let mut inner = Row::default();
        while list.next_element_seed(Object { words, row: &mut inner })?.is_some() {
            if !inner.id.is_empty() || inner.has_later() {
                return Err(A::Error::custom("a procedure holds facts and nothing else"));
            }
            if !facts.is_empty() {
                facts.push(Word::AND);
            }
            facts.append(&mut inner.facts);
        }
        Ok(inner.problem.map_or(Ok(()), Err))
    }
}
