//! The whole text of something found, with how sure it is, and the ways on from it.

use super::card::CardLayer;
use super::{Layer, Place, Reply};
use crate::find::Told;
use crate::report::end;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::words::told;
use crate::tui::world::World;

/// A text to be read, and where it leads.
pub(crate) struct ToldLayer {
    pub(crate) told: Told,
}

/// A way on.
enum Way {
    Card(String),
    Signpost(String),
    Begin(String),
}

/// The answers that leave nothing open, as facts: the others are asked.
pub(super) fn certain(answers: &crate::pack::model::Conditions) -> String {
    let single = answers.iter().filter_map(|(question, all)| match all.as_slice() {
        [one] => Some(format!("{question}={one}")),
        _ => None,
    });
    single.collect::<Vec<_>>().join(" ")
}

impl ToldLayer {
    fn ways(&self) -> Vec<Way> {
        let signpost = self.told.signpost.iter().cloned().map(Way::Signpost);
        let cards = self.told.codes.iter().cloned().map(Way::Card);
        let facts = certain(&self.told.answers);
        let begin = (!facts.is_empty()).then_some(Way::Begin(facts));
        signpost.chain(cards).chain(begin).collect()
    }
}

impl Layer for ToldLayer {
    fn place(&self) -> Place {
        if self.ways().is_empty() {
            Place::Reading
        } else {
            Place::List
        }
    }

    fn title(&self, _: &World<'_>) -> String {
        self.told.title.clone()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        pen.write("", &self.told.title, pen.theme().strong);
        for (text, confidence) in &self.told.parts {
            pen.gap();
            pen.text(&told(text, *confidence));
        }
        let ways = self.ways();
        if !ways.is_empty() {
            pen.heading("From here");
        }
        for way in ways {
            let theme = *pen.theme();
            let (head, text) = match way {
                Way::Card(code) => {
                    let title = world.book.card(&code).map(|card| card.title.clone());
                    (code, title.unwrap_or_default())
                }
                Way::Signpost(id) => ("Outside".to_owned(), end(world.book, &id)),
                Way::Begin(facts) => ("Start".to_owned(), format!("a case with {facts}")),
            };
            pen.item(|pen| pen.hang((&format!("  {head}"), theme.strong), COLUMN, &text, theme.text));
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, _: &World<'_>) -> Reply {
        match (pressed.command, self.ways().into_iter().nth(focus)) {
            (Command::Take, Some(Way::Card(code))) => Reply::Open(Box::new(CardLayer::code(code))),
            (Command::Take, Some(Way::Signpost(id))) => Reply::Open(Box::new(CardLayer::signpost(id))),
            (Command::Take, Some(Way::Begin(facts))) => Reply::Begin(facts),
            _ => Reply::Ignored,
        }
    }

    fn sources(&self, _: &World<'_>) -> Vec<String> {
        self.told.sources.clone()
    }
}

/// The column after the head of a way.
const COLUMN: usize = 12;
