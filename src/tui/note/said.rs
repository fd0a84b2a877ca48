//! What the note says to the question on the screen.

use std::ops::Range;

use crate::note::{State, Strength, Suggestion};
use crate::tui::words::count;
use crate::tui::world::World;

/// What the note says to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// An answer, nothing, or two things.
    pub(crate) state: State,
    /// Whether an answer rests on weak words.
    pub(crate) weak: bool,
    /// The rows of the answers it names.
    pub(crate) rows: Vec<usize>,
    /// Where it says so.
    pub(crate) quotes: Vec<Range<usize>>,
}

impl Said {
    /// What the note says to the question on the screen; none without a note, or where it tells of no such procedure.
    pub(crate) fn here(world: &World<'_>) -> Option<Self> {
        let note = world.note?;
        let name = world.name(world.view.question?);
        let suggestion = note.procedure(world.case())?.answer(&name);
        Some(suggestion.map_or_else(Self::nothing, |suggestion| Self {
            quotes: note.places(&suggestion.quotes),
            ..Self::of(world, suggestion)
        }))
    }

    const fn nothing() -> Self {
        Self {
            state: State::NotDocumented,
            weak: false,
            rows: Vec::new(),
            quotes: Vec::new(),
        }
    }

    fn of(world: &World<'_>, suggestion: &Suggestion) -> Self {
        let rows = suggested_rows(world, suggestion);
        // An answer that this question does not have suggests nothing.
        let state = if rows.is_empty() {
            State::NotDocumented
        } else {
            suggestion.state
        };
        Self {
            state,
            weak: state == State::Suggested && suggestion.strength != Some(Strength::Strong),
            rows,
            quotes: Vec::new(),
        }
    }

    /// In a sentence; `key` writes the key of a row.
    pub(crate) fn told(&self, key: impl Fn(usize) -> char) -> String {
        let keys: Vec<String> = self.rows.iter().map(|row| key(*row).to_string()).collect();
        match (self.state, self.quotes.len()) {
            (State::Suggested, _) if self.weak => format!("The note suggests {}, from weak words.", keys.join(" or ")),
            (State::Suggested, _) => format!("The note suggests {}.", keys.join(" or ")),
            (State::Conflict, _) => format!("The note contradicts itself: {}.", keys.join(" and ")),
            (State::NotDocumented, 0) => "The note does not say.".to_owned(),
            (State::NotDocumented, places) => {
                format!("The note does not say; {}.", count(places, "hint"))
            }
        }
    }

    /// What stands behind the answer of a row.
    pub(crate) fn label(&self, row: usize) -> Option<&'static str> {
        self.rows.contains(&row).then_some(match self.state {
            State::Suggested if self.weak => "[note, weak]",
            State::Suggested => "[note]",
            State::Conflict | State::NotDocumented => "[conflict]",
        })
    }

    /// The row that has the focus at first; `silent` is the one that says that nothing is documented.
    pub(crate) fn focus(&self, silent: usize) -> usize {
        match self.state {
            State::Suggested => self.rows.first().copied().unwrap_or(silent),
            State::Conflict | State::NotDocumented => silent,
        }
    }
}

/// The rows of the answers that a suggestion names; empty where one of them is none of the question.
pub(crate) fn suggested_rows(world: &World<'_>, suggestion: &Suggestion) -> Vec<usize> {
    let id = world.book.question_named(&suggestion.question);
    let Some(question) = id.and_then(|id| world.book.question(id)) else {
        return Vec::new();
    };
    let row = |name: &String| question.answers.iter().position(|answer| answer.id == *name);
    let rows: Option<Vec<usize>> = suggestion.answers.iter().map(row).collect();
    rows.unwrap_or_default()
}
