//! The card of any code the pack speaks of, with what the note must say; and the card of a signpost.

use super::sources::{of_card, of_signpost};
use super::{Layer, Place};
use crate::pack::model::{Conditions, RetiredCode, Signpost};
use crate::tree::Book;
use crate::tui::page::{Page, Pen};
use crate::tui::result::{card, descriptor, signpost_entry, signpost_notes};
use crate::tui::words::{capital, told};
use crate::tui::world::World;

/// The card of a code.
pub(crate) struct CardLayer {
    pub(crate) code: String,
}

/// The card of a signpost.
pub(crate) struct SignpostLayer {
    pub(crate) id: String,
}

/// Whether the pack speaks of a code.
pub(crate) fn known(book: &Book, code: &str) -> bool {
    book.card(code).is_some() || retired(book, code).is_some() || pointing(book, code).next().is_some()
}

fn retired<'a>(book: &'a Book, code: &str) -> Option<&'a RetiredCode> {
    book.pack().retired.retired.iter().find(|retired| retired.code == code)
}

/// The signposts that name a code.
fn pointing<'a>(book: &'a Book, code: &str) -> impl Iterator<Item = &'a Signpost> {
    let signposts = book.pack().signposts.signposts.iter();
    signposts.filter(move |signpost| signpost.codes.iter().any(|target| target.code == code))
}

impl Layer for CardLayer {
    fn place(&self) -> Place {
        Place::Reading
    }

    fn title(&self, _: &World<'_>) -> String {
        self.code.clone()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        if let Some(known) = world.book.card(&self.code) {
            pen.write("", &known.title, pen.theme().strong);
            descriptor(&mut pen, world.book, &known.code);
            note_must_say(
                &mut pen,
                world.book,
                known.parent.as_ref().map_or(&self.code, |parent| &parent.code),
            );
            card(&mut pen, known);
        }
        if let Some(ended) = retired(world.book, &self.code) {
            ended_card(&mut pen, ended);
        }
        elsewhere(&mut pen, world.book, &self.code);
        pen.done()
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        let card = world.book.card(&self.code).map(of_card).unwrap_or_default();
        let ended = retired(world.book, &self.code)
            .map(|ended| ended.sources.clone())
            .unwrap_or_default();
        let pointing = pointing(world.book, &self.code).flat_map(of_signpost);
        super::super::words::once(card.into_iter().chain(ended).chain(pointing))
    }
}

fn ended_card(pen: &mut Pen, ended: &RetiredCode) {
    pen.write("", &format!("Ended on {}", ended.ended), pen.theme().strong);
    pen.text(&ended.was);
    pen.text(&told(&ended.became, ended.confidence));
    if !ended.replaced_by.is_empty() {
        pen.write("Look at: ", &ended.replaced_by.join(", "), pen.theme().strong);
    }
}

fn elsewhere(pen: &mut Pen, book: &Book, code: &str) {
    for signpost in pointing(book, code) {
        pen.heading(&format!("Outside this family: {}", signpost.title));
        pen.text(&told(&signpost.why, signpost.confidence));
        for target in signpost.codes.iter().filter(|target| target.code == code) {
            signpost_entry(pen, &target.code, &target.when, target.status, target.confidence);
        }
    }
}

/// The answers that lead to a code, outcome by outcome.
fn note_must_say(pen: &mut Pen, book: &Book, code: &str) {
    let outcomes = book
        .file
        .outcomes
        .iter()
        .filter(|outcome| outcome.code.as_deref() == Some(code));
    pen.heading("What the note must say");
    for (index, outcome) in outcomes.enumerate() {
        if index > 0 {
            pen.write("", "or", pen.theme().text);
        }
        let mut all = outcome.when.iter();
        let Some(first) = all.next() else { continue };
        conditions(pen, book, first);
        for other in all {
            pen.write("", "or, with all else the same,", pen.theme().text);
            let differs = other
                .iter()
                .filter(|(name, answers)| first.get(*name) != Some(*answers));
            conditions(
                pen,
                book,
                &differs.map(|(name, answers)| (name.clone(), answers.clone())).collect(),
            );
        }
        for unless in &outcome.unless {
            pen.write("but not where ", &in_a_row(book, unless), pen.theme().text);
        }
    }
}

fn conditions(pen: &mut Pen, book: &Book, when: &Conditions) {
    for (title, answers) in in_order(book, when) {
        pen.hang(
            (&format!("  {title}"), pen.theme().strong),
            18,
            &capital(&answers),
            pen.theme().text,
        );
    }
}

/// The conditions in the order of the questions: heading and answers.
fn in_order(book: &Book, when: &Conditions) -> Vec<(String, String)> {
    let named = book
        .file
        .questions
        .iter()
        .filter_map(|question| Some((question, when.get(&question.id)?)));
    let words = named.map(|(question, answers)| {
        let short = question
            .answers
            .iter()
            .filter(|answer| answers.contains(&answer.id))
            .map(|answer| answer.short.as_str());
        (question.title.clone(), short.collect::<Vec<_>>().join(", or "))
    });
    words.collect()
}

fn in_a_row(book: &Book, when: &Conditions) -> String {
    let parts = in_order(book, when)
        .into_iter()
        .map(|(title, answers)| format!("{} is {answers}", title.to_lowercase()));
    parts.collect::<Vec<_>>().join(" and ")
}

impl Layer for SignpostLayer {
    fn place(&self) -> Place {
        Place::Reading
    }

    fn title(&self, world: &World<'_>) -> String {
        crate::report::end(world.book, &self.id)
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let Some(signpost) = world.book.signpost(&self.id) else {
            return pen.done();
        };
        pen.write("", "Outside this family", pen.theme().strong);
        pen.text(&told(&signpost.why, signpost.confidence));
        pen.heading(if signpost.codes.is_empty() {
            "Not reported on its own"
        } else {
            "Codes to look at"
        });
        for target in &signpost.codes {
            signpost_entry(&mut pen, &target.code, &target.when, target.status, target.confidence);
        }
        signpost_notes(&mut pen, signpost);
        pen.done()
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        world.book.signpost(&self.id).map(of_signpost).unwrap_or_default()
    }
}
