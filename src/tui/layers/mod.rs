//! Layers over a screen: a stack, of which Esc closes the top one. A layer makes a page and answers keys; [`super::app`] draws it,
//! scrolls it and does what it asks for.

mod answers;
mod card;
mod compare;
mod details;
mod export;
mod facts;
mod find;
mod help;
mod input;
mod jot;
mod levels;
mod node;
mod payers;
mod query;
mod rule;
mod sheet;
mod shelf;
mod sources;
mod told;
mod tree;
mod what_if;
mod why;

use crossterm::event::KeyEvent;
use ratatui::layout::Size;

use super::errand::Errand;
use super::keys::{Command, Place, Pressed};
use super::page::Page;
use super::pane::Scroll;
use super::world::World;
use crate::session::Action;
use crate::shelf::Change;
use crate::train::Entered;

pub(crate) use answers::Answers;
pub(crate) use card::CardLayer;
pub(crate) use compare::CompareList;
pub(crate) use details::Details;
pub(crate) use export::Export;
pub(crate) use facts::Facts;
pub(crate) use find::Find;
pub(crate) use help::Help;
pub(crate) use input::{Input, Refusable};
pub(crate) use jot::Jot;
pub(crate) use levels::Levels;
pub(crate) use payers::Payers;
pub(crate) use query::Query;
pub(crate) use rule::RulePick;
pub(crate) use sheet::{SheetView, inner as sheet_inner};
pub(crate) use shelf::ShelfLayer;
pub(crate) use sources::{Sources, of_question, of_result};
pub(crate) use tree::Tree;
pub(crate) use what_if::WhatIf;
pub(crate) use why::Why;

/// What a layer asks for after a key.
pub(crate) enum Reply {
    /// The key means nothing here.
    Ignored,
    /// The layer changed.
    Changed,
    /// The focus goes to an item.
    Focus(usize),
    /// The focus goes to an item; nothing moves that need not.
    Move(usize),
    /// The focus goes to an item, and the item to the top of the window.
    Top(usize),
    /// To be done; the layer stays.
    Do(Action),
    /// To be done; then every layer closes.
    DoAndClose(Action),
    /// To be done outside the screen.
    Run(Errand),
    /// To be done; then every layer closes and an answer gets the focus.
    Point(Action, usize),
    /// Another layer on top.
    Open(Box<dyn Layer>),
    /// Another layer in the place of this one.
    Replace(Box<dyn Layer>),
    /// Another layer in the place of all.
    Instead(Box<dyn Layer>),
    /// A new case with these facts; an unfinished one is left only after a second press.
    Begin(String),
    /// To be said.
    Say(String),
    /// To be done to the shelf; the layer stays.
    Keep(Change),
    /// Handed in as the answer to the teaching case.
    HandIn(Box<Entered>),
    /// The teaching case of that id is to be solved.
    Solve(String),
    /// The exam of that id is to be taken, drawn by a seed.
    Sit(String, u64),
    /// The case of that number in the exam, from 0, goes on the desk.
    Seat(usize),
    /// The exam is handed in; asked about once where something is left.
    Submit,
    /// The exam is over and its sheet was read.
    LeaveExam,
    /// To be said; the same key again is told apart.
    Ask(String),
    /// A suggestion of the note was confirmed: to be done, the layer closes, and what the note says next opens.
    Confirm(Action),
    /// A procedure note is to be read.
    ReadNote(String),
    /// The procedure note is dropped.
    DropNote,
    /// The layer on top closes; then this.
    CloseAnd(Box<Reply>),
}

/// One layer.
pub(crate) trait Layer {
    /// Which keys work.
    fn place(&self) -> Place;

    /// The words in the border.
    fn title(&self, world: &World<'_>) -> String;

    /// What it shows.
    fn page(&self, world: &World<'_>, width: u16, focus: usize) -> Page;

    /// What a key does that is not moving, closing or opening.
    fn press(&mut self, _pressed: Pressed, _focus: usize, _world: &World<'_>) -> Reply {
        Reply::Ignored
    }

    /// Takes typed text. Returns whether it did.
    fn typed(&mut self, _key: &KeyEvent) -> bool {
        false
    }

    /// Takes pasted text.
    fn pasted(&mut self, _text: &str) {}

    /// The line being typed, where there is one.
    fn input(&self) -> Option<&str> {
        None
    }

    /// Whether its page stands without a border at its sides, so that it can be selected.
    fn is_bare(&self) -> bool {
        false
    }

    /// Whether a case can be begun with a row of it.
    fn begins(&self) -> bool {
        false
    }

    /// What stands before the line being typed.
    fn prompt(&self) -> &'static str {
        "/ "
    }

    /// The sources of what it shows.
    fn sources(&self, _world: &World<'_>) -> Vec<String> {
        Vec::new()
    }

    /// The rules in view, the one in focus first, by the names of [`crate::shelf::rules`].
    fn rules(&self, _world: &World<'_>, _focus: usize) -> Vec<String> {
        Vec::new()
    }

    /// The item in focus at first.
    fn first_focus(&self, _world: &World<'_>) -> usize {
        0
    }

    /// The item in focus at first, and the line at the top.
    fn first_scroll(&self, world: &World<'_>) -> Scroll {
        Scroll {
            focus: self.first_focus(world),
            ..Scroll::default()
        }
    }

    /// The columns that the page needs, where something stands beside it.
    fn page_width(&self) -> Option<u16> {
        None
    }

    /// What stands beside the page, or below it in a narrow window.
    fn aside(&self, _world: &World<'_>, _area: Size) -> Page {
        Page::default()
    }

    /// Whether a key that works in layers of its kind means something in this one. Comparing starts from a code, and why is told of
    /// places of the tree.
    fn offers(&self, command: Command, _world: &World<'_>) -> bool {
        !matches!(command, Command::Compare | Command::Why)
    }

    /// The code that can be laid beside others from here.
    fn compares(&self) -> Option<&str> {
        None
    }

    /// The item to which a command of moving leads, where that is not the next one.
    fn step(&self, _command: Command, _focus: usize, _page: (&World<'_>, u16)) -> Option<usize> {
        None
    }

    /// Whether it is the whole note: its key closes it again.
    fn is_note(&self) -> bool {
        false
    }

    /// Whether it is the sheet of an exam.
    fn is_sheet(&self) -> bool {
        false
    }

    /// Whether it shows what was found in the note: its key closes it again.
    fn is_evidence(&self) -> bool {
        false
    }

    /// Whether a paste is a procedure note.
    fn takes_notes(&self) -> bool {
        false
    }

    /// How many numbered choices it shows.
    fn choices(&self, _world: &World<'_>, _focus: usize) -> usize {
        0
    }
}
