//! `w`: why the question on the screen is asked.

use super::sources::of_question;
use super::{Layer, Place};
use crate::pack::model::Question;
use crate::shelf::rules;
use crate::tui::page::Page;
use crate::tui::words::told;
use crate::tui::world::World;

/// Why the question is asked, and what each answer carries with it.
pub(crate) struct Why;

fn question<'a>(world: &World<'a>) -> Option<&'a Question> {
    world.book.question(world.view.question?)
}

impl Layer for Why {
    fn place(&self) -> Place {
        Place::Reading
    }

    fn title(&self, world: &World<'_>) -> String {
        format!(
            "Why: {}",
            question(world)
                .map(|question| question.title.clone())
                .unwrap_or_default()
        )
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let Some(question) = question(world) else {
            return pen.done();
        };
        pen.text(&question.ask);
        pen.gap();
        pen.text(&told(&question.why, question.confidence));
        if let Some(assume) = &question.assume {
            pen.gap();
            pen.text(&assume.why);
        }
        pen.heading("What each answer says");
        for answer in &question.answers {
            let note = answer
                .note
                .as_ref()
                .map(|note| told(note, answer.confidence.unwrap_or(question.confidence)));
            pen.write("- ", &answer.label, pen.theme().strong);
            if let Some(note) = note {
                pen.hang(("", pen.theme().text), 2, &note, pen.theme().text);
            }
            if !answer.words.is_empty() {
                pen.hang(
                    ("", pen.theme().text),
                    2,
                    &format!("in notes: {}", answer.words.join(", ")),
                    pen.theme().faint,
                );
            }
        }
        pen.heading("Where in the note");
        pen.text(&question.look.join("; "));
        pen.heading("Where the note is silent, ask");
        pen.text(&question.ask_provider);
        pen.done()
    }

    fn rules(&self, world: &World<'_>, _: usize) -> Vec<String> {
        question(world)
            .map(|one| rules::question(&one.id))
            .into_iter()
            .collect()
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        question(world).map(of_question).unwrap_or_default()
    }
}
