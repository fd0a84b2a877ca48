//! `m`: spot the fork. The learner marks the words of the note that decide; handed in, they are laid beside the right ones.

use std::collections::BTreeSet;
use std::ops::Range;

use ratatui::text::Line;

use super::note::{FULL, MARGINS, Mark, Marking, Note, Word};
use crate::train::{Overlap, deciding, spotted};
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Layer, Reply};
use crate::tui::page::{Item, Page};
use crate::tui::world::World;

/// The words marked.
#[derive(Default)]
pub(crate) struct Spot {
    words: BTreeSet<usize>,
    /// The word where a mark was started.
    from: Option<usize>,
    /// How well they meet; none before they are handed in.
    met: Option<Overlap>,
}

fn laid<'a>(world: &World<'a>, width: u16) -> Note<'a> {
    let text = world.drill.map_or("", |drill| drill.case.note.as_str());
    Note::laid(text, width.min(u16::try_from(FULL).unwrap_or(u16::MAX) + MARGINS))
}

impl Spot {
    /// The marks as places in the note: words side by side are one.
    fn ranges(&self, note: &Note<'_>) -> Vec<Range<usize>> {
        let words: Vec<usize> = self.words.iter().copied().collect();
        let runs = words.chunk_by(|one, other| one + 1 == *other);
        let place = |at: usize| note.words.get(at).map(|word| word.range.clone());
        runs.filter_map(|run| Some(place(*run.first()?)?.start..place(*run.last()?)?.end))
            .collect()
    }

    fn marks(&self, world: &World<'_>, note: &Note<'_>, focus: usize) -> Vec<Mark> {
        let yours = self.ranges(note);
        let case = world.drill.filter(|_| self.met.is_some()).map(|drill| drill.case);
        let right = case.map(|case| deciding(case, &yours)).unwrap_or_default();
        let open = self.from.map(|from| from.min(focus)..from.max(focus) + 1);
        let open = open.and_then(|run| note.words.get(run));
        let open = open.and_then(|run| Some(run.first()?.range.start..run.last()?.range.end));
        let here = note.words.get(focus).filter(|_| self.met.is_none());
        let yours = yours.into_iter().chain(open).map(|range| (range, Marking::Yours));
        let here = here.map(|word| (word.range.clone(), Marking::Here));
        let right = right.into_iter().map(|range| (range, Marking::Decides));
        yours.chain(right).chain(here).collect()
    }

    /// A mark is started, ended, or taken off.
    fn mark(&mut self, focus: usize) {
        match self.from.take() {
            Some(from) => self.words.extend(from.min(focus)..=from.max(focus)),
            None if self.words.contains(&focus) => self.take_off(focus),
            None => self.from = Some(focus),
        }
    }

    fn take_off(&mut self, focus: usize) {
        let before = (0..focus).rev().take_while(|word| self.words.contains(word));
        let after = (focus..).take_while(|word| self.words.contains(word));
        let all: Vec<usize> = before.chain(after).collect();
        self.words.retain(|word| !all.contains(word));
    }
}

/// What is said above the note.
fn head(spot: &Spot) -> [String; 2] {
    match spot.met {
        None => [
            "Which words decide? Space starts a mark and ends it; Enter hands in.".to_owned(),
            String::new(),
        ],
        Some(met) => [
            format!(
                "{} of 100. Of what you marked {} decides; of what decides you marked {}.",
                percent(met.f1),
                per_cent(met.precision),
                per_cent(met.recall)
            ),
            "[In brackets] what decides; in reverse what you marked.".to_owned(),
        ],
    }
}

fn per_cent(share: f64) -> String {
    format!("{} in 100", percent(share))
}

/// Rounded down: only what is whole is 100.
fn percent(share: f64) -> u8 {
    (0..=100).rev().find(|whole| f64::from(*whole) <= share * 100.0 + 1e-9).unwrap_or(0)
}

impl Layer for Spot {
    fn place(&self) -> Place {
        Place::Spot
    }

    fn title(&self, world: &World<'_>) -> String {
        let title = world.drill.map(|drill| drill.case.title.clone());
        format!("Spot the fork: {}", title.unwrap_or_default())
    }

    fn page(&self, world: &World<'_>, width: u16, focus: usize) -> Page {
        let mut pen = world.pen(width);
        for line in head(self).iter().filter(|line| !line.is_empty()) {
            pen.write("", line, pen.theme().strong);
        }
        let mut page = pen.done();
        page.lines.push(Line::default());
        let above = page.lines.len();
        let note = laid(world, width);
        page.lines.extend(note.drawn(&self.marks(world, &note, focus), &world.look.theme));
        if self.met.is_some() {
            return page;
        }
        let item = |word: &Word| Item {
            lines: above + word.line..above + word.line + 1,
            label: above + word.line..above + word.line,
        };
        page.items = note.words.iter().map(item).collect();
        page.cursor = note.words.get(focus).map(|word| (above + word.line, word.column + 1));
        page
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        match pressed.command {
            Command::Mark if self.met.is_none() => {
                self.mark(focus);
                Reply::Changed
            }
            Command::HandIn if self.met.is_none() => {
                if let Some(from) = self.from.take() {
                    self.words.extend(from.min(focus)..=from.max(focus));
                }
                if self.words.is_empty() {
                    return Reply::Say("No word is marked yet.".to_owned());
                }
                let marks = self.ranges(&laid(world, u16::MAX));
                self.met = world.drill.map(|drill| spotted(drill.case, &marks));
                Reply::Move(0)
            }
            Command::HandIn | Command::Mark => Reply::Say("It is handed in; Esc goes back to the case.".to_owned()),
            _ => Reply::Ignored,
        }
    }

    fn step(&self, command: Command, focus: usize, (world, width): (&World<'_>, u16)) -> Option<usize> {
        let note = laid(world, width);
        if self.met.is_some() {
            return None;
        }
        let last = note.words.len().checked_sub(1)?;
        let here = note.words.get(focus)?;
        let below = |step: isize| {
            let mut line = here.line;
            loop {
                line = line.checked_add_signed(step).filter(|line| *line < note.lines)?;
                let words = note.words.iter().enumerate().filter(|(_, word)| word.line == line);
                if let Some((at, _)) = words.min_by_key(|(_, word)| word.column.abs_diff(here.column)) {
                    return Some(at);
                }
            }
        };
        Some(match command {
            Command::NextWord => (focus + 1).min(last),
            Command::PreviousWord => focus.saturating_sub(1),
            Command::Down => below(1).unwrap_or(focus),
            Command::Up => below(-1).unwrap_or(focus),
            _ => return None,
        })
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        self.met.is_none() || !matches!(command, Command::Mark | Command::HandIn)
    }
}
