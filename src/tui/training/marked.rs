//! The mark of an answer that was handed in.

use crate::report::{Block, Lines};
use crate::tui::keys::{Command, Place};
use crate::tui::layers::Layer;
use crate::tui::page::{Page, Pen};
use crate::tui::world::World;

/// The mark, as every door tells it.
pub(crate) struct Marked {
    /// The title of the case.
    pub(crate) title: String,
    /// The text.
    pub(crate) lines: Lines,
}

/// Puts a text of the report on a page: headings and its first line stand out.
pub(crate) fn put(pen: &mut Pen, lines: &Lines, width: u16) {
    let theme = *pen.theme();
    for (nth, block) in lines.blocks().iter().enumerate() {
        let style = if nth == 0 || matches!(block, Block::Heading(_)) {
            theme.strong
        } else {
            theme.text
        };
        if matches!(block, Block::Gap) {
            pen.gap();
            continue;
        }
        for line in block.wrapped(usize::from(width)) {
            pen.line(ratatui::text::Line::styled(line, style));
        }
    }
}

impl Layer for Marked {
    fn place(&self) -> Place {
        Place::Drill
    }

    fn title(&self, _: &World<'_>) -> String {
        format!("The mark: {}", self.title)
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        put(&mut pen, &self.lines, width);
        pen.done()
    }

    fn sources(&self, _: &World<'_>) -> Vec<String> {
        self.lines.cited()
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        command != Command::Hint
    }
}
