//! A screen as text that a person reads: its rows between bars, and below a row where its styles begin and how far they reach.
//!
//! `~ 3+40 focus` says: from column 3 on, 40 columns wide. Only blanks at the end of a row and styles of nothing are left out.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

use crate::scene::Scene;

/// The screen of a scene.
pub(crate) fn noted(scene: &Scene) -> String {
    let (buffer, cursor) = scene.drawn();
    written(&buffer, cursor)
}

fn written(buffer: &Buffer, cursor: Option<Position>) -> String {
    let mut out = match cursor {
        Some(at) => format!("cursor in column {}, row {}\n", at.x, at.y),
        None => "no cursor\n".to_owned(),
    };
    for y in 0..buffer.area.height {
        let cells: Vec<&Cell> = (0..buffer.area.width).map(|x| &buffer[(x, y)]).collect();
        let text: String = cells.iter().map(|cell| cell.symbol()).collect();
        let _ = writeln!(out, "|{}", text.trim_end());
        let runs = runs(&cells);
        if !runs.is_empty() {
            let _ = writeln!(out, "~ {}", runs.join(", "));
        }
    }
    out
}

/// Where the styles of a row begin and how wide they are.
fn runs(cells: &[&Cell]) -> Vec<String> {
    let mut start = 0;
    let mut runs = Vec::new();
    for run in cells.chunk_by(|one, next| style(one) == style(next)) {
        let style = style(run[0]);
        if !style.is_empty() {
            runs.push(format!("{start}+{} {style}", run.len()));
        }
        start += run.len();
    }
    runs
}

/// "bold", "reversed green on black"; nothing where the terminal's own style is left.
fn style(cell: &Cell) -> String {
    let modifiers = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::REVERSED, "reversed"),
    ];
    let known = modifiers.iter().fold(Modifier::empty(), |all, (one, _)| all | *one);
    assert!(known.contains(cell.modifier), "{cell:?}");
    let said = modifiers.iter().filter(|(one, _)| cell.modifier.contains(*one));
    let mut words: Vec<String> = said.map(|(_, word)| (*word).to_owned()).collect();
    if (cell.fg, cell.bg) != (Color::Reset, Color::Reset) {
        words.push(format!("{} on {}", color(cell.fg), color(cell.bg)));
    }
    words.join(" ")
}

fn color(color: Color) -> String {
    color.to_string().to_lowercase()
}

#[test]
fn a_row_says_its_text_and_its_styles() {
    use ratatui::style::Style;
    let mut buffer = Buffer::with_lines(["one two", "  "]);
    buffer.set_style(
        ratatui::layout::Rect::new(4, 0, 3, 1),
        Style::new()
            .fg(Color::Green)
            .bg(Color::Black)
            .add_modifier(Modifier::BOLD),
    );
    let told = written(&buffer, Some(Position::new(2, 1)));
    assert_eq!(
        told,
        "cursor in column 2, row 1\n|one two\n~ 4+3 bold green on black\n|\n"
    );
}
