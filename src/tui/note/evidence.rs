//! `V`: everything that was found in the note, with its words, and where it leads if every suggestion is confirmed.

use crate::report::Lines;
use crate::report::note::{Noted, Page as Told, outcome, page};
use crate::tui::keys::Place;
use crate::tui::layers::Layer;
use crate::tui::page::Page;
use crate::tui::training::put;
use crate::tui::world::World;

/// What was found in a note.
pub(crate) struct Evidence {
    lines: Lines,
}

impl Evidence {
    /// What was found in a note, under setting, payer and day of the case.
    ///
    /// # Errors
    /// Where what it suggests excludes itself.
    pub(crate) fn new(world: &World<'_>, noted: &Noted) -> Result<Self, String> {
        let mut context = world.case().context.clone();
        context.levels.clear();
        let (result, facts) = outcome(world.book, context, &noted.reading).map_err(|error| error.to_string())?;
        let told = Told {
            noted,
            result: &result,
            facts: &facts,
        };
        let lines = page(world.book, told);
        Ok(Self { lines })
    }
}

impl Layer for Evidence {
    fn place(&self) -> Place {
        Place::Note
    }

    fn title(&self, _: &World<'_>) -> String {
        "What was found in the note".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        put(&mut pen, &self.lines, width);
        pen.done()
    }

    fn is_evidence(&self) -> bool {
        true
    }
}
