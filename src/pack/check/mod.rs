//! The checks of what a pack says: one idea a file. All run, and everything they find is reported.
//!
//! Whether the table of outcomes is complete and unique is checked by the tree floor, which can walk it.

mod add_ons;
mod cards;
mod cases;
mod codes;
mod conditions;
mod dates;
mod diagnoses;
mod evidence;
mod fees;
mod findings;
mod ids;
mod leave_off;
mod lessons;
mod lexicon;
mod limits;
mod outcomes;
mod overlay;
mod queries;
mod references;
mod retired;
mod scrub;
mod settings;
mod site;
mod stances;
mod states;
mod text;
mod unused;

use super::files::Files;
use super::finding::Findings;
use super::load::Loaded;

pub(super) use overlay::run as overlay;

/// One check: what it is about, and how it is run.
type Check = fn(&Loaded, &mut Findings);

/// Every check of this floor.
const CHECKS: &[Check] = &[
    |loaded, out| texts(&loaded.files, out),
    limits::run,
    ids::run,
    references::run,
    conditions::run,
    codes::run,
    retired::run,
    add_ons::run,
    outcomes::run,
    settings::run,
    stances::run,
    states::run,
    evidence::run,
    findings::run,
    diagnoses::run,
    leave_off::run,
    scrub::run,
    cards::run,
    cases::run,
    lessons::run,
    lexicon::run,
    fees::run,
    dates::run,
    queries::run,
    unused::run,
];

/// Texts as a pack may hold them.
pub(super) fn texts(files: &Files, out: &mut Findings) {
    text::run(files, text::Letters::Ascii, out);
}

/// Texts as a site may write them, in its own language.
pub(super) fn local_texts(files: &Files, out: &mut Findings) {
    text::run(files, text::Letters::Any, out);
}

/// Runs every check; what comes back empty is sound as far as this floor can tell.
#[must_use]
pub fn all(loaded: &Loaded) -> Findings {
    let mut findings = loaded.findings();
    for check in CHECKS {
        check(loaded, &mut findings);
    }
    findings
}
