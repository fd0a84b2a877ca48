//! A step of a demonstration.

use super::mark::often;
use super::{axis, end_words, put_rule, rules};
use crate::claim::Setting;
use crate::pack::model::{Case, DecidingWords};
use crate::report::{Lines, phrases};
use crate::train::demo::DemoStep;
use crate::train::{Worked, end};
use crate::tree::Book;

/// What a step says beside the note; the note itself is [`super::note`].
#[must_use]
pub fn demo_step(book: &Book, case: &Case, key: &Worked, step: DemoStep) -> Lines {
    let mut lines = Lines::default();
    match step {
        DemoStep::Note => {
            lines.item("", "Read the note.");
        }
        DemoStep::Words(nth) => {
            if let Some(words) = case.decides.get(nth) {
                deciding(book, words, &mut lines);
            }
        }
        DemoStep::Silent => {
            lines.item("", &format!("The note does not say: {}.", case.silent.join(", ")));
        }
        DemoStep::Ask => {
            lines.item("", "What is it, and what is billed?");
        }
        DemoStep::Answer => answer(case, key, &mut lines),
        DemoStep::Wrong(nth) => {
            if let Some(distractor) = case.distractors.get(nth) {
                lines.item("Often entered: ", &often(distractor));
            }
        }
        DemoStep::Teaches => {
            lines.item("", &format!("It turns on {}.", axis(case.fork.axis)));
            lines.item("", case.fork.teaches.trim());
            for rule in rules(book, case) {
                put_rule(&mut lines, &rule);
            }
        }
    }
    lines
}

/// The words, and what they say.
fn deciding(book: &Book, words: &DecidingWords, lines: &mut Lines) {
    lines.item("", &format!("\"{}\"", words.words));
    for fact in &words.facts {
        lines.item("  says  ", &said(book, fact));
    }
}

/// A fact in words: the question's heading and the answer in short; other facts as they are written.
fn said(book: &Book, fact: &str) -> String {
    let Some((name, value)) = fact.split_once('=') else {
        return fact.to_owned();
    };
    let Some(id) = book.question_named(name) else {
        return format!("{}: {value}", phrases::capital(&name.replace('-', " ")));
    };
    let told = book.read(id, value).ok().map(|given| book.short(id, given));
    let title = book.question(id).map_or(name, |question| question.title.as_str());
    format!("{title}: {}", told.unwrap_or_else(|| value.to_owned()))
}

/// Code and lines in every setting; settings that bill alike are told together.
fn answer(case: &Case, key: &Worked, lines: &mut Lines) {
    lines.item("", &format!("{}.", phrases::capital(&end_words(&end(key)))));
    let professional = case.result.lines.of("professional");
    for setting in [Setting::Asc, Setting::Hospital] {
        let name: &str = setting.into();
        let other = case.result.lines.of(name);
        if other != professional {
            lines.item(&format!("  {}: ", phrases::setting(setting)), &other.join(", "));
        }
    }
}
