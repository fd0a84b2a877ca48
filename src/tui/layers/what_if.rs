//! `x`: another answer to a question already answered, and what it would change. Nothing is kept unless it is taken.

use super::details::standing_answer;
use super::{Layer, Place, Reply};
use crate::report::phrases::flipped;
use crate::session::Action;
use crate::tree::{Flip, Given, QuestionId};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, Pen};
use crate::tui::words::leads_to;
use crate::tui::world::World;

/// First the question, then another answer to it.
#[derive(Default)]
pub(crate) struct WhatIf {
    question: Option<QuestionId>,
}

impl WhatIf {
    /// Whether there is an answer to change.
    pub(crate) fn offered(world: &World<'_>) -> bool {
        !answered(world).is_empty()
    }
}

/// Another answer and what it leads to.
struct Other {
    label: String,
    value: String,
    flip: Flip,
    now: bool,
}

/// The questions of the path that are answered.
fn answered(world: &World<'_>) -> Vec<QuestionId> {
    let given = |id: &QuestionId| world.case().answers.get(*id).is_some();
    world.book.tree.question_ids().filter(given).collect()
}

fn others(world: &World<'_>, id: QuestionId) -> Vec<Other> {
    let Some(question) = world.book.question(id) else {
        return Vec::new();
    };
    let answers = &world.case().answers;
    let now = answers.get(id);
    let other = |label: &str, value: &str, given: Given| Other {
        label: label.to_owned(),
        value: value.to_owned(),
        now: now == Some(given),
        flip: world.book.tree.flip(answers, id, given),
    };
    let named = question.answers.iter().enumerate();
    let named = named
        .filter_map(|(index, answer)| Some(other(&answer.label, &answer.id, world.book.tree.one(id, index).ok()?)));
    let silent = other("Not documented", "not-documented", world.book.tree.not_documented(id));
    named.chain([silent]).collect()
}

impl Layer for WhatIf {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, world: &World<'_>) -> String {
        let title = self
            .question
            .and_then(|id| world.book.question(id))
            .map(|question| question.title.to_lowercase());
        title.map_or_else(|| "What if".to_owned(), |title| format!("What if: {title}"))
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        pen.write("Now: ", &leads_to(world.book, &world.view.decision), pen.theme().strong);
        pen.gap();
        match self.question {
            None => {
                pen.text("Which answer?");
                for id in answered(world) {
                    question_row(&mut pen, world, id);
                }
            }
            Some(id) => {
                for other in others(world, id) {
                    other_row(&mut pen, world, &other);
                }
                pen.gap();
                let here = |command| world.keys.at(Place::List, command);
                let (take, close) = (here(Command::Take), here(Command::Close));
                pen.text(&format!("{take} takes that answer. {close} keeps everything as it is."));
            }
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        match (pressed.command, self.question) {
            (Command::Take, None) => answered(world).get(focus).map_or(Reply::Ignored, |id| {
                self.question = Some(*id);
                Reply::Focus(others(world, *id).iter().position(|other| other.now).unwrap_or(0))
            }),
            (Command::Take, Some(id)) => others(world, id)
                .into_iter()
                .nth(focus)
                .map_or(Reply::Ignored, |other| {
                    Reply::DoAndClose(Action::Answer {
                        question: world.name(id),
                        value: other.value,
                    })
                }),
            (Command::Close, Some(id)) => {
                self.question = None;
                Reply::Focus(answered(world).iter().position(|known| *known == id).unwrap_or(0))
            }
            _ => Reply::Ignored,
        }
    }

    fn first_focus(&self, world: &World<'_>) -> usize {
        answered(world).len().saturating_sub(1)
    }
}

fn question_row(pen: &mut Pen, world: &World<'_>, id: QuestionId) {
    let theme = *pen.theme();
    let title = world
        .book
        .question(id)
        .map(|question| question.title.clone())
        .unwrap_or_default();
    pen.item(|pen| {
        pen.hang(
            (&format!("  {title}"), theme.strong),
            20,
            &standing_answer(world, id),
            theme.text,
        );
    });
}

fn other_row(pen: &mut Pen, world: &World<'_>, other: &Other) {
    let theme = *pen.theme();
    let effect = if other.now {
        "as now".to_owned()
    } else {
        flipped(world.book, &world.view.decision, &other.flip)
    };
    pen.item(|pen| {
        pen.hang(
            ("  ", theme.text),
            2,
            &format!("{} -> {effect}", other.label),
            theme.text,
        );
    });
}
