//! Limits: the format we read, how many questions and answers fit, how long a title may be.

use crate::pack::finding::Findings;
use crate::pack::layout::name;
use crate::pack::load::Loaded;
use crate::pack::path::Path;
use crate::pack::words::quoted;

use super::site::{Site, each};

/// The file format this program reads.
const FORMAT: u32 = 1;
/// Most questions, and most answers of one question: the answers of a question are the bits of one machine word.
const MOST: usize = 32;
/// Longest title of a card, in characters.
const CARD_TITLE: usize = 72;
/// Longest short title of a card.
const CARD_SHORT: usize = 40;
/// Longest title of a signpost.
const SIGNPOST_TITLE: usize = 60;

pub(super) fn run(loaded: &Loaded, out: &mut Findings) {
    format(loaded, out);
    counts(loaded, out);
    for (file, card) in loaded.cards() {
        length(
            &Site::new(file, Path::top().key("title"), card.title.as_str()),
            CARD_TITLE,
            out,
        );
        length(
            &Site::new(file, Path::top().key("short"), card.short.as_str()),
            CARD_SHORT,
            out,
        );
    }
    for one in each(
        name::SIGNPOSTS,
        &Path::top(),
        "signposts",
        &loaded.pack.signposts.signposts,
    ) {
        length(
            &Site::new(one.file, one.path.key("title"), one.value.title.as_str()),
            SIGNPOST_TITLE,
            out,
        );
    }
}

fn format(loaded: &Loaded, out: &mut Findings) {
    let format = loaded.pack.about.format;
    if format != FORMAT {
        let message = format!("the pack has format {format}; this program reads format {FORMAT}");
        let help = "Use the version of the program that the pack was made for, or convert the pack.";
        out.add("format", name::ABOUT, &Path::top().key("format"), message, help);
    }
}

fn counts(loaded: &Loaded, out: &mut Findings) {
    let questions = &loaded.pack.tree.questions;
    if questions.len() > MOST {
        let message = format!("{} questions are more than the {MOST} that fit", questions.len());
        let help = "Merge or remove questions: the engine keeps a bit for each in one machine word.";
        out.add(
            "too-many",
            name::TREE,
            &Path::top().key("questions").at(MOST),
            message,
            help,
        );
    }
    for question in each(name::TREE, &Path::top(), "questions", questions) {
        let count = question.value.answers.len();
        let id = quoted(&question.value.id);
        if count > MOST {
            let message = format!("{count} answers of {id} are more than the {MOST} that fit");
            let help = "Merge answers that lead to the same end: the engine keeps a bit for each in one machine word.";
            out.add(
                "too-many",
                question.file,
                &question.path.key("answers").at(MOST),
                message,
                help,
            );
        } else if count < 2 {
            let message = format!("the question {id} has fewer than two answers");
            let help = "Give at least two answers, or remove the question.";
            out.add("too-few", question.file, &question.path.key("answers"), message, help);
        }
    }
}

/// A text that must fit on its line.
pub(super) fn length(site: &Site<'_, str>, most: usize, out: &mut Findings) {
    let length = site.value.chars().count();
    if length > most {
        let message = format!("the text has {length} characters, more than the {most} that fit on its line");
        out.add(
            "too-long",
            site.file,
            &site.path,
            message,
            format!("Shorten it to at most {most} characters."),
        );
    }
}
