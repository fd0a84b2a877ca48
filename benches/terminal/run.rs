//! One run of one program.

use std::time::{Duration, Instant};

use vt100::{Cell, Screen};

use super::programs::{Program, ROWS};
use super::pty::Running;

/// What one run showed.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// From the start of the process to the first frame on the screen.
    pub(crate) first: Duration,
    /// From a key to the moved mark on the screen.
    pub(crate) keys: Vec<Duration>,
    /// The most memory held, in megabytes.
    pub(crate) memory: Option<f64>,
}

/// Keys pressed in a run; the first ones may fall into the end of the start and are not counted.
const KEYS: usize = 12;
const UNCOUNTED: usize = 2;

/// Runs it once. None if it did not show what it should.
pub(crate) fn measure(program: &Program) -> Option<Run> {
    let mut running = Running::start(program)?;
    running.read_until(|screen| screen.contents().contains(program.shows))?;
    let first = running.age();
    let mut keys = Vec::new();
    if program.moves {
        running.read_until(|screen| marked(screen) == Some(0))?;
        for number in 0..KEYS {
            keys.extend(press(&mut running, number).filter(|_| number >= UNCOUNTED));
        }
    }
    Some(Run {
        first,
        keys,
        memory: running.peak_memory(),
    })
}

/// Down and up in turns.
fn press(running: &mut Running, number: usize) -> Option<Duration> {
    let (key, row) = if number.is_multiple_of(2) {
        ("\x1b[B", 1)
    } else {
        ("\x1b[A", 0)
    };
    debug_assert_ne!(marked(running.screen()), Some(row));
    let start = Instant::now();
    running.send(key)?;
    running.read_until(|screen| marked(screen) == Some(row))?;
    Some(start.elapsed())
}

/// Which answer stands out from the others, by a mark before it or by its looks.
fn marked(screen: &Screen) -> Option<usize> {
    let looks: Vec<_> = ROWS.iter().map(|answer| look(screen, answer)).collect::<Option<_>>()?;
    let alone = |look: &_| looks.iter().filter(|other| *other == look).count() == 1;
    let mut standing_out = (0..looks.len()).filter(|index| looks.get(*index).is_some_and(alone));
    let first = standing_out.next();
    first.filter(|_| standing_out.next().is_none())
}

/// A mark before the answer, and how its first cell is drawn.
fn look(screen: &Screen, answer: &str) -> Option<(bool, [vt100::Color; 2], [bool; 2])> {
    let (_, columns) = screen.size();
    let rows = (0_u16..).zip(screen.rows(0, columns.get()));
    let (row, before) = rows.into_iter().find_map(|(row, text)| {
        let before = text.get(..text.find(answer)?)?.to_owned();
        Some((row, before))
    })?;
    let column = u16::try_from(before.chars().count()).ok()?;
    let cell: &Cell = screen.cell(row, column)?;
    let mark = before.contains(['>', '\u{258c}', '\u{bb}']);
    Some((mark, [cell.fgcolor(), cell.bgcolor()], [cell.inverse(), cell.bold()]))
}
