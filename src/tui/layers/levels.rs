//! `v`: levels and sides as a grid, a row a level from the neck down; beside it the claim lines as they change.

use ratatui::layout::Size;
use ratatui::text::Line;
use strum::IntoEnumIterator;

use super::{Layer, Place, Reply};
use crate::claim::{CaseResult, Level, Side, StatusWord};
use crate::session::Action;
use crate::tui::keys::{Command, Pressed};
use crate::tui::note::{box_of, levels_aside, take_levels};
use crate::tui::page::{Page, Pen};
use crate::tui::pane::Scroll;
use crate::tui::result::{claim_lines, otherwise};
use crate::tui::words::finding_text;
use crate::tui::world::World;

/// The grid of levels and sides.
pub(crate) struct Levels;

/// The columns of a row.
const WIDTH: u16 = 30;

impl Layer for Levels {
    fn place(&self) -> Place {
        Place::Levels
    }

    fn title(&self, _: &World<'_>) -> String {
        "Levels and sides".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        for level in Level::iter() {
            let given = sides(world.case().context.side_of(level));
            let text = box_of(world, level).unwrap_or(given);
            pen.item(|pen| pen.hang((&format!("  {level}"), theme.strong), 11, text, theme.text));
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        if pressed.command == Command::Take {
            return take_levels(world);
        }
        let Some(level) = Level::iter().nth(focus) else {
            return Reply::Ignored;
        };
        let now = world.case().context.side_of(level);
        let wanted = match pressed.command {
            Command::LeftSide => Some(Side::Left),
            Command::RightSide => Some(Side::Right),
            Command::BothSides => Some(Side::Both),
            Command::NextSide => after(now),
            Command::NoSide if now == Some(Side::NotDocumented) => None,
            Command::NoSide => {
                return Reply::Do(Action::Level {
                    level: level.to_string(),
                });
            }
            _ => return Reply::Ignored,
        };
        Reply::Do(match wanted.filter(|side| Some(*side) != now) {
            Some(side) => Action::Level {
                level: format!("{level}:{side}"),
            },
            None => Action::ClearLevel {
                level: level.to_string(),
            },
        })
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        let result = world.result().into_iter();
        let ids = result.flat_map(|result| {
            let findings = result.findings.iter().flat_map(|finding| &finding.sources);
            findings.chain(result.alternatives.iter().flat_map(|alternative| &alternative.sources))
        });
        crate::tui::words::once(ids.cloned())
    }

    fn first_scroll(&self, world: &World<'_>) -> Scroll {
        let focus = first_level(world);
        Scroll {
            focus,
            top: focus,
            passed: 0,
        }
    }

    fn offers(&self, command: Command, world: &World<'_>) -> bool {
        command != Command::Take || crate::tui::note::levels_open(world)
    }

    fn page_width(&self) -> Option<u16> {
        Some(WIDTH)
    }

    fn aside(&self, world: &World<'_>, area: Size) -> Page {
        let mut pen = world.pen(area.width);
        match world.result() {
            Some(result) => beside(&mut pen, result),
            None => pen.text("The claim lines show here once the questions have led to a code."),
        }
        let unsaid = world.case().context.levels.iter().any(|fact| fact.level.is_none());
        if unsaid {
            pen.text("A level is also given as not documented.");
        }
        levels_aside(&mut pen, world);
        let mut page = pen.done();
        let rows = usize::from(area.height);
        if page.lines.len() > rows && rows > 0 {
            page.lines.truncate(rows - 1);
            page.lines
                .push(Line::styled("... more under Claim", world.look.theme.strong));
        }
        page
    }
}

/// The boxes of a row, readable without color.
const fn sides(side: Option<Side>) -> &'static str {
    match side {
        None => "[ ] left  [ ] right",
        Some(Side::Left) => "[x] left  [ ] right",
        Some(Side::Right) => "[ ] left  [x] right",
        Some(Side::Both) => "[x] left  [x] right",
        Some(Side::NotDocumented) => "[x] without a side",
    }
}

/// What the next mark is.
const fn after(side: Option<Side>) -> Option<Side> {
    match side {
        None | Some(Side::NotDocumented) => Some(Side::Left),
        Some(Side::Left) => Some(Side::Right),
        Some(Side::Right) => Some(Side::Both),
        Some(Side::Both) => None,
    }
}

/// The first level marked, else the first of the regions still possible.
fn first_level(world: &World<'_>) -> usize {
    let context = &world.case().context;
    let marked = Level::iter().position(|level| context.side_of(level).is_some() || box_of(world, level).is_some());
    marked
        .or_else(|| Level::iter().position(|level| lies_in_region(world, level)))
        .unwrap_or(0)
}

fn lies_in_region(world: &World<'_>, level: Level) -> bool {
    let name: &str = level.into();
    world.book.tree.question_ids().any(|id| {
        let possible = world.view.facts.of(id);
        let mut answers = possible.iter().filter_map(|answer| world.book.answer(id, answer));
        answers.any(|answer| answer.levels.iter().any(|listed| listed == name))
    })
}

/// The lines, what is said of them, and how others read them.
fn beside(pen: &mut Pen, result: &CaseResult) {
    match result.status {
        StatusWord::Code => {}
        StatusWord::Signpost => return pen.text("The result lies outside this family: no claim line."),
        StatusWord::Undetermined => return pen.text("The code is still open: no claim line yet."),
    }
    pen.heading("Claim lines");
    claim_lines(pen, result);
    pen.gap();
    for finding in &result.findings {
        let first = format!("{}  ", finding.severity);
        pen.hang(
            (&first, pen.theme().strong),
            6,
            &finding_text(finding),
            pen.theme().text,
        );
    }
    for alternative in &result.alternatives {
        otherwise(pen, alternative);
    }
}
