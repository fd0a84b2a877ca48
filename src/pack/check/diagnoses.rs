//! Diagnoses are well formed, stand once, and name tiers and sets that exist.

use std::collections::BTreeMap;

use strum::IntoEnumIterator as _;

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{Diagnosis, DiagnosisCase, Weighs};
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::references::{Kind, known};
use super::site::{Site, each};

const TIER: Kind<'_> = Kind {
    check: "unknown-tier",
    one: "a tier",
    all: "Tiers",
};
const SET: Kind<'_> = Kind {
    check: "unknown-set",
    one: "a set of codes",
    all: "Sets",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let all = &loaded.pack.diagnoses;
    let tiers: Vec<&str> = all.tiers.iter().map(|tier| tier.tier.as_str()).collect();
    let sets: Vec<&str> = all.sets.iter().map(|set| set.id.as_str()).collect();
    for one in each(name::DIAGNOSES, &Path::top(), "diagnoses", &all.diagnoses) {
        if let Some(tier) = &one.value.tier {
            known(
                &Site::new(one.file, one.path.key("tier"), tier.as_str()),
                &TIER,
                &tiers,
                out,
            );
        }
        for set in each(one.file, &one.path, "sets", &one.value.sets) {
            known(&Site::new(set.file, set.path, set.value.as_str()), &SET, &sets, out);
        }
        whole(&one, out);
        forms(one.file, &one.path, "icd", &one.value.icd, out);
    }
    for one in each(name::DIAGNOSES, &Path::top(), "exemptions", &all.exemptions) {
        forms(one.file, &one.path, "named", &one.value.named, out);
    }
    once(loaded, out);
    words(loaded, out);
}

/// A diagnosis that supports says how well it is known and which codes it fits; another one has nothing to say of that.
fn whole(one: &Site<'_, Diagnosis>, out: &mut Findings) {
    let graded = matches!(one.value.weighs, Weighs::Supports | Weighs::Weak);
    let has = (one.value.tier.is_some(), !one.value.sets.is_empty());
    if has != (graded, graded) {
        let message = format!("`{}` and its `tier` and `sets` do not go together", one.value.weighs);
        let help = "`supports` and `weak` need a tier and sets; `trap` and `not-billable` have neither.";
        out.add("diagnosis-grade", one.file, &one.path.key("weighs"), message, help);
    }
}

fn forms(file: &str, base: &Path, key: &'static str, list: &[String], out: &mut Findings) {
    for icd in each(file, base, key, list).filter(|icd| !is_icd(icd.value)) {
        let message = format!("{} is not a diagnosis", quoted(icd.value));
        let help = "Write an ICD-10-CM code such as `M54.16`, or `M47.81-` for everything that begins so.";
        out.add("diagnosis-form", icd.file, &icd.path, message, help);
    }
}

/// A letter, a digit, a letter or digit; then a point and up to four more; a hyphen at the end means "and so on".
fn is_icd(text: &str) -> bool {
    let stem = text.strip_suffix('-').unwrap_or(text);
    let (head, tail) = stem.split_once('.').unwrap_or((stem, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let mut bytes = head.bytes();
    let first = bytes.next().is_some_and(|b| b.is_ascii_uppercase());
    let second = bytes.next().is_some_and(|b| b.is_ascii_digit());
    let ended = !stem.ends_with('.') || stem.len() < text.len();
    first && second && ended && head.len() == 3 && tail.len() <= 4 && plain(head) && plain(tail)
}

/// No diagnosis weighs the same twice.
fn once(loaded: &Loaded, out: &mut Findings) {
    let mut seen = BTreeMap::new();
    let all = &loaded.pack.diagnoses.diagnoses;
    for one in each(name::DIAGNOSES, &Path::top(), "diagnoses", all) {
        for icd in each(one.file, &one.path, "icd", &one.value.icd) {
            let weighs: &str = one.value.weighs.into();
            let graded = matches!(one.value.weighs, Weighs::Supports | Weighs::Weak);
            let kind = if graded { "supports" } else { weighs };
            if let Some(first) = seen.insert((icd.value.as_str(), kind), icd.path.clone()) {
                let message = format!("{} is weighed twice", quoted(icd.value));
                out.add(
                    "duplicate-id",
                    icd.file,
                    &icd.path,
                    message,
                    "Leave it in one of the two.",
                )
                .see(icd.file, &first, "the first one");
            }
        }
    }
}

/// Every case has its words.
fn words(loaded: &Loaded, out: &mut Findings) {
    let said = &loaded.pack.diagnoses.says;
    for case in DiagnosisCase::iter().filter(|case| said.iter().all(|words| words.case != *case)) {
        let message = format!("a diagnosis can be `{case}`, and nothing has words for it");
        let help = format!("Add an entry with `case: {case}`.");
        out.add(
            "finding-words",
            name::DIAGNOSES,
            &Path::top().key("says"),
            message,
            help,
        );
    }
}
