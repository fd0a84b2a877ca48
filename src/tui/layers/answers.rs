//! `a`: every answer so far, those taken for granted and the details; Enter goes to one.

use super::details::{Details, detail_questions, standing_answer};
use super::{Layer, Place, Reply};
use crate::report::path_questions;
use crate::session::Action;
use crate::shelf::rules;
use crate::tree::QuestionId;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, Pen};
use crate::tui::words::{capital, payer};
use crate::tui::world::World;

/// Every answer so far.
pub(crate) struct Answers;

/// Path questions with an answer, given or taken for granted, and the one still open.
fn path(world: &World<'_>) -> Vec<QuestionId> {
    path_questions(world.book, world.case(), world.view)
}

impl Layer for Answers {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, _: &World<'_>) -> String {
        "Answers so far".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        pen.heading("On the way to the code");
        for id in path(world) {
            row(&mut pen, world, id);
        }
        let take = world.keys.at(Place::List, Command::Take);
        pen.heading(&format!("Details ({take} changes them)"));
        for id in detail_questions(world) {
            row(&mut pen, world, id);
        }
        let context = &world.case().context;
        labeled(&mut pen, "Setting", &capital(&context.setting.to_string()));
        labeled(&mut pen, "Payer", &payer(&context.payer));
        labeled(&mut pen, "Date of service", &context.date.to_string());
        pen.done()
    }

    fn rules(&self, world: &World<'_>, focus: usize) -> Vec<String> {
        let questions = path(world).into_iter().chain(detail_questions(world));
        let focused = questions.map(|id| world.name(id)).nth(focus);
        focused.map(|name| rules::question(&name)).into_iter().collect()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        if pressed.command != Command::Take {
            return Reply::Ignored;
        }
        let questions = path(world);
        match questions.get(focus) {
            Some(id) => Reply::DoAndClose(Action::GoTo {
                question: world.name(*id),
            }),
            None => Reply::Instead(Box::new(Details {
                first: focus - questions.len(),
            })),
        }
    }

    fn first_focus(&self, world: &World<'_>) -> usize {
        let shown = world
            .view
            .question
            .and_then(|id| path(world).iter().position(|known| *known == id));
        shown.unwrap_or(0)
    }
}

fn row(pen: &mut Pen, world: &World<'_>, id: QuestionId) {
    let title = world
        .book
        .question(id)
        .map(|question| question.title.clone())
        .unwrap_or_default();
    pen.item(|pen| {
        let theme = *pen.theme();
        pen.hang(
            (&format!("  {title}"), theme.strong),
            COLUMN,
            &standing_answer(world, id),
            theme.text,
        );
    });
}

fn labeled(pen: &mut Pen, title: &str, text: &str) {
    let theme = *pen.theme();
    let write = |pen: &mut Pen| pen.hang((&format!("  {title}"), theme.strong), COLUMN, text, theme.text);
    if title == "Date of service" {
        write(pen);
    } else {
        pen.item(write);
    }
}

const COLUMN: usize = 20;
