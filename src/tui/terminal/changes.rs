//! What turns one screen into the next. ratatui's own writer addresses every run of changed cells, rewrites blanks one by one and sets
//! each color with a command of its own: on a slow line that is more than half of what a key costs.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::pencil::{Look, Pencil, is_blank};

/// Writes what differs between two screens of the same size; without a screen before, erases everything first.
pub(super) fn write_changes(pencil: &mut Pencil, before: Option<&Buffer>, now: &Buffer) {
    let width = usize::from(now.area.width).max(1);
    if before.is_none() {
        pencil.clear();
    }
    let mut old_rows = before.map(|before| before.content.chunks(width));
    for (y, new) in (0..).zip(now.content.chunks(width)) {
        let old = old_rows.as_mut().and_then(Iterator::next).unwrap_or(&[]);
        Row { y, old, new }.write(pencil);
    }
}

/// So many cells must turn blank before erasing can be shorter than writing blanks.
const WORTH_ERASING: usize = 4;

/// One row before and after; `old` may be shorter, what it lacks is blank.
#[derive(Clone, Copy)]
struct Row<'a> {
    y: u16,
    old: &'a [Cell],
    new: &'a [Cell],
}

impl Row<'_> {
    /// Writes the row in the cheapest of three ways: cell by cell; with its end erased; erased from the first change on.
    fn write(self, pencil: &mut Pencil) {
        let Some(first) = (0..self.new.len()).find(|x| self.differs(*x, None)) else {
            return;
        };
        if self.blanked() < WORTH_ERASING {
            self.write_with(pencil, None);
            return;
        }
        let tail = self.new.iter().rposition(|cell| !is_blank(cell)).map_or(0, |x| x + 1);
        let ways = [None, Some(tail.max(first)), Some(first)].map(|erased| {
            let mut trial = pencil.trial();
            self.write_with(&mut trial, erased);
            trial
        });
        if let Some(cheapest) = ways.into_iter().min_by_key(Pencil::cost) {
            pencil.accept(&cheapest);
        }
    }

    /// Writes the row, with everything from `erased` on erased before it is written.
    fn write_with(self, pencil: &mut Pencil, erased: Option<usize>) {
        let (mut x, mut to_erase) = (0, erased);
        // Cells that the second half of a wide character stood in, or will stand in.
        let mut stale = 0_usize;
        while let Some(cell) = self.new.get(x) {
            if to_erase.take_if(|from| *from <= x).is_some() {
                pencil.move_to(self.position(x));
                pencil.erase_rest();
            }
            let wide = cell.symbol().width().max(1);
            if stale > 0 || self.differs(x, erased) {
                stale = stale.max(self.covered(x..x + wide));
                self.reach(pencil, x);
                pencil.put(cell, x + wide >= self.new.len());
            }
            stale = stale.saturating_sub(wide);
            x += wide;
        }
    }

    /// Brings the pencil to a column: over a short gap by writing once more what stands there.
    fn reach(self, pencil: &mut Pencil, x: usize) {
        let mut moved = pencil.trial();
        moved.move_to(self.position(x));
        let gap = pencil.column(self.y).and_then(|from| self.new.get(from..x));
        let written = gap.map(|gap| {
            let mut trial = pencil.trial();
            for cell in gap {
                trial.put(cell, false);
            }
            trial
        });
        // What is written in the look of the text before costs nothing more; a change of look would cost later, too.
        let fits = |trial: &Pencil| trial.look() == pencil.look() && trial.column(self.y) == Some(x);
        match written.filter(|trial| fits(trial) && trial.cost() <= moved.cost()) {
            Some(trial) => pencil.accept(&trial),
            None => pencil.accept(&moved),
        }
    }

    /// How many cells turn blank.
    fn blanked(self) -> usize {
        let cells = self.old.iter().zip(self.new);
        cells.filter(|(old, new)| is_blank(new) && !is_blank(old)).count()
    }

    fn position(self, x: usize) -> Position {
        Position::new(u16::try_from(x).unwrap_or(u16::MAX), self.y)
    }

    /// Whether a cell has to be written, where everything from `erased` on is blank already.
    fn differs(self, x: usize, erased: Option<usize>) -> bool {
        let old = self.old.get(x).filter(|_| erased.is_none_or(|erased| x < erased));
        self.new.get(x).is_some_and(|new| match old {
            None => !is_blank(new),
            Some(old) if is_blank(old) && is_blank(new) => false,
            Some(old) => old.symbol() != new.symbol() || Look::of(old) != Look::of(new),
        })
    }

    /// How many columns from the first of these on were covered by what began in one of them.
    fn covered(self, columns: Range<usize>) -> usize {
        let width = |x: usize| self.old.get(x).map_or(1, |cell| cell.symbol().width());
        columns.clone().map(|x| x - columns.start + width(x)).max().unwrap_or(0)
    }
}
