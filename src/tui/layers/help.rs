//! `?`: every key, by place. Made of the key table.

use super::{Layer, Place};
use crate::tui::keys::Binding;
use crate::tui::page::Page;
use crate::tui::world::World;
use strum::IntoEnumIterator;

/// Every key; those of the place it was opened from come first.
pub(crate) struct Help {
    pub(crate) from: Place,
}

impl Layer for Help {
    fn place(&self) -> Place {
        Place::Reading
    }

    fn title(&self, _: &World<'_>) -> String {
        "Every key".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let others = Place::iter().filter(|place| *place != self.from && *place != Place::Small);
        let mut told: Vec<*const Binding> = Vec::new();
        for place in std::iter::once(self.from).chain(others) {
            let here = world
                .keys
                .table()
                .iter()
                .filter(|binding| binding.places.contains(&place));
            let fresh: Vec<&Binding> = here
                .filter(|binding| !told.contains(&std::ptr::from_ref(*binding)))
                .collect();
            if fresh.is_empty() {
                continue;
            }
            pen.heading(&place.to_string());
            for binding in fresh {
                told.push(std::ptr::from_ref(binding));
                pen.hang((&keys(binding), pen.theme().strong), 24, binding.help, pen.theme().text);
            }
        }
        pen.heading("About");
        for notice in &world.book.about.notices {
            pen.text(&notice.text);
        }
        pen.done()
    }
}

/// "Esc, Left, h, Backspace".
fn keys(binding: &Binding) -> String {
    let names: Vec<String> = binding.keys.iter().map(|key| key.name()).collect();
    names.join(", ")
}
