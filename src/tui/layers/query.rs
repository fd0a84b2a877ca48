//! `p`: the neutral question to the provider, made of what is missing or open.

use super::{Layer, Place};
use crate::tui::page::Page;
use crate::tui::result::missing;
use crate::tui::world::World;

/// What to ask the provider.
pub(crate) struct Query;

impl Query {
    fn questions(world: &World<'_>) -> Vec<String> {
        let Some(result) = world.result() else {
            return Vec::new();
        };
        let open = result.undecided.iter().map(|open| open.ask_provider.clone());
        let hard = missing(world, result).into_iter().map(|item| item.ask_provider.clone());
        open.chain(hard).collect()
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
        let questions = Self::questions(world);
        if questions.is_empty() {
            pen.text("Nothing to ask: no hard item is missing and nothing is open.");
            return pen.done();
        }
        pen.text("About the procedure of the date of service, please complete the record from your own knowledge:");
        pen.gap();
        for (index, question) in questions.iter().enumerate() {
            let first = format!("{}. ", index + 1);
            pen.hang((&first, pen.theme().strong), 4, question, pen.theme().text);
        }
        pen.gap();
        pen.text("If it was not done or is not known, please say so. Late entries carry their own date and signature.");
        pen.done()
    }
}
