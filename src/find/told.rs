//! The whole text behind what a hit opens, with its sources and how sure it is.

use super::{Hit, HitKind};
use crate::pack::model::{Answer, Conditions, Confidence, Faq, Modifier, Pack, Question};
use crate::pack::rules::rule;

/// A text to be read, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its heading.
    pub title: String,
    /// What it says, each part with how sure it is.
    pub parts: Vec<(String, Confidence)>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// Codes to look at.
    pub codes: Vec<String>,
    /// The signpost it leads to.
    pub signpost: Option<String>,
    /// The answers it stands for.
    pub answers: Conditions,
}

impl Told {
    fn new(title: String, text: String, sources: &[String], confidence: Confidence) -> Self {
        Self {
            title,
            parts: vec![(text, confidence)],
            sources: sources.to_vec(),
            codes: Vec::new(),
            signpost: None,
            answers: Conditions::new(),
        }
    }
}

/// The whole text behind a hit; none for cards and signposts, which have pages of their own.
#[must_use]
pub fn told(pack: &Pack, hit: &Hit) -> Option<Told> {
    match hit.kind {
        HitKind::Code | HitKind::RetiredCode | HitKind::Signpost => None,
        HitKind::Faq => pack.faq.questions.iter().find(|faq| faq.id == hit.id).map(asked),
        HitKind::Term => term(pack, &hit.id),
        HitKind::Answer => answer(pack, &hit.id),
        HitKind::Modifier => pack
            .modifiers
            .modifiers
            .iter()
            .find(|one| one.modifier == hit.id)
            .map(modifier),
        HitKind::Rule => a_rule(pack, hit),
    }
}

fn term(pack: &Pack, id: &str) -> Option<Told> {
    let term = pack.glossary.terms.iter().find(|term| term.id == id)?;
    let mut told = Told::new(term.term.clone(), term.meaning.clone(), &term.sources, term.confidence);
    if !term.also.is_empty() {
        told.parts.push((
            format!("Also written: {}.", term.also.join(", ")),
            Confidence::Confirmed,
        ));
    }
    told.codes.clone_from(&term.codes);
    told.signpost.clone_from(&term.signpost);
    told.answers = term
        .answers
        .iter()
        .chain(&term.suggests)
        .map(|(name, all)| (name.clone(), all.clone()))
        .collect();
    Some(told)
}

fn answer(pack: &Pack, id: &str) -> Option<Told> {
    let (name, value) = id.split_once('=')?;
    let question = pack.tree.questions.iter().find(|question| question.id == name)?;
    let answer = question.answers.iter().find(|answer| answer.id == value)?;
    Some(answer_told(question, answer))
}

fn answer_told(question: &Question, answer: &Answer) -> Told {
    let confidence = answer.confidence.unwrap_or(question.confidence);
    let text = answer.note.clone().unwrap_or_else(|| question.why.clone());
    let sources: Vec<String> = question.sources.iter().chain(&answer.sources).cloned().collect();
    let title = format!("{}: {}", question.title, answer.label);
    let mut told = Told::new(title, text, &sources, confidence);
    if !answer.words.is_empty() {
        let words = format!("Words of notes: {}.", answer.words.join(", "));
        told.parts.push((words, Confidence::Confirmed));
    }
    told.answers.insert(question.id.clone(), vec![answer.id.clone()]);
    told
}

fn modifier(modifier: &Modifier) -> Told {
    let mut told = Told {
        title: format!("Modifier {}: {}", modifier.modifier, modifier.title),
        parts: vec![(modifier.meaning.clone(), Confidence::Confirmed)],
        sources: Vec::new(),
        codes: Vec::new(),
        signpost: None,
        answers: Conditions::new(),
    };
    for stance in &modifier.stances {
        let settings = if stance.settings.is_empty() {
            String::new()
        } else {
            format!(" ({})", stance.settings.join(", "))
        };
        let stands = stance.stance.to_string().replace('-', " ");
        let codes = stance.codes.join(", ");
        let text = format!("{stands} on {codes}{settings}: {} {}", stance.when, stance.why);
        told.parts.push((text, stance.confidence));
        for source in &stance.sources {
            if !told.sources.contains(source) {
                told.sources.push(source.clone());
            }
        }
    }
    told
}

fn a_rule(pack: &Pack, hit: &Hit) -> Option<Told> {
    let id = hit.opens.as_deref()?.strip_prefix("rule:")?;
    let rule = rule(pack, id)?;
    let (kind, name) = rule.id.split_once(':')?;
    let policy = name.split_once('/').map_or(name, |(policy, _)| policy);
    let policy = pack.coverage.iter().find(|one| kind == "coverage" && one.id == policy);
    let title = policy.map_or_else(|| kind.replace('-', " "), |policy| policy.title.clone());
    let title = format!("Rule: {title}");
    Some(Told::new(title, rule.text, &rule.sources, rule.confidence))
}

fn asked(faq: &Faq) -> Told {
    let mut told = Told::new(faq.ask.clone(), faq.answer.clone(), &faq.sources, faq.confidence);
    told.codes.clone_from(&faq.codes);
    told
}
