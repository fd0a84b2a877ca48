//! Levels and sides as the note gives them: shown as suggestions in the grid, and taken by one key.

use super::NoteDesk;
use crate::claim::{Level, Side};
use crate::note::{Clash, Found};
use crate::pack::model::Noticed;
use crate::session::Action;
use crate::tui::keys::{Command, Place};
use crate::tui::layers::Reply;
use crate::tui::page::Pen;
use crate::tui::world::World;

/// Whether the code counts levels, none is given, and the note names some.
pub(crate) fn wanting(world: &World<'_>) -> bool {
    open(world) && counts(world)
}

/// Whether the note names levels and none is given.
pub(crate) fn open(world: &World<'_>) -> bool {
    let none = world.case().context.levels.is_empty();
    none && world.note.is_some_and(|note| !note.entries(world.case()).is_empty())
}

fn counts(world: &World<'_>) -> bool {
    let missing: &str = Noticed::LevelNotGiven.into();
    world
        .result()
        .is_some_and(|result| result.findings.iter().any(|finding| finding.id == missing))
}

/// The box of a level that the note names and nobody has given.
pub(crate) fn box_of(world: &World<'_>, level: Level) -> Option<&'static str> {
    let note = world.note.filter(|_| open(world))?;
    let entries = note.entries(world.case());
    let mut here = entries
        .iter()
        .filter(|found| found.level == Some(level))
        .map(|found| found.side);
    let first = here.next()?;
    Some(match here.fold(first, together) {
        Some(Side::Left) => "[?] left  [ ] right",
        Some(Side::Right) => "[ ] left  [?] right",
        Some(Side::Both) => "[?] left  [?] right",
        None | Some(Side::NotDocumented) => "[?] without a side",
    })
}

fn together(one: Option<Side>, other: Option<Side>) -> Option<Side> {
    match (one, other) {
        (None | Some(Side::NotDocumented), side) | (side, None | Some(Side::NotDocumented)) => side,
        (one, other) if one == other => one,
        _ => Some(Side::Both),
    }
}

/// Whether level and side may be taken without a second look.
fn sure(note: &NoteDesk, found: &Found, sides: bool) -> bool {
    let doubted = note.reading().conflicts.iter().any(|conflict| {
        matches!(conflict.clash, Clash::LevelRegion | Clash::SideSide)
            || matches!(conflict.about.as_deref(), Some("level" | "side"))
    });
    found.level.is_some() && (!sides || found.side.is_some()) && !doubted
}

/// Takes what the note names; what is doubtful only after a second press.
pub(crate) fn take(world: &World<'_>) -> Reply {
    let Some(note) = world.note.filter(|_| open(world)) else {
        return Reply::Ignored;
    };
    let sides = counts(world);
    let entries = note.entries(world.case());
    if !world.again && !entries.iter().all(|found| sure(note, found, sides)) {
        let take = world.keys.at(Place::Levels, Command::Take);
        return Reply::Ask(format!(
            "Not every level and side is sure: {take} again takes them as shown; any other key does not."
        ));
    }
    let mut facts: Vec<String> = Vec::new();
    for found in entries {
        let level = found
            .level
            .map_or_else(|| "not-documented".to_owned(), |level| level.to_string());
        let side = found.side.or_else(|| sides.then_some(Side::NotDocumented));
        let fact = side.map_or_else(|| format!("level={level}"), |side| format!("level={level}:{side}"));
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    Reply::Confirm(Action::Facts { line: facts.join(" ") })
}

/// What the note says of levels, beside the grid.
pub(crate) fn aside(pen: &mut Pen, world: &World<'_>) {
    let Some(note) = world.note else { return };
    let Some(procedure) = note.procedure(world.case()).filter(|one| !one.levels.is_empty()) else {
        return;
    };
    pen.heading("In the note");
    if open(world) {
        let take = world.keys.at(Place::Levels, Command::Take);
        pen.text(&format!("[?] is what the note names as entered. {take} takes it."));
    }
    for found in &procedure.levels {
        let first = crate::report::note::level(found);
        let quote = note.places(&found.quotes).into_iter().next();
        let words = quote.map(|quote| note.quote(&quote));
        let theme = *pen.theme();
        pen.hang(
            (&first, theme.strong),
            first.len() + 2,
            &words.unwrap_or_default(),
            theme.text,
        );
    }
}
