//! Everything that can be found, and finding it.

use nucleo_matcher::{Config, Matcher};

use super::score::{score, words};
use super::{Hit, HitKind};
use crate::pack::model::{Conditions, Pack, Term};

/// Everything that can be found in a pack.
#[derive(Debug)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    kind: HitKind,
    id: String,
    title: String,
    texts: Vec<String>,
    opens: Option<String>,
}

impl Index {
    /// Lists what a pack holds.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let mut entries = Vec::new();
        entries.extend(codes(pack));
        entries.extend(retired(pack));
        entries.extend(pack.glossary.terms.iter().map(term));
        entries.extend(signposts(pack));
        entries.extend(answers(pack));
        entries.extend(modifiers(pack));
        entries.extend(rules(pack));
        Self { entries }
    }

    /// What fits, best first, at most `limit`.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let phrase = query.trim().to_lowercase();
        let typed = words(&phrase);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let hit = |entry: &Entry| entry.hit(&typed, &phrase, &mut matcher);
        let mut hits: Vec<Hit> = self.entries.iter().filter_map(hit).collect();
        hits.sort_by(|a, b| b.score.cmp(&a.score).then(a.kind.cmp(&b.kind)).then(a.id.cmp(&b.id)));
        hits.truncate(limit);
        hits
    }
}

impl Entry {
    fn hit(&self, typed: &[String], phrase: &str, matcher: &mut Matcher) -> Option<Hit> {
        let best = self
            .texts
            .iter()
            .filter_map(|text| score(typed, phrase, text, matcher))
            .max()?;
        Some(Hit {
            kind: self.kind,
            id: self.id.clone(),
            title: self.title.clone(),
            score: best,
            opens: self.opens.clone(),
        })
    }
}

fn codes(pack: &Pack) -> impl Iterator<Item = Entry> {
    pack.cards.iter().map(|card| Entry {
        kind: HitKind::Code,
        id: card.code.clone(),
        title: card.title.clone(),
        texts: vec![card.code.clone(), card.title.clone(), card.short.clone()],
        opens: Some(format!("code:{}", card.code)),
    })
}

fn retired(pack: &Pack) -> impl Iterator<Item = Entry> {
    pack.retired.retired.iter().map(|code| Entry {
        kind: HitKind::RetiredCode,
        id: code.code.clone(),
        title: format!("ended {}: {}", code.ended, code.became),
        texts: vec![code.code.clone(), code.was.clone()],
        opens: code.replaced_by.first().map(|next| format!("code:{next}")),
    })
}

fn term(term: &Term) -> Entry {
    let mut texts = vec![term.term.clone()];
    texts.extend(term.also.iter().cloned());
    Entry {
        kind: HitKind::Term,
        id: term.id.clone(),
        title: format!("{}: {}", term.term, term.meaning),
        texts,
        opens: opens(term),
    }
}

fn opens(term: &Term) -> Option<String> {
    let code = term.codes.first().map(|code| format!("code:{code}"));
    let signpost = term.signpost.as_ref().map(|id| format!("signpost:{id}"));
    signpost.or(code).or_else(|| answer_of(&term.answers))
}

fn answer_of(answers: &Conditions) -> Option<String> {
    let (question, values) = answers.first_key_value()?;
    Some(format!("answer:{question}={}", values.join(",")))
}

fn signposts(pack: &Pack) -> impl Iterator<Item = Entry> {
    pack.signposts.signposts.iter().map(|signpost| {
        let mut texts = vec![signpost.id.clone(), signpost.title.clone()];
        texts.extend(signpost.codes.iter().map(|target| target.code.clone()));
        texts.extend(signpost.codes.iter().map(|target| target.when.clone()));
        Entry {
            kind: HitKind::Signpost,
            id: signpost.id.clone(),
            title: signpost.title.clone(),
            texts,
            opens: Some(format!("signpost:{}", signpost.id)),
        }
    })
}

fn answers(pack: &Pack) -> impl Iterator<Item = Entry> {
    let questions = pack.tree.questions.iter();
    questions
        .flat_map(|question| question.answers.iter().map(move |answer| (question, answer)))
        .map(|(question, answer)| {
            let mut texts = vec![
                answer.id.clone(),
                answer.label.clone(),
                format!("{} {}", question.title, answer.short),
            ];
            texts.extend(answer.words.iter().cloned());
            let id = format!("{}={}", question.id, answer.id);
            Entry {
                kind: HitKind::Answer,
                title: format!("{}: {}", question.title, answer.label),
                opens: Some(format!("answer:{id}")),
                texts,
                id,
            }
        })
}

fn modifiers(pack: &Pack) -> impl Iterator<Item = Entry> {
    pack.modifiers.modifiers.iter().map(|modifier| Entry {
        kind: HitKind::Modifier,
        id: modifier.modifier.clone(),
        title: format!("{}: {}", modifier.modifier, modifier.title),
        texts: vec![
            modifier.modifier.clone(),
            format!("modifier {}", modifier.modifier),
            modifier.title.clone(),
        ],
        opens: None,
    })
}

fn rules(pack: &Pack) -> impl Iterator<Item = Entry> {
    pack.checklist.items.iter().map(|item| Entry {
        kind: HitKind::Rule,
        id: item.id.clone(),
        title: item.text.clone(),
        texts: vec![item.id.clone(), item.text.clone()],
        opens: None,
    })
}
