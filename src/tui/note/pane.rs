//! The note beside the question, or the words of it in a narrow window.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::{NoteDesk, Said};
use crate::tui::page::{cut, wrap};
use crate::tui::theme::Theme;
use crate::tui::training::note::Note;
use crate::tui::world::World;

/// The rows of the title.
const HEAD: u16 = 1;
/// The rows that the words of a note have in a narrow window.
const ROWS: usize = 3;

impl NoteDesk {
    /// The rows that the note has in an area.
    pub(crate) fn rows(area: Rect) -> usize {
        usize::from(area.height.saturating_sub(HEAD))
    }

    /// Draws title and note; the words for the question are marked, the first of them in view.
    pub(crate) fn draw(&self, said: Option<&Said>, area: Rect, (buf, theme): (&mut Buffer, &Theme)) {
        let quotes = said.map(|said| said.quotes.as_slice()).unwrap_or_default();
        let note = Note::laid(self.text(), area.width);
        let height = Self::rows(area);
        let top = self.top(&note, quotes, height);
        let portion = if note.lines > height {
            format!(
                "  lines {}-{} of {}",
                top + 1,
                (top + height).min(note.lines),
                note.lines
            )
        } else {
            String::new()
        };
        let title = match quotes.len() {
            0 => format!(" The note{portion}"),
            all => format!(" The note: {} of {all}{portion}", self.shown(all) + 1),
        };
        let title = Line::styled(cut(&title, usize::from(area.width)), theme.strong);
        let lines = note.drawn_from(&self.marks(quotes), theme, top..top + height);
        for (line, row) in std::iter::once(title).chain(lines).zip(area.rows()) {
            line.render(row, buf);
        }
    }
}

/// What stands between question and answers: what the note suggests and, where the note has no place beside it, its words.
pub(crate) fn told(world: &World<'_>, width: u16, beside: bool) -> Vec<String> {
    let Some(note) = world.note else { return Vec::new() };
    let width = usize::from(width);
    let Some(said) = Said::here(world) else {
        return wrap("The note was not read for this.", width);
    };
    let mut lines = wrap(&said.told(crate::tui::wizard::key_of), width);
    let all = said.quotes.len();
    if let Some(quote) = said.quotes.get(note.shown(all)).filter(|_| !beside) {
        let which = if all > 1 {
            format!("{} of {all}: ", note.shown(all) + 1)
        } else {
            String::new()
        };
        let mut quoted = wrap(&format!("{which}{}", note.quote(quote)), width);
        if quoted.len() > ROWS {
            quoted.truncate(ROWS);
            if let Some(last) = quoted.last_mut() {
                *last = format!("{} ...\"", last.rsplit_once(' ').map_or("", |(kept, _)| kept));
            }
        }
        lines.extend(quoted);
    }
    lines
}
