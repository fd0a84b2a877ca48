//! What the record must show, by stage; ticked off item by item.

use strum::IntoEnumIterator;

use crate::claim::{CaseResult, CheckItem};
use crate::note::{Item, Ticked};
use crate::pack::model::Stage;
use crate::report::note::ticked as word;
pub(crate) use crate::report::phrases::checklist_shown as shown;
use crate::report::phrases::{progress as progress_of, stage as stage_of};
use crate::tui::note::NoteDesk;
use crate::tui::page::{Page, Pen};
use crate::tui::words::{capital, told};
use crate::tui::world::World;

/// The checklist as a page, one item each.
pub(super) fn page(world: &World<'_>, result: &CaseResult, width: u16) -> Page {
    let mut pen = world.pen(width);
    for stage in Stage::iter() {
        let items: Vec<&CheckItem> = result.checklist.iter().filter(|item| item.stage == stage).collect();
        if items.is_empty() {
            continue;
        }
        pen.heading(stage_of(stage, &items));
        for item in items {
            row(&mut pen, world, item);
        }
    }
    pen.done()
}

/// An item: `[x]` ticked, `[?]` shown by the note and not ticked, with the words of the note below.
fn row(pen: &mut Pen, world: &World<'_>, item: &CheckItem) {
    let noted = world.note.and_then(|note| Some((note, note.item(&item.id)?)));
    let state = noted.map(|(_, found)| found.state);
    let tick = match (ticked(world, item), state) {
        (true, _) => "x",
        (false, Some(Ticked::Shown)) => "?",
        (false, _) => " ",
    };
    let first = format!("  [{tick}] {}  ", item.severity);
    let policy = item.policy.as_ref().map(|policy| format!(" [{}]", capital(policy)));
    let missing = (state == Some(Ticked::NotFound)).then(|| format!(" [note: {}]", word(Ticked::NotFound)));
    let text = told(&item.text, item.confidence) + &policy.unwrap_or_default() + &missing.unwrap_or_default();
    pen.item_with(
        |pen| pen.hang((&first, pen.theme().strong), first.len(), &text, pen.theme().text),
        |pen| {
            if let Some((note, found)) = noted.filter(|(_, found)| found.state != Ticked::NotFound) {
                evidence(pen, (note, found), first.len());
            }
        },
    );
}

/// What the note shows of an item, with its first words.
fn evidence(pen: &mut Pen, (note, found): (&NoteDesk, &Item), column: usize) {
    let words = note.places(&found.quotes).first().map(|place| note.quote(place));
    let words = words.map(|words| format!(": {words}")).unwrap_or_default();
    let text = format!("note: {}{words}", word(found.state));
    pen.hang(("", pen.theme().text), column, &text, pen.theme().text);
}

fn ticked(world: &World<'_>, item: &CheckItem) -> bool {
    world.case().ticks.contains(&item.id)
}

/// "7 of 11 documented, 2 hard items missing: not ready"; stays above the list.
pub(super) fn progress(world: &World<'_>, result: &CaseResult) -> String {
    let ticks = &world.case().ticks;
    let progress = progress_of(result, |item| ticks.contains(item));
    let by_note = |item: &&CheckItem| {
        let found = world.note.and_then(|note| note.item(&item.id));
        !ticks.contains(&item.id) && found.is_some_and(|found| found.state == Ticked::Shown)
    };
    match self::shown(result).into_iter().filter(by_note).count() {
        0 => progress,
        items => format!("{progress}; the note shows {items} more"),
    }
}
