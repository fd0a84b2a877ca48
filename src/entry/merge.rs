//! What several words say of one question: together where they agree, a contradiction where they do not.

use std::collections::BTreeMap;

use super::Conflict;
use super::lexicon::Named;
use crate::pack::model::Question;
use crate::tree::Book;

/// What was said of a question, with the words.
#[derive(Debug, Clone, Default)]
struct Said {
    /// Answers that words stand for.
    named: Vec<(Vec<String>, String)>,
    /// Answers that words deny; empty: all of them.
    denied: Vec<(Vec<String>, String)>,
    /// That the note does not say.
    silent: Option<String>,
}

/// Everything said, question by question.
#[derive(Debug, Clone, Default)]
pub(super) struct Merge(BTreeMap<String, Said>);

/// The value of a question that the note does not answer.
const NOT_DOCUMENTED: &str = "not-documented";

impl Merge {
    /// Words that stand for answers.
    pub(super) fn named(&mut self, answers: &Named, text: &str) {
        for (question, all) in answers {
            let said = self.0.entry(question.clone()).or_default();
            said.named.push((all.clone(), text.to_owned()));
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

    /// The facts in the order of the questions, what cannot stand together, and the questions that cannot be asked here.
    pub(super) fn settled(self, book: &Book) -> (Vec<String>, Vec<Conflict>, Vec<String>) {
        let (mut values, mut conflicts): (BTreeMap<String, Vec<String>>, _) = (BTreeMap::new(), Vec::new());
        let mut joints: BTreeMap<String, &str> = BTreeMap::new();
        for question in &book.file.questions {
            let Some(said) = self.0.get(&question.id) else { continue };
            match said.value(question) {
                Ok((value, joint)) => {
                    values.insert(question.id.clone(), value);
                    joints.insert(question.id.clone(), joint);
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
        let facts = asked.into_iter().map(fact).collect();
        (
            facts,
            conflicts,
            idle.into_iter().map(|question| question.id.clone()).collect(),
        )
    }
}

impl Said {
    /// The answers left, and what joins them.
    fn value(&self, question: &Question) -> Result<(Vec<String>, &'static str), Conflict> {
        let conflict = |first: &str, second: &str| Conflict::Words {
            question: question.id.clone(),
            first: first.to_owned(),
            second: second.to_owned(),
        };
        let mut groups = self.groups(question)?;
        if let Some(text) = &self.silent {
            let other = self.named.first().or(self.denied.first());
            return match other {
                Some((_, said)) if said != text => Err(conflict(said, text)),
                _ => Ok((vec![NOT_DOCUMENTED.to_owned()], ",")),
            };
        }
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
                    return Err(conflict(said, text));
                }
                *group = kept;
            }
        }
        match groups.as_slice() {
            [(one, _)] => Ok((one.clone(), ",")),
            several => Ok((several.iter().flat_map(|(group, _)| group.clone()).collect(), "+")),
        }
    }

    /// Words that agree on some answers are one group; groups stand side by side only where the pack says that they can.
    fn groups(&self, question: &Question) -> Result<Vec<(Vec<String>, String)>, Conflict> {
        let mut groups: Vec<(Vec<String>, String)> = Vec::new();
        for (answers, text) in &self.named {
            let common = |group: &[String]| -> Vec<String> {
                group.iter().filter(|one| answers.contains(one)).cloned().collect()
            };
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
                return Err(Conflict::Words {
                    question: question.id.clone(),
                    first: first.clone(),
                    second: text.clone(),
                });
            }
            groups.push((answers.clone(), text.clone()));
        }
        Ok(groups)
    }
}
