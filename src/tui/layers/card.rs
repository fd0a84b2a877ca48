//! The card of any code the pack speaks of, and the card of a signpost: the same sections as on paper, folded to their headings.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::shelf::{favorite_mark, your_note};
use super::{Layer, Place, Reply};
use crate::pack::model::RetiredCode;
use crate::report::{self, Block, Item, Lines};
use crate::shelf::rules;
use crate::tree::Book;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, Pen};
use crate::tui::world::World;

/// What a card is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A code: of the family, ended, or elsewhere.
    Code(String),
    /// A way out of the family, by its name.
    Signpost(String),
}

/// A card.
pub(crate) struct CardLayer {
    subject: Subject,
    /// Its text, made once: the pack does not change.
    text: OnceCell<Lines>,
    /// The sections turned by hand, by number.
    turned: BTreeSet<usize>,
}

/// So many sections of a card are open at first.
const OPEN: usize = 2;
/// A card of so few sections is open as a whole.
const SHORT: usize = 7;

impl CardLayer {
    /// The card of a code.
    pub(crate) fn code(code: impl Into<String>) -> Self {
        Self::of(Subject::Code(code.into()))
    }

    /// The card of a signpost.
    pub(crate) fn signpost(id: impl Into<String>) -> Self {
        Self::of(Subject::Signpost(id.into()))
    }

    fn of(subject: Subject) -> Self {
        Self {
            subject,
            text: OnceCell::new(),
            turned: BTreeSet::new(),
        }
    }

    fn text(&self, book: &Book) -> &Lines {
        self.text.get_or_init(|| written(book, &self.subject))
    }

    fn is_open(&self, section: usize, book: &Book) -> bool {
        let first = section < OPEN || self.text(book).headings().count() <= SHORT;
        first != self.turned.contains(&section)
    }

    /// What the rows in view are: the number of a section, or none for something said in it.
    fn rows(&self, book: &Book) -> Vec<Option<usize>> {
        let mut rows = Vec::new();
        for (section, blocks) in sections(self.text(book)).into_iter().enumerate() {
            rows.push(Some(section));
            if self.is_open(section, book) {
                let items = blocks.iter().filter(|block| matches!(block, Block::Item(_)));
                rows.extend(items.map(|_| None));
            }
        }
        rows
    }
}

/// Whether the pack speaks of a code.
pub(crate) fn known(book: &Book, code: &str) -> bool {
    book.card(code).is_some() || retired(book, code).is_some() || !report::elsewhere(book, code).blocks().is_empty()
}

fn retired<'a>(book: &'a Book, code: &str) -> Option<&'a RetiredCode> {
    book.pack().retired.retired.iter().find(|retired| retired.code == code)
}

fn written(book: &Book, subject: &Subject) -> Lines {
    match subject {
        Subject::Signpost(id) => book.signpost(id).map(|signpost| report::signpost(book, signpost)),
        Subject::Code(code) => book
            .card(code)
            .map(|card| report::card(book, card))
            .or_else(|| retired(book, code).map(|ended| report::ended(book, ended)))
            .or_else(|| Some(report::elsewhere(book, code))),
    }
    .unwrap_or_default()
}

/// The parts that begin with a heading.
fn sections(text: &Lines) -> Vec<&[Block]> {
    let starts = |block: &Block| matches!(block, Block::Heading(_));
    let mut parts: Vec<&[Block]> = Vec::new();
    let blocks = text.blocks();
    let places: Vec<usize> = (0..blocks.len())
        .filter(|at| blocks.get(*at).is_some_and(starts))
        .collect();
    for (index, place) in places.iter().enumerate() {
        let end = places.get(index + 1).copied().unwrap_or(blocks.len());
        parts.extend(blocks.get(*place..end));
    }
    parts
}

impl Layer for CardLayer {
    fn place(&self) -> Place {
        Place::Card
    }

    fn compares(&self) -> Option<&str> {
        match &self.subject {
            Subject::Code(code) => Some(code),
            Subject::Signpost(_) => None,
        }
    }

    fn offers(&self, command: Command, world: &World<'_>) -> bool {
        let compares = || self.compares().is_some_and(|code| world.book.card(code).is_some());
        command != Command::Compare || compares()
    }

    fn title(&self, world: &World<'_>) -> String {
        let (title, id) = match &self.subject {
            Subject::Code(code) => (code.clone(), code),
            Subject::Signpost(id) => (report::end(world.book, id), id),
        };
        format!("{title}{}", favorite_mark(world, id))
    }

    fn rules(&self, _: &World<'_>, _: usize) -> Vec<String> {
        vec![match &self.subject {
            Subject::Code(code) => rules::card(code),
            Subject::Signpost(id) => rules::signpost(id),
        }]
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let text = self.text(world.book);
        opening(&mut pen, text);
        let (Subject::Code(id) | Subject::Signpost(id)) = &self.subject;
        your_note(&mut pen, world, id);
        for (index, section) in sections(text).into_iter().enumerate() {
            let Some((Block::Heading(heading), said)) = section.split_first() else {
                continue;
            };
            let open = self.is_open(index, world.book);
            let count = said.iter().filter(|block| matches!(block, Block::Item(_))).count();
            head(&mut pen, heading, (!open).then_some(count));
            if open {
                for block in said {
                    write(&mut pen, block);
                }
                pen.gap();
            }
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let rows = self.rows(world.book);
        match pressed.command {
            Command::Take => match rows.get(focus) {
                Some(Some(section)) => {
                    if !self.turned.remove(section) {
                        self.turned.insert(*section);
                    }
                    Reply::Top(focus)
                }
                _ => Reply::Ignored,
            },
            Command::NextTab => next_heading(rows.iter().enumerate().skip(focus + 1)),
            Command::PreviousTab => next_heading(rows.iter().enumerate().take(focus).rev()),
            _ => Reply::Ignored,
        }
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        self.text(world.book).cited()
    }
}

fn next_heading<'a>(mut rows: impl Iterator<Item = (usize, &'a Option<usize>)>) -> Reply {
    rows.find(|(_, row)| row.is_some())
        .map_or(Reply::Ignored, |(at, _)| Reply::Top(at))
}

/// What stands before the first section: the code and its title.
fn opening(pen: &mut Pen, text: &Lines) {
    for block in text.blocks() {
        match block {
            Block::Heading(_) => break,
            Block::Item(item) => pen.write("", &item.told(), pen.theme().strong),
            Block::Line(line) => pen.text(line),
            Block::Gap => pen.gap(),
        }
    }
    pen.gap();
}

/// The heading of a section, and how much it holds where it is folded.
fn head(pen: &mut Pen, heading: &str, folded: Option<usize>) {
    let theme = *pen.theme();
    let (mark, style) = if folded.is_some() {
        ("  + ", theme.text)
    } else {
        ("  - ", theme.strong)
    };
    let count = folded.map(|count| format!(" ({count})")).unwrap_or_default();
    pen.item(|pen| pen.hang((mark, style), mark.len(), &format!("{heading}{count}"), style));
}

/// How deep the text of a section hangs.
const INDENT: &str = "    ";

fn write(pen: &mut Pen, block: &Block) {
    let theme = *pen.theme();
    match block {
        Block::Item(item) => pen.item(|pen| said(pen, item)),
        Block::Line(line) => pen.write(INDENT, line.trim(), theme.text),
        Block::Heading(_) | Block::Gap => {}
    }
}

/// `- ` before a point; a code or a word of its own in strong letters before what is said of it.
fn said(pen: &mut Pen, item: &Item) {
    let theme = *pen.theme();
    let word = item.first.trim();
    let deep = if item.first.starts_with("    ") { "  " } else { "" };
    let first = format!("{INDENT}{deep}{word}{}", if word.is_empty() { "" } else { " " });
    let hang = if first.len() > HANGING {
        INDENT.len() + 4
    } else {
        first.len()
    };
    if word.is_empty() || word == "-" {
        pen.write(&first, &item.told(), theme.text);
    } else if first.len() > HANGING {
        pen.write(INDENT, word, theme.strong);
        pen.write(&" ".repeat(hang), &item.told(), theme.text);
    } else {
        pen.hang((&first, theme.strong), hang, &item.told(), theme.text);
    }
}

/// A first word that reaches further stands in a line of its own.
const HANGING: usize = 18;
