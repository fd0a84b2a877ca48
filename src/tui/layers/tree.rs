//! `t`: the decision tree as a map, the way of this case lit. Parts away from it are folded; Enter opens and closes them.

use std::collections::BTreeSet;

use super::{Layer, Place, Reply};
use crate::report::MapLine;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The map, drawn once when it is opened.
pub(crate) struct Tree {
    lines: Vec<MapLine>,
    open: BTreeSet<usize>,
}

impl Tree {
    /// The map with the live path open.
    pub(crate) fn new(world: &World<'_>) -> Self {
        let lines = crate::report::map_lines(world.book, &world.case().answers);
        let open = lines.iter().enumerate().filter(|(_, line)| line.lit).map(|(index, _)| index).collect();
        Self { lines, open }
    }

    fn has_children(&self, index: usize) -> bool {
        let depth = |index: usize| self.lines.get(index).map(|line| line.depth);
        depth(index + 1) > depth(index)
    }

    /// The lines in view: those of which every part above is open.
    fn shown(&self) -> Vec<usize> {
        let mut shown = Vec::new();
        let mut closed_at: Option<usize> = None;
        for (index, line) in self.lines.iter().enumerate() {
            if closed_at.is_some_and(|depth| line.depth > depth) {
                continue;
            }
            shown.push(index);
            closed_at = (!self.open.contains(&index) && self.has_children(index)).then_some(line.depth);
        }
        shown
    }
}

impl Layer for Tree {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, _: &World<'_>) -> String {
        "Decision tree; * is the way of this case".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        for index in self.shown() {
            let Some(line) = self.lines.get(index) else { continue };
            let theme = *pen.theme();
            let live = if line.lit { "*" } else { " " };
            let fold = match (self.has_children(index), self.open.contains(&index)) {
                (false, _) => " ",
                (true, true) => "-",
                (true, false) => "+",
            };
            let first = format!("  {live}{}{fold} ", "  ".repeat(line.depth));
            let style = if line.lit { theme.strong } else { theme.text };
            pen.item(|pen| pen.hang((&first, style), first.len(), &line.text, style));
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, _: &World<'_>) -> Reply {
        let Some(index) = self.shown().get(focus).copied() else { return Reply::Ignored };
        if pressed.command != Command::Take || !self.has_children(index) {
            return Reply::Ignored;
        }
        if !self.open.remove(&index) {
            self.open.insert(index);
        }
        Reply::Changed
    }

    fn first_focus(&self, _: &World<'_>) -> usize {
        let shown = self.shown();
        shown.iter().rposition(|index| self.lines.get(*index).is_some_and(|line| line.lit)).unwrap_or(0)
    }
}
