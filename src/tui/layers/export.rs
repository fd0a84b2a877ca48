//! `e`: the result to take along. The plain block is always in view; from here it goes to the clipboard or into a file.

use std::cell::OnceCell;

use strum::IntoEnumIterator;

use super::{Layer, Place, Reply};
use crate::claim::session_result;
use crate::report::{Format, export};
use crate::session::receipt;
use crate::tui::errand::Errand;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The result in one of its forms.
pub(crate) struct Export {
    form: Form,
    /// The text of the form, made once: the case cannot change while the layer is open.
    block: OnceCell<String>,
}

/// A form in which a result is taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Format(Format),
    Receipt,
}

impl Form {
    fn all() -> Vec<Self> {
        Format::iter().map(Self::Format).chain([Self::Receipt]).collect()
    }

    fn name(self) -> String {
        match self {
            Self::Format(format) => format.to_string(),
            Self::Receipt => "receipt".to_owned(),
        }
    }
}

impl Export {
    const fn of(form: Form) -> Self {
        Self {
            form,
            block: OnceCell::new(),
        }
    }

    /// Opens at the text.
    pub(crate) const fn text() -> Self {
        Self::of(Form::Format(Format::Text))
    }

    /// Opens at the receipt.
    pub(crate) const fn receipt() -> Self {
        Self::of(Form::Receipt)
    }

    fn block(&self, world: &World<'_>) -> &str {
        self.block.get_or_init(|| self.written(world))
    }

    fn written(&self, world: &World<'_>) -> String {
        let case = world.case();
        let procedures = case.procedures();
        match self.form {
            Form::Receipt => receipt(world.book, &procedures, &case.context) + "\n",
            Form::Format(format) => {
                let result = session_result(world.book, &procedures, &case.context);
                export(world.book, &result, format).unwrap_or_else(|error| format!("It cannot be written: {error}.\n"))
            }
        }
    }

    /// `epipath-64483.csv`: named after the code; nothing of a patient.
    fn file(&self, world: &World<'_>) -> String {
        let code = world.result().and_then(|result| result.code.clone());
        let code = code.as_deref().unwrap_or("result");
        match self.form {
            Form::Receipt => format!("epipath-{code}.receipt.txt"),
            Form::Format(format) => format!("epipath-{code}.{}", format.ending()),
        }
    }
}

impl Layer for Export {
    fn place(&self) -> Place {
        Place::Export
    }

    fn title(&self, _: &World<'_>) -> String {
        let forms = Form::all().into_iter().enumerate().map(|(index, form)| {
            let name = format!("{} {}", index + 1, form.name());
            if form == self.form { format!("[{name}]") } else { name }
        });
        format!("Export: {}", forms.collect::<Vec<_>>().join("  "))
    }

    fn is_bare(&self) -> bool {
        true
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        for line in self.block(world).replace('\t', TAB).replace('\u{c}', "").lines() {
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
            Command::Choose => match Form::all().get(pressed.nth) {
                Some(form) => {
                    *self = Self::of(*form);
                    Reply::Focus(0)
                }
                None => Reply::Ignored,
            },
            Command::Copy => Reply::Run(Errand::clipboard(self.block(world).to_owned())),
            Command::WriteFile => Reply::Run(Errand::File {
                name: self.file(world),
                text: self.block(world).to_owned(),
            }),
            _ => Reply::Ignored,
        }
    }

    fn choices(&self, _: &World<'_>, _: usize) -> usize {
        Form::all().len()
    }
}

/// A terminal has no tabs of its own on the screen; what is sent or written has.
const TAB: &str = "    ";
