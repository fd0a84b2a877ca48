//! A teaching case that is being solved: its note beside the question.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::note::{FULL, MARGINS, Note};
use crate::pack::model::Case;
use crate::tui::page::cut;
use crate::tui::theme::Theme;

/// A teaching case that is being solved.
pub(crate) struct Drill<'a> {
    /// The case.
    pub(crate) case: &'a Case,
    /// How many hints were taken.
    pub(crate) hints: u8,
    /// Whether it was handed in: only the first time counts.
    pub(crate) handed_in: bool,
    /// The line of the note at the top.
    pub(crate) top: usize,
    /// Cases that were handed in or left aside since the drill began.
    pub(crate) seen: BTreeSet<String>,
}

/// The question needs as much beside a note.
const QUESTION: u16 = 37;
/// A note beside a question has at least as much.
const NARROWEST: u16 = 38 + MARGINS;

/// The columns of the note beside a question, where there is room for both in a window of `width` columns.
pub(crate) fn note_columns(width: u16) -> Option<u16> {
    let room = width.checked_sub(QUESTION + 1)?;
    let widest = u16::try_from(FULL).unwrap_or(u16::MAX) + MARGINS;
    (room >= NARROWEST).then(|| room.min(widest))
}

impl Drill<'_> {
    /// How many lines of the note lie above its last page, in an area of this size.
    pub(crate) fn most(&self, area: Rect) -> usize {
        let lines = Note::laid(&self.case.note, area.width).lines;
        lines.saturating_sub(usize::from(area.height.saturating_sub(HEAD)))
    }

    /// Draws title and note.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let note = Note::laid(&self.case.note, area.width);
        let height = usize::from(area.height.saturating_sub(HEAD));
        let top = self.top.min(note.lines.saturating_sub(height));
        let portion = note.portion(top, height);
        let room = usize::from(area.width.saturating_sub(1)).saturating_sub(portion.len());
        let title = format!(" {}{portion}", cut(&self.case.title, room));
        let title = Line::styled(title, theme.strong);
        let lines = note.drawn(&[], theme).into_iter().skip(top);
        for (line, row) in std::iter::once(title).chain(lines).zip(area.rows()) {
            line.render(row, buf);
        }
    }
}

/// The rows of the title.
const HEAD: u16 = 1;
