//! Lines as JSON: an array of them, or an object that holds `lines`, such as the answer of `code --json`.

use serde_json::{Map, Value};

use super::form::{self, Read};
use crate::claim::Line;
use crate::entry::lines::Unread;

pub(super) fn read(text: &str) -> Result<Read, Unread> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Unread::one(place, "", format!("not JSON: {error}"))
    })?;
    let list = match &value {
        Value::Object(map) => map.get("lines"),
        other => Some(other),
    };
    let Some(Value::Array(list)) = list else {
        return Err(Unread::one(
            "the input",
            "",
            "holds no array of lines; give an array, or an object with `lines`",
        ));
    };
    let mut unread = Unread::default();
    let lines = (1..)
        .zip(list)
        .map(|(number, value)| line(number, value, &mut unread))
        .collect();
    unread.or(Read {
        lines,
        facts: Vec::new(),
    })
}

fn line(number: usize, value: &Value, unread: &mut Unread) -> Line {
    let mut entry = Entry {
        place: format!("lines[{number}]"),
        unread,
    };
    let Value::Object(map) = value else {
        entry.refuse("", value, "is not an object with a `code`");
        return Line::default();
    };
    Line {
        code: entry.code(map),
        modifiers: entry.list(map, "modifiers", |word| {
            form::modifier(word).ok_or_else(|| form::NO_MODIFIER.to_owned())
        }),
        units: entry.units(map),
        levels: entry.list(map, "levels", form::level),
        note: map.get("note").and_then(Value::as_str).map(str::to_owned),
    }
}

/// One line under the eyes.
struct Entry<'a> {
    place: String,
    unread: &'a mut Unread,
}

impl Entry<'_> {
    fn refuse(&mut self, key: &str, value: &Value, why: &str) {
        let dot = if key.is_empty() { "" } else { "." };
        self.unread.add(format!("{}{dot}{key}", self.place), &shown(value), why);
    }

    fn code(&mut self, map: &Map<String, Value>) -> String {
        let value = map.get("code").unwrap_or(&Value::Null);
        form::code(shown(value).trim()).unwrap_or_else(|| {
            self.refuse("code", value, form::NO_CODE);
            String::new()
        })
    }

    fn units(&mut self, map: &Map<String, Value>) -> u32 {
        let value = map.get("units").unwrap_or(&Value::Null);
        if value.is_null() {
            return 1;
        }
        form::units(shown(value).trim()).unwrap_or_else(|| {
            self.refuse("units", value, form::NO_UNITS);
            1
        })
    }

    /// A list of words; a single text is a list of its words.
    fn list(&mut self, map: &Map<String, Value>, key: &str, read: fn(&str) -> Result<String, String>) -> Vec<String> {
        let words: Vec<Value> = match map.get(key) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(list)) => list.clone(),
            Some(Value::String(text)) => text
                .split([' ', ',', ';'])
                .filter(|word| !word.is_empty())
                .map(Value::from)
                .collect(),
            Some(other) => {
                self.refuse(key, other, "is not a list");
                Vec::new()
            }
        };
        let mut list = Vec::new();
        for word in words {
            match read(shown(&word).trim()) {
                Ok(word) => list.push(word),
                Err(why) => self.refuse(key, &word, &why),
            }
        }
        list
    }
}

/// A text without its quotes, anything else as JSON writes it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
