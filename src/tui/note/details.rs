//! What the note says to questions that are not asked, because something is taken for granted: each is confirmed by itself.

use super::{NoteDesk, suggested_rows};
use crate::note::{State, Strength, Suggestion};
use crate::session::Action;
use crate::tui::keys::{Command, Place, Pressed};
use crate::tui::layers::{Layer, Reply};
use crate::tui::page::Page;
use crate::tui::world::World;

/// What the note says otherwise than is taken for granted.
pub(crate) struct NoteDetails;

impl NoteDetails {
    /// Whether there is something of that kind that nobody has answered yet.
    pub(crate) fn wanting(world: &World<'_>) -> bool {
        world.note.is_some_and(|note| !pending(world, note).is_empty())
    }
}

/// The details that nobody answered and that the note tells otherwise than is taken for granted.
fn pending<'n>(world: &World<'_>, note: &'n NoteDesk) -> Vec<&'n Suggestion> {
    let (tree, case) = (&world.book.tree, world.case());
    let said = note
        .procedure(case)
        .into_iter()
        .flat_map(|procedure| &procedure.answers);
    said.filter(|suggestion| {
        let Some(id) = world.book.question_named(&suggestion.question) else {
            return false;
        };
        let open = tree.is_detail(id) && case.answers.get(id).is_none() && tree.may_ask(id, &world.view.facts);
        let granted: Vec<usize> = world.view.facts.of(id).iter().collect();
        let rows = suggested_rows(world, suggestion);
        open && suggestion.state != State::NotDocumented && !rows.is_empty() && rows != granted
    })
    .collect()
}

fn label(world: &World<'_>, suggestion: &Suggestion) -> String {
    let id = world.book.question_named(&suggestion.question);
    let question = id.and_then(|id| world.book.question(id));
    let rows = suggested_rows(world, suggestion);
    let labels = question.into_iter().flat_map(|question| {
        let labels = rows.iter().filter_map(|row| question.answers.get(*row));
        labels.map(|answer| answer.label.as_str())
    });
    let (join, mark) = match (suggestion.state, suggestion.strength) {
        (State::Conflict, _) => (" against ", "  [conflict: not documented]"),
        (_, Some(Strength::Strong)) => (" or ", "  [note]"),
        _ => (" or ", "  [note, weak]"),
    };
    let labels: Vec<&str> = labels.collect();
    format!("{}: {}{mark}", world.title_of(&suggestion.question), labels.join(join))
}

impl Layer for NoteDetails {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, _: &World<'_>) -> String {
        "The note also says".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let Some(note) = world.note else { return pen.done() };
        let take = world.keys.at(Place::List, Command::Take);
        pen.text(&format!(
            "These are not asked, because another answer is taken for granted. {take} confirms the row under the mark; without it what \
             is taken for granted stays."
        ));
        pen.gap();
        let strong = pen.theme().strong;
        for suggestion in pending(world, note) {
            let quotes = note.places(&suggestion.quotes);
            pen.item_with(
                |pen| pen.hang(("  ", strong), 2, &label(world, suggestion), pen.theme().strong),
                |pen| {
                    for place in quotes.into_iter().take(2) {
                        pen.hang(("", strong), 4, &note.quote(&place), pen.theme().text);
                    }
                },
            );
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let all = world.note.map(|note| pending(world, note)).unwrap_or_default();
        let Some(suggestion) = all.get(focus).filter(|_| pressed.command == Command::Take) else {
            return Reply::Ignored;
        };
        let weak = suggestion.state == State::Suggested && suggestion.strength != Some(Strength::Strong);
        if weak && !world.again {
            let take = world.keys.at(Place::List, Command::Take);
            return Reply::Ask(format!(
                "Weak words only: {take} again confirms; any other key does not."
            ));
        }
        let value = match suggestion.state {
            State::Suggested => suggestion.answers.join(","),
            State::Conflict | State::NotDocumented => "not-documented".to_owned(),
        };
        Reply::Confirm(Action::Answer {
            question: suggestion.question.clone(),
            value,
        })
    }
}
