//! Names that point at something point at something that exists: sources, signposts, policies, questions, answers.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::Question;
use crate::pack::path::Path;
use crate::pack::suggest::did_you_mean;
use crate::pack::words::quoted;

use super::evidence::rules;
use super::site::{Site, each};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    sources(loaded, out);
    signposts(loaded, out);
    policies(loaded, out);
    contractors(loaded, out);
    answers(loaded, out);
    open_questions(loaded, out);
}

/// What a name should be the name of: `a source`, and in the plural: `Sources`.
pub(super) struct Kind<'a> {
    pub(super) check: &'static str,
    pub(super) one: &'a str,
    pub(super) all: &'a str,
}

pub(super) const QUESTION: Kind<'_> = Kind {
    check: "unknown-question",
    one: "a question",
    all: "Questions",
};
const SOURCE: Kind<'_> = Kind {
    check: "unknown-source",
    one: "a source",
    all: "Sources",
};
pub(super) const SIGNPOST: Kind<'_> = Kind {
    check: "unknown-signpost",
    one: "a signpost",
    all: "Signposts",
};
const POLICY: Kind<'_> = Kind {
    check: "unknown-policy",
    one: "a policy",
    all: "Policies",
};

const CONTRACTOR: Kind<'_> = Kind {
    check: "unknown-contractor",
    one: "a contractor",
    all: "Contractors",
};

/// Reports a name that is not among `known`.
pub(super) fn known(site: &Site<'_, str>, kind: &Kind<'_>, known: &[&str], out: &mut Findings) {
    if !known.contains(&site.value) {
        let mut help = did_you_mean(site.value, known.iter().copied(), kind.all);
        if help.is_empty() {
            help = format!("Correct the name, or add {} of this name.", kind.one);
        }
        let message = format!("{} is not the name of {}", quoted(site.value), kind.one);
        out.add(kind.check, site.file, &site.path, message, help);
    }
}

/// Reports an answer that its question does not have.
pub(super) fn known_answer(site: &Site<'_, str>, question: &Question, out: &mut Findings) {
    let ids: Vec<_> = question.answers.iter().map(|answer| answer.id.as_str()).collect();
    let one = format!("an answer of {}", quoted(&question.id));
    let all = format!("Answers of {}", quoted(&question.id));
    known(
        site,
        &Kind {
            check: "unknown-answer",
            one: &one,
            all: &all,
        },
        &ids,
        out,
    );
}

fn sources(loaded: &Loaded, out: &mut Findings) {
    let ids: Vec<_> = loaded
        .pack
        .sources
        .sources
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    for rule in rules(loaded) {
        for (index, source) in rule.sources.iter().enumerate() {
            let site = Site::new(rule.file, rule.path.key("sources").at(index), *source);
            known(&site, &SOURCE, &ids, out);
        }
    }
}

fn signposts(loaded: &Loaded, out: &mut Findings) {
    let ids: Vec<_> = loaded
        .pack
        .signposts
        .signposts
        .iter()
        .map(|signpost| signpost.id.as_str())
        .collect();
    for (file, path, id) in signposts_named(loaded) {
        known(&Site::new(file, path, id), &SIGNPOST, &ids, out);
    }
}

/// Every place that names a signpost.
pub(super) fn signposts_named(loaded: &Loaded) -> Vec<(&str, Path, &str)> {
    let outcomes = each(name::TREE, &Path::top(), "outcomes", &loaded.pack.tree.outcomes)
        .filter_map(|one| Some((one.file, one.path.key("signpost"), one.value.signpost.as_deref()?)));
    let terms = each(name::GLOSSARY, &Path::top(), "terms", &loaded.pack.glossary.terms)
        .filter_map(|one| Some((one.file, one.path.key("signpost"), one.value.signpost.as_deref()?)));
    outcomes.chain(terms).collect()
}

fn policies(loaded: &Loaded, out: &mut Findings) {
    let ids: Vec<_> = loaded.pack.coverage.iter().map(|policy| policy.id.as_str()).collect();
    for site in single_policies(loaded).into_iter().chain(listed_policies(loaded)) {
        known(&site, &POLICY, &ids, out);
    }
}

/// Every `policy` that names one.
fn single_policies(loaded: &Loaded) -> Vec<Site<'_, str>> {
    let (pack, top) = (&loaded.pack, Path::top());
    let contractors = pack.jurisdictions.policy.as_str();
    let mut all = vec![Site::new(name::JURISDICTIONS, top.key("policy"), contractors)];
    for item in each(name::CHECKLIST, &top, "items", &pack.checklist.items) {
        let policy = item.value.policy.as_deref();
        all.extend(policy.map(|id| Site::new(item.file, item.path.key("policy"), id)));
    }
    for finding in each(name::FINDINGS, &top, "findings", &pack.findings.findings) {
        let policy = finding.value.policy.as_deref();
        all.extend(policy.map(|id| Site::new(finding.file, finding.path.key("policy"), id)));
    }
    all
}

/// Every name in a list of `policies`.
fn listed_policies(loaded: &Loaded) -> Vec<Site<'_, str>> {
    let (pack, top) = (&loaded.pack, Path::top());
    let mut all: Vec<Site<'_, String>> = each(name::DIAGNOSES, &top, "policies", &pack.diagnoses.policies).collect();
    for modifier in each(name::MODIFIERS, &top, "modifiers", &pack.modifiers.modifiers) {
        for rule in each(modifier.file, &modifier.path, "stances", &modifier.value.stances) {
            all.extend(each(rule.file, &rule.path, "policies", &rule.value.policies));
        }
    }
    for line in each(name::EDITS, &top, "companions", &pack.edits.companions) {
        all.extend(each(line.file, &line.path, "policies", &line.value.policies));
    }
    all.into_iter()
        .map(|one| Site::new(one.file, one.path, one.value.as_str()))
        .collect()
}

/// Rules and items name contractors that some state has.
fn contractors(loaded: &Loaded, out: &mut Findings) {
    let all = &loaded.pack.jurisdictions.jurisdictions;
    let mut names: Vec<_> = all.iter().map(|one| one.contractor.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let top = Path::top();
    let items = each(name::CHECKLIST, &top, "items", &loaded.pack.checklist.items);
    let mut lists: Vec<_> = items.map(|one| (one.file, one.path, &one.value.contractors)).collect();
    for (file, policy) in loaded.policies() {
        let rules = each(file, &top, "rules", &policy.rules);
        lists.extend(rules.map(|one| (one.file, one.path, &one.value.contractors)));
    }
    for (file, path, list) in lists {
        for one in each(file, &path, "contractors", list) {
            known(
                &Site::new(one.file, one.path, one.value.as_str()),
                &CONTRACTOR,
                &names,
                out,
            );
        }
    }
}

/// `precedence`, `mixes`, `denied` and `assume.answer` name answers of their own question.
fn answers(loaded: &Loaded, out: &mut Findings) {
    for question in each(name::TREE, &Path::top(), "questions", &loaded.pack.tree.questions) {
        for entry in each(question.file, &question.path, "precedence", &question.value.precedence) {
            known_answer(
                &Site::new(entry.file, entry.path, entry.value.as_str()),
                question.value,
                out,
            );
        }
        for entry in each(question.file, &question.path, "mixes", &question.value.mixes) {
            known_answer(
                &Site::new(entry.file, entry.path, entry.value.as_str()),
                question.value,
                out,
            );
        }
        if let Some(denied) = &question.value.denied {
            let path = question.path.key("denied");
            known_answer(&Site::new(question.file, path, denied.as_str()), question.value, out);
        }
        if let Some(assume) = &question.value.assume {
            let path = question.path.key("assume").key("answer");
            known_answer(
                &Site::new(question.file, path, assume.answer.as_str()),
                question.value,
                out,
            );
        }
    }
}

fn open_questions(loaded: &Loaded, out: &mut Findings) {
    let ids: Vec<_> = loaded
        .pack
        .tree
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .collect();
    for outcome in each(name::TREE, &Path::top(), "outcomes", &loaded.pack.tree.outcomes) {
        if let Some(open) = &outcome.value.undetermined {
            let path = outcome.path.key("undetermined").key("question");
            known(
                &Site::new(outcome.file, path, open.question.as_str()),
                &QUESTION,
                &ids,
                out,
            );
        }
    }
}
