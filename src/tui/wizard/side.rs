//! The right pane of a question: the codes still possible, those struck and why, and where in the note to look.

use ratatui::text::{Line, Span};

use crate::session::CodeStanding;
use crate::tui::page::Pen;
use crate::tui::world::World;

/// How much is told.
#[derive(Clone, Copy)]
struct Detail {
    possible: Possible,
    struck_one_by_one: bool,
    look: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Possible {
    OneByOne,
    ByFamily,
    CodesOnly,
}

/// From most to least; the first that fits is shown.
const DETAILS: [Detail; 5] = [
    Detail {
        possible: Possible::OneByOne,
        struck_one_by_one: true,
        look: true,
    },
    Detail {
        possible: Possible::OneByOne,
        struck_one_by_one: false,
        look: true,
    },
    Detail {
        possible: Possible::ByFamily,
        struck_one_by_one: false,
        look: true,
    },
    Detail {
        possible: Possible::ByFamily,
        struck_one_by_one: false,
        look: false,
    },
    Detail {
        possible: Possible::CodesOnly,
        struck_one_by_one: false,
        look: false,
    },
];

/// The pane in at most `height` lines, where that is possible at all.
pub(super) fn lines(world: &World<'_>, width: u16, height: usize) -> Vec<Line<'static>> {
    let mut shown = Vec::new();
    for detail in DETAILS {
        shown = told(world, width, detail);
        if shown.len() <= height {
            break;
        }
    }
    shown
}

/// One line for windows without a right pane.
pub(super) fn summary(world: &World<'_>) -> String {
    format!("Still possible {}: {}", counted(world), codes(world, true).join(" "))
}

fn counted(world: &World<'_>) -> String {
    format!("{} of {}", world.view.possible_codes(), world.view.standings.len())
}

fn codes(world: &World<'_>, possible: bool) -> Vec<String> {
    let standings = world
        .view
        .standings
        .iter()
        .filter(|standing| standing.possible == possible);
    standings.map(|standing| standing.code.clone()).collect()
}

fn told(world: &World<'_>, width: u16, detail: Detail) -> Vec<Line<'static>> {
    let mut pen = world.pen(width);
    let theme = world.look.theme;
    pen.line(Line::from(vec![
        Span::styled("Still possible", theme.strong),
        Span::styled(format!("  {}", counted(world)), theme.text),
    ]));
    let possible: Vec<&CodeStanding> = world.view.standings.iter().filter(|s| s.possible).collect();
    match detail.possible {
        Possible::OneByOne => one_by_one(&mut pen, &possible),
        Possible::ByFamily => by_family(&mut pen, &possible),
        Possible::CodesOnly => pen.text(&codes(world, true).join(" ")),
    }
    struck(&mut pen, world, detail.struck_one_by_one);
    if detail.look {
        look(&mut pen, world);
    }
    pen.done().lines
}

/// One code a row; a beginning shared with the row before is not said again.
fn one_by_one(pen: &mut Pen, possible: &[&CodeStanding]) {
    let mut before = "";
    for standing in possible {
        let (family, rest) = divided(&standing.short);
        let text = if family == before {
            format!("... {rest}")
        } else {
            standing.short.clone()
        };
        before = family;
        pen.hang((&standing.code, pen.theme().strong), 7, &text, pen.theme().text);
    }
}

/// Codes that share the beginning of their title in one row.
fn by_family(pen: &mut Pen, possible: &[&CodeStanding]) {
    for family in possible.chunk_by(|a, b| divided(&a.short).0 == divided(&b.short).0) {
        let codes: Vec<&str> = family.iter().map(|standing| standing.code.as_str()).collect();
        let title = match family {
            [only] => only.short.as_str(),
            _ => family.first().map_or("", |first| divided(&first.short).0),
        };
        let codes = codes.join(" ");
        pen.hang((&codes, pen.theme().strong), codes.len() + 2, title, pen.theme().text);
    }
}

/// A short title up to its last comma, and what follows.
fn divided(short: &str) -> (&str, &str) {
    short.rsplit_once(", ").unwrap_or((short, ""))
}

fn struck(pen: &mut Pen, world: &World<'_>, one_by_one: bool) {
    let struck = world.view.standings.iter().filter(|standing| !standing.possible);
    let told = |standing: &CodeStanding| standing.reason.clone().unwrap_or_default();
    let struck: Vec<(String, String)> = struck.map(|standing| (standing.code.clone(), told(standing))).collect();
    if struck.is_empty() {
        return;
    }
    pen.gap();
    pen.line(Line::from(vec![
        Span::styled("Struck", pen.theme().strong),
        Span::styled(format!("  {}", struck.len()), pen.theme().text),
    ]));
    let (text, faint) = (pen.theme().text, pen.theme().faint);
    if one_by_one {
        for (code, reason) in &struck {
            pen.hang((code, faint), 7, reason, text);
        }
        return;
    }
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for (code, reason) in struck {
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, codes)) => codes.push(code),
            None => reasons.push((reason, vec![code])),
        }
    }
    for (reason, codes) in reasons {
        pen.write("", &codes.join(" "), faint);
        pen.write("  ", &reason, text);
    }
}

fn look(pen: &mut Pen, world: &World<'_>) {
    let question = world.view.question.and_then(|id| world.book.question(id));
    let Some(question) = question.filter(|question| !question.look.is_empty()) else {
        return;
    };
    pen.heading("Where in the note");
    pen.text(&question.look.join("; "));
}
