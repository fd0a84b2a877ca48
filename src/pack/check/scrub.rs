//! Every check of claim lines has its words, and what these name exists.

use strum::IntoEnumIterator as _;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{ModifierUse, ScrubCheck};
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::codes::{bad_format, is_code};
use super::references::{Kind, known};
use super::site::{Site, each};

const MODIFIER: Kind<'_> = Kind {
    check: "unknown-modifier",
    one: "a modifier",
    all: "Modifiers",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    complete(loaded, out);
    sources(loaded, out);
    let modifiers: Vec<&str> = loaded
        .pack
        .modifiers
        .modifiers
        .iter()
        .map(|one| one.modifier.as_str())
        .collect();
    let (named, codes) = named(loaded);
    for site in named {
        known(&site, &MODIFIER, &modifiers, out);
    }
    for site in codes {
        let ends = site.value.split_once('-').unwrap_or((site.value, site.value));
        if !is_code(ends.0) || !is_code(ends.1) || ends.0 > ends.1 {
            bad_format(&site, out);
        }
    }
}

fn complete(loaded: &Loaded, out: &mut Findings) {
    let rules = &loaded.pack.scrub;
    for check in ScrubCheck::iter().filter(|check| rules.texts.iter().all(|text| text.check != *check)) {
        let message = format!("the program checks lines for `{check}`, and no text has words for it");
        let help = format!("Add an entry with `check: {check}`.");
        out.add("scrub-words", name::SCRUB, &Path::top().key("texts"), message, help);
    }
    for does in ModifierUse::iter().filter(|does| rules.modifier_groups.iter().all(|group| group.does != *does)) {
        let message = format!("no group names the modifiers of the use `{does}`");
        let help = format!("Add an entry with `does: {does}`.");
        out.add(
            "scrub-words",
            name::SCRUB,
            &Path::top().key("modifier_groups"),
            message,
            help,
        );
    }
}

/// Only what tells of the form of lines stands without a source.
fn sources(loaded: &Loaded, out: &mut Findings) {
    for text in each(name::SCRUB, &Path::top(), "texts", &loaded.pack.scrub.texts) {
        if text.value.sources.is_empty() && !text.value.check.is_about_form() {
            let message = format!("nothing supports what is said for {}", quoted(text.value.check.into()));
            let help =
                "Cite at least one id of `sources.yaml`; for what no document says, cite the own-knowledge source.";
            out.add("no-source", text.file, &text.path.key("check"), message, help);
        }
    }
}

type Names<'a> = Vec<Site<'a, str>>;

/// Every modifier, and every code or range, that the file names beside the first days of codes.
fn named(loaded: &Loaded) -> (Names<'_>, Names<'_>) {
    let (mut modifiers, mut codes) = (Vec::new(), Vec::new());
    let top = Path::top();
    for one in each(name::SCRUB, &top, "texts", &loaded.pack.scrub.texts) {
        modifiers.extend(each(one.file, &one.path, "modifiers", &one.value.modifiers).map(text));
        modifiers.extend(each(one.file, &one.path, "excludes", &one.value.excludes).map(text));
        codes.extend(each(one.file, &one.path, "codes", &one.value.codes).map(text));
    }
    for one in each(name::SCRUB, &top, "modifier_groups", &loaded.pack.scrub.modifier_groups) {
        modifiers.extend(each(one.file, &one.path, "modifiers", &one.value.modifiers).map(text));
        codes.extend(each(one.file, &one.path, "codes", &one.value.codes).map(text));
    }
    (modifiers, codes)
}

fn text(site: Site<'_, String>) -> Site<'_, str> {
    Site::new(site.file, site.path, site.value.as_str())
}
