//! `/`: find a code or a word. What is typed here is text, never a command.

use std::cell::RefCell;

use crossterm::event::KeyEvent;

use super::card::{CardLayer, known};
use super::details::{Details, detail_questions};
use super::input::Input;
use super::{Layer, Place, Reply};
use crate::find::Hit;
use crate::session::Action;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, cut};
use crate::tui::world::World;

/// The find line and what it found.
#[derive(Default)]
pub(crate) struct Find {
    input: Input,
    /// What the line found last; looked for once a change.
    found: RefCell<(String, Vec<Hit>)>,
}

/// More hits than anybody reads.
const MOST: usize = 30;
/// The column after the kind of a hit.
const KIND: usize = 16;

impl Find {
    fn hits(&self, world: &World<'_>) -> Vec<Hit> {
        let line = self.input.trimmed();
        let mut found = self.found.borrow_mut();
        if found.0 != line {
            *found = (line.to_owned(), world.index().find(line, MOST));
        }
        found.1.clone()
    }

    /// The code typed, where the line is a code.
    fn code(&self) -> Option<&str> {
        let line = self.input.trimmed();
        let digits = line.chars().take(4).all(|letter| letter.is_ascii_digit());
        (line.len() == 5 && digits).then_some(line)
    }

    fn take(&self, focus: usize, world: &World<'_>) -> Reply {
        if let Some(code) = self.code().filter(|_| focus == 0) {
            let code = code.to_ascii_uppercase();
            if known(world.book, &code) {
                return Reply::Open(Box::new(CardLayer::code(code)));
            }
        }
        match self.hits(world).into_iter().nth(focus) {
            Some(hit) => opened(hit, world),
            None if self.input.trimmed().is_empty() => Reply::Ignored,
            None => Reply::Say(format!("The pack says nothing about \"{}\".", self.input.trimmed())),
        }
    }
}

/// `code:62323`, `signpost:facet-joint`, `answer:imaging=ct`.
fn opened(hit: Hit, world: &World<'_>) -> Reply {
    let opens = hit.opens.unwrap_or_default();
    match opens.split_once(':') {
        Some(("code", code)) => Reply::Open(Box::new(CardLayer::code(code))),
        Some(("signpost", id)) => Reply::Open(Box::new(CardLayer::signpost(id))),
        Some(("answer", fact)) => match fact.split_once('=') {
            Some((question, answer)) => pointed(question, answer, &hit.title, world),
            None => Reply::Say(hit.title),
        },
        _ => Reply::Say(hit.title),
    }
}

/// The question of an answer, with the answer in focus, where the case has come by it.
fn pointed(question: &str, answer: &str, title: &str, world: &World<'_>) -> Reply {
    let Some(id) = world.book.question_named(question) else {
        return Reply::Say(title.to_owned());
    };
    if world.book.tree.is_detail(id) {
        let first = detail_questions(world).iter().position(|known| *known == id);
        return Reply::Instead(Box::new(Details {
            first: first.unwrap_or(0),
        }));
    }
    if world.case().answers.get(id).is_none() && world.view.asking.next != Some(id) {
        return Reply::Say(format!("{title}: this case has not come to that question."));
    }
    let answers = world
        .book
        .question(id)
        .into_iter()
        .flat_map(|question| &question.answers);
    let answer = answers
        .enumerate()
        .find(|(_, known)| known.id == answer)
        .map_or(0, |(index, _)| index);
    Reply::Point(
        Action::GoTo {
            question: question.to_owned(),
        },
        answer,
    )
}

impl Layer for Find {
    fn place(&self) -> Place {
        Place::Typing
    }

    fn title(&self, _: &World<'_>) -> String {
        "Find a code or a word".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, focus: usize) -> Page {
        let mut pen = world.pen(width);
        let hits = self.hits(world);
        for (index, hit) in hits.iter().enumerate() {
            let theme = *pen.theme();
            let kind = hit.kind.to_string().replace('-', " ");
            let room = if index == focus {
                usize::MAX
            } else {
                usize::from(width).saturating_sub(KIND)
            };
            let text = cut(&named(hit), room);
            pen.item(|pen| pen.hang((&format!("  {kind}"), theme.faint), KIND, &text, theme.text));
        }
        if self.input.trimmed().is_empty() {
            pen.text(
                "Type a code number, a word of the note, an abbreviation, a drug or a brand. An old code is found too.",
            );
        } else if hits.is_empty() {
            pen.text("Nothing found. Try fewer letters or another word.");
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        match pressed.command {
            Command::Take => self.take(focus, world),
            _ => Reply::Ignored,
        }
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

/// "62323  lumbar-sacral, fluoro/CT"; ids that are not codes are not shown.
fn named(hit: &Hit) -> String {
    let code = hit.id.len() == 5 && hit.id.chars().take(4).all(|letter| letter.is_ascii_digit());
    if code && !hit.title.contains(&hit.id) {
        format!("{}  {}", hit.id, hit.title)
    } else {
        hit.title.clone()
    }
}
