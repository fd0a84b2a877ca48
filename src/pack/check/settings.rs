//! Settings are named as the program knows them.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::SETTINGS;
use crate::pack::path::Path;

use super::references::{Kind, known};
use super::site::{Site, each};

const SETTING: Kind<'_> = Kind {
    check: "unknown-setting",
    one: "a setting",
    all: "Settings",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    for site in named(loaded) {
        known(&site, &SETTING, &SETTINGS, out);
    }
}

/// Every setting that a rule names.
fn named(loaded: &Loaded) -> Vec<Site<'_, str>> {
    let (pack, top) = (&loaded.pack, Path::top());
    let mut all = Vec::new();
    for modifier in each(name::MODIFIERS, &top, "modifiers", &pack.modifiers.modifiers) {
        for rule in each(modifier.file, &modifier.path, "stances", &modifier.value.stances) {
            all.extend(settings(rule.file, &rule.path, &rule.value.settings));
        }
    }
    for rule in each(name::EDITS, &top, "both_sides", &pack.edits.both_sides) {
        all.extend(settings(rule.file, &rule.path, &rule.value.settings));
    }
    for (file, policy) in loaded.policies() {
        for rule in each(file, &top, "rules", &policy.rules) {
            all.extend(settings(rule.file, &rule.path, &rule.value.settings));
        }
    }
    all
}

fn settings<'a>(file: &'a str, base: &Path, list: &'a [String]) -> impl Iterator<Item = Site<'a, str>> + use<'a> {
    each(file, base, "settings", list).map(|one| Site::new(one.file, one.path, one.value.as_str()))
}
