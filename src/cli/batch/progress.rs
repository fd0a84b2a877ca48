//! How far it is: a line that is written over and over, only where a person watches and the answers go elsewhere.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use crate::cli::output;

/// Rows between two looks at the time.
const STRIDE: u64 = 1 << 12;
/// Time between two lines.
const PACE: Duration = Duration::from_millis(200);

/// What was read so far.
pub(super) struct Progress {
    rows: u64,
    bad: u64,
    watched: bool,
    shown: Option<Instant>,
    start: Instant,
}

impl Progress {
    pub(super) fn new() -> Self {
        Self {
            rows: 0,
            bad: 0,
            watched: io::stderr().is_terminal(),
            shown: None,
            start: Instant::now(),
        }
    }

    /// Counts a row that was answered.
    pub(super) fn row(&mut self, good: bool) {
        self.rows += 1;
        self.bad += u64::from(!good);
        if self.watched && self.rows.is_multiple_of(STRIDE) && !io::stdout().is_terminal() {
            self.show();
        }
    }

    /// Rows so far.
    pub(super) const fn rows(&self) -> u64 {
        self.rows
    }

    /// Rows that could not be read.
    pub(super) const fn bad_rows(&self) -> u64 {
        self.bad
    }

    fn show(&mut self) {
        if self.shown.unwrap_or(self.start).elapsed() >= PACE {
            self.shown = Some(Instant::now());
            output::complain(&format!("\r{}, {}/s\x1b[K", self.counts(), self.pace()));
        }
    }

    /// Tells the counts where somebody watches or a row was bad.
    pub(super) fn end(&self) {
        let over = if self.shown.is_some() { "\r\x1b[K" } else { "" };
        if self.watched || self.bad > 0 {
            output::complain(&format!("{over}epipath: {}\n", self.counts()));
        }
    }

    fn counts(&self) -> String {
        let rows = |count: u64| if count == 1 { "row" } else { "rows" };
        let (all, bad) = (self.rows, self.bad);
        match bad {
            0 => format!("{all} {}", rows(all)),
            _ => format!("{all} {}, {bad} bad (see \"error\")", rows(all)),
        }
    }

    fn pace(&self) -> u128 {
        u128::from(self.rows) * 1000 / self.start.elapsed().as_millis().max(1)
    }
}
