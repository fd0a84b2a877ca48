//! What the record must show, by stage; ticked off item by item.

use strum::IntoEnumIterator;

use crate::claim::{CaseResult, CheckItem, readiness};
use crate::pack::model::Stage;
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
        pen.heading(stage_title(stage, &items));
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

/// The items in the order shown.
pub(crate) fn shown(result: &CaseResult) -> Vec<&CheckItem> {
    Stage::iter()
        .flat_map(|stage| result.checklist.iter().filter(move |item| item.stage == stage))
        .collect()
}

fn ticked(world: &World<'_>, item: &CheckItem) -> bool {
    world.case().ticks.contains(&item.id)
}

/// "7 of 11 documented, 2 hard items missing: not ready"; stays above the list.
pub(super) fn progress(world: &World<'_>, result: &CaseResult) -> String {
    let ticks = &world.case().ticks;
    let state = readiness(&result.checklist, |item| ticks.contains(item));
    let missing = match state.hard_missing {
        0 => "no hard item missing: ready".to_owned(),
        1 => "1 hard item missing: not ready".to_owned(),
        number => format!("{number} hard items missing: not ready"),
    };
    format!("{} of {} documented, {missing}", state.documented, state.items)
}

fn stage_title(stage: Stage, items: &[&CheckItem]) -> &'static str {
    match stage {
        Stage::Pre => "Before the procedure",
        Stage::Procedure => "In the procedure note",
        Stage::Post => "After the procedure",
        Stage::Repeat if items.iter().all(|item| item.conditional) => {
            "If this is a repeat injection (an item counts once it is ticked)"
        }
        Stage::Repeat => "For a repeat injection",
    }
}
