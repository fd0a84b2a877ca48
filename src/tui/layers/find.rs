//! `/`: find a code or a word. What is typed here is text, never a command.

use std::cell::{OnceCell, RefCell};

use crossterm::event::KeyEvent;

use super::card::{CardLayer, known};
use super::details::{Details, detail_questions};
use super::input::Input;
use super::told::{ToldLayer, certain};
use super::{Layer, Place, Reply};
use crate::entry::{Lexicon, Reading, carried, leads};
use crate::find::{Hit, HitKind, told};
use crate::session::{Action, parse_facts};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, cut};
use crate::tui::words::capital;
use crate::tui::world::World;

/// The find line and what it found.
#[derive(Default)]
pub(crate) struct Find {
    input: Input,
    /// What the line found last; looked for once a change.
    found: RefCell<(String, Found)>,
    /// The words of quick entry; made when first asked for.
    lexicon: OnceCell<Lexicon>,
}

/// What a line found.
#[derive(Debug, Clone, Default)]
struct Found {
    /// What it says, where it reads as a quick entry.
    entry: Option<Entry>,
    /// The facts that the whole line implies, where they leave nothing open.
    implied: String,
    hits: Vec<Hit>,
}

/// A line read as a quick entry.
#[derive(Debug, Clone)]
struct Entry {
    /// What was understood, what was not, and what is asked next.
    text: String,
    /// The facts that leave nothing open, or why there are none.
    facts: Result<String, String>,
}

/// From this many parts understood on a line is a quick entry and not a word to be looked up.
const ENTRY: usize = 2;

/// More hits than anybody reads.
const MOST: usize = 30;
/// From this width on the screen is large, and a row has room for two lines.
const WIDE: u16 = 96;
/// The column after the kind of a hit.
const KIND: usize = 16;

impl Find {
    fn found(&self, world: &World<'_>) -> Found {
        let line = self.input.trimmed();
        let mut found = self.found.borrow_mut();
        if found.0 != line {
            let lexicon = self.lexicon.get_or_init(|| Lexicon::new(world.book));
            let reading = lexicon.read(world.book, line);
            let implied = if reading.conflicts.is_empty() {
                certain_facts(world, &reading).join(" ")
            } else {
                String::new()
            };
            let entry = entry(world, &reading);
            let mut hits = leads(world.book, &reading);
            let others = world.index().find(line, MOST);
            let told: Vec<String> = hits.iter().map(|hit| hit.id.clone()).collect();
            hits.extend(
                others
                    .into_iter()
                    .filter(|hit| hit.kind != HitKind::Code || !told.contains(&hit.id)),
            );
            *found = (line.to_owned(), Found { entry, implied, hits });
        }
        found.1.clone()
    }

    /// The facts of a row, or what is said where it has none.
    fn begin(&self, focus: usize, world: &World<'_>) -> Reply {
        let found = self.found(world);
        let facts = match (&found.entry, focus) {
            (Some(entry), 0) => entry.facts.clone(),
            (Some(Entry { facts: Ok(facts), .. }), _) => Ok(facts.clone()),
            (None, _) if !found.implied.is_empty() => Ok(found.implied.clone()),
            (entry, _) => {
                let nth = focus - usize::from(entry.is_some());
                let hit = found.hits.get(nth);
                let told = hit.and_then(|hit| told(world.book.pack(), hit));
                let facts = told.map(|told| certain(&told.answers)).unwrap_or_default();
                Ok(facts)
            }
        };
        match facts {
            Ok(facts) if facts.is_empty() => {
                let take = world.keys.at(Place::Typing, Command::Take);
                Reply::Say(format!("This row stands for no answer to start with; {take} opens it."))
            }
            Ok(facts) => Reply::Begin(facts),
            Err(why) => Reply::Say(why),
        }
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
                return Reply::Replace(Box::new(CardLayer::code(code)));
            }
        }
        let found = self.found(world);
        let entries = usize::from(found.entry.is_some());
        if focus < entries {
            return self.begin(focus, world);
        }
        match found.hits.into_iter().nth(focus - entries) {
            Some(hit) => opened(&hit, world),
            None if self.input.trimmed().is_empty() => Reply::Ignored,
            None => Reply::Say(format!("The pack says nothing about \"{}\".", self.input.trimmed())),
        }
    }
}

/// The row that a line makes where it says more than one word does.
fn entry(world: &World<'_>, reading: &Reading) -> Option<Entry> {
    if reading.understood.len() + reading.conflicts.len() + reading.doubts.len() < ENTRY {
        return None;
    }
    if let Some(conflict) = reading.conflicts.first() {
        let why = capital(&conflict.to_string());
        return Some(Entry {
            text: why.clone(),
            facts: Err(format!("{why}.")),
        });
    }
    let kept = certain_facts(world, reading);
    let mut text = reading.facts.join(" ");
    if !reading.unread.is_empty() {
        text += ". NOT UNDERSTOOD: ";
        text += &reading.unread.join(", ");
    }
    for doubt in &reading.doubts {
        text += ". ";
        text += &capital(&doubt.to_string());
    }
    let answers = parse_facts(world.book, &world.session.start().clone(), &kept)
        .ok()?
        .answers;
    let next = world
        .book
        .tree
        .asking(&answers)
        .next
        .and_then(|id| world.book.question(id));
    if let Some(next) = next {
        text += ". Asked next: ";
        text += &next.title.to_lowercase();
    }
    Some(Entry {
        text,
        facts: Ok(kept.join(" ")),
    })
}

/// The facts of a line that leave nothing open.
fn certain_facts(world: &World<'_>, reading: &Reading) -> Vec<String> {
    let mut facts = carried(world.book, &reading.facts);
    facts.extend(reading.facts.iter().filter(|fact| !fact.contains(',')).cloned());
    facts
}

/// Enter goes somewhere: a card, the question, or the whole text.
fn opened(hit: &Hit, world: &World<'_>) -> Reply {
    match hit.kind {
        HitKind::Code | HitKind::RetiredCode => Reply::Open(Box::new(CardLayer::code(&hit.id))),
        HitKind::Signpost => Reply::Open(Box::new(CardLayer::signpost(&hit.id))),
        HitKind::Answer => hit
            .id
            .split_once('=')
            .and_then(|(question, answer)| pointed(question, answer, world))
            .unwrap_or_else(|| whole(hit, world)),
        HitKind::Term | HitKind::Faq | HitKind::Modifier | HitKind::Rule => whole(hit, world),
    }
}

fn whole(hit: &Hit, world: &World<'_>) -> Reply {
    match told(world.book.pack(), hit) {
        Some(told) => Reply::Open(Box::new(ToldLayer { told })),
        None => Reply::Say(hit.title.clone()),
    }
}

/// The question of an answer, with the answer in focus, where the case has come by it.
fn pointed(question: &str, answer: &str, world: &World<'_>) -> Option<Reply> {
    let id = world.book.question_named(question)?;
    if world.book.tree.is_detail(id) {
        let first = detail_questions(world).iter().position(|known| *known == id)?;
        return Some(Reply::Instead(Box::new(Details { first })));
    }
    if world.case().answers.get(id).is_none() && world.view.asking.next != Some(id) {
        return None;
    }
    let answers = world.book.question(id)?.answers.iter();
    let answer = answers.enumerate().find(|(_, known)| known.id == answer);
    let question = question.to_owned();
    Some(Reply::Point(
        Action::GoTo { question },
        answer.map_or(0, |(index, _)| index),
    ))
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
        let Found { entry, hits, .. } = self.found(world);
        let entries = usize::from(entry.is_some());
        if let Some(entry) = &entry {
            let theme = *pen.theme();
            pen.item(|pen| pen.hang(("  Read as", theme.strong), KIND, &entry.text, theme.strong));
        }
        for (index, hit) in hits.iter().enumerate() {
            let index = index + entries;
            let theme = *pen.theme();
            let kind = hit.kind.to_string().replace('-', " ");
            let room = if index == focus {
                usize::MAX
            } else {
                let lines = 1 + usize::from(width >= WIDE);
                lines * usize::from(width).saturating_sub(KIND)
            };
            let text = cut(&named(hit), room);
            pen.item(|pen| pen.hang((&format!("  {kind}"), theme.faint), KIND, &text, theme.text));
        }
        if self.input.trimmed().is_empty() {
            pen.text(
                "Type a code number, old or new, a word of the note, an abbreviation, a drug, a brand, or a question in plain words. Or the case itself: L4-5 bilateral TFESI fluoro dex.",
            );
        } else if hits.is_empty() && entry.is_none() {
            pen.text("Nothing found. Try fewer letters or another word.");
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        match pressed.command {
            Command::Take => self.take(focus, world),
            Command::Begin => self.begin(focus, world),
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

    fn begins(&self) -> bool {
        true
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
