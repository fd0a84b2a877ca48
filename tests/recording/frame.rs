//! A screen of the real program, with what was done and how long it is shown.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use vt100::Screen;

/// A frame of a recording.
pub(crate) struct Frame {
    pub(crate) buffer: Buffer,
    pub(crate) cursor: Option<Position>,
    /// The key that led here, as a person calls it.
    pub(crate) key: &'static str,
    /// What it does.
    pub(crate) told: &'static str,
    /// How many tenths of a second it is shown.
    pub(crate) tenths: u32,
}

/// What the parsed screen shows.
pub(crate) fn buffer(screen: &Screen) -> Buffer {
    let (rows, columns) = screen.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns.get(), rows.get()));
    for y in 0..rows.get() {
        for x in 0..columns.get() {
            let Some(seen) = screen.cell(y, x) else { continue };
            let cell = &mut buffer[(x, y)];
            if seen.has_contents() {
                cell.set_symbol(seen.contents());
            }
            cell.set_style(style(seen));
        }
    }
    buffer
}

fn style(seen: &vt100::Cell) -> Style {
    let parts = [
        (seen.bold(), Modifier::BOLD),
        (seen.dim(), Modifier::DIM),
        (seen.inverse(), Modifier::REVERSED),
    ];
    let modifiers = parts.into_iter().filter(|(has, _)| *has).map(|(_, modifier)| modifier);
    Style::new()
        .fg(color(seen.fgcolor()))
        .bg(color(seen.bgcolor()))
        .add_modifier(modifiers.collect::<Modifier>())
}

/// A color by the name that the still pictures know it by.
fn color(color: vt100::Color) -> Color {
    match color {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(0) => Color::Black,
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(2) => Color::Green,
        vt100::Color::Idx(6) => Color::Cyan,
        vt100::Color::Idx(11) => Color::LightYellow,
        vt100::Color::Idx(15) => Color::White,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(..) => panic!("no theme has a color of its own"),
    }
}
