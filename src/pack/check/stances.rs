//! Every modifier has one general stance for every code, and no two special ones that fit the same answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{Modifier, SETTINGS, StanceRule};
use crate::pack::path::Path;
use crate::pack::words::{listed, quoted};

use super::site::{Site, each};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let cards: Vec<_> = loaded.pack.cards.iter().map(|card| card.code.as_str()).collect();
    for modifier in each(
        name::MODIFIERS,
        &Path::top(),
        "modifiers",
        &loaded.pack.modifiers.modifiers,
    ) {
        complete(&modifier, &cards, out);
        unique(&modifier, out);
    }
}

fn complete(modifier: &Site<'_, Modifier>, cards: &[&str], out: &mut Findings) {
    let general = modifier.value.stances.iter().filter(|rule| rule.given.is_empty());
    let named: BTreeSet<_> = general.flat_map(|rule| &rule.codes).map(String::as_str).collect();
    let missing: Vec<_> = cards.iter().filter(|code| !named.contains(*code)).collect();
    if !missing.is_empty() {
        let id = quoted(&modifier.value.modifier);
        let message = format!("modifier {id} has no general stance for {}", listed(&missing));
        let help = "Add the codes to a stance without `given`: it holds whatever the answers.";
        out.add(
            "stance-missing",
            modifier.file,
            &modifier.path.key("modifier"),
            message,
            help,
        );
    }
}

fn unique(modifier: &Site<'_, Modifier>, out: &mut Findings) {
    let mut seen = BTreeMap::new();
    for rule in each(modifier.file, &modifier.path, "stances", &modifier.value.stances) {
        for (index, code) in rule.value.codes.iter().enumerate() {
            let path = rule.path.key("codes").at(index);
            let claims = claims(rule.value).map(|claim| (code.as_str(), answers(rule.value), claim));
            let first = claims.fold(None, |first, claim| first.or(seen.insert(claim, path.clone())));
            let Some(first) = first else { continue };
            let id = quoted(&modifier.value.modifier);
            let kind = if rule.value.given.is_empty() {
                "without `given`"
            } else {
                "for the same answers"
            };
            let message = format!("modifier {id} has two stances {kind} for {}", quoted(code));
            let help = "Leave the code in one of the two, or tell them apart by `given`, `settings` or `policies`.";
            out.add("stance-twice", rule.file, &path, message, help)
                .see(rule.file, &first, "the first one");
        }
    }
}

/// The claims a rule speaks of: each setting, under each policy.
fn claims(rule: &StanceRule) -> impl Iterator<Item = (&str, Option<&str>)> {
    let settings: Vec<&str> = if rule.settings.is_empty() {
        SETTINGS.to_vec()
    } else {
        rule.settings.iter().map(String::as_str).collect()
    };
    let policies: Vec<Option<&str>> = if rule.policies.is_empty() {
        vec![None]
    } else {
        rule.policies.iter().map(|id| Some(id.as_str())).collect()
    };
    let pairs = move |setting| policies.clone().into_iter().map(move |policy| (setting, policy));
    settings.into_iter().flat_map(pairs)
}

/// The answers of `given` in one order, so that equal ones compare equal.
fn answers(rule: &StanceRule) -> Vec<(&str, BTreeSet<&str>)> {
    rule.given
        .iter()
        .map(|(question, list)| (question.as_str(), list.iter().map(String::as_str).collect()))
        .collect()
}
