//! A list of cases: how far a learner is with each, and the words that narrow the list.

use strum::IntoEnumIterator as _;

use super::review::{due, is_solved};
use crate::pack::model::{Axis, Case, Date, Teaching};
use crate::shelf::Learning;

/// How far a learner is with every case, in the order of the pack: `new`, `tried 50`, `solved` or `due`.
#[must_use]
pub fn states(kept: &Learning, teaching: &Teaching, today: Date) -> Vec<String> {
    let due: Vec<&str> = due(kept, teaching, today)
        .iter()
        .map(|due| due.case.id.as_str())
        .collect();
    let state = |case: &Case| match kept.cases.get(&case.id) {
        _ if due.contains(&case.id.as_str()) => "due".to_owned(),
        None => "new".to_owned(),
        Some(_) if is_solved(kept, case) => "solved".to_owned(),
        Some(before) => format!("tried {}", before.best),
    };
    teaching.cases.iter().map(state).collect()
}

/// What a case is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traits {
    text: String,
    state: String,
    axis: Axis,
    turns_on: String,
    difficulty: u32,
    codes: Vec<String>,
}

impl Traits {
    /// Those of a case. `turns_on` is its axis in words.
    #[must_use]
    pub fn of(case: &Case, state: &str, turns_on: &str) -> Self {
        let axis: &str = case.fork.axis.into();
        Self {
            text: format!("{} {} {state} {axis} {turns_on}", case.id, case.title).to_lowercase(),
            state: state.to_owned(),
            axis: case.fork.axis,
            turns_on: turns_on.to_lowercase(),
            difficulty: case.difficulty,
            codes: codes(case),
        }
    }

    /// Whether the case has all of the words: each a part of its name, title, state or axis, or `state:`, `code:`, `axis:` or
    /// `difficulty:` with what begins it.
    #[must_use]
    pub fn have(&self, words: &str) -> bool {
        words.to_lowercase().split_whitespace().all(|word| self.has(word))
    }

    fn has(&self, word: &str) -> bool {
        match word.split_once(':') {
            Some(("code", code)) => self.codes.iter().any(|one| one.to_lowercase().starts_with(code)),
            Some(("axis", part)) => <&str>::from(self.axis).starts_with(part) || self.turns_on.contains(part),
            Some(("state", part)) => self.state.starts_with(part),
            Some(("difficulty", number)) => self.difficulty.to_string() == number,
            _ => self.text.contains(word),
        }
    }
}

/// The codes that a case comes to, bills or leaves open.
fn codes(case: &Case) -> Vec<String> {
    let lines = ["professional", "asc", "hospital"];
    let lines = lines.iter().flat_map(|setting| case.result.lines.of(setting));
    let billed = lines
        .filter_map(|line| line.split(['-', ' ']).next())
        .map(str::to_owned);
    let open = case.result.undetermined.iter().cloned();
    case.result.code.iter().cloned().chain(open).chain(billed).collect()
}

/// What narrows a list, in two sentences.
#[must_use]
pub fn ways_to_narrow() -> [String; 2] {
    let axes: Vec<&str> = Axis::iter().map(<&str>::from).collect();
    [
        "words of the title, state:new (tried, solved, due), code: and the first digits of a code, difficulty:1 (2, 3), or"
            .to_owned(),
        format!("axis: and what it turns on: {}.", axes.join(", ")),
    ]
}
