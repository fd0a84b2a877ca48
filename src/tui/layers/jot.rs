//! One line of the person's own: a note on a card, or what is wrong with a rule. Nothing about a patient belongs in it.

use crossterm::event::KeyEvent;

use super::input::Input;
use super::{Layer, Place, Reply};
use crate::shelf::{Change, Report, of_a_patient};
use crate::tui::errand::Errand;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::world::World;

/// A line being written.
pub(crate) struct Jot {
    on: On,
    input: Input,
    /// What looks as if it were about a patient; said until the line is changed.
    warned: Option<&'static str>,
}

/// What the line is about.
enum On {
    /// The card of a code or signpost, and whether it has a note.
    Card(String, bool),
    /// A rule.
    Rule(String),
}

impl Jot {
    /// A note on a card, beginning with the one there is.
    pub(crate) fn note(id: String, now: &str) -> Self {
        let mut input = Input::default();
        input.pasted(now);
        let on = On::Card(id, !now.is_empty());
        Self {
            on,
            input,
            warned: None,
        }
    }

    /// A report on a rule.
    pub(crate) fn report(rule: String) -> Self {
        Self {
            on: On::Rule(rule),
            input: Input::default(),
            warned: None,
        }
    }

    fn take(&mut self, world: &World<'_>) -> Reply {
        let text = self.input.trimmed();
        if text.is_empty() && !matches!(self.on, On::Card(_, true)) {
            return Reply::Say("Nothing is typed yet.".to_owned());
        }
        let seen = of_a_patient(text);
        if seen.is_some() && self.warned.is_none() {
            self.warned = seen;
            return Reply::Changed;
        }
        let reply = match &self.on {
            On::Card(id, _) => Reply::Keep(Change::Note {
                id: id.clone(),
                text: text.to_owned(),
            }),
            On::Rule(rule) => Reply::Run(Errand::Report(Report::new(world.book, world.kept.today, rule, text))),
        };
        Reply::CloseAnd(Box::new(reply))
    }

    fn about(&self, world: &World<'_>) -> String {
        let shown = |path: Option<std::path::PathBuf>| path.map(|path| path.display().to_string());
        match &self.on {
            On::Card(id, there) => {
                let place = shown(world.kept.store.path()).unwrap_or_else(|| "a file".to_owned());
                let gone = if *there { " Without words the note goes." } else { "" };
                format!("A line of yours, shown on the card of {id} and kept in {place}.{gone}")
            }
            On::Rule(rule) => {
                let about = &world.book.about;
                let place = shown(world.kept.store.log()).unwrap_or_else(|| "a file".to_owned());
                let take = world.keys.at(Place::Typing, Command::Take);
                format!(
                    "Say what is wrong, and where you read it otherwise. {take} adds one line to {place}: the day, {rule}, the pack \
                     ({}@{}) and your words. Nothing is sent: hand the file to whoever keeps your pack.",
                    about.id, about.edition
                )
            }
        }
    }
}

impl Layer for Jot {
    fn place(&self) -> Place {
        Place::Typing
    }

    fn title(&self, _: &World<'_>) -> String {
        match &self.on {
            On::Card(id, _) => format!("Your note on {id}"),
            On::Rule(rule) => format!("What is wrong with {rule}?"),
        }
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        if let Some(seen) = self.warned {
            let take = world.keys.at(Place::Typing, Command::Take);
            let text = format!("This line holds {seen}. Take it out, or press {take} again to keep the line as it is.");
            pen.write("", &text, theme.strong);
            pen.gap();
        }
        pen.write("", "Nothing about a patient belongs here.", theme.strong);
        pen.text(&self.about(world));
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, world: &World<'_>) -> Reply {
        match pressed.command {
            Command::Take => self.take(world),
            _ => Reply::Ignored,
        }
    }

    fn typed(&mut self, key: &KeyEvent) -> bool {
        let taken = self.input.typed(key);
        if taken {
            self.warned = None;
        }
        taken
    }

    fn pasted(&mut self, text: &str) {
        self.input.pasted(text);
        self.warned = None;
    }

    fn input(&self) -> Option<&str> {
        Some(self.input.as_str())
    }

    fn prompt(&self) -> &'static str {
        match self.on {
            On::Card(..) => "note: ",
            On::Rule(_) => "report: ",
        }
    }
}
