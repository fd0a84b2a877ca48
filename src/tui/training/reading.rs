//! `N`: the whole note, as wide as the window allows.

use super::note::{FULL, MARGINS, Note};
use crate::tui::keys::Command;
use crate::tui::keys::Place;
use crate::tui::layers::Layer;
use crate::tui::page::Page;
use crate::tui::world::World;

/// The note of the case being solved.
pub(crate) struct NoteLayer;

impl Layer for NoteLayer {
    fn place(&self) -> Place {
        Place::Drill
    }

    fn title(&self, world: &World<'_>) -> String {
        world.drill.map(|drill| drill.case.title.clone()).unwrap_or_default()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let note = world.drill.map_or("", |drill| drill.case.note.as_str());
        let width = width.min(u16::try_from(FULL).unwrap_or(u16::MAX) + MARGINS);
        Page {
            lines: Note::laid(note, width).drawn(&[], &world.look.theme),
            ..Page::default()
        }
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        command != Command::Again
    }

    fn is_note(&self) -> bool {
        true
    }
}
