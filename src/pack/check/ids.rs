//! Names are kebab-case and stand once.

use std::collections::HashMap;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::site::{Site, each};

/// Names of one kind, among which each stands once.
struct Group<'a> {
    what: &'static str,
    names: Vec<Site<'a, str>>,
    kebab: bool,
}

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let mut groups = plain_groups(loaded);
    groups.extend(answer_groups(loaded));
    groups.extend(code_groups(loaded));
    for group in &groups {
        unique(group, out);
        if group.kebab {
            kebab(group, out);
        }
    }
}

/// Names of one kind that are kebab-case and stand once.
pub(super) fn named(what: &'static str, names: Vec<Site<'_, str>>, out: &mut Findings) {
    let group = Group {
        what,
        names,
        kebab: true,
    };
    unique(&group, out);
    kebab(&group, out);
}

/// Codes of one kind that stand once.
pub(super) fn once(what: &'static str, names: Vec<Site<'_, str>>, out: &mut Findings) {
    unique(
        &Group {
            what,
            names,
            kebab: false,
        },
        out,
    );
}

fn group<'a, T>(
    what: &'static str,
    file: &'a str,
    key: &'static str,
    list: &'a [T],
    id: fn(&T) -> &String,
) -> Group<'a> {
    let names =
        each(file, &Path::top(), key, list).map(|one| Site::new(file, one.path.key("id"), id(one.value).as_str()));
    Group {
        what,
        names: names.collect(),
        kebab: true,
    }
}

fn plain_groups(loaded: &Loaded) -> Vec<Group<'_>> {
    let pack = &loaded.pack;
    let mut groups = vec![
        group("notice", name::ABOUT, "notices", &pack.about.notices, |one| &one.id),
        group("source", name::SOURCES, "sources", &pack.sources.sources, |one| &one.id),
        group("question", name::TREE, "questions", &pack.tree.questions, |one| &one.id),
        group("outcome", name::TREE, "outcomes", &pack.tree.outcomes, |one| &one.id),
        group(
            "signpost",
            name::SIGNPOSTS,
            "signposts",
            &pack.signposts.signposts,
            |one| &one.id,
        ),
        group("item", name::CHECKLIST, "items", &pack.checklist.items, |one| &one.id),
        group("set of codes", name::DIAGNOSES, "sets", &pack.diagnoses.sets, |one| {
            &one.id
        }),
        group(
            "exemption",
            name::DIAGNOSES,
            "exemptions",
            &pack.diagnoses.exemptions,
            |one| &one.id,
        ),
        group("pair", name::EDITS, "pairs", &pack.edits.pairs, |one| &one.id),
        group("companion", name::EDITS, "companions", &pack.edits.companions, |one| {
            &one.id
        }),
        group(
            "statement",
            name::STATEMENTS,
            "statements",
            &pack.statements.statements,
            |one| &one.id,
        ),
        group("entry", name::FAQ, "questions", &pack.faq.questions, |one| &one.id),
        group("edition", name::FEES, "editions", &pack.fees.editions, |one| &one.id),
        group("term", name::GLOSSARY, "terms", &pack.glossary.terms, |one| &one.id),
    ];
    let policies = loaded
        .policies()
        .map(|(file, policy)| Site::new(file, Path::top().key("id"), policy.id.as_str()));
    groups.push(Group {
        what: "policy",
        names: policies.collect(),
        kebab: true,
    });
    groups.extend(
        loaded
            .policies()
            .map(|(file, policy)| group("rule", file, "rules", &policy.rules, |one| &one.id)),
    );
    groups
}

fn answer_groups(loaded: &Loaded) -> impl Iterator<Item = Group<'_>> {
    each(name::TREE, &Path::top(), "questions", &loaded.pack.tree.questions).map(|question| {
        let answers = each(name::TREE, &question.path, "answers", &question.value.answers);
        let names = answers.map(|answer| Site::new(name::TREE, answer.path.key("id"), answer.value.id.as_str()));
        Group {
            what: "answer of this question",
            names: names.collect(),
            kebab: true,
        }
    })
}

fn code_groups(loaded: &Loaded) -> [Group<'_>; 3] {
    let pack = &loaded.pack;
    let top = Path::top();
    let modifiers = each(name::MODIFIERS, &top, "modifiers", &pack.modifiers.modifiers)
        .map(|one| Site::new(name::MODIFIERS, one.path.key("modifier"), one.value.modifier.as_str()));
    let retired = each(name::RETIRED, &top, "retired", &pack.retired.retired)
        .map(|one| Site::new(name::RETIRED, one.path.key("code"), one.value.code.as_str()));
    let cards = loaded
        .cards()
        .map(|(file, card)| Site::new(file, top.key("code"), card.code.as_str()));
    [
        Group {
            what: "modifier",
            names: modifiers.collect(),
            kebab: false,
        },
        Group {
            what: "retired code",
            names: retired.collect(),
            kebab: false,
        },
        Group {
            what: "card",
            names: cards.collect(),
            kebab: false,
        },
    ]
}

fn unique(group: &Group<'_>, out: &mut Findings) {
    let mut seen: HashMap<&str, &Site<'_, str>> = HashMap::new();
    for site in &group.names {
        if let Some(first) = seen.get(site.value) {
            let message = format!("another {} is named {} already", group.what, quoted(site.value));
            let help = "Give one of the two another name, or remove it.";
            out.add("duplicate-id", site.file, &site.path, message, help)
                .see(first.file, &first.path, "the first one");
        } else {
            seen.insert(site.value, site);
        }
    }
}

fn kebab(group: &Group<'_>, out: &mut Findings) {
    for site in group.names.iter().filter(|site| !is_kebab(site.value)) {
        let message = format!("the name {} is not in kebab-case", quoted(site.value));
        let help = format!(
            "Use small letters and digits, parted by single hyphens: {}.",
            quoted(&to_kebab(site.value))
        );
        out.add("kebab-case", site.file, &site.path, message, help);
    }
}

fn is_kebab(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.split('-').all(part)
}

fn to_kebab(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let parts: Vec<_> = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        "some-name".to_owned()
    } else {
        parts.join("-")
    }
}
