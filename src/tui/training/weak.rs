//! `W`: how far it is, what goes wrong most, and what is due again.

use super::marked::put;
use crate::report::training::weak;
use crate::tui::keys::{Command, Place};
use crate::tui::layers::Layer;
use crate::tui::page::Page;
use crate::tui::world::World;

/// What was tried so far.
pub(crate) struct Weak;

impl Layer for Weak {
    fn place(&self) -> Place {
        Place::Drill
    }

    fn title(&self, _: &World<'_>) -> String {
        "What goes wrong most".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        if let Some(course) = world.course {
            put(&mut pen, &weak(&course.learning, course.teaching, course.today), width);
        }
        pen.done()
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        !matches!(command, Command::Again | Command::WeakAxes)
    }
}
