//! A procedure note: taken in, its words moved through, its suggestions confirmed one by one. It is dropped with the case.

use ratatui::layout::Rect;

use super::{App, Flow};
use crate::note::{Family, State, Ticked};
use crate::session::Action;
use crate::tui::keys::{Command, Place};
use crate::tui::layers::Levels;
use crate::tui::note::{
    Evidence, NoteDesk, NoteDetails, NoteInput, NoteVerdict, Said, WholeNote, levels_wanting, read_note,
};
use crate::tui::result::checklist_shown;
use crate::tui::training::NoteLayer;
use crate::tui::words::{capital, count};

/// A paste of as many characters is no key or word that went astray.
const LONG: usize = 40;

/// More keys at once than anybody types ahead.
const BURST: usize = 32;

impl App<'_> {
    /// What is asked for about a note.
    pub(super) fn press_note(&mut self, command: Command) -> Flow {
        match command {
            Command::ReadNote if self.notes_from.is_none() => {
                self.message = Some("Notes cannot be read here.".to_owned());
            }
            Command::ReadNote => {
                self.layers.clear();
                self.open(Box::new(NoteInput::default()));
            }
            Command::CaseNote if self.layers.last().is_some_and(|sheet| sheet.layer.is_note()) => {
                self.layers.pop();
            }
            Command::CaseNote if self.drill.is_some() => self.open(Box::new(NoteLayer)),
            Command::Evidence if self.layers.last().is_some_and(|sheet| sheet.layer.is_evidence()) => {
                self.layers.pop();
            }
            Command::Evidence if self.demo.is_some() => self.read_for_class(),
            _ if self.note.is_none() => self.no_note(),
            Command::CaseNote => {
                self.close_note();
                self.open(Box::new(WholeNote));
            }
            Command::Evidence => {
                self.close_note();
                self.open_evidence();
            }
            Command::TickShown => self.tick_shown(),
            _ => return self.turn_quote(command == Command::PreviousQuote),
        }
        Flow::Draw
    }

    fn no_note(&mut self) {
        let read = self.keys.at(Place::Question, Command::ReadNote);
        self.message = Some(if self.view.question.is_some() {
            format!("No note was read; {read} takes one in.")
        } else {
            "No note was read.".to_owned()
        });
    }

    /// Reads a note, puts it beside the questions, and says what it is.
    pub(super) fn read_note(&mut self, text: &str) -> Flow {
        let Some(source) = self.notes_from else {
            return Flow::Idle;
        };
        match read_note(source, self.book, text) {
            Ok(noted) => {
                let family = noted.reading.family;
                self.note = Some(NoteDesk::new(noted));
                self.layers.clear();
                self.look_at_question();
                self.message = None;
                match family {
                    Family::In => self.tell_read(),
                    Family::Out | Family::Unclear => self.open(Box::new(NoteVerdict)),
                }
            }
            Err(why) => self.message = Some(format!("This cannot be read as a note: {why}.")),
        }
        self.settle();
        Flow::Draw
    }

    /// Says that the note is of the family, and how many procedures it tells of.
    fn tell_read(&mut self) {
        let Some(note) = &self.note else { return };
        let found = self.keys.at(Place::Question, Command::Evidence);
        let many = note.reading().procedures.len();
        let procedures = if many > 1 {
            format!(" {} in it.", capital(&count(many, "procedure")))
        } else {
            String::new()
        };
        self.message = Some(format!(
            "{}{procedures} {found} shows all that was found.",
            crate::report::note::family(Family::In)
        ));
    }

    /// What is said of a paste where no text is typed; a short one means nothing.
    pub(super) fn pasted_nowhere(&mut self, text: &str) -> Flow {
        if text.chars().count() < LONG || self.place() != Place::Question || self.is_training() {
            return Flow::Idle;
        }
        let read = self.keys.at(Place::Question, Command::ReadNote);
        self.message = Some(format!(
            "That was a paste. {read} takes a note in: press it, then paste again."
        ));
        self.settle();
        Flow::Draw
    }

    /// Drops the note and what shows it.
    pub(super) fn drop_note(&mut self, said: &str) {
        self.note = None;
        self.layers.clear();
        self.look_at_question();
        self.message = Some(said.to_owned());
    }

    /// The row that has the focus at first: what the note suggests; where it says nothing, that nothing is documented.
    pub(super) fn suggested_focus(&mut self, silent: usize) -> usize {
        if let Some(note) = &mut self.note {
            note.settle();
        }
        let Some(said) = Said::here(&self.world()) else {
            return 0;
        };
        if said.state == State::Suggested && said.rows.len() > 1 {
            self.marks = said.rows.iter().copied().collect();
        }
        said.focus(silent)
    }

    /// Whether the focused answer is suggested by weak words and asks for a second press; then it is asked for.
    pub(super) fn asks_again(&mut self) -> bool {
        let Some(said) = Said::here(&self.world()) else {
            return false;
        };
        let unanswered = self
            .view
            .question
            .is_some_and(|id| self.session.case().answers.get(id).is_none());
        let taken: Vec<usize> = if self.marks.is_empty() {
            vec![self.list.focus]
        } else {
            self.marks.iter().copied().collect()
        };
        let mut rows = said.rows.clone();
        rows.sort_unstable();
        if !said.weak || !unanswered || taken != rows || self.before == Some(Command::Take) {
            return false;
        }
        let take = self.keys.at(Place::Question, Command::Take);
        self.asked = Some(Command::Take);
        self.message = Some(format!("Weak: {take} again confirms it; any other key does not."));
        true
    }

    /// What the note says next, where the questions have come to an end: what is not asked, then levels and sides.
    pub(super) fn follow_note(&mut self) {
        if self.view.result.is_none() || !self.layers.is_empty() {
            return;
        }
        if NoteDetails::wanting(&self.world()) {
            self.open(Box::new(NoteDetails));
        } else if levels_wanting(&self.world()) {
            self.open(Box::new(Levels));
        }
    }

    /// To the next words, or those before.
    fn turn_quote(&mut self, back: bool) -> Flow {
        let quotes = Said::here(&self.world()).map_or(0, |said| said.quotes.len());
        if quotes == 0 {
            self.message = Some("No words of the note bear on this question.".to_owned());
            return Flow::Draw;
        }
        if let Some(note) = &mut self.note {
            note.turn(quotes, back);
        }
        let layer = self.layers.last().filter(|sheet| sheet.layer.is_note());
        let scroll = layer.map(|sheet| sheet.layer.first_scroll(&self.world()));
        if let (Some(scroll), Some(sheet)) = (scroll, self.layers.last_mut()) {
            sheet.scroll = scroll;
        }
        Flow::Draw
    }

    /// A page of the note while the question keeps the arrow keys.
    pub(super) fn moving_read_note(&mut self, area: Rect, back: bool) -> Option<Flow> {
        let quotes = Said::here(&self.world()).map(|said| said.quotes).unwrap_or_default();
        let size = (area.width, NoteDesk::rows(area));
        let moved = self.note.as_mut()?.scroll(&quotes, size, back);
        Some(if moved { Flow::Draw } else { Flow::Idle })
    }

    /// The note and what was found in it take each other's place.
    fn close_note(&mut self) {
        if self.place() == Place::Note {
            self.layers.pop();
        }
    }

    fn open_evidence(&mut self) {
        let layer = self
            .note
            .as_ref()
            .map(|note| Evidence::new(&self.world(), note.noted()));
        if let Some(layer) = layer {
            self.show_evidence(layer);
        }
    }

    fn show_evidence(&mut self, layer: Result<Evidence, String>) {
        match layer {
            Ok(layer) => self.open(Box::new(layer)),
            Err(why) => self.message = Some(format!("What the note suggests does not go together: {why}.")),
        }
    }

    /// What the reader finds in the note of the teaching case that is shown.
    fn read_for_class(&mut self) {
        let case = self.demo.as_ref().and_then(|desk| desk.demo.case());
        let (Some(case), Some(source)) = (case, self.notes_from) else {
            self.message = Some("Notes cannot be read here.".to_owned());
            return;
        };
        match read_note(source, self.book, &case.note) {
            Ok(noted) => {
                let layer = Evidence::new(&self.world(), &noted);
                self.show_evidence(layer);
            }
            Err(why) => self.message = Some(format!("This cannot be read as a note: {why}.")),
        }
    }

    /// The items of the checklist in view that the note shows and nobody ticked.
    fn shown_items(&self) -> Vec<String> {
        let (Some(note), Some(result)) = (&self.note, &self.view.result) else {
            return Vec::new();
        };
        let ticks = &self.session.case().ticks;
        let items = checklist_shown(result).into_iter().map(|item| item.id.clone());
        let shown = |id: &String| note.item(id).is_some_and(|item| item.state == Ticked::Shown);
        items.filter(|id| !ticks.contains(id) && shown(id)).collect()
    }

    fn tick_shown(&mut self) {
        let items = self.shown_items();
        let ticked = items.len();
        for item in items {
            self.act(Action::Tick { item });
        }
        self.message = Some(match ticked {
            0 => "The note shows nothing that is not ticked yet.".to_owned(),
            ticked => format!("{} ticked, as the note shows.", count(ticked, "item")),
        });
    }

    /// Whether a key about a note has a meaning now; none where the key is not about a note.
    pub(super) fn offers_note(&self, command: Command) -> Option<bool> {
        let marked = self.layers.last().is_none_or(|sheet| sheet.layer.is_note());
        let quotes = || marked && Said::here(&self.world()).is_some_and(|said| said.quotes.len() > 1);
        Some(match command {
            Command::ReadNote => self.notes_from.is_some() && !self.is_training(),
            Command::CaseNote => self.note.is_some() || self.drill.is_some(),
            Command::Evidence => self.note.is_some() || (self.demo.is_some() && self.notes_from.is_some()),
            Command::NextQuote | Command::PreviousQuote => quotes(),
            Command::TickShown => !self.shown_items().is_empty(),
            Command::NextCase if self.place() == Place::Note => false,
            _ => return None,
        })
    }

    /// From how many keys that come at once they are text. Where a note is given any two are; where text is typed none, for each is
    /// text by itself; elsewhere as many as nobody types ahead.
    #[must_use]
    pub fn burst_from(&self) -> Option<usize> {
        match self.place() {
            Place::Giving if self.layers.last().is_some_and(|sheet| sheet.layer.takes_notes()) => Some(2),
            place => (!place.types()).then_some(BURST),
        }
    }

    /// Takes keys that came so fast that nobody typed them: where a note is given they are its text, elsewhere a paste.
    pub fn burst(&mut self, text: &str) -> Flow {
        match self.layers.last_mut().filter(|sheet| sheet.layer.takes_notes()) {
            Some(sheet) => {
                sheet.layer.pasted(text);
                Flow::Draw
            }
            None => self.paste(text),
        }
    }

    /// Takes a note from a file. What went wrong is told without its name, which may be a patient's.
    pub fn take_file(&mut self, path: &str) {
        let Some(source) = self.notes_from else { return };
        match source.open(path) {
            Ok(given) => {
                self.read_note(&given.text);
            }
            Err(why) => {
                self.message = Some(format!("The file cannot be read as a note: {why}."));
                self.settle();
            }
        }
    }
}
