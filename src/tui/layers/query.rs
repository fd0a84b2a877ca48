//! `p`: the neutral question to the provider, made of what is missing or open.

use super::{Layer, Place};
use crate::claim::{ProviderQuery, provider_query};
use crate::tui::page::Page;
use crate::tui::world::World;

/// What to ask the provider.
pub(crate) struct Query;

impl Query {
    fn of(world: &World<'_>) -> Option<ProviderQuery> {
        let ticks = &world.case().ticks;
        provider_query(world.book, world.result()?, |item| ticks.contains(item))
    }
}

impl Layer for Query {
    fn place(&self) -> Place {
        Place::Reading
    }

    fn title(&self, _: &World<'_>) -> String {
        "Question to the provider".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let Some(query) = Self::of(world) else {
            pen.text("Nothing to ask: no hard item is missing and nothing is open.");
            return pen.done();
        };
        pen.text(&query.opening);
        pen.gap();
        for (index, question) in query.questions.iter().enumerate() {
            let first = format!("{}. ", index + 1);
            pen.hang((&first, pen.theme().strong), 4, question, pen.theme().text);
        }
        pen.gap();
        pen.text(&query.closing);
        pen.done()
    }
}
