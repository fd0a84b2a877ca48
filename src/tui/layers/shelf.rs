//! `F`: what the person keeps: favorites, cards opened last, cards with a note, and two settings.

use super::card::CardLayer;
use super::{Layer, Place, Reply};
use crate::shelf::{Change, Shelf, Start, rules, title};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, Pen};
use crate::tui::words::capital;
use crate::tui::world::World;

/// What the person keeps.
pub(crate) struct ShelfLayer;

/// One row that can be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    /// The card of a code or signpost.
    Card(String),
    /// The screen to start with.
    Start,
    /// Whether cards opened are remembered.
    KeepRecent,
}

/// The column after a code or the name of a setting.
const CODE: usize = 10;
const SETTING: usize = 26;

/// The rows in the order shown.
fn rows(shelf: &Shelf) -> Vec<Row> {
    let cards = shelf.favorites.iter().chain(&shelf.recent).chain(shelf.notes.keys());
    let cards = cards.cloned().map(Row::Card);
    cards.chain([Row::Start, Row::KeepRecent]).collect()
}

/// The note on a card, above everything the pack says.
pub(super) fn your_note(pen: &mut Pen, world: &World<'_>, id: &str) {
    if let Some(note) = world.kept.shelf.notes.get(id) {
        pen.heading("Your note");
        pen.text(note);
        pen.gap();
    }
}

/// " (favorite)", behind the title of a card that is one.
pub(super) fn favorite_mark(world: &World<'_>, id: &str) -> &'static str {
    if world.kept.shelf.is_favorite(id) {
        " (favorite)"
    } else {
        ""
    }
}

/// Cards, each with what is said of it.
fn cards(pen: &mut Pen, world: &World<'_>, (heading, empty): (&str, &str), cards: &[(&String, String)]) {
    pen.heading(heading);
    let theme = *pen.theme();
    if cards.is_empty() {
        pen.write("  ", empty, theme.faint);
    }
    for (id, said) in cards {
        let signpost = world.book.signpost(id);
        pen.item(|pen| match signpost.filter(|signpost| signpost.title == *said) {
            Some(_) => pen.hang(("  ", theme.text), 2, said, theme.text),
            None => pen.hang((&format!("  {id}  "), theme.strong), CODE, said, theme.text),
        });
    }
}

/// Codes and signposts, each with the title of its card.
fn titled<'a>(world: &World<'_>, ids: &'a [String]) -> Vec<(&'a String, String)> {
    let said = |id: &'a String| {
        let title = title(world.book, id);
        (id, title.unwrap_or_else(|| "not in this pack".to_owned()))
    };
    ids.iter().map(said).collect()
}

fn settings(pen: &mut Pen, shelf: &Shelf) {
    let theme = *pen.theme();
    let start = match shelf.start {
        Start::Question => "the first question",
        Start::Shelf => "this shelf",
    };
    let keep = if shelf.keep_recent { "yes" } else { "no" };
    pen.heading("Settings");
    for (name, value) in [("  Start with", start), ("  Remember cards opened", keep)] {
        pen.item(|pen| pen.hang((name, theme.strong), SETTING, value, theme.text));
    }
}

/// Where it lies, and what may be done here.
fn foot(pen: &mut Pen, world: &World<'_>) {
    let place = match world.kept.store.path() {
        None => "No folder is known to keep it in: name one in EPIPATH_CONFIG_DIR.".to_owned(),
        Some(path) if world.kept.shelf == Shelf::default() => {
            format!("Nothing is kept yet; it would be in {}.", path.display())
        }
        Some(path) => format!("Kept in {}.", path.display()),
    };
    pen.gap();
    pen.text(&format!(
        "{} takes a favorite off, {} changes a note. {place} Nothing of a case is in it.",
        world.keys.of(Command::Favorite),
        world.keys.of(Command::Note)
    ));
}

impl Layer for ShelfLayer {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, _: &World<'_>) -> String {
        "Your shelf".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let kept = &world.kept.shelf;
        if let Some(trouble) = &world.kept.trouble {
            pen.write("", &format!("{}.", capital(trouble)), pen.theme().strong);
        }
        let forgotten = if kept.keep_recent { "none yet" } else { "not remembered" };
        let notes: Vec<(&String, String)> = kept.notes.iter().map(|(id, note)| (id, note.clone())).collect();
        let (favorite, note) = (world.keys.of(Command::Favorite), world.keys.of(Command::Note));
        let (no_favorite, no_note) = (
            format!("none yet: {favorite} on a card adds one"),
            format!("none yet: {note} on a card takes one"),
        );
        for (heading, shown) in [
            (("Favorites", no_favorite.as_str()), titled(world, &kept.favorites)),
            (("Cards opened last", forgotten), titled(world, &kept.recent)),
            (("With a note of yours", no_note.as_str()), notes),
        ] {
            cards(&mut pen, world, heading, &shown);
        }
        settings(&mut pen, kept);
        foot(&mut pen, world);
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let kept = &world.kept.shelf;
        match (pressed.command, rows(kept).get(focus)) {
            (Command::Take, Some(Row::Card(id))) => opened(world, id),
            (Command::Take, Some(Row::Start)) => Reply::Keep(Change::Start(match kept.start {
                Start::Question => Start::Shelf,
                Start::Shelf => Start::Question,
            })),
            (Command::Take, Some(Row::KeepRecent)) => Reply::Keep(Change::KeepRecent(!kept.keep_recent)),
            _ => Reply::Ignored,
        }
    }

    fn rules(&self, world: &World<'_>, focus: usize) -> Vec<String> {
        match rows(&world.kept.shelf).get(focus) {
            Some(Row::Card(id)) => vec![rules::card_of(world.book, id)],
            _ => Vec::new(),
        }
    }
}

fn opened(world: &World<'_>, id: &str) -> Reply {
    if title(world.book, id).is_none() {
        let remove = world.keys.of(Command::Favorite);
        return Reply::Say(format!(
            "This pack says nothing of {id}; {remove} takes a favorite off."
        ));
    }
    Reply::Open(Box::new(if world.book.signpost(id).is_some() {
        CardLayer::signpost(id)
    } else {
        CardLayer::code(id)
    }))
}
