//! The overlay of a site: names stand once, and point at codes, questions, answers and payers of the pack.

use crate::pack::files::Files;
use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::model::{LocalRule, Overlay, Pack, Policy};
use crate::pack::path::Path;
use crate::pack::suggest::did_you_mean;
use crate::pack::words::quoted;

use super::site::{Site, each};
use super::text::Letters;
use super::{codes, conditions, dates, ids, limits, text};

/// Most characters of a site's title: it stands in front of every text of the site.
const TITLE: usize = 40;

pub(in crate::pack) fn run(files: &Files, overlay: &Overlay, pack: &Pack, out: &mut Findings) {
    text::run(files, Letters::Any, out);
    dates::spans(files, out);
    let top = Path::top();
    let title = Site::new(name::OVERLAY, top.key("title"), overlay.title.as_str());
    limits::length(&title, TITLE, out);
    let notes = each(name::OVERLAY, &top, "notes", &overlay.notes);
    let stops = each(name::OVERLAY, &top, "stops", &overlay.stops);
    let rules: Vec<Site<'_, LocalRule>> = notes.chain(stops).collect();
    let names = rules
        .iter()
        .map(|rule| Site::new(rule.file, rule.path.key("id"), rule.value.id.as_str()));
    ids::named("local rule", names.collect(), out);
    for rule in &rules {
        for code in each(rule.file, &rule.path, "codes", &rule.value.codes) {
            of_family(&Site::new(code.file, code.path, code.value.as_str()), pack, out);
        }
        let given = Site::new(rule.file, rule.path.key("given"), &rule.value.given);
        conditions::one(&given, &pack.tree.questions, out);
        payers(rule, pack, out);
    }
    descriptors(overlay, pack, out);
}

/// One descriptor a code of the family.
fn descriptors(overlay: &Overlay, pack: &Pack, out: &mut Findings) {
    let Some(descriptors) = &overlay.descriptors else {
        return;
    };
    let base = Path::top().key("descriptors");
    let texts = each(name::OVERLAY, &base, "texts", &descriptors.texts);
    let sites: Vec<_> = texts
        .map(|one| Site::new(one.file, one.path.key("code"), one.value.code.as_str()))
        .collect();
    for site in &sites {
        of_family(site, pack, out);
    }
    ids::once("descriptor", sites, out);
}

fn of_family(site: &Site<'_, str>, pack: &Pack, out: &mut Findings) {
    let family: Vec<&str> = pack.cards.iter().map(|card| card.code.as_str()).collect();
    if family.contains(&site.value) {
        return;
    }
    if !codes::is_code(site.value) {
        return codes::bad_format(site, out);
    }
    let message = format!("{} is not a code of this family", quoted(site.value));
    let guess = did_you_mean(site.value, family, "Codes");
    let help = if guess.is_empty() {
        "Name a code that the pack has a card for."
    } else {
        &guess
    };
    out.add("unknown-code", site.file, &site.path, message, help);
}

fn payers(rule: &Site<'_, LocalRule>, pack: &Pack, out: &mut Findings) {
    let policies = pack.payers().map(|policy| policy.id.as_str());
    let known: Vec<&str> = std::iter::once(Policy::CODE_RULES_ONLY).chain(policies).collect();
    for payer in each(rule.file, &rule.path, "payers", &rule.value.payers) {
        if known.contains(&payer.value.as_str()) {
            continue;
        }
        let message = format!("{} is not the name of a payer", quoted(payer.value));
        let mut help = did_you_mean(payer.value, known.iter().copied(), "Payers");
        if help.is_empty() {
            help = format!(
                "Name `{}` or the id of a coverage policy, without a state.",
                Policy::CODE_RULES_ONLY
            );
        }
        out.add("unknown-payer", payer.file, &payer.path, message, help);
    }
}
