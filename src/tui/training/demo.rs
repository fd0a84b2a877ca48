//! A demonstration before a class: the note stays where it is, below it or beside it what the step says. Large spacing; nothing moves
//! but what changes, and nothing of the answer is told before it is asked for.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::marked::put;
use super::note::{FULL, MARGINS, Mark, Marking, Note};
use crate::report::training::demo_step;
use crate::session::{Action, Session};
use crate::train::demo::{Demo, DemoStep};
use crate::train::{Worked, words_found};
use crate::tree::Book;
use crate::tui::frame::{both, inset};
use crate::tui::page::Page;
use crate::tui::pane::{Pane, Scroll};
use crate::tui::world::World;

/// A demonstration under way.
pub(crate) struct DemoDesk<'a> {
    /// Which case and which step.
    pub(crate) demo: Demo<'a>,
    /// The id of the case that was put through the engine.
    pub(crate) worked: String,
    /// What it came to.
    pub(crate) key: Option<Worked>,
    /// How many lines the note was moved by hand.
    pub(crate) note: usize,
    /// The line of the step's text at the top.
    pub(crate) text: usize,
}

/// The rows that the step's text has at least.
const TEXT: u16 = 6;
/// The columns between note and text.
const GUTTER: u16 = 2;
/// The text beside a note needs as many columns.
const BESIDE: u16 = 34;

/// Where things go.
struct Plan {
    title: Rect,
    note: Rect,
    text: Rect,
}

impl DemoDesk<'_> {
    /// The same places at every step of a case after the first.
    fn plan(&self, area: Rect) -> Plan {
        let inner = inset(area);
        let title = Rect {
            height: 1.min(inner.height),
            ..inner
        };
        let body = Rect {
            y: inner.y + 2.min(inner.height),
            height: inner.height.saturating_sub(2),
            ..inner
        };
        let full = u16::try_from(FULL).unwrap_or(u16::MAX) + MARGINS;
        if body.width >= full + GUTTER + BESIDE {
            let text = Rect {
                x: body.x + full + GUTTER,
                width: body.width - full - GUTTER,
                ..body
            };
            let text = inset(text);
            let note = Rect { width: full, ..body };
            return Plan { title, note, text };
        }
        let note = Rect {
            width: body.width.min(full),
            ..body
        };
        let lines = u16::try_from(self.laid(note.width).lines).unwrap_or(u16::MAX);
        // While the class reads, the note has the room of the text, which is one line then.
        let text = if self.demo.step() == DemoStep::Note { 1 } else { TEXT };
        let note = Rect {
            height: lines.min(body.height.saturating_sub(text + 1)),
            ..note
        };
        let below = (note.bottom() + 1).min(body.bottom());
        let text = inset(Rect {
            y: below,
            height: body.bottom() - below,
            ..body
        });
        Plan { title, note, text }
    }

    fn laid(&self, width: u16) -> Note<'_> {
        Note::laid(self.demo.case().map_or("", |case| case.note.as_str()), width)
    }

    /// The words of the step.
    fn marks(&self) -> Vec<Mark> {
        let words = match (self.demo.case(), self.demo.step()) {
            (Some(case), DemoStep::Words(nth)) => words_found(case).into_iter().nth(nth),
            _ => None,
        };
        let words = words.into_iter().flatten();
        words.map(|range| (range, Marking::Decides)).collect()
    }

    /// The line of the note at the top: as far down as the words last told need it, then as moved by hand.
    fn top(&self, note: &Note<'_>, height: usize) -> usize {
        let case = self.demo.case();
        let told = self.demo.told().into_iter().rev().find_map(|step| match step {
            DemoStep::Words(nth) => case.and_then(|case| words_found(case).into_iter().nth(nth)),
            _ => None,
        });
        let first = told.and_then(|places| note.lines_of(places.first()?));
        let needed = first.map_or(0, |lines| lines.end.saturating_sub(height));
        (needed + self.note).min(note.lines.saturating_sub(height))
    }

    fn text(&self, book: &Book, world: &World<'_>, width: u16) -> Page {
        let mut pen = world.pen(width);
        if let (Some(case), Some(key)) = (self.demo.case(), &self.key) {
            put(&mut pen, &demo_step(book, case, key, self.demo.step()), width);
        }
        pen.done()
    }

    /// Moves the text of the step, or the note, as far as there is more.
    pub(crate) fn scroll(&mut self, world: &World<'_>, body: Rect, (note, text): (isize, isize)) -> bool {
        let plan = self.plan(body);
        let laid = self.laid(plan.note.width);
        let height = usize::from(plan.note.height);
        let most = laid.lines.saturating_sub(height);
        let needed = self.top(&laid, height).saturating_sub(self.note.min(most));
        let below = self.text(world.book, world, plan.text.width).lines.len();
        let below = below.saturating_sub(usize::from(plan.text.height));
        let before = (self.note, self.text);
        self.note = self.note.saturating_add_signed(note).min(most.saturating_sub(needed));
        self.text = self.text.saturating_add_signed(text).min(below);
        before != (self.note, self.text)
    }

    /// The case with what was told so far; all of it once the answer may be seen.
    pub(crate) fn told(&self, book: &Book, mut session: Session) -> Session {
        let Some(case) = self.demo.case() else { return session };
        let words = self.demo.told().into_iter().filter_map(|step| match step {
            DemoStep::Words(nth) => case.decides.get(nth),
            _ => None,
        });
        let told: Vec<&String> = words.flat_map(|words| &words.facts).collect();
        let all = self.demo.is_revealed();
        let known = |fact: &&String| all || told.contains(fact);
        let mut begun = false;
        for procedure in &case.procedures {
            let facts: Vec<&String> = procedure.iter().filter(known).collect();
            if begun && !facts.is_empty() {
                // What cannot be done is left out: a demonstration goes on.
                let _ = session.update(book, Action::AddProcedure);
            }
            begun |= !facts.is_empty();
            for fact in facts {
                let _ = session.update(book, Action::Facts { line: fact.clone() });
            }
        }
        for fact in case.session.iter().filter(known) {
            let _ = session.update(book, Action::Facts { line: fact.clone() });
        }
        session
    }

    /// Draws it; says how much of the step's text is in view. Nothing has the focus.
    pub(crate) fn draw(&self, world: &World<'_>, area: Rect, buf: &mut Buffer) -> (Option<Position>, Option<String>) {
        let plan = self.plan(area);
        let theme = &world.look.theme;
        let [(case, cases), (step, steps)] = self.demo.place();
        let title = self.demo.case().map_or("", |case| case.title.as_str());
        let note = self.laid(plan.note.width);
        let top = self.top(&note, usize::from(plan.note.height));
        let portion = note.portion(top, usize::from(plan.note.height));
        let place = format!("step {step} of {steps}, case {case} of {cases}");
        // The row is inset once more there.
        let row = Rect {
            x: area.x,
            width: area.width,
            ..plan.title
        };
        both(
            row,
            buf,
            Line::from(vec![
                Span::styled(format!(" {title}"), theme.strong),
                Span::styled(portion, theme.faint),
            ]),
            &place,
            theme.text,
        );
        let lines = note.drawn(&self.marks(), theme).into_iter().skip(top);
        for (line, row) in lines.zip(plan.note.rows()) {
            line.render(row, buf);
        }
        let told = self.text(world.book, world, plan.text.width);
        let pane = Pane {
            page: &told,
            scroll: Scroll {
                top: self.text,
                ..Scroll::default()
            },
            theme,
        };
        pane.render(plan.text, buf);
        (None, pane.portion(plan.text))
    }
}
