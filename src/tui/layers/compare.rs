//! `c`: codes side by side. First a list of the other codes, each with its difference in a line; then the table.

use std::collections::BTreeSet;

use ratatui::text::Line;

use super::card::CardLayer;
use super::{Layer, Place, Reply};
use crate::claim::{Comparison, compare, difference};
use crate::report::{CompareKind, compare_lines};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::words::{once, told};
use crate::tui::world::World;

/// What to compare with.
pub(crate) struct CompareList {
    /// The code compared; none where none is settled: it is chosen first.
    first: Option<String>,
    /// The other codes and what sets each apart, in the order of the list.
    others: Vec<(String, String)>,
    marked: BTreeSet<usize>,
}

/// Codes side by side.
pub(crate) struct CompareTable {
    codes: Vec<String>,
}

impl CompareList {
    /// The list for a code, or for the case where no code is settled.
    pub(crate) fn new(world: &World<'_>, first: Option<String>) -> Self {
        let known = first.filter(|code| world.book.card(code).is_some());
        let others = others(world, known.as_deref()).into_iter().map(|code| {
            let line = line(world, known.as_deref(), &code);
            (code, line)
        });
        Self {
            others: others.collect(),
            first: known,
            marked: BTreeSet::new(),
        }
    }

    fn code(&self, nth: usize) -> Option<&str> {
        self.others.get(nth).map(|(code, _)| code.as_str())
    }

    fn take(&mut self, nth: usize, world: &World<'_>) -> Reply {
        let Some(code) = self.code(nth).map(str::to_owned) else {
            return Reply::Ignored;
        };
        if let Some(first) = &self.first {
            return table(vec![first.clone(), code]);
        }
        *self = Self::new(world, Some(code));
        Reply::Focus(0)
    }

    /// The marked codes beside the one compared; one alone takes another first.
    fn take_marked(&mut self, focus: usize, world: &World<'_>) -> Reply {
        let marked = self.marked.iter().filter_map(|place| self.code(*place));
        let codes: Vec<String> = self
            .first
            .as_deref()
            .into_iter()
            .chain(marked)
            .map(str::to_owned)
            .collect();
        if self.marked.is_empty() || codes.len() < 2 {
            return self.take(self.marked.first().copied().unwrap_or(focus), world);
        }
        table(codes)
    }

    fn mark(&mut self, focus: usize) -> Reply {
        if focus >= self.others.len() {
            return Reply::Ignored;
        }
        if !self.marked.remove(&focus) {
            self.marked.insert(focus);
        }
        Reply::Changed
    }
}

fn table(codes: Vec<String>) -> Reply {
    Reply::Open(Box::new(CompareTable { codes }))
}

/// The other codes: those that the card tells apart or that are still possible, then the rest of the family.
fn others(world: &World<'_>, first: Option<&str>) -> Vec<String> {
    let near: Vec<String> = match first.and_then(|code| world.book.card(code)) {
        Some(card) => card.related.iter().map(|related| related.code.clone()).collect(),
        None => world.view.decision.candidates.clone(),
    };
    let family = world.book.family.iter().map(|member| member.code.clone());
    let in_family = |code: &String| world.book.family.iter().any(|member| member.code == *code);
    let all = near.into_iter().filter(in_family).chain(family);
    once(all.filter(|code| Some(code.as_str()) != first))
}

impl Layer for CompareList {
    fn place(&self) -> Place {
        Place::Compare
    }

    fn title(&self, _: &World<'_>) -> String {
        match &self.first {
            Some(code) => format!("Compare {code} with"),
            None => "Compare which code".to_owned(),
        }
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        for (index, (code, text)) in self.others.iter().enumerate() {
            let mark = if self.marked.contains(&index) { "*" } else { " " };
            let key = key(index);
            let head = format!("  {key}{mark} {code}  ");
            pen.item(|pen| pen.hang((&head, theme.strong), head.len(), text, theme.text));
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        match pressed.command {
            Command::Choose => self.take(pressed.nth, world),
            Command::Take => self.take_marked(focus, world),
            Command::Mark => self.mark(focus),
            _ => Reply::Ignored,
        }
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        let card = self.first.as_ref().and_then(|code| world.book.card(code));
        let related = card.into_iter().flat_map(|card| &card.related);
        once(related.flat_map(|related| related.sources.iter().cloned()))
    }

    fn choices(&self, _: &World<'_>, _: usize) -> usize {
        self.others.len()
    }
}

/// The key that takes the code at a place: a digit, from the tenth on a letter.
fn key(index: usize) -> char {
    let digits = u8::try_from(index).unwrap_or(u8::MAX);
    match digits {
        0..9 => char::from(b'1' + digits),
        9..13 => char::from(b'A' + digits - 9),
        _ => ' ',
    }
}

/// What sets a code apart, in a line.
fn line(world: &World<'_>, first: Option<&str>, code: &str) -> String {
    let Some(first) = first else {
        let member = world.book.family.iter().find(|member| member.code == code);
        return member.map(|member| member.short.clone()).unwrap_or_default();
    };
    let (text, confidence) = difference(world.book, first, code, world.case().context.date);
    told(&text, confidence)
}

impl CompareTable {
    fn comparison(&self, world: &World<'_>) -> Option<Comparison> {
        compare(world.book, &self.codes, world.case().context.date).ok()
    }

    fn card(&self, nth: usize) -> Reply {
        match self.codes.get(nth) {
            Some(code) => Reply::Open(Box::new(CardLayer::code(code))),
            None => Reply::Ignored,
        }
    }
}

impl Layer for CompareTable {
    fn place(&self) -> Place {
        Place::Compare
    }

    fn title(&self, _: &World<'_>) -> String {
        format!("Compare {}", self.codes.join(", "))
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let theme = *pen.theme();
        let Some(comparison) = self.comparison(world) else {
            return pen.done();
        };
        for line in compare_lines(world.book, &comparison, usize::from(width)) {
            let style = match line.kind {
                CompareKind::Heading | CompareKind::Differs => theme.strong,
                CompareKind::Plain => theme.text,
            };
            pen.line(Line::styled(line.text, style));
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, _: usize, _: &World<'_>) -> Reply {
        match pressed.command {
            Command::Choose => self.card(pressed.nth),
            Command::Take => self.card(self.codes.len().saturating_sub(1)),
            _ => Reply::Ignored,
        }
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        self.comparison(world)
            .map(|comparison| comparison.sources)
            .unwrap_or_default()
    }

    fn choices(&self, _: &World<'_>, _: usize) -> usize {
        self.codes.len()
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        command != Command::Mark
    }
}
