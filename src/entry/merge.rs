//! What several words say of one question: together where they agree, a contradiction where they do not.

use std::collections::BTreeMap;

use super::lexicon::Named;
use super::{Conflict, Doubt};
use crate::pack::model::Question;
use crate::tree::Book;

/// How surely words stand for answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// A name suggests it.
    Suggested,
    /// A word says it.
    Said,
    /// A word says it, and nothing else.
    Only,
}

/// Answers that words stand for.
#[derive(Debug, Clone)]
struct Words {
    answers: Vec<String>,
    text: String,
    strength: Strength,
}

/// What was said of a question, with the words.
#[derive(Debug, Clone, Default)]
struct Said {
    named: Vec<Words>,
    /// Answers that words deny; empty: all of them.
    denied: Vec<(Vec<String>, String)>,
    /// That the note does not say.
    silent: Option<String>,
    /// Whether words leave it open.
    doubted: bool,
}

/// Everything said, question by question.
#[derive(Debug, Clone, Default)]
pub(super) struct Merge(BTreeMap<String, Said>);

/// What everything said comes to.
pub(super) struct Settled {
    /// In the order of the questions.
    pub(super) facts: Vec<String>,
    /// What cannot stand together.
    pub(super) conflicts: Vec<Conflict>,
    /// The questions that cannot be asked here.
    pub(super) idle: Vec<String>,
    /// Where what a name suggests is not what a word says.
    pub(super) doubts: Vec<Doubt>,
}

/// The value of a question that the note does not answer.
pub(super) const NOT_DOCUMENTED: &str = "not-documented";

/// Answers, what joins them, and what is not certain about them.
struct Value {
    answers: Vec<String>,
    joint: &'static str,
    doubt: Option<Doubt>,
}

impl Merge {
    /// Words that stand for answers.
    pub(super) fn named(&mut self, answers: &Named, text: &str, strength: Strength) {
        for (question, all) in answers {
            let said = self.0.entry(question.clone()).or_default();
            said.named.push(Words {
                answers: all.clone(),
                text: text.to_owned(),
                strength,
            });
        }
    }

    /// Words that deny answers to one question.
    pub(super) fn denied(&mut self, question: &str, answers: Vec<String>, text: &str) {
        let said = self.0.entry(question.to_owned()).or_default();
        said.denied.push((answers, text.to_owned()));
    }

    /// Words that say that the note does not answer a question.
    pub(super) fn silent(&mut self, question: &str, text: &str) {
        self.0.entry(question.to_owned()).or_default().silent = Some(text.to_owned());
    }

    /// Words that are not certain leave a question open.
    pub(super) fn doubt(&mut self, question: &str) {
        self.0.entry(question.to_owned()).or_default().doubted = true;
    }

    /// What it all comes to.
    pub(super) fn settled(self, book: &Book) -> Settled {
        let (mut values, mut conflicts): (BTreeMap<String, Vec<String>>, _) = (BTreeMap::new(), Vec::new());
        let mut joints: BTreeMap<String, &str> = BTreeMap::new();
        let mut doubts = Vec::new();
        for question in &book.file.questions {
            let Some(said) = self.0.get(&question.id) else { continue };
            match said.value(question) {
                Ok(value) => {
                    values.insert(question.id.clone(), value.answers);
                    joints.insert(question.id.clone(), value.joint);
                    doubts.extend(value.doubt);
                }
                Err(conflict) => conflicts.push(conflict),
            }
        }
        let asked: Vec<&Question> = book
            .file
            .questions
            .iter()
            .filter(|one| values.contains_key(&one.id))
            .collect();
        let may = |question: &&Question| {
            let holds = |when: &crate::pack::model::Conditions| {
                when.iter().all(|(name, answers)| {
                    values
                        .get(name)
                        .is_some_and(|given| given.iter().all(|one| answers.contains(one)))
                })
            };
            question.asked_when.is_empty() || question.asked_when.iter().any(holds)
        };
        let (asked, idle): (Vec<&Question>, Vec<&Question>) = asked.into_iter().partition(may);
        let fact = |question: &Question| {
            let joint = joints.get(&question.id).copied().unwrap_or(",");
            let value = values.get(&question.id).map(|all| all.join(joint)).unwrap_or_default();
            format!("{}={value}", question.id)
        };
        Settled {
            facts: asked.into_iter().map(fact).collect(),
            conflicts,
            idle: idle.into_iter().map(|question| question.id.clone()).collect(),
            doubts,
        }
    }
}

impl Said {
    /// The answers left, and what joins them.
    fn value(&self, question: &Question) -> Result<Value, Conflict> {
        let open = || Value::plain(vec![NOT_DOCUMENTED.to_owned()]);
        if self.doubted {
            return Ok(open());
        }
        let suggested = self.of(|one| one == Strength::Suggested);
        let spoken = self.of(|one| one != Strength::Suggested);
        if let Some(text) = &self.silent {
            let other = spoken.first().map(|one| &one.text);
            return match other.or(self.denied.first().map(|(_, said)| said)) {
                Some(said) if said != text => Err(conflict(question, said, text)),
                _ => Ok(open()),
            };
        }
        if spoken.is_empty() {
            return Ok(joined(&self.left(question, groups(question, &suggested)?)?));
        }
        let only = spoken.iter().any(|one| one.strength == Strength::Only);
        let groups = self.left(question, groups(question, &spoken)?)?;
        if let (true, [(_, first), (_, second), ..]) = (only, groups.as_slice()) {
            return Err(conflict(question, first, second));
        }
        let value = joined(&groups);
        match suggested.first().filter(|_| !only) {
            Some(suggestion) => Ok(value.beside(question, suggestion, &groups)),
            None => Ok(value),
        }
    }

    fn of(&self, strength: impl Fn(Strength) -> bool) -> Vec<&Words> {
        self.named.iter().filter(|one| strength(one.strength)).collect()
    }

    /// What the denials leave.
    fn left(&self, question: &Question, mut groups: Vec<Group>) -> Result<Vec<Group>, Conflict> {
        for (denied, text) in &self.denied {
            let settled = question.denied.iter();
            if groups.is_empty() {
                groups.push((settled.cloned().collect(), text.clone()));
                continue;
            }
            for (group, said) in &mut groups {
                let left = |answer: &&String| {
                    question.denied.as_ref() == Some(*answer) || !(denied.is_empty() || denied.contains(answer))
                };
                let kept: Vec<String> = group.iter().filter(left).cloned().collect();
                if kept.is_empty() {
                    return Err(conflict(question, said, text));
                }
                *group = kept;
            }
        }
        Ok(groups)
    }
}

/// Answers of which one is true, and the word that says so.
type Group = (Vec<String>, String);

fn conflict(question: &Question, first: &str, second: &str) -> Conflict {
    Conflict::Words {
        question: question.id.clone(),
        first: first.to_owned(),
        second: second.to_owned(),
    }
}

fn joined(groups: &[Group]) -> Value {
    match groups {
        [(one, _)] => Value::plain(one.clone()),
        several => Value {
            answers: several.iter().flat_map(|(group, _)| group.clone()).collect(),
            joint: "+",
            doubt: None,
        },
    }
}

impl Value {
    fn plain(answers: Vec<String>) -> Self {
        Self {
            answers,
            joint: ",",
            doubt: None,
        }
    }

    /// What a word says goes before what a name suggests; where that was to decide, neither does.
    fn beside(mut self, question: &Question, suggestion: &Words, groups: &[Group]) -> Self {
        let rank = |answer: &String| question.precedence.iter().position(|one| one == answer);
        let agrees = self.answers.iter().any(|one| suggestion.answers.contains(one));
        let first = suggestion.answers.iter().filter_map(rank).min();
        let decides = first.is_none_or(|first| self.answers.iter().filter_map(rank).any(|one| one < first));
        if agrees || decides {
            return self;
        }
        let second = groups.first().map(|(_, text)| text.clone()).unwrap_or_default();
        self.doubt = Some(Doubt::Suggested {
            question: question.id.clone(),
            first: suggestion.text.clone(),
            second,
        });
        self.answers.splice(0..0, suggestion.answers.iter().cloned());
        self.joint = ",";
        self
    }
}

/// Words that agree on some answers are one group; groups stand side by side only where the pack says that they can.
fn groups(question: &Question, words: &[&Words]) -> Result<Vec<Group>, Conflict> {
    let mut groups: Vec<Group> = Vec::new();
    for Words { answers, text, .. } in words {
        let common =
            |group: &[String]| -> Vec<String> { group.iter().filter(|one| answers.contains(one)).cloned().collect() };
        let agreeing = groups.iter_mut().find(|(group, _)| !common(group).is_empty());
        if let Some((group, said)) = agreeing {
            let kept = common(group);
            if kept.len() < group.len() {
                said.clone_from(text);
            }
            *group = kept;
            continue;
        }
        let mixes = |all: &[String]| matches!(all, [one] if question.mixes.contains(one));
        let beside = groups.iter().find(|(group, _)| !(mixes(group) && mixes(answers)));
        if let Some((_, first)) = beside {
            return Err(conflict(question, first, text));
        }
        groups.push((answers.clone(), text.clone()));
    }
    Ok(groups)
}
