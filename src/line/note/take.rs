//! Taking a note, and dropping it.

use crate::line::dialogue::{Dialogue, Reply};
use crate::line::page::{Page, typed};
use crate::note::{Family, Given, LARGEST};
use crate::report::note::{because, clash, family};
use crate::report::phrases::count;

/// A line that ends a paste.
const END: &str = ".";

impl Dialogue<'_> {
    /// Takes a note from a file; without a name, from the lines that follow.
    pub(in crate::line) fn read_note(&mut self, path: &str, page: &mut Page) {
        let Some(notes) = self.held.notes else {
            page.refuse("No note can be taken here.");
            return;
        };
        if path.is_empty() {
            self.held.paste = Some(String::new());
            page.line("Paste the note, and end it with a line that holds a single point. It stays in memory only.");
            return;
        }
        match notes.open(path) {
            Ok(given) => self.take_note(&given, page),
            Err(why) => page.refuse(&format!("`{}` cannot be read as a note: {why}.", typed(path))),
        }
    }

    /// A line of a paste; the last one has the note read.
    pub(in crate::line) fn pasted(&mut self, line: &str) -> Reply {
        let is_end = line.trim_end() == END;
        if let Some(paste) = self.held.paste.as_mut().filter(|_| !is_end) {
            // What is beyond the limit is dropped; that it was too much is told at the end.
            if paste.len() <= LARGEST {
                paste.push_str(line);
                paste.push('\n');
            }
            let text = String::new();
            return Reply { text, end: None };
        }
        let paste = self.held.paste.take().unwrap_or_default();
        let mut page = Page::new(self.cites);
        match Given::read(paste.as_bytes()) {
            Ok(given) => self.take_note(&given, &mut page),
            Err(why) => page.refuse(&format!("What was pasted cannot be read as a note: {why}.")),
        }
        self.prompt_anew(&mut page);
        Reply {
            text: page.done(),
            end: None,
        }
    }

    /// Has a note read; says first whether it is of the family.
    fn take_note(&mut self, given: &Given, page: &mut Page) {
        let reader = self.held.notes.map(crate::line::Notes::reader);
        let noted = match reader {
            Some(Ok(reader)) => reader.read(self.book, &given.text),
            Some(Err(why)) => return page.refuse(&format!("No note can be read: {why}.")),
            None => return,
        };
        self.held.forget();
        self.held.noted = Some(noted);
        self.levels = false;
        self.say_verdict(page);
        self.show(page);
    }

    /// Whether the note is of the family, with the words that settle it, and what contradicts itself in it.
    pub(super) fn say_verdict(&self, page: &mut Page) {
        let Some(noted) = &self.held.noted else { return };
        let reading = &noted.reading;
        page.gap();
        page.line(&format!("{} {}", family(reading.family), because(reading.because)));
        for quote in noted
            .distinct(&reading.family_quotes)
            .into_iter()
            .take(super::evidence::MOST)
        {
            page.said("In the note", &noted.quote(quote));
        }
        for one in &reading.conflicts {
            page.said("To look at in the note", clash(one.clash));
            for quote in noted.distinct(&one.quotes).into_iter().take(super::evidence::MOST) {
                page.said("In the note", &noted.quote(quote));
            }
        }
        match reading.family {
            Family::Out => {
                if let Some(way) = reading.signpost.as_ref().and_then(|id| self.book.signpost(id)) {
                    page.line(&format!("{}: card {} says where it goes.", way.title, way.id));
                }
                page.line("The questions can be answered all the same; forget drops the note.");
            }
            Family::Unclear => page.line("Which it is, you say: answer the questions, or forget the note."),
            Family::In if reading.procedures.len() > 1 => {
                page.line(&format!(
                    "It tells of {}; the first is asked now.",
                    count(reading.procedures.len(), "procedure")
                ));
            }
            Family::In => {}
        }
    }

    /// Drops the note; the answers stay.
    pub(in crate::line) fn forget_note(&mut self, page: &mut Page) {
        page.line(if self.held.forget() {
            "The note is dropped from memory; the answers stay. What was said of it may still stand in the terminal."
        } else {
            "There is no note to drop; read takes one."
        });
    }
}
