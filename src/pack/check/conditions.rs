//! Conditions name questions and answers that exist, and can hold.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::model::{Conditions, Question};
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::references::{QUESTION, known, known_answer};
use super::site::{Site, conditions, each};

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    let questions = &loaded.pack.tree.questions;
    for site in conditions(loaded) {
        one(&site, questions, out);
    }
    never_true(loaded, out);
}

/// The questions and answers of one set of conditions.
pub(super) fn one(site: &Site<'_, Conditions>, questions: &[Question], out: &mut Findings) {
    let names: Vec<_> = questions.iter().map(|question| question.id.as_str()).collect();
    for (id, answers) in site.value {
        let Some(question) = questions.iter().find(|question| question.id == *id) else {
            let key = Site::new(site.file, site.path.name(id.clone()), id.as_str());
            known(&key, &QUESTION, &names, out);
            continue;
        };
        let path = site.path.key(id.clone());
        if answers.is_empty() {
            let help = "List the answers that fit, or remove the question: left out, it may have any answer.";
            out.add(
                "empty-condition",
                site.file,
                &path,
                format!("no answer of {} can fit an empty list", quoted(id)),
                help,
            );
        }
        for (index, answer) in answers.iter().enumerate() {
            let answer = Site::new(site.file, path.at(index), answer.as_str());
            known_answer(&answer, question, out);
        }
    }
}

/// An outcome without `when` is never reached.
fn never_true(loaded: &Loaded, out: &mut Findings) {
    for outcome in each(name::TREE, &Path::top(), "outcomes", &loaded.pack.tree.outcomes) {
        if outcome.value.when.is_empty() {
            let message = format!(
                "the outcome {} is never reached: `when` is empty",
                quoted(&outcome.value.id)
            );
            let help = "List at least one set of conditions; `- {}` fits everything.";
            out.add(
                "empty-condition",
                outcome.file,
                &outcome.path.key("when"),
                message,
                help,
            );
        }
    }
}
