//! Every modifier by its stance; the one in focus says when and why. Toggling one changes the line shown.

use strum::IntoEnumIterator;

use crate::claim::{CaseResult, ModifierStance};
use crate::pack::model::Stance;
use crate::report::claim_line;
pub(crate) use crate::report::phrases::modifiers_shown as shown;
use crate::report::phrases::stance as stance_of;
use crate::tui::page::{Page, Pen};
use crate::tui::words::told;
use crate::tui::world::World;

/// The modifiers as a page, one item each.
pub(super) fn page(world: &World<'_>, result: &CaseResult, width: u16, focus: usize) -> Page {
    let mut pen = world.pen(width);
    let shown = shown(result);
    for stance in Stance::iter() {
        let of_stance = shown.iter().enumerate().filter(|(_, one)| one.stance == stance);
        for (nth, (number, modifier)) in of_stance.enumerate() {
            if nth == 0 {
                pen.heading(stance_of(stance));
            }
            item(&mut pen, (world, result), modifier, number == focus);
        }
    }
    pen.done()
}

/// The claim lines as the toggles make them; stays above the list.
pub(super) fn pinned(world: &World<'_>, result: &CaseResult) -> Option<String> {
    let lines: Vec<String> = result.lines.iter().map(claim_line).collect();
    let on = &world.case().modifiers;
    let left_off = result
        .modifiers
        .iter()
        .filter(|one| one.stance == Stance::Never && on.contains(&one.modifier));
    let left_off: Vec<&str> = left_off.map(|one| one.modifier.as_str()).collect();
    let doubt = if left_off.is_empty() {
        String::new()
    } else {
        format!("; never on this code: {}", left_off.join(", "))
    };
    (!lines.is_empty()).then(|| format!("Line  {}{doubt}", lines.join("; ")))
}

fn item(pen: &mut Pen, (world, result): (&World<'_>, &CaseResult), modifier: &ModifierStance, focused: bool) {
    let theme = *pen.theme();
    let on_lines = result
        .lines
        .iter()
        .any(|line| line.modifiers.contains(&modifier.modifier));
    let on = on_lines || world.case().modifiers.contains(&modifier.modifier);
    let tick = if on { "x" } else { " " };
    let first = format!("  [{tick}] {}  ", modifier.modifier);
    let label = |pen: &mut Pen| pen.hang((&first, theme.strong), 10, &modifier.title, theme.text);
    if !focused {
        return pen.item(label);
    }
    pen.item_with(label, |pen| {
        pen.hang(("", theme.text), 6, &modifier.meaning, theme.text);
        pen.hang(("      when", theme.faint), 12, &modifier.when, theme.text);
        pen.hang(
            ("      why", theme.faint),
            12,
            &told(&modifier.why, modifier.confidence),
            theme.text,
        );
    });
}
