//! Codes and modifiers are well formed, and a code that claims to be of the family has a card.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::suggest::did_you_mean;
use crate::pack::words::quoted;

use super::site::{Site, each};
pub(super) use crate::pack::words::is_code;

/// What a code must be, depending on where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// A code of the family: it has a card.
    Family,
    /// A neighbor on a card: it has a card, or a signpost or an add-on rule names it.
    Neighbor,
    /// Any well-formed code.
    Any,
}

/// A code and where it stands.
pub(super) type CodeSite<'a> = (Claim, Site<'a, str>);

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let cards: Vec<_> = loaded.pack.cards.iter().map(|card| card.code.as_str()).collect();
    let neighbors = neighbors(loaded, &cards);
    for (claim, site) in all(loaded) {
        if !is_code(site.value) {
            bad_format(&site, out);
        } else if claim == Claim::Family {
            has_card(&site, &cards, out);
        } else if claim == Claim::Neighbor && !neighbors.contains(&site.value) {
            let message = format!("nothing in the pack tells what {} is", quoted(site.value));
            let help = "Name a code that has a card, or that a signpost or an add-on rule of a card names.";
            out.add("unknown-code", site.file, &site.path, message, help);
        }
    }
    file_names(loaded, out);
    modifiers(loaded, out);
}

fn has_card(site: &Site<'_, str>, cards: &[&str], out: &mut Findings) {
    if !cards.contains(&site.value) {
        let message = format!("no card describes the code {}", quoted(site.value));
        let help = format!(
            "{} Or add `codes/{}.yaml`.",
            did_you_mean(site.value, cards.iter().copied(), "Cards"),
            site.value
        );
        out.add("unknown-code", site.file, &site.path, message, help.trim_start());
    }
}

fn neighbors<'a>(loaded: &'a Loaded, cards: &[&'a str]) -> Vec<&'a str> {
    let targets = loaded
        .pack
        .signposts
        .signposts
        .iter()
        .flat_map(|signpost| &signpost.codes)
        .map(|target| &target.code);
    let add_ons = loaded
        .pack
        .cards
        .iter()
        .flat_map(|card| &card.add_ons)
        .map(|add_on| &add_on.code);
    cards
        .iter()
        .copied()
        .chain(targets.chain(add_ons).map(String::as_str))
        .collect()
}

pub(super) fn bad_format(site: &Site<'_, str>, out: &mut Findings) {
    let message = format!("{} is not a code", quoted(site.value));
    let help = "A code has five characters in quotes: digits, of which the first or the last may be a capital letter.";
    out.add("code-format", site.file, &site.path, message, help);
}

/// Every code of the pack but those in `retired.yaml`.
pub(super) fn all(loaded: &Loaded) -> Vec<CodeSite<'_>> {
    let mut all = card_codes(loaded);
    let pack = &loaded.pack;
    let top = Path::top();
    for one in each(name::TREE, &top, "outcomes", &pack.tree.outcomes) {
        if let Some(code) = &one.value.code {
            all.push((Claim::Family, Site::new(one.file, one.path.key("code"), code.as_str())));
        }
    }
    for one in each(name::STATEMENTS, &top, "statements", &pack.statements.statements) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    for one in each(name::FAQ, &top, "questions", &pack.faq.questions) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    for one in each(name::FEES, &top, "tables", &pack.fees.tables) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    for one in each(name::FEES, &top, "rows", &pack.fees.rows) {
        all.push((
            Claim::Any,
            Site::new(one.file, one.path.key("code"), one.value.code.as_str()),
        ));
    }
    for one in each(name::CHECKLIST, &top, "items", &pack.checklist.items) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    for modifier in each(name::MODIFIERS, &top, "modifiers", &pack.modifiers.modifiers) {
        for rule in each(modifier.file, &modifier.path, "stances", &modifier.value.stances) {
            all.extend(family(rule.file, &rule.path, &rule.value.codes));
        }
    }
    for one in each(name::GLOSSARY, &top, "terms", &pack.glossary.terms) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    for (file, policy) in loaded.policies() {
        for rule in each(file, &top, "rules", &policy.rules) {
            all.extend(family(rule.file, &rule.path, &rule.value.codes));
        }
    }
    for one in each(name::FINDINGS, &top, "findings", &pack.findings.findings) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    for one in each(name::EDITS, &top, "unit_limits", &pack.edits.unit_limits) {
        let codes = each(one.file, &one.path, "codes", &one.value.codes);
        all.extend(codes.map(|code| (Claim::Any, Site::new(code.file, code.path, code.value.as_str()))));
    }
    for one in each(name::EDITS, &top, "both_sides", &pack.edits.both_sides) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    all.extend(diagnosis_codes(loaded));
    for one in each(name::EDITS, &top, "companions", &pack.edits.companions) {
        all.extend(family(one.file, &one.path, &one.value.codes));
    }
    for one in each(name::EDITS, &top, "pairs", &pack.edits.pairs) {
        let codes = each(one.file, &one.path, "leave_off", &one.value.leave_off);
        all.extend(codes.map(|code| (Claim::Any, Site::new(code.file, code.path, code.value.as_str()))));
    }
    for one in each(name::SCRUB, &top, "starts", &pack.scrub.starts) {
        let codes = each(one.file, &one.path, "codes", &one.value.codes);
        all.extend(codes.map(|code| (Claim::Any, Site::new(code.file, code.path, code.value.as_str()))));
    }
    for signpost in each(name::SIGNPOSTS, &top, "signposts", &pack.signposts.signposts) {
        let targets = each(signpost.file, &signpost.path, "codes", &signpost.value.codes);
        all.extend(targets.map(|one| {
            (
                Claim::Any,
                Site::new(one.file, one.path.key("code"), one.value.code.as_str()),
            )
        }));
    }
    all
}

fn diagnosis_codes(loaded: &Loaded) -> Vec<CodeSite<'_>> {
    let (all, top) = (&loaded.pack.diagnoses, Path::top());
    let sets = each(name::DIAGNOSES, &top, "sets", &all.sets);
    let without = each(name::DIAGNOSES, &top, "without_list", &all.without_list);
    let exempt = each(name::DIAGNOSES, &top, "exemptions", &all.exemptions);
    sets.flat_map(|one| family(one.file, &one.path, &one.value.codes))
        .chain(without.flat_map(|one| family(one.file, &one.path, &one.value.codes)))
        .chain(exempt.flat_map(|one| family(one.file, &one.path, &one.value.codes)))
        .collect()
}

fn family<'a>(file: &'a str, base: &Path, codes: &'a [String]) -> Vec<CodeSite<'a>> {
    each(file, base, "codes", codes)
        .map(|one| (Claim::Family, Site::new(one.file, one.path, one.value.as_str())))
        .collect()
}

fn card_codes(loaded: &Loaded) -> Vec<CodeSite<'_>> {
    let mut all = Vec::new();
    let top = Path::top();
    for (file, card) in loaded.cards() {
        all.push((Claim::Any, Site::new(file, top.key("code"), card.code.as_str())));
        if let Some(parent) = &card.parent {
            all.push((
                Claim::Neighbor,
                Site::new(file, top.key("parent").key("code"), parent.code.as_str()),
            ));
        }
        let add_ons = each(file, &top, "add_ons", &card.add_ons);
        all.extend(add_ons.map(|one| {
            (
                Claim::Neighbor,
                Site::new(file, one.path.key("code"), one.value.code.as_str()),
            )
        }));
        let related = each(file, &top, "related", &card.related);
        all.extend(related.map(|one| {
            (
                Claim::Neighbor,
                Site::new(file, one.path.key("code"), one.value.code.as_str()),
            )
        }));
    }
    all
}

/// A card lies in the file named after its code.
fn file_names(loaded: &Loaded, out: &mut Findings) {
    for (file, card) in loaded.cards() {
        let wanted = format!("{}{}.yaml", name::CODES, card.code);
        if file != wanted {
            let message = format!("the card of {} lies in a file of another name", quoted(&card.code));
            let help = format!("Rename the file to `{wanted}`, or correct the code.");
            out.add("file-name", file, &Path::top().key("code"), message, help);
        }
    }
}

fn modifiers(loaded: &Loaded, out: &mut Findings) {
    for one in each(
        name::MODIFIERS,
        &Path::top(),
        "modifiers",
        &loaded.pack.modifiers.modifiers,
    ) {
        let modifier = &one.value.modifier;
        if modifier.len() != 2 || !modifier.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase()) {
            let message = format!("{} is not a modifier", quoted(modifier));
            let help = "A modifier has two characters, capital letters or digits, in quotes.";
            out.add("modifier-format", one.file, &one.path.key("modifier"), message, help);
        }
    }
}
