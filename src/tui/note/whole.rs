//! `N`: the whole note that was read, masked, as wide as the window allows, with the words for the question marked.

use super::Said;
use crate::tui::keys::Place;
use crate::tui::layers::Layer;
use crate::tui::page::Page;
use crate::tui::pane::Scroll;
use crate::tui::training::note::{FULL, MARGINS, Note};
use crate::tui::world::World;

/// The note that was read.
pub(crate) struct WholeNote;

fn widest(width: u16) -> u16 {
    width.min(u16::try_from(FULL).unwrap_or(u16::MAX) + MARGINS)
}

impl Layer for WholeNote {
    fn place(&self) -> Place {
        Place::Note
    }

    fn title(&self, _: &World<'_>) -> String {
        "The note, in memory only".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let Some(note) = world.note else { return Page::default() };
        let quotes = Said::here(world).map(|said| said.quotes).unwrap_or_default();
        Page {
            lines: Note::laid(note.text(), widest(width)).drawn(&note.marks(&quotes), &world.look.theme),
            ..Page::default()
        }
    }

    fn first_scroll(&self, world: &World<'_>) -> Scroll {
        let quotes = Said::here(world).map(|said| said.quotes).unwrap_or_default();
        let note = world.note.map(|note| (note, Note::laid(note.text(), widest(u16::MAX))));
        let first = note.and_then(|(note, laid)| laid.lines_of(quotes.get(note.shown(quotes.len()))?));
        Scroll {
            top: first.map_or(0, |lines| lines.start.saturating_sub(2)),
            ..Scroll::default()
        }
    }

    fn is_note(&self) -> bool {
        true
    }
}
