//! The sheet of an exam that was handed in: the text that every door shows, or JSON, to send or to write into a file.

use crate::pack::model::Teaching;
use crate::report::training::{sheet_json, sheet_text};
use crate::train::Sheet;
use crate::tui::errand::Errand;
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Layer, Reply};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The sheet in one of its forms.
pub(crate) struct SheetLayer {
    forms: [Form; 2],
    shown: usize,
}

/// The name of the form, the name of a file, and the text.
struct Form {
    name: &'static str,
    file: String,
    text: String,
}

impl SheetLayer {
    /// Opens at the text.
    pub(crate) fn new(sheet: &Sheet, teaching: &Teaching) -> Self {
        let form = |name, ending, text| Form {
            name,
            file: format!("epipath-exam-{}-{}.{ending}", sheet.exam, sheet.seed),
            text,
        };
        let json = sheet_json(sheet).unwrap_or_else(|error| format!("It cannot be written: {error}.\n"));
        Self {
            forms: [
                form("text", "txt", sheet_text(sheet, teaching).to_string()),
                form("json", "json", json),
            ],
            shown: 0,
        }
    }

    fn form(&self) -> Option<&Form> {
        self.forms.get(self.shown)
    }
}

impl Layer for SheetLayer {
    fn place(&self) -> Place {
        Place::Export
    }

    fn title(&self, _: &World<'_>) -> String {
        let forms = self.forms.iter().enumerate().map(|(index, form)| {
            let name = format!("{} {}", index + 1, form.name);
            if index == self.shown { format!("[{name}]") } else { name }
        });
        format!("The sheet: {}", forms.collect::<Vec<_>>().join("  "))
    }

    fn is_bare(&self) -> bool {
        true
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        for line in self.form().map_or("", |form| &form.text).lines() {
            if line.is_empty() {
                pen.gap();
            } else {
                pen.text(line);
            }
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, _: &World<'_>) -> Reply {
        match (pressed.command, self.form()) {
            (Command::Choose, _) if pressed.nth < self.forms.len() => {
                self.shown = pressed.nth;
                Reply::Focus(0)
            }
            (Command::Copy, Some(form)) => Reply::Run(Errand::clipboard(form.text.clone())),
            (Command::WriteFile, Some(form)) => Reply::Run(Errand::File {
                name: form.file.clone(),
                text: form.text.clone(),
            }),
            (Command::Close, _) => Reply::LeaveExam,
            _ => Reply::Ignored,
        }
    }

    fn is_sheet(&self) -> bool {
        true
    }

    fn choices(&self, _: &World<'_>, _: usize) -> usize {
        self.forms.len()
    }
}
