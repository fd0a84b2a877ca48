//! `t`: the decision tree as a map, the way of this case lit. Parts away from it are folded and tell the codes within; Enter opens
//! and closes them, and shows the card of an end; `w` looks at a place from near.

use std::collections::BTreeSet;

use super::node::{Node, opened};
use super::{Layer, Place, Reply};
use crate::report::end;
use crate::tree::map::{Map, Place as At};
use crate::tree::{AnswerSet, Book, QuestionId};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, Pen};
use crate::tui::words::{capital, count};
use crate::tui::world::World;

/// The map, drawn once when it is opened.
pub(crate) struct Tree {
    map: Map,
    /// Codes and other ends below each place.
    below: Vec<(BTreeSet<String>, BTreeSet<String>)>,
    rows: Vec<Row>,
    /// Parts opened or closed by hand, by their way from the root.
    turned: BTreeSet<Vec<usize>>,
}

/// One branch in view.
#[derive(Clone)]
struct Row {
    way: Vec<usize>,
    answers: String,
    leads: String,
    lit: bool,
    open: Option<bool>,
}

impl Tree {
    /// The map with the live path open.
    pub(crate) fn new(world: &World<'_>) -> Self {
        let map = Map::new(&world.book.tree);
        let below = below(world.book, &map);
        let mut tree = Self {
            map,
            below,
            rows: Vec::new(),
            turned: BTreeSet::new(),
        };
        tree.rows = tree.unfolded(world);
        tree
    }

    /// The first question, then the branches in view.
    fn unfolded(&self, world: &World<'_>) -> Vec<Row> {
        let mut rows = vec![Row {
            way: Vec::new(),
            answers: String::new(),
            leads: self.leads(world.book, self.map.root(), true),
            lit: true,
            open: None,
        }];
        self.unfold(world, self.map.root(), (&[], true), &mut rows);
        rows
    }

    fn unfold(&self, world: &World<'_>, place: usize, (way, lit): (&[usize], bool), rows: &mut Vec<Row>) {
        let Some(At::Ask(question, branches)) = self.map.place(place) else {
            return;
        };
        for (index, (set, next)) in branches.iter().enumerate() {
            let way: Vec<usize> = way.iter().copied().chain([index]).collect();
            let given = world.case().answers.get(*question);
            let lit = lit && given.is_some_and(|given| !given.possible().and(*set).is_empty());
            let asks = matches!(self.map.place(*next), Some(At::Ask(..)));
            let open = asks.then(|| lit != self.turned.contains(&way));
            let row = Row {
                answers: labels(world.book, *question, *set),
                leads: self.leads(world.book, *next, open == Some(true)),
                way: way.clone(),
                lit,
                open,
            };
            rows.push(row);
            if open == Some(true) {
                self.unfold(world, *next, (&way, lit), rows);
            }
        }
    }

    /// The answers along the way of a row, and the place at its end.
    fn followed(&self, row: &Row) -> (Vec<(QuestionId, AnswerSet)>, Option<&At>) {
        let mut at = self.map.place(self.map.root());
        let mut way = Vec::new();
        for index in &row.way {
            let Some(At::Ask(question, branches)) = at else { break };
            let Some((set, next)) = branches.get(*index) else {
                break;
            };
            way.push((*question, *set));
            at = self.map.place(*next);
        }
        (way, at)
    }

    /// The place of a row from near.
    fn near(&self, world: &World<'_>, row: &Row) -> Reply {
        let (way, _) = self.followed(row);
        Reply::Open(Box::new(Node::new(world, &self.map, &way, row.lit)))
    }

    /// The card of the code or of the signpost where a row ends; what leads to neither, from near.
    fn ended(&self, world: &World<'_>, row: &Row) -> Reply {
        let (_, at) = self.followed(row);
        let card = match at {
            Some(At::End(Some(outcome))) => opened(world, outcome.index()),
            _ => Reply::Ignored,
        };
        if matches!(card, Reply::Open(_)) {
            return card;
        }
        self.near(world, row)
    }

    /// "Approach?" where it is open, the codes within where it is folded, the end where it is one.
    fn leads(&self, book: &Book, place: usize, open: bool) -> String {
        match self.map.place(place) {
            Some(At::Ask(question, _)) if open => {
                let title = book.question(*question).map(|question| question.title.clone());
                format!("{}?", title.unwrap_or_default())
            }
            _ => self.below.get(place).map(told).unwrap_or_default(),
        }
    }
}

fn told((codes, others): &(BTreeSet<String>, BTreeSet<String>)) -> String {
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let others = match others.len() {
        0 => String::new(),
        1 => others.first().cloned().unwrap_or_default(),
        number => count(number, "way") + " out",
    };
    let parts = [codes.join(" "), others];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The ends below every place; a place stands after those it leads to.
fn below(book: &Book, map: &Map) -> Vec<(BTreeSet<String>, BTreeSet<String>)> {
    let mut all: Vec<(BTreeSet<String>, BTreeSet<String>)> = Vec::new();
    for place in map.places() {
        let mut here = (BTreeSet::new(), BTreeSet::new());
        match place {
            At::Ask(_, branches) => {
                for (codes, others) in branches.iter().filter_map(|(_, next)| all.get(*next)) {
                    here.0.extend(codes.iter().cloned());
                    here.1.extend(others.iter().cloned());
                }
            }
            At::End(outcome) => {
                let outcome = outcome.and_then(|id| book.outcome(id));
                match outcome.map(|outcome| (&outcome.code, &outcome.signpost)) {
                    Some((Some(code), _)) => here.0.insert(code.clone()),
                    Some((_, Some(id))) => here.1.insert(end(book, id)),
                    _ => here.1.insert("undetermined".to_owned()),
                };
            }
        }
        all.push(here);
    }
    all
}

fn labels(book: &Book, question: QuestionId, set: AnswerSet) -> String {
    let names = set
        .iter()
        .filter_map(|answer| book.answer(question, answer))
        .map(|answer| answer.short.as_str());
    capital(&names.collect::<Vec<_>>().join(", "))
}

impl Layer for Tree {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, world: &World<'_>) -> String {
        let near = world.keys.at(Place::List, Command::Why);
        format!("Decision tree (* this case, + folded, {near} from near)")
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        for row in &self.rows {
            branch(&mut pen, row);
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let Some(row) = self.rows.get(focus) else {
            return Reply::Ignored;
        };
        match (pressed.command, row.open) {
            (Command::Why, _) => self.near(world, row),
            (Command::Take, None) => self.ended(world, row),
            (Command::Take, Some(_)) => {
                let way = row.way.clone();
                if !self.turned.remove(&way) {
                    self.turned.insert(way);
                }
                self.rows = self.unfolded(world);
                Reply::Changed
            }
            _ => Reply::Ignored,
        }
    }

    fn offers(&self, command: Command, _: &World<'_>) -> bool {
        command != Command::Compare
    }

    fn first_focus(&self, _: &World<'_>) -> usize {
        self.rows.iter().rposition(|row| row.lit).unwrap_or(0)
    }
}

fn branch(pen: &mut Pen, row: &Row) {
    let theme = *pen.theme();
    let live = if row.lit { "*" } else { " " };
    let fold = match row.open {
        None => " ",
        Some(true) => "-",
        Some(false) => "+",
    };
    let indent = "  ".repeat(row.way.len().saturating_sub(1));
    let first = format!("  {live} {indent}{fold} ");
    let style = if row.lit { theme.strong } else { theme.text };
    let (first, text) = if row.way.is_empty() {
        ("  ".to_owned(), row.leads.clone())
    } else {
        (first, format!("{} -> {}", row.answers, row.leads))
    };
    pen.item(|pen| pen.hang((&first, style), first.len(), &text, style));
}
