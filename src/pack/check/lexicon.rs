//! The words by which a note is read: the questions, answers, signposts and items that they speak of exist, and every entry holds
//! words.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;

use super::references::{Kind, QUESTION, SIGNPOST, known, known_answer};
use super::site::{Site, each};

const ITEM: Kind<'_> = Kind {
    check: "unknown-item",
    one: "an item of the checklist",
    all: "Items",
};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    evidence(loaded, out);
    targets(loaded, out);
    items(loaded, out);
    drugs(loaded, out);
}

fn evidence(loaded: &Loaded, out: &mut Findings) {
    let questions: Vec<&str> = loaded.pack.tree.questions.iter().map(|one| one.id.as_str()).collect();
    for one in each(name::LEXICON, &Path::top(), "evidence", &loaded.lexicon.evidence) {
        let asked = Site::new(one.file, one.path.key("question"), one.value.question.as_str());
        known(&asked, &QUESTION, &questions, out);
        let question = loaded
            .pack
            .tree
            .questions
            .iter()
            .find(|question| question.id == one.value.question);
        if let Some(question) = question {
            let answer = Site::new(one.file, one.path.key("answer"), one.value.answer.as_str());
            known_answer(&answer, question, out);
        }
        some(&Site::new(one.file, one.path, one.value.words.as_slice()), out);
    }
}

fn targets(loaded: &Loaded, out: &mut Findings) {
    let ids: Vec<&str> = loaded
        .pack
        .signposts
        .signposts
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    for one in each(name::LEXICON, &Path::top(), "targets", &loaded.lexicon.targets) {
        if let Some(signpost) = &one.value.signpost {
            known(
                &Site::new(one.file, one.path.key("signpost"), signpost.as_str()),
                &SIGNPOST,
                &ids,
                out,
            );
        }
        some(&Site::new(one.file, one.path, one.value.words.as_slice()), out);
    }
}

fn items(loaded: &Loaded, out: &mut Findings) {
    let ids: Vec<&str> = loaded.pack.checklist.items.iter().map(|one| one.id.as_str()).collect();
    for one in each(name::LEXICON, &Path::top(), "items", &loaded.lexicon.items) {
        known(
            &Site::new(one.file, one.path.key("item"), one.value.item.as_str()),
            &ITEM,
            &ids,
            out,
        );
    }
}

/// The answer of a drug is one of the question that lists what was given.
fn drugs(loaded: &Loaded, out: &mut Findings) {
    let question = loaded.pack.tree.questions.iter().find(|one| one.id == SUBSTANCE);
    for one in each(name::LEXICON, &Path::top(), "drugs", &loaded.lexicon.drugs) {
        if let (Some(answer), Some(question)) = (&one.value.answer, question) {
            known_answer(
                &Site::new(one.file, one.path.key("answer"), answer.as_str()),
                question,
                out,
            );
        }
    }
}

/// The question of what was given.
const SUBSTANCE: &str = "substance";

fn some(site: &Site<'_, [String]>, out: &mut Findings) {
    if site.value.is_empty() {
        let help = "Add words, or remove the entry.";
        out.add(
            "no-words",
            site.file,
            &site.path.key("words"),
            "no words stand here",
            help,
        );
    }
}
