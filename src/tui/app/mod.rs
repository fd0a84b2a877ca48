//! The program on the screen: the case, which screen and layers show it, and what a key does to them. No terminal in sight:
//! keys in, a buffer out.

mod act;
mod blank;
mod demo;
mod desk;
mod draw;
mod drill;
mod exam;
mod moves;
mod note;
mod sheet;
mod shelf;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crossterm::event::{KeyEvent, KeyEventKind};
use ratatui::layout::Size;
use strum::EnumCount;

use super::Options;
use super::errand::Errand;
use super::keys::{Binding, Command, Keymap, Place, Pressed};
use super::layers::{Layer, Reply, ShelfLayer, WhatIf};
use super::note::{NoteDesk, NoteSource, Said};
use super::pane::Scroll;
use super::result::Tab;
use super::theme::{Glyphs, Look, Theme};
use super::training::demo::DemoDesk;
use super::training::drill::Drill;
use super::training::{Classroom, Course, ExamRoom};
use super::words::capital;
use super::world::World;
use crate::config::ThemeName;
use crate::find::Index;
use crate::note::State;
use crate::pack::model::Noticed;
use crate::session::{Session, View};
use crate::shelf::{Kept, Start};
use crate::tree::{Book, QuestionId};

/// What follows from a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Nothing changed; nothing need be drawn.
    Idle,
    /// Something changed.
    Draw,
    /// Everything is to be drawn anew.
    Redraw,
    /// The terminal is handed back for a while.
    Suspend,
    /// The person leaves.
    Quit,
    /// The person leaves at once.
    Interrupt,
}

/// A layer and where it is scrolled to.
struct Sheet {
    layer: Box<dyn Layer>,
    scroll: Scroll,
}

/// The program on the screen.
pub struct App<'a> {
    book: &'a Book,
    look: Look,
    session: Session,
    view: View,
    size: Size,
    list: Scroll,
    marks: BTreeSet<usize>,
    tab: Tab,
    tabs: [Scroll; Tab::COUNT],
    layers: Vec<Sheet>,
    message: Option<String>,
    /// To be done outside the screen.
    errand: Option<Errand>,
    /// A command that asks for a second press.
    asked: Option<Command>,
    /// The command that had asked when the key being worked on was pressed.
    before: Option<Command>,
    index: Arc<OnceLock<Index>>,
    notes: Cell<Option<(QuestionId, u16, u16)>>,
    kept: Kept,
    keys: Keymap,
    /// Whether it was said that a clipboard may remember.
    told_of_clipboard: bool,
    classroom: Option<&'a Classroom>,
    course: Option<Course<'a>>,
    drill: Option<Drill<'a>>,
    demo: Option<DemoDesk<'a>>,
    exam: Option<ExamRoom<'a>>,
    /// What lay on the desk before the first teaching case.
    aside: Option<Session>,
    notes_from: Option<&'a dyn NoteSource>,
    /// The procedure note that was read: in memory only.
    note: Option<NoteDesk>,
}

/// The smallest window that shows a screen.
pub const SMALLEST: Size = Size { width: 60, height: 18 };

impl<'a> App<'a> {
    /// An empty case, or the one that the actions of the options make.
    #[must_use]
    pub fn new(book: &'a Book, options: Options<'a>) -> Self {
        let mut session = Session::new(options.context);
        let mut message = options.notice.or_else(|| options.kept.trouble.as_deref().map(capital));
        for action in options.start {
            if let Err(refused) = session.update(book, action) {
                message = Some(format!("Left out at the start: {refused}."));
            }
        }
        let mut app = Self {
            view: View::of(book, session.case()),
            look: Look {
                theme: Theme::of(options.theme),
                glyphs: if options.ascii { Glyphs::ASCII } else { Glyphs::LINES },
                colors: options.theme != ThemeName::Mono,
            },
            book,
            session,
            size: Size { width: 80, height: 24 },
            list: Scroll::default(),
            marks: BTreeSet::new(),
            tab: Tab::Code,
            tabs: [Scroll::default(); Tab::COUNT],
            layers: Vec::new(),
            message,
            errand: None,
            asked: None,
            before: None,
            index: options.index,
            notes: Cell::new(None),
            kept: options.kept,
            keys: options.keys,
            told_of_clipboard: false,
            classroom: options.classroom,
            course: None,
            drill: None,
            demo: None,
            exam: None,
            aside: None,
            notes_from: options.notes,
            note: None,
        };
        app.look_at_question();
        if let Some(training) = options.training {
            app.open_training(training);
        } else if app.kept.shelf.start == Start::Shelf {
            app.open(Box::new(ShelfLayer));
        }
        app
    }

    /// The case and how it came about.
    #[must_use]
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Ends the screen and hands the case over; a teaching case is none.
    #[must_use]
    pub fn into_session(mut self) -> Session {
        self.end_training();
        self.session
    }

    /// Takes what is to be done outside the screen since the last key.
    pub fn take_errand(&mut self) -> Option<Errand> {
        let errand = self.errand.take()?;
        if self.told_of_clipboard || !matches!(errand, Errand::Clipboard { .. }) {
            return Some(errand);
        }
        self.told_of_clipboard = true;
        Some(errand.for_the_first_time())
    }

    /// Says something in the message line.
    pub fn tell(&mut self, text: String) {
        self.message = Some(text);
        self.settle();
    }

    /// Tells the size of the window.
    pub fn resize(&mut self, size: Size) {
        if self.size != size {
            self.size = size;
            self.settle();
        }
    }

    /// Where the next key goes.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place_at(self.size)
    }

    fn place_at(&self, size: Size) -> Place {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return Place::Small;
        }
        match (self.layers.last(), self.view.question, self.tab) {
            (Some(sheet), ..) => sheet.layer.place(),
            _ if self.demo.is_some() => Place::Demo,
            (None, Some(_), _) => Place::Question,
            (None, None, Tab::Checklist) => Place::Checklist,
            (None, None, Tab::Modifiers) => Place::Modifiers,
            (None, None, Tab::Claim) => Place::Claim,
            (None, None, Tab::Code | Tab::Coverage | Tab::Why) => Place::Result,
        }
    }

    /// Takes a key.
    pub fn key(&mut self, event: KeyEvent) -> Flow {
        if event.kind == KeyEventKind::Release {
            return Flow::Idle;
        }
        let place = self.place();
        let Some(pressed) = self.keys.pressed(place, &event) else {
            return self.typed(&event);
        };
        let said = self.message.take();
        self.before = self.asked.take();
        let flow = self.answer_key(pressed, place);
        // An exam may have ended while a line was being typed.
        self.show_sheet();
        if said.is_some() || !pressed.command.moves() {
            // A move on the same page has settled already.
            self.settle();
        }
        if flow == Flow::Idle && said.is_some() {
            Flow::Draw
        } else {
            flow
        }
    }

    /// Does what a key asks for, wherever it was pressed.
    fn answer_key(&mut self, pressed: Pressed, place: Place) -> Flow {
        let mut pressed = pressed;
        if pressed.command == Command::ReadNote && self.is_training() {
            // A teaching case has its note: the key goes on to the next one.
            pressed.command = Command::NextCase;
        }
        match pressed.command {
            Command::Interrupt => Flow::Interrupt,
            Command::Suspend => Flow::Suspend,
            Command::Redraw => Flow::Redraw,
            Command::Blank => self.blank("Blanked; nothing of the case is left."),
            command => match self.press_exam(command) {
                Some(flow) => flow,
                None => self.answer_usual(pressed, place),
            },
        }
    }

    /// The same outside of an exam.
    fn answer_usual(&mut self, pressed: Pressed, place: Place) -> Flow {
        match pressed.command {
            Command::Quit if place == Place::Small || self.is_training() => Flow::Quit,
            Command::NextCase if self.is_training() => self.next_of_training(),
            command @ (Command::Quit | Command::NextCase) => self.twice(command, self.before),
            _ => self.press(pressed),
        }
    }

    /// Takes pasted text: only where text is typed.
    pub fn paste(&mut self, text: &str) -> Flow {
        match self.layers.last_mut().filter(|sheet| sheet.layer.place().types()) {
            Some(sheet) if sheet.layer.takes_notes() => self.read_note(text),
            Some(sheet) => {
                sheet.layer.pasted(text);
                sheet.scroll = Scroll::default();
                Flow::Draw
            }
            None => self.pasted_nowhere(text),
        }
    }

    fn typed(&mut self, event: &KeyEvent) -> Flow {
        let typing = self.place().types();
        let Some(sheet) = self.layers.last_mut().filter(|_| typing) else {
            return Flow::Idle;
        };
        if !sheet.layer.typed(event) {
            return Flow::Idle;
        }
        sheet.scroll = Scroll::default();
        self.message = None;
        self.asked = None;
        Flow::Draw
    }

    /// Whether a binding of the key table has a meaning now.
    fn offers(&self, binding: &Binding) -> bool {
        let world = self.world();
        if binding.command.drills() && self.drill.is_none() {
            return false;
        }
        if let Some(offered) = self.offers_in_exam(binding) {
            return offered;
        }
        if let Some(offered) = self.offers_note(binding.command) {
            return offered;
        }
        if let Some(sheet) = self.layers.last() {
            return match binding.command {
                Command::Sources => !sheet.layer.sources(&world).is_empty(),
                Command::Begin => sheet.layer.begins(),
                command => sheet.layer.offers(command, &world),
            };
        }
        match binding.command {
            _ if self.demo.is_some() => self.offers_in_demo(binding.command),
            Command::Drill => self.classroom.is_some() && self.drill.is_none() && self.session.is_fresh(),
            Command::TakeAll => self.marks.len() > 1 && self.may_take_all(),
            Command::WhatIf => WhatIf::offered(&world),
            Command::Back => self.view.question.is_none() || self.can_go_back(),
            Command::PageDown => self.more_below(),
            Command::NextProcedure | Command::PreviousProcedure | Command::DropProcedure => {
                self.session.case().place().1 > 1
            }
            _ => true,
        }
    }

    /// What the footer names early: what takes the suggestion of a note; the grid of levels, where a code counts them and none was given; another procedure, where the note
    /// tells of one.
    fn urgent(&self) -> Option<Command> {
        if self.view.question.is_some() && self.layers.is_empty() {
            let said = Said::here(&self.world())?;
            return (said.state == State::Suggested).then_some(Command::Take);
        }
        let missing: &str = Noticed::LevelNotGiven.into();
        let result = self.view.result.as_ref().filter(|_| self.layers.is_empty())?;
        let asked = result.findings.iter().any(|finding| finding.id == missing);
        let levels = asked && self.session.case().context.levels.is_empty();
        let more = self
            .note
            .as_ref()
            .is_some_and(|note| note.tells_of_more(self.session.case()));
        match (levels, more) {
            (true, _) => Some(Command::Levels),
            (false, true) => Some(Command::AddProcedure),
            (false, false) => None,
        }
    }

    fn more_below(&self) -> bool {
        let (page, height) = self.shown();
        page.lines.len() > height + self.tab_scroll().top
    }

    fn can_go_back(&self) -> bool {
        let here = self.view.question;
        self.view
            .asking
            .path
            .iter()
            .any(|question| here.is_none_or(|here| *question < here))
    }

    fn may_take_all(&self) -> bool {
        let question = self.view.question.and_then(|id| self.book.question(id));
        question.is_some_and(|question| !question.precedence.is_empty())
    }

    fn world(&self) -> World<'_> {
        World {
            book: self.book,
            session: &self.session,
            view: &self.view,
            look: &self.look,
            index: &self.index,
            notes: &self.notes,
            kept: &self.kept,
            keys: &self.keys,
            course: self.course.as_ref(),
            drill: self.drill.as_ref(),
            exam: self.exam.as_ref().map(|room| &room.sitting),
            note: self.note.as_ref(),
            again: self.before == Some(Command::Take),
        }
    }

    fn open(&mut self, layer: Box<dyn Layer>) {
        let scroll = layer.first_scroll(&self.world());
        if layer.place() == Place::Card {
            self.remember(&layer.rules(&self.world(), scroll.focus));
        }
        self.layers.push(Sheet { layer, scroll });
    }

    fn reply(&mut self, reply: Reply) -> Flow {
        match reply {
            Reply::Ignored => return Flow::Idle,
            Reply::Changed => {}
            Reply::Focus(focus) => {
                if let Some(sheet) = self.layers.last_mut() {
                    sheet.scroll = Scroll {
                        focus,
                        ..Scroll::default()
                    };
                }
            }
            Reply::Move(focus) => {
                if let Some(sheet) = self.layers.last_mut() {
                    sheet.scroll.focus = focus;
                }
            }
            Reply::Top(focus) => {
                let top = self.shown().0.items.get(focus).map_or(0, |item| item.lines.start);
                if let Some(sheet) = self.layers.last_mut() {
                    sheet.scroll = Scroll { focus, top, passed: 0 };
                }
            }
            Reply::Do(action) => {
                self.act(action);
            }
            Reply::DoAndClose(action) => {
                self.layers.clear();
                self.act(action);
            }
            Reply::Point(action, answer) => {
                self.layers.clear();
                self.act(action);
                self.list = Scroll {
                    focus: answer,
                    ..Scroll::default()
                };
            }
            Reply::Run(errand) => self.errand = Some(errand),
            Reply::Keep(change) => self.keep(change),
            Reply::CloseAnd(then) => {
                self.layers.pop();
                self.reply(*then);
            }
            Reply::Open(layer) => self.open(layer),
            Reply::Replace(layer) => {
                self.layers.pop();
                self.open(layer);
            }
            Reply::Instead(layer) => {
                self.layers.clear();
                self.open(layer);
            }
            Reply::HandIn(entered) => self.hand_in_typed(*entered),
            Reply::Solve(id) => self.solve_named(&id),
            Reply::Sit(id, seed) => self.sit(&id, (seed, None), false),
            Reply::Seat(at) => return self.go_to_seat(at),
            Reply::Submit => return self.submit(),
            Reply::LeaveExam => return self.leave_exam(),
            Reply::Ask(text) => {
                self.asked = Some(Command::Take);
                self.message = Some(text);
            }
            Reply::Confirm(action) => {
                self.layers.pop();
                self.act(action);
                self.follow_note();
            }
            Reply::ReadNote(text) => return self.read_note(&text),
            Reply::DropNote => self.drop_note("The note is dropped."),
            Reply::Begin(line) => return self.begin(line),
            Reply::Say(text) => self.message = Some(text),
        }
        Flow::Draw
    }
}
