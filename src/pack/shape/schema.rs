//! A reader's view of a JSON schema: the few forms that `schemars` derives from our types.

use serde_json::Value as Json;

/// A schema, with the whole document for its references.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape<'s> {
    root: &'s Json,
    /// As written at the place of use, which may carry its own description.
    here: &'s Json,
    /// With references followed and `null` alternatives dropped.
    target: &'s Json,
}

/// What a value must be.
pub(super) enum Kind<'s> {
    /// A map with known keys, or of one kind of values.
    Map,
    /// A list of values of this shape.
    List(Shape<'s>),
    /// One of a few words, each with what it means.
    Choice(Vec<Choice<'s>>),
    /// A calendar day.
    Date,
    /// Any text.
    Text,
    /// A whole number.
    Whole,
    /// True or false.
    Flag,
    /// Nothing is asked.
    Any,
}

/// A word that is allowed.
pub(super) struct Choice<'s> {
    pub(super) word: &'s str,
}

impl<'s> Shape<'s> {
    pub(super) fn root(root: &'s Json) -> Self {
        Self {
            root,
            here: root,
            target: root,
        }
    }

    fn at(self, here: &'s Json) -> Self {
        Self {
            here,
            target: self.follow(here),
            ..self
        }
    }

    /// Follows `$ref` and leaves out the `null` of an optional value.
    fn follow(self, schema: &'s Json) -> &'s Json {
        let mut schema = schema;
        for _ in 0..8 {
            let next = if let Some(name) = schema.get("$ref").and_then(Json::as_str) {
                self.root.pointer(name.trim_start_matches('#'))
            } else {
                list(schema, "anyOf").find(|one| one.get("type").and_then(Json::as_str) != Some("null"))
            };
            match next {
                Some(found) => schema = found,
                None => break,
            }
        }
        schema
    }

    pub(super) fn kind(&self) -> Kind<'s> {
        let choices: Vec<_> = words(self.target).map(|word| Choice { word }).collect();
        if !choices.is_empty() {
            return Kind::Choice(choices);
        }
        match type_name(self.target) {
            Some("object") => Kind::Map,
            Some("array") => self
                .target
                .get("items")
                .map_or(Kind::Any, |items| Kind::List(self.at(items))),
            Some("string") if self.target.get("format").and_then(Json::as_str) == Some("date") => Kind::Date,
            Some("string") => Kind::Text,
            Some("integer") => Kind::Whole,
            Some("boolean") => Kind::Flag,
            _ => Kind::Any,
        }
    }

    /// The doc comment of the field, else of its type, in one line.
    pub(super) fn about(&self) -> Option<String> {
        let mut schemas = [self.here, self.target].into_iter();
        let text = schemas.find_map(|schema| schema.get("description")?.as_str())?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The shape of the value of `key`, where such a key is allowed.
    pub(super) fn property(&self, key: &str) -> Option<Self> {
        let named = self.target.get("properties").and_then(|all| all.get(key));
        named
            .or_else(|| self.target.get("additionalProperties").filter(|any| any.is_object()))
            .map(|found| self.at(found))
    }

    /// The keys that may stand here, in the order of the model; none where any key may.
    pub(super) fn allowed(&self) -> Vec<&'s str> {
        let keys = self.target.get("properties").and_then(Json::as_object);
        let required: Vec<_> = self.required().collect();
        let mut all: Vec<_> = keys
            .into_iter()
            .flat_map(|map| map.keys().map(String::as_str))
            .collect();
        all.sort_by_key(|key| required.iter().position(|one| one == key).unwrap_or(usize::MAX));
        all
    }

    /// The keys that must stand here.
    pub(super) fn required(&self) -> impl Iterator<Item = &'s str> {
        list(self.target, "required").filter_map(Json::as_str)
    }
}

fn list<'s>(schema: &'s Json, key: &str) -> impl Iterator<Item = &'s Json> {
    schema.get(key).and_then(Json::as_array).into_iter().flatten()
}

/// The words of an enum: `enum: [a, b]`, or `oneOf` with a `const` or an `enum` each.
fn words(schema: &Json) -> impl Iterator<Item = &str> {
    let plain = list(schema, "enum");
    let constants = list(schema, "oneOf").flat_map(|one| one.get("const").into_iter().chain(list(one, "enum")));
    plain.chain(constants).filter_map(Json::as_str)
}

/// `string` for `"string"` and for `["string", "null"]`.
fn type_name(schema: &Json) -> Option<&str> {
    let name = schema.get("type")?;
    name.as_str().or_else(|| {
        list(schema, "type")
            .filter_map(Json::as_str)
            .find(|name| *name != "null")
    })
}
