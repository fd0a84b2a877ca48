//! `e`: the result to take along. The plain block is always in view; from here it goes to the clipboard or into a file.

use strum::{EnumCount, IntoEnumIterator};

use super::{Layer, Place, Reply};
use crate::claim::session_result;
use crate::report::{Format, export};
use crate::tui::errand::Errand;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The result in one of its formats.
#[derive(Default)]
pub(crate) struct Export {
    pub(crate) format: Format,
}

impl Export {
    fn block(&self, world: &World<'_>) -> String {
        let case = world.case();
        let result = session_result(world.book, &case.procedures(), &case.context);
        export(world.book, &result, self.format).unwrap_or_else(|error| format!("It cannot be written: {error}.\n"))
    }

    /// `epipath-64483.csv`: named after the code; nothing of a patient.
    fn file(&self, world: &World<'_>) -> String {
        let code = world.result().and_then(|result| result.code.clone());
        format!(
            "epipath-{}.{}",
            code.as_deref().unwrap_or("result"),
            self.format.ending()
        )
    }
}

impl Layer for Export {
    fn place(&self) -> Place {
        Place::Export
    }

    fn title(&self, _: &World<'_>) -> String {
        let formats = Format::iter().enumerate().map(|(index, format)| {
            let name = format!("{} {format}", index + 1);
            if format == self.format {
                format!("[{name}]")
            } else {
                name
            }
        });
        format!("Export: {}", formats.collect::<Vec<_>>().join("  "))
    }

    fn is_bare(&self) -> bool {
        true
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        for line in self.block(world).replace('\t', TAB).lines() {
            if line.is_empty() {
                pen.gap();
            } else {
                pen.text(line);
            }
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, world: &World<'_>) -> Reply {
        match pressed.command {
            Command::Choose => match Format::iter().nth(pressed.nth) {
                Some(format) => {
                    self.format = format;
                    Reply::Focus(0)
                }
                None => Reply::Ignored,
            },
            Command::Copy => Reply::Run(Errand::clipboard(self.block(world))),
            Command::WriteFile => Reply::Run(Errand::File {
                name: self.file(world),
                text: self.block(world),
            }),
            _ => Reply::Ignored,
        }
    }

    fn choices(&self, _: &World<'_>, _: usize) -> usize {
        Format::COUNT
    }
}

/// A terminal has no tabs of its own on the screen; what is sent or written has.
const TAB: &str = "    ";
