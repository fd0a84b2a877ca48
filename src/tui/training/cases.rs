//! `L`: every teaching case and how far the learner is with it. Typing narrows the list; no row gives an answer away.

use crossterm::event::KeyEvent;
use strum::IntoEnumIterator as _;

use super::Course;
use crate::pack::model::{Axis, Case};
use crate::report::training::axis;
use crate::train::review::{due, is_solved};
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
    /// The codes billed: searched for, never shown.
    codes: Vec<String>,
}

/// The column of the title.
const TITLE: usize = 13;

impl CaseList {
    /// The list as it stands now, narrowed by nothing.
    pub(crate) fn new(course: &Course<'_>) -> Self {
        let due: Vec<&str> = due(&course.learning, course.teaching, course.today)
            .iter()
            .map(|due| due.case.id.as_str())
            .collect();
        let row = |case: &Case| Row {
            id: case.id.clone(),
            title: case.title.clone(),
            state: state(course, case, due.contains(&case.id.as_str())),
            tried: course.learning.cases.contains_key(&case.id),
            difficulty: case.difficulty,
            axis: case.fork.axis,
            codes: codes(case),
        };
        Self {
            input: Input::default(),
            rows: course.teaching.cases.iter().map(row).collect(),
        }
    }

    fn shown(&self) -> Vec<&Row> {
        let words: Vec<String> = self.input.trimmed().split_whitespace().map(str::to_lowercase).collect();
        self.rows
            .iter()
            .filter(|row| words.iter().all(|word| row.has(word)))
            .collect()
    }
}

fn state(course: &Course<'_>, case: &Case, due: bool) -> String {
    match course.learning.cases.get(&case.id) {
        _ if due => "due".to_owned(),
        None => "new".to_owned(),
        Some(_) if is_solved(&course.learning, case) => "solved".to_owned(),
        Some(kept) => format!("tried {}", kept.best),
    }
}

/// The codes of a case: of its result and of its lines.
fn codes(case: &Case) -> Vec<String> {
    let lines = ["professional", "asc", "hospital"];
    let lines = lines.iter().flat_map(|setting| case.result.lines.of(setting));
    let billed = lines
        .filter_map(|line| line.split(['-', ' ']).next())
        .map(str::to_owned);
    case.result.code.iter().cloned().chain(billed).collect()
}

/// What narrows the list, and all of it together.
fn ways_to_narrow() -> [(&'static str, String); 2] {
    let axes: Vec<&str> = Axis::iter().map(<&str>::from).collect();
    [
        (
            "Type",
            "words of the title, state:new (tried, solved, due), code: and the first digits of a code, difficulty:1 (2, 3), or".to_owned(),
        ),
        ("", format!("axis: and what it turns on: {}.", axes.join(", "))),
    ]
}

impl Row {
    fn has(&self, word: &str) -> bool {
        match word.split_once(':') {
            Some(("code", code)) => self.codes.iter().any(|one| one.starts_with(code)),
            Some(("axis", part)) => axis(self.axis).contains(part) || <&str>::from(self.axis).starts_with(part),
            Some(("state", part)) => self.state.starts_with(part),
            Some(("difficulty", number)) => self.difficulty.to_string() == number,
            _ => {
                let text = format!("{} {} {} {}", self.id, self.title, self.state, axis(self.axis)).to_lowercase();
                text.contains(word)
            }
        }
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
        for (first, text) in ways_to_narrow() {
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
