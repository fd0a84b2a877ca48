//! Before the questions: a note outside this family, or one that may be read either way. Why, in its own words, and the ways on.

use super::NoteDesk;
use crate::note::Family;
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{CardLayer, Layer, Reply};
use crate::tui::page::Page;
use crate::tui::world::World;

/// What the note is, and the ways on.
pub(crate) struct NoteVerdict;

/// A way on.
enum Way {
    Questions,
    Signpost(String),
    Forget,
}

fn ways(world: &World<'_>, note: &NoteDesk) -> Vec<(Way, String)> {
    let reading = note.reading();
    let outside = reading.family == Family::Out;
    let signpost = reading.signpost.as_ref().and_then(|id| {
        let known = world.book.signpost(id)?;
        Some((
            Way::Signpost(id.clone()),
            format!("Show where it belongs: {}", known.title),
        ))
    });
    let on = if outside {
        "Answer the questions anyway"
    } else {
        "It is one of this family: answer the questions"
    };
    let on = (Way::Questions, on.to_owned());
    let forget = (Way::Forget, "Drop the note".to_owned());
    if outside {
        signpost.into_iter().chain([on, forget]).collect()
    } else {
        std::iter::once(on).chain(signpost).chain([forget]).collect()
    }
}

impl Layer for NoteVerdict {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, _: &World<'_>) -> String {
        "What the note is".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let Some(note) = world.note else { return pen.done() };
        let strong = pen.theme().strong;
        let reading = note.reading();
        pen.write("", crate::report::note::family(reading.family), strong);
        pen.text(crate::report::note::because(reading.because));
        let places = note.places(&reading.family_quotes);
        if !places.is_empty() {
            pen.heading("In its words");
        }
        for place in places {
            pen.point(&note.quote(&place));
        }
        pen.gap();
        for (_, text) in ways(world, note) {
            pen.item(|pen| pen.hang(("  ", strong), 2, &text, pen.theme().text));
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let way = world.note.and_then(|note| ways(world, note).into_iter().nth(focus));
        match (pressed.command, way) {
            (Command::Take, Some((Way::Questions, _))) => Reply::CloseAnd(Box::new(Reply::Changed)),
            (Command::Take, Some((Way::Signpost(id), _))) => Reply::Open(Box::new(CardLayer::signpost(id))),
            (Command::Take, Some((Way::Forget, _))) => Reply::DropNote,
            _ => Reply::Ignored,
        }
    }
}
