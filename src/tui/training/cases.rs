//! `L`: every teaching case and how far the learner is with it. Typing narrows the list; no row gives an answer away.

use crossterm::event::KeyEvent;

use super::Course;
use crate::pack::model::{Axis, Case};
use crate::report::training::axis;
use crate::train::{Traits, states, ways_to_narrow};
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Input, Layer, Reply};
use crate::tui::page::Page;
use crate::tui::world::World;

/// The list, worked out when it is opened, and the words that narrow it.
pub(crate) struct CaseList {
    input: Input,
    rows: Vec<Row>,
}

/// A case in the list.
struct Row {
    id: String,
    title: String,
    /// `new`, `tried 50`, `solved` or `due`.
    state: String,
    tried: bool,
    difficulty: u32,
    axis: Axis,
    /// What it is found by; codes are searched for, never shown.
    traits: Traits,
}

/// The column of the title.
const TITLE: usize = 13;

impl CaseList {
    /// The list as it stands now, narrowed by nothing.
    pub(crate) fn new(course: &Course<'_>) -> Self {
        let row = |(case, state): (&Case, String)| Row {
            id: case.id.clone(),
            title: case.title.clone(),
            traits: Traits::of(case, &state, axis(case.fork.axis)),
            state,
            tried: course.learning.cases.contains_key(&case.id),
            difficulty: case.difficulty,
            axis: case.fork.axis,
        };
        let states = states(&course.learning, course.teaching, course.today);
        Self {
            input: Input::default(),
            rows: course.teaching.cases.iter().zip(states).map(row).collect(),
        }
    }

    fn shown(&self) -> Vec<&Row> {
        let words = self.input.trimmed();
        self.rows.iter().filter(|row| row.traits.have(words)).collect()
    }
}

impl Layer for CaseList {
    fn place(&self) -> Place {
        Place::Typing
    }

    fn title(&self, _: &World<'_>) -> String {
        format!("Teaching cases: {} of {}", self.shown().len(), self.rows.len())
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        let shown = self.shown();
        for (first, text) in ["Type", ""].into_iter().zip(ways_to_narrow()) {
            pen.hang((first, theme.faint), 6, &text, theme.faint);
        }
        pen.gap();
        for row in &shown {
            // On what a case turns is the first hint: it is told of those tried.
            let axis = if row.tried {
                format!(", {}", axis(row.axis))
            } else {
                String::new()
            };
            let text = format!("{}  (difficulty {}{axis})", row.title, row.difficulty);
            pen.item(|pen| pen.hang((&format!("  {}", row.state), theme.faint), TITLE, &text, theme.text));
        }
        if shown.is_empty() {
            pen.text("No case has all of this.");
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, _: &World<'_>) -> Reply {
        match (pressed.command, self.shown().get(focus)) {
            (Command::Take, Some(row)) => Reply::Solve(row.id.clone()),
            _ => Reply::Ignored,
        }
    }

    fn first_focus(&self, world: &World<'_>) -> usize {
        let here = world.drill.map(|drill| drill.case.id.as_str());
        self.rows
            .iter()
            .position(|row| Some(row.id.as_str()) == here)
            .unwrap_or(0)
    }

    fn typed(&mut self, key: &KeyEvent) -> bool {
        self.input.typed(key)
    }

    fn pasted(&mut self, text: &str) {
        self.input.pasted(text);
    }

    fn input(&self) -> Option<&str> {
        Some(self.input.as_str())
    }
}
