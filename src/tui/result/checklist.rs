//! What the record must show, by stage; ticked off item by item.

use strum::IntoEnumIterator;

use crate::claim::{CaseResult, CheckItem};
use crate::pack::model::Stage;
pub(crate) use crate::report::phrases::checklist_shown as shown;
use crate::report::phrases::{progress as progress_of, stage as stage_of};
use crate::tui::page::Page;
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
            let tick = if ticked(world, item) { "x" } else { " " };
            let first = format!("  [{tick}] {}  ", item.severity);
            let policy = item
                .policy
                .as_ref()
                .map(|policy| format!(" [{}]", capital(policy)))
                .unwrap_or_default();
            let text = format!("{}{policy}", told(&item.text, item.confidence));
            pen.item(|pen| pen.hang((&first, pen.theme().strong), first.len(), &text, pen.theme().text));
        }
    }
    pen.done()
}

fn ticked(world: &World<'_>, item: &CheckItem) -> bool {
    world.case().ticks.contains(&item.id)
}

/// "7 of 11 documented, 2 hard items missing: not ready"; stays above the list.
pub(super) fn progress(world: &World<'_>, result: &CaseResult) -> String {
    let ticks = &world.case().ticks;
    progress_of(result, |item| ticks.contains(item))
}
