//! Is every case sound? The facts can be read, the note supports them, and they lead to the result that the case states.

mod exams;
mod facts;
mod result;
mod silent;

use crate::pack::model::Case;
use crate::pack::yaml::Place;
use crate::pack::{Findings, Loaded, Path};
use crate::tree::Book;

/// One case under examination.
#[derive(Clone, Copy)]
struct Desk<'a> {
    book: &'a Book,
    file: &'a str,
    case: &'a Case,
}

/// Everything wrong with the cases of a pack that passed its other checks.
#[must_use]
pub fn findings(book: &Book, loaded: &Loaded) -> Findings {
    let mut out = loaded.findings();
    let lexicon = crate::entry::Lexicon::new(book);
    for (file, case) in loaded.cases() {
        let desk = Desk { book, file, case };
        if facts::run(desk, &lexicon, &mut out) {
            result::run(desk, &mut out);
        }
        silent::run(desk, &lexicon, loaded, &mut out);
    }
    duplicates(book, loaded, &mut out);
    exams::run(loaded, &mut out);
    out
}

/// No two cases have the same facts and teach the same in the same words.
fn duplicates(book: &Book, loaded: &Loaded, out: &mut Findings) {
    let path = Path::top().key("procedures");
    let mut seen: Vec<(Vec<String>, &str, &str)> = Vec::new();
    for (file, case) in loaded.cases() {
        let mut facts = super::facts(book, case);
        facts.sort();
        let teaches = case.fork.teaches.as_str();
        let same = seen
            .iter()
            .find(|(other, taught, _)| *other == facts && *taught == teaches);
        if let Some((.., first)) = same {
            let message = "another case has the same facts and teaches the same";
            let help = "Let it teach something else, or remove one of the two.";
            out.add("duplicate-case", file, &path, message, help)
                .see(first, &path, "the first one");
        } else {
            seen.push((facts, teaches, file));
        }
    }
}

/// The place of words inside a value, where the file holds them as they are.
fn place_of(loaded: &Loaded, file: &str, path: &Path, words: &str) -> Option<Place> {
    let place = loaded.files.place(file, path)?;
    Some(loaded.files.get(file)?.within(place, words))
}
