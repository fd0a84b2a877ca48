//! Everything in a pack that can be found, with the texts it is found by.

use super::HitKind;
use crate::pack::model::{Card, Conditions, Faq, Modifier, Pack, Statement, Term};
use crate::pack::rules::{Rule, rules};

/// How much a match in a text counts, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A name, or a question as people ask it.
    Name,
    /// A name of one thing among others that it speaks of.
    Listed,
    /// What it says.
    Body,
    /// Words that stand beside it.
    Beside,
}

impl Part {
    pub(super) const fn weight(self) -> u32 {
        match self {
            Self::Name | Self::Listed => 100,
            Self::Body => 86,
            Self::Beside => 74,
        }
    }
}

/// One thing that can be found.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kind: HitKind,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) texts: Vec<(Part, String)>,
    pub(super) opens: Option<String>,
}

/// Everything that can be found in a pack.
pub(super) fn entries(pack: &Pack) -> Vec<Entry> {
    let mut entries: Vec<Entry> = pack.cards.iter().map(code).collect();
    entries.extend(retired(pack));
    entries.extend(pack.faq.questions.iter().map(asked));
    entries.extend(pack.glossary.terms.iter().map(term));
    entries.extend(signposts(pack));
    entries.extend(answers(pack));
    entries.extend(pack.modifiers.modifiers.iter().map(modifier));
    entries.extend(all_rules(pack));
    entries
}

fn names<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<(Part, String)> {
    of(Part::Name, texts)
}

fn of<'a>(part: Part, texts: impl IntoIterator<Item = &'a String>) -> Vec<(Part, String)> {
    texts.into_iter().map(|text| (part, text.clone())).collect()
}

fn code(card: &Card) -> Entry {
    let statements = [&card.means, &card.units, &card.included, &card.excluded];
    let said = statements.into_iter().flatten().chain([&card.brief, &card.plain]);
    let said = said.map(|one: &Statement| &one.text);
    let mut texts = names([&card.code, &card.title, &card.short]);
    texts.extend(of(Part::Beside, said));
    Entry {
        kind: HitKind::Code,
        id: card.code.clone(),
        title: card.title.clone(),
        texts,
        opens: Some(format!("code:{}", card.code)),
    }
}

fn retired(pack: &Pack) -> impl Iterator<Item = Entry> {
    pack.retired.retired.iter().map(|code| Entry {
        kind: HitKind::RetiredCode,
        id: code.code.clone(),
        title: format!("ended {}: {}", code.ended, code.became),
        texts: vec![
            (Part::Name, code.code.clone()),
            (Part::Body, code.was.clone()),
            (Part::Beside, code.became.clone()),
        ],
        opens: code.replaced_by.first().map(|next| format!("code:{next}")),
    })
}

fn term(term: &Term) -> Entry {
    let mut texts = names(std::iter::once(&term.term).chain(&term.also));
    texts.push((Part::Beside, term.meaning.clone()));
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
    signpost
        .or(code)
        .or_else(|| answer_of(&term.answers))
        .or_else(|| answer_of(&term.suggests))
}

fn answer_of(answers: &Conditions) -> Option<String> {
    let (question, values) = answers.first_key_value()?;
    Some(format!("answer:{question}={}", values.join(",")))
}

fn signposts(pack: &Pack) -> impl Iterator<Item = Entry> {
    pack.signposts.signposts.iter().map(|signpost| {
        let mut texts = names([&signpost.id, &signpost.title]);
        texts.extend(names(signpost.codes.iter().map(|target| &target.code).take(1)));
        texts.extend(of(
            Part::Listed,
            signpost.codes.iter().map(|target| &target.code).skip(1),
        ));
        texts.push((Part::Body, signpost.why.clone()));
        texts.extend(of(Part::Body, signpost.codes.iter().map(|target| &target.when)));
        texts.extend(of(Part::Beside, signpost.notes.iter().map(|note| &note.text)));
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
            let mut texts = names([
                &answer.id,
                &answer.label,
                &format!("{} {}", question.title, answer.short),
            ]);
            texts.extend(names(&answer.words));
            texts.extend(of(Part::Beside, &answer.note));
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

fn modifier(modifier: &Modifier) -> Entry {
    let mut texts = names([
        &modifier.modifier,
        &format!("modifier {}", modifier.modifier),
        &modifier.title,
        &format!("modifier {} {}", modifier.modifier, modifier.title),
    ]);
    texts.push((Part::Body, modifier.meaning.clone()));
    texts.extend(of(Part::Beside, modifier.stances.iter().map(|stance| &stance.when)));
    texts.extend(of(Part::Beside, modifier.stances.iter().map(|stance| &stance.why)));
    Entry {
        kind: HitKind::Modifier,
        id: modifier.modifier.clone(),
        title: format!("{}: {}", modifier.modifier, modifier.title),
        texts,
        opens: Some(format!("modifier:{}", modifier.modifier)),
    }
}

fn asked(faq: &Faq) -> Entry {
    let mut texts = vec![(Part::Name, faq.ask.clone()), (Part::Body, faq.answer.clone())];
    texts.extend(of(Part::Beside, &faq.codes));
    texts.push((Part::Beside, faq.id.clone()));
    Entry {
        kind: HitKind::Faq,
        id: faq.id.clone(),
        title: format!("{} {}", faq.ask, faq.answer),
        texts,
        opens: Some(format!("faq:{}", faq.id)),
    }
}

/// The kinds of rules that are found as what they are: cards, terms and the like.
const ELSEWHERE: [&str; 8] = [
    "question", "outcome", "signpost", "card", "faq", "retired", "term", "modifier",
];

/// Rules of the same words count once.
fn all_rules(pack: &Pack) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last = String::new();
    for rule in rules(pack) {
        let (kind, name) = rule.id.split_once(':').unwrap_or(("", &rule.id));
        if ELSEWHERE.contains(&kind) {
            continue;
        }
        if rule.text == last {
            if let Some(entry) = entries.last_mut() {
                entry.texts.push((Part::Body, name.to_owned()));
            }
            continue;
        }
        last.clone_from(&rule.text);
        entries.push(one_rule(pack, &rule, kind, name));
    }
    entries
}

fn one_rule(pack: &Pack, rule: &Rule, kind: &str, name: &str) -> Entry {
    let part = if name.contains(|c: char| c.is_ascii_digit()) {
        Part::Listed
    } else {
        Part::Name
    };
    let mut texts = vec![(part, name.to_owned()), (Part::Body, rule.text.clone())];
    texts.push((Part::Beside, kind.to_owned()));
    texts.extend(of(Part::Body, beside(pack, kind, name)));
    texts.extend(of(Part::Name, leave_off(pack, kind, name)));
    let id = if kind == "checklist" { name } else { &rule.id };
    Entry {
        kind: HitKind::Rule,
        id: id.to_owned(),
        title: rule.text.clone(),
        texts,
        opens: Some(format!("rule:{}", rule.id)),
    }
}

/// The words that stand beside a rule in its file.
fn beside<'a>(pack: &'a Pack, kind: &str, name: &str) -> Vec<&'a String> {
    let pair = pack.edits.pairs.iter().find(|pair| kind == "pair" && pair.id == name);
    let codes = pair
        .into_iter()
        .flat_map(|pair| pair.column_1.iter().chain(&pair.column_2));
    let items = pack.checklist.items.iter();
    let item = items.into_iter().find(|item| kind == "checklist" && item.id == name);
    codes
        .chain(item.into_iter().flat_map(|item| &item.satisfied_by))
        .collect()
}

/// The codes that a pair edit tells to leave off.
fn leave_off<'a>(pack: &'a Pack, kind: &str, name: &str) -> &'a [String] {
    let pair = pack.edits.pairs.iter().find(|pair| kind == "pair" && pair.id == name);
    pair.map(|pair| pair.leave_off.as_slice()).unwrap_or_default()
}
