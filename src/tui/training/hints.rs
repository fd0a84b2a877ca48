//! `H`: the hints taken so far.

use super::marked::put;
use crate::report::training::hinted;
use crate::train::{HINTS, hint, worked};
use crate::tui::keys::{Command, Place};
use crate::tui::layers::Layer;
use crate::tui::page::Page;
use crate::tui::world::World;

/// The hints taken so far.
pub(crate) struct Hints;

impl Layer for Hints {
    fn place(&self) -> Place {
        Place::Drill
    }

    fn title(&self, world: &World<'_>) -> String {
        format!("Hints: {} of {HINTS}", world.drill.map_or(0, |drill| drill.hints))
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let Some(drill) = world.drill else { return pen.done() };
        let Ok(key) = worked(world.book, drill.case, world.case().context.setting) else {
            return pen.done();
        };
        for number in 1..=drill.hints {
            if let Some(hint) = hint(world.book, drill.case, &key, number) {
                pen.gap();
                put(&mut pen, &hinted(&hint), width);
            }
        }
        pen.gap();
        pen.text("Each hint counts: a case solved with one comes back sooner.");
        pen.done()
    }

    fn offers(&self, command: Command, world: &World<'_>) -> bool {
        match command {
            Command::Hint => world.drill.is_some_and(|drill| drill.hints < HINTS),
            command => command != Command::Again,
        }
    }
}
