//! Writes on a terminal with few bytes: it knows where the cursor stands and which style holds, and says only what differs. It uses
//! what a VT100 understands, so that every terminal does; colors are those of ANSI where it has them.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// What is drawn and cannot be seen on a blank.
const UNSEEN_ON_BLANK: Modifier = Modifier::BOLD.union(Modifier::DIM).union(Modifier::ITALIC);

/// How a cell looks, whatever stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    fore: Color,
    back: Color,
    modifier: Modifier,
}

impl Look {
    /// The look of a cell.
    pub(super) const fn of(cell: &Cell) -> Self {
        Self {
            fore: cell.fg,
            back: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether a blank in this look cannot be told from an erased cell.
    pub(super) fn hides_blanks(self) -> bool {
        self.back == Color::Reset && UNSEEN_ON_BLANK.contains(self.modifier)
    }
}

/// Whether a cell looks like one that was erased.
pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && Look::of(cell).hides_blanks()
}

/// The bytes so far, and what they leave the terminal in.
#[derive(Debug, Clone, Default)]
pub(super) struct Pencil {
    bytes: Vec<u8>,
    /// Where the cursor stands; none: not known.
    at: Option<Position>,
    look: Look,
}

impl Pencil {
    /// Goes on where this one stands, with no bytes yet: to try what something would cost.
    pub(super) const fn trial(&self) -> Self {
        Self {
            bytes: Vec::new(),
            at: self.at,
            look: self.look,
        }
    }

    /// Takes over what was tried.
    pub(super) fn accept(&mut self, trial: &Self) {
        self.bytes.extend_from_slice(&trial.bytes);
        (self.at, self.look) = (trial.at, trial.look);
    }

    /// How many bytes there are.
    pub(super) const fn cost(&self) -> usize {
        self.bytes.len()
    }

    /// The look that holds.
    pub(super) const fn look(&self) -> Look {
        self.look
    }

    /// The column of the cursor, where it stands in this row.
    pub(super) fn column(&self, row: u16) -> Option<usize> {
        self.at.filter(|at| at.y == row).map(|at| usize::from(at.x))
    }

    /// Hands the bytes over. The look is the terminal's own again.
    pub(super) fn done(mut self) -> Vec<u8> {
        self.plain();
        self.bytes
    }

    /// Erases the whole screen, whatever stands there.
    pub(super) fn clear(&mut self) {
        self.bytes.extend_from_slice(b"\x1b[m\x1b[H\x1b[2J");
        (self.at, self.look) = (Some(Position::ORIGIN), Look::default());
    }

    /// Erases the rest of the row.
    pub(super) fn erase_rest(&mut self) {
        // Some terminals erase with the color that holds.
        self.plain();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// Writes a cell where the cursor stands; `last` is whether it is the last of its row.
    pub(super) fn put(&mut self, cell: &Cell, last: bool) {
        if !(is_blank(cell) && self.look.hides_blanks()) {
            self.wear(Look::of(cell));
        }
        self.bytes.extend_from_slice(cell.symbol().as_bytes());
        // Where the cursor is behind the last column, or behind a wide character, terminals do not agree.
        let next = self.at.filter(|_| !last && cell.symbol().width() == 1);
        self.at = next.map(|at| Position::new(at.x + 1, at.y));
    }

    /// Moves the cursor there, by the shortest way.
    pub(super) fn move_to(&mut self, to: Position) {
        let ways = [self.along(to), self.down(to), Some(address(to))];
        if let Some(way) = ways.into_iter().flatten().min_by_key(Vec::len) {
            self.bytes.extend_from_slice(&way);
        }
        self.at = Some(to);
    }

    /// To the right in the same row; nothing where it is there already.
    fn along(&self, to: Position) -> Option<Vec<u8>> {
        let at = self.at.filter(|at| at.y == to.y)?;
        to.x.checked_sub(at.x).map(right)
    }

    /// From the start of the row, or of the next one.
    fn down(&self, to: Position) -> Option<Vec<u8>> {
        let at = self.at?;
        let mut bytes = match to.y.checked_sub(at.y)? {
            0 => b"\r".to_vec(),
            1 => b"\r\n".to_vec(),
            _ => return None,
        };
        bytes.extend(right(to.x));
        Some(bytes)
    }

    fn plain(&mut self) {
        self.wear(Look::default());
    }

    /// Changes the look to this one.
    fn wear(&mut self, look: Look) {
        let before = std::mem::replace(&mut self.look, look);
        if before == look {
            return;
        }
        if look == Look::default() {
            self.bytes.extend_from_slice(b"\x1b[m");
            return;
        }
        // What is no longer there cannot be taken away alone on every terminal.
        let afresh = !look.modifier.contains(before.modifier);
        let from = if afresh { Look::default() } else { before };
        let mut codes: Vec<String> = afresh.then(|| "0".to_owned()).into_iter().collect();
        codes.extend(modifiers(look.modifier.difference(from.modifier)));
        codes.extend((look.fore != from.fore).then(|| color(look.fore, 30)));
        codes.extend((look.back != from.back).then(|| color(look.back, 40)));
        // Into memory: cannot fail.
        let _ = write!(self.bytes, "\x1b[{}m", codes.join(";"));
    }
}

/// The bytes that move the cursor to the right.
fn right(by: u16) -> Vec<u8> {
    match by {
        0 => Vec::new(),
        1 => b"\x1b[C".to_vec(),
        _ => format!("\x1b[{by}C").into_bytes(),
    }
}

/// The bytes that move the cursor from anywhere.
fn address(to: Position) -> Vec<u8> {
    match (to.y, to.x) {
        (0, 0) => b"\x1b[H".to_vec(),
        (y, 0) => format!("\x1b[{}H", y + 1).into_bytes(),
        (y, x) => format!("\x1b[{};{}H", y + 1, x + 1).into_bytes(),
    }
}

fn modifiers(modifier: Modifier) -> impl Iterator<Item = String> {
    const CODES: [(Modifier, u8); 6] = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::ITALIC, 3),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
        (Modifier::CROSSED_OUT, 9),
    ];
    let holds = move |(one, _): &(Modifier, u8)| modifier.contains(*one);
    CODES.into_iter().filter(holds).map(|(_, code)| code.to_string())
}

/// The number of a color; `base` is 30 for what is written, 40 for what is behind it.
fn color(color: Color, base: u8) -> String {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match color {
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", base + 8),
        Color::Indexed(number) => format!("{};5;{number}", base + 8),
        named => match (0_u8..).zip(NAMED).find(|(_, one)| *one == named) {
            Some((number @ 0..=7, _)) => (base + number).to_string(),
            // The bright ones.
            Some((number, _)) => (base + 60 + number - 8).to_string(),
            None => (base + 9).to_string(),
        },
    }
}
