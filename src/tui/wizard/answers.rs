//! The numbered answers of the question on the screen, and the note of the one in focus.

use std::collections::BTreeSet;

use crate::tui::keys::{Command, Place};
use crate::tui::note::Said;
use crate::tui::page::{Page, wrap};
use crate::tui::words::told;
use crate::tui::world::World;

/// What the row "not documented" means.
const NOT_DOCUMENTED: &str =
    "The note does not say. Nothing is guessed: you see which codes hang on it and what to ask the provider.";

/// The keys of numbered choices, in order.
pub(crate) const KEYS: &str = "123456789ABCD";

/// The key of an answer: 1 to 9, then A to D.
pub(crate) fn key_of(answer: usize) -> char {
    KEYS.chars().nth(answer).unwrap_or(' ')
}

/// How many answers the question has; the row after them is "not documented".
pub(crate) fn rows(world: &World<'_>) -> usize {
    let question = world.view.question.and_then(|id| world.book.question(id));
    question.map_or(0, |question| question.answers.len())
}

/// Answers by number, as written in facts: `ct`, `fluoroscopy,ct`, `neurolytic+steroid-anesthetic`.
pub(crate) fn answer_value(world: &World<'_>, answers: impl IntoIterator<Item = usize>, join: &str) -> Option<String> {
    let question = world.book.question(world.view.question?)?;
    let named = answers
        .into_iter()
        .map(|answer| Some(question.answers.get(answer)?.id.as_str()));
    Some(named.collect::<Option<Vec<_>>>()?.join(join))
}

/// The answers as a page, one item each; `*` is the answer given before.
pub(super) fn page(world: &World<'_>, marks: &BTreeSet<usize>, width: u16) -> Page {
    let mut pen = world.pen(width);
    let Some(id) = world.view.question else {
        return pen.done();
    };
    let given = world.case().answers.get(id);
    let strong = world.look.theme.strong;
    let question = world.book.question(id);
    let labels = question
        .into_iter()
        .flat_map(|question| &question.answers)
        .map(|answer| answer.label.as_str());
    let chosen = |is: bool| if is { "*" } else { " " };
    let column = if marks.is_empty() { 5 } else { 9 };
    let said = Said::here(world);
    for (index, label) in labels.enumerate() {
        let mark = match (marks.is_empty(), marks.contains(&index)) {
            (true, _) => "",
            (false, true) => "[x] ",
            (false, false) => "[ ] ",
        };
        let star = chosen(given.is_some_and(|given| given.named.contains(index)));
        let first = format!("  {}{star} {mark}", key_of(index));
        let noted = said.as_ref().and_then(|said| said.label(index));
        let label = noted.map_or_else(|| label.to_owned(), |noted| format!("{label} {noted}"));
        pen.item(|pen| pen.hang((&first, strong), column, &label, pen.theme().text));
    }
    let star = chosen(given.is_some_and(|given| given.named.is_empty()));
    let key = world.keys.at(Place::Question, Command::NotDocumented);
    let first = format!("  {key}{star}");
    let column = column.max(first.len() + 1);
    pen.item(|pen| pen.hang((&first, strong), column, "Not documented", pen.theme().text));
    pen.done()
}

fn note_text(world: &World<'_>, focus: usize) -> Option<String> {
    let question = world.book.question(world.view.question?)?;
    let Some(answer) = question.answers.get(focus) else {
        return Some(NOT_DOCUMENTED.to_owned());
    };
    let note = answer.note.as_ref()?;
    Some(told(note, answer.confidence.unwrap_or(question.confidence)))
}

/// The note of the focused row.
pub(super) fn note(world: &World<'_>, focus: usize, width: u16) -> Vec<String> {
    note_text(world, focus)
        .map(|text| wrap(&text, usize::from(width)))
        .unwrap_or_default()
}

/// The lines of the longest note, so that nothing moves while the focus does.
pub(super) fn note_height(world: &World<'_>, width: u16) -> u16 {
    let Some(question) = world.view.question else { return 0 };
    if let Some((_, _, height)) = world
        .notes
        .get()
        .filter(|known| (known.0, known.1) == (question, width))
    {
        return height;
    }
    let lines = (0..=rows(world))
        .map(|row| note(world, row, width).len())
        .max()
        .unwrap_or(0);
    let height = u16::try_from(lines).unwrap_or(u16::MAX);
    world.notes.set(Some((question, width, height)));
    height
}
