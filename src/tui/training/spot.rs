//! `m`: spot the fork. The learner marks the words of the note that decide; handed in, they are laid beside the right ones.

use std::ops::{Range, RangeInclusive};

use ratatui::text::Line;

use super::note::{FULL, MARGINS, Mark, Marking, Note, Word};
use crate::pack::model::Case;
use crate::train::{Overlap, deciding, spotted};
use crate::tui::keys::{Command, Keymap, Place, Pressed};
use crate::tui::layers::{Layer, Reply};
use crate::tui::page::{Item, Page};
use crate::tui::world::World;

/// The words marked.
#[derive(Default)]
pub(crate) struct Spot {
    /// From which word to which, in the order in which they were marked.
    runs: Vec<Run>,
    /// The word where a mark was started.
    from: Option<usize>,
    /// How well they meet; none before they are handed in.
    met: Option<Overlap>,
}

/// Words from one to another, both included.
type Run = RangeInclusive<usize>;

fn laid<'a>(world: &World<'a>, width: u16) -> Note<'a> {
    let text = world.drill.map_or("", |drill| drill.case.note.as_str());
    Note::laid(text, width.min(u16::try_from(FULL).unwrap_or(u16::MAX) + MARGINS))
}

impl Spot {
    /// The marks as places in the note.
    fn ranges(&self, note: &Note<'_>) -> Vec<Range<usize>> {
        self.runs.iter().filter_map(|run| place(note, run)).collect()
    }

    fn marks(&self, world: &World<'_>, note: &Note<'_>, focus: usize) -> Vec<Mark> {
        let yours = self.ranges(note);
        let case = world.drill.filter(|_| self.met.is_some()).map(|drill| drill.case);
        let right = case.map(|case| deciding(case, &yours)).unwrap_or_default();
        let open = self.from.and_then(|from| place(note, &run(from, focus)));
        let here = note.words.get(focus).filter(|_| self.met.is_none());
        let yours = yours.into_iter().chain(open).map(|range| (range, Marking::Yours));
        let here = here.map(|word| (word.range.clone(), Marking::Here));
        let right = right.into_iter().map(|range| (range, Marking::Decides));
        yours.chain(right).chain(here).collect()
    }

    /// A mark is started, ended, or taken off.
    fn mark(&mut self, focus: usize) {
        match self.from.take() {
            Some(from) => self.runs.push(run(from, focus)),
            None if self.runs.iter().any(|run| run.contains(&focus)) => self.runs.retain(|run| !run.contains(&focus)),
            None => self.from = Some(focus),
        }
    }
}

fn run(from: usize, to: usize) -> Run {
    from.min(to)..=from.max(to)
}

fn place(note: &Note<'_>, run: &Run) -> Option<Range<usize>> {
    Some(note.words.get(*run.start())?.range.start..note.words.get(*run.end())?.range.end)
}

/// The marks without the signs at their ends that do not decide: whoever marks whole words could not leave them out.
fn trimmed(case: &Case, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let right = deciding(case, marks);
    let sign =
        |(at, letter): &(usize, char)| !letter.is_alphanumeric() && !right.iter().any(|range| range.contains(at));
    let trim = |mark: &Range<usize>| {
        let text = case.note.get(mark.clone()).unwrap_or_default();
        let letters = text.char_indices().map(|(at, letter)| (mark.start + at, letter));
        let kept = letters.clone().find(|letter| !sign(letter));
        let last = letters.rev().find(|letter| !sign(letter));
        let end = last.map_or(mark.end, |(at, letter)| at + letter.len_utf8());
        kept.map_or(mark.start, |(at, _)| at)..end
    };
    marks.iter().map(trim).collect()
}

/// What is said above the note.
fn head(spot: &Spot, keys: &Keymap) -> [String; 2] {
    match spot.met {
        None => [
            format!(
                "Which words decide? {} starts a mark and ends it; {} hands in.",
                keys.of(Command::Mark),
                keys.of(Command::HandIn)
            ),
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
    (0..=100)
        .rev()
        .find(|whole| f64::from(*whole) <= share * 100.0 + 1e-9)
        .unwrap_or(0)
}

/// The lines of a page.
const PAGE: isize = 8;

/// The word nearest below or above another one, in a line or, where that is blank, in the next one that is not.
fn nearest(note: &Note<'_>, here: &Word, line: usize) -> Option<usize> {
    let down = line > here.line;
    let line = line.min(note.lines.saturating_sub(1));
    let words = note.words.iter().enumerate();
    let beyond = words.filter(|(_, word)| {
        if down {
            word.line > here.line
        } else {
            word.line < here.line
        }
    });
    let near = |word: &Word| (word.line.abs_diff(line), word.column.abs_diff(here.column));
    beyond.min_by_key(|(_, word)| near(word)).map(|(at, _)| at)
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
        for line in head(self, world.keys).iter().filter(|line| !line.is_empty()) {
            pen.write("", line, pen.theme().strong);
        }
        let mut page = pen.done();
        page.lines.push(Line::default());
        let above = page.lines.len();
        let note = laid(world, width);
        page.lines
            .extend(note.drawn(&self.marks(world, &note, focus), &world.look.theme));
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
                self.runs.extend(self.from.take().map(|from| run(from, focus)));
                if self.runs.is_empty() {
                    return Reply::Say("No word is marked yet.".to_owned());
                }
                let marks = self.ranges(&laid(world, u16::MAX));
                self.met = world
                    .drill
                    .map(|drill| spotted(drill.case, &trimmed(drill.case, &marks)));
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
        let line = |by: isize| nearest(&note, here, here.line.saturating_add_signed(by)).unwrap_or(focus);
        Some(match command {
            Command::NextWord => (focus + 1).min(last),
            Command::PreviousWord => focus.saturating_sub(1),
            Command::First => 0,
            Command::Last => last,
            Command::Down => line(1),
            Command::Up => line(-1),
            Command::PageDown => line(PAGE),
            Command::PageUp => line(-PAGE),
            _ => return None,
        })
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        let marks = matches!(
            command,
            Command::Mark | Command::HandIn | Command::NextWord | Command::PreviousWord
        );
        self.met.is_none() || !marks
    }
}
