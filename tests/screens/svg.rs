//! A buffer as SVG: a rectangle a run of background, a text a run of one style, box drawing as lines. The same bytes every time.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use crate::colors::{Rgb, beyond_the_first_16};

pub(crate) const WIDTH: usize = 9;
pub(crate) const HEIGHT: usize = 19;
pub(crate) const MARGIN: usize = 12;
const GROUND: Rgb = (0x1b, 0x1d, 0x21);
const TEXT: Rgb = (0xd6, 0xd8, 0xda);

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    fore: Rgb,
    back: Rgb,
    bold: bool,
    dim: bool,
}

fn color(color: Color, default: Rgb) -> Rgb {
    match color {
        Color::Black => (0x10, 0x12, 0x14),
        Color::Red => (0xb3, 0x37, 0x2f),
        Color::Green => (0x6a, 0xab, 0x73),
        Color::Cyan => (0x56, 0xb6, 0xc2),
        Color::LightYellow => (0xf5, 0xe6, 0x63),
        Color::White => (0xf2, 0xf2, 0xf2),
        Color::Indexed(index) => beyond_the_first_16(index),
        Color::Reset => default,
        other => panic!("{other} is in no theme"),
    }
}

pub(crate) fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn look(cell: &Cell) -> Look {
    let (mut fore, mut back) = (color(cell.fg, TEXT), color(cell.bg, GROUND));
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut fore, &mut back);
    }
    Look {
        fore,
        back,
        bold: cell.modifier.contains(Modifier::BOLD),
        dim: cell.modifier.contains(Modifier::DIM),
    }
}

/// The picture of a buffer.
pub(crate) fn svg(buffer: &Buffer, cursor: Option<Position>) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * WIDTH + 2 * MARGIN, rows * HEIGHT + 2 * MARGIN);
    let ground = ground(buffer);
    let mut out = opening((width, height), ground);
    for y in 0..rows {
        row(&mut out, (&row_of(buffer, y), ground), y);
    }
    if let Some(at) = cursor {
        out += &framed(at, ground);
    }
    out + "</svg>\n"
}

/// What lies behind the last cell lies around the screen.
pub(crate) fn ground(buffer: &Buffer) -> Rgb {
    buffer.content.last().map_or(GROUND, |cell| look(cell).back)
}

/// The start of a picture of this width and height.
pub(crate) fn opening((width, height): (usize, usize), ground: Rgb) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14.95\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n",
        hex(ground)
    )
}

/// The cells of a row.
pub(crate) fn row_of(buffer: &Buffer, y: usize) -> Vec<&Cell> {
    (0..buffer.area.width).map(|x| &buffer[(x, y as u16)]).collect()
}

/// The frame of the cursor.
pub(crate) fn framed(at: Position, ground: Rgb) -> String {
    let (x, y) = (MARGIN + usize::from(at.x) * WIDTH, MARGIN + usize::from(at.y) * HEIGHT);
    let color = hex(cursor_color(ground));
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"none\" stroke=\"{color}\"/>\n")
}

/// The frame of the cursor, seen on the ground.
fn cursor_color((red, green, blue): Rgb) -> Rgb {
    let light = u32::from(red) + u32::from(green) + u32::from(blue) > 3 * 128;
    if light { GROUND } else { TEXT }
}

/// Draws a row at its place.
pub(crate) fn row(out: &mut String, (cells, ground): (&[&Cell], Rgb), y: usize) {
    let mut start = 0;
    while start < cells.len() {
        let style = look(cells[start]);
        let end = (start..cells.len())
            .find(|x| look(cells[*x]) != style)
            .unwrap_or(cells.len());
        run(out, (&cells[start..end], ground), style, (start, y));
        start = end;
    }
}

fn run(out: &mut String, (cells, ground): (&[&Cell], Rgb), look: Look, (column, row): (usize, usize)) {
    let (x, y) = (MARGIN + column * WIDTH, MARGIN + row * HEIGHT);
    if look.back != ground {
        let width = cells.len() * WIDTH;
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{}\"/>",
            hex(look.back)
        );
    }
    let mut at = 0;
    while at < cells.len() {
        let lines = cells[at..]
            .iter()
            .take_while(|cell| arms(cell.symbol()).is_some())
            .count();
        if lines > 0 {
            drawn(out, &cells[at..at + lines], (x + at * WIDTH, y), look);
            at += lines;
            continue;
        }
        let letters = cells[at..]
            .iter()
            .take_while(|cell| arms(cell.symbol()).is_none())
            .count();
        text(out, &cells[at..at + letters], (x + at * WIDTH, y), look);
        at += letters;
    }
}

fn text(out: &mut String, cells: &[&Cell], (x, y): (usize, usize), look: Look) {
    let whole: String = cells.iter().map(|cell| cell.symbol()).collect();
    let blank = whole.len() - whole.trim_start().len();
    let shown = whole.trim();
    if shown.is_empty() {
        return;
    }
    let escaped = shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let bold = if look.bold { " font-weight=\"bold\"" } else { "" };
    let dim = if look.dim { " opacity=\"0.6\"" } else { "" };
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\" fill=\"{}\" xml:space=\"preserve\"{bold}{dim}>{escaped}</text>",
        x + blank * WIDTH,
        y + 14,
        shown.chars().count() * WIDTH,
        hex(look.fore)
    );
}

/// Which arms a box drawing character has: left, right, up, down.
fn arms(symbol: &str) -> Option<[bool; 4]> {
    Some(match symbol {
        "─" => [true, true, false, false],
        "│" => [false, false, true, true],
        "┌" => [false, true, false, true],
        "┐" => [true, false, false, true],
        "└" => [false, true, true, false],
        "┘" => [true, false, true, false],
        _ => return None,
    })
}

fn drawn(out: &mut String, cells: &[&Cell], (x, y): (usize, usize), look: Look) {
    let (half_x, half_y) = (WIDTH / 2, HEIGHT / 2);
    let mut path = String::new();
    let straight = cells.iter().all(|cell| cell.symbol() == "─");
    if straight {
        let _ = write!(path, "M{x} {}h{}", y + half_y, cells.len() * WIDTH);
    }
    for (index, cell) in cells.iter().enumerate().filter(|_| !straight) {
        let (mid_x, mid_y) = (x + index * WIDTH + half_x, y + half_y);
        let [left, right, up, down] = arms(cell.symbol()).unwrap_or_default();
        let ends = [
            (left, format!("h-{half_x}")),
            (right, format!("h{}", WIDTH - half_x)),
            (up, format!("v-{half_y}")),
            (down, format!("v{}", HEIGHT - half_y)),
        ];
        for (_, end) in ends.iter().filter(|(has, _)| *has) {
            let _ = write!(path, "M{mid_x} {mid_y}{end}");
        }
    }
    let dim = if look.dim { " opacity=\"0.6\"" } else { "" };
    let fore = hex(look.fore);
    let _ = writeln!(out, "<path d=\"{path}\" stroke=\"{fore}\" fill=\"none\"{dim}/>");
}
