//! An open result: what hangs on which answer, what to ask the provider, what to do meanwhile.

use crate::claim::{CaseResult, UndecidedQuestion};
use crate::report::end;
use crate::tui::page::{Page, Pen};
use crate::tui::words::capital;
use crate::tui::world::World;

/// The open result as a page.
pub(super) fn page(world: &World<'_>, result: &CaseResult, width: u16) -> Page {
    let mut pen = world.pen(width);
    for open in &result.undecided {
        hangs(&mut pen, world, open);
    }
    if !result.undecided.is_empty() {
        pen.heading("Question to the provider");
        for open in &result.undecided {
            pen.text(&open.ask_provider);
        }
    }
    if let Some(advice) = &result.advice {
        pen.heading("Meanwhile");
        pen.text(advice);
    }
    pen.done()
}

fn hangs(pen: &mut Pen, world: &World<'_>, open: &UndecidedQuestion) {
    pen.heading(&format!("It hangs on: {}", world.title_of(&open.question)));
    let mut groups: Vec<(&[String], Vec<String>)> = Vec::new();
    for hang in &open.hangs {
        let answer = short(world, open, &hang.answer);
        match groups.iter_mut().find(|(leads, _)| *leads == hang.leads_to.as_slice()) {
            Some((_, answers)) => answers.push(answer),
            None => groups.push((&hang.leads_to, vec![answer])),
        }
    }
    for (leads, answers) in groups {
        let ends: Vec<String> = leads.iter().map(|id| away(world, id)).collect();
        let ends = if ends.is_empty() {
            "nothing".to_owned()
        } else {
            ends.join(", ")
        };
        pen.write(
            "- ",
            &format!("{}: {ends}", capital(&answers.join(" or "))),
            pen.theme().text,
        );
    }
}

fn short(world: &World<'_>, open: &UndecidedQuestion, id: &str) -> String {
    let question = world
        .book
        .question_named(&open.question)
        .and_then(|id| world.book.question(id));
    let answer = question.and_then(|question| question.answers.iter().find(|answer| answer.id == id));
    answer.map_or_else(|| id.to_owned(), |answer| answer.short.clone())
}

fn away(world: &World<'_>, id: &str) -> String {
    let outside = if world.book.signpost(id).is_some() {
        "outside this family, "
    } else {
        ""
    };
    format!("{outside}{}", end(world.book, id))
}
