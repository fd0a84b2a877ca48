//! A place of the decision tree from near: why it is asked, where each answer leads, the codes and outcomes still possible there and
//! the rules behind them.

use super::card::CardLayer;
use super::sources::of_question;
use super::{Layer, Place, Reply};
use crate::pack::model::{Answer, Outcome};
use crate::report::end;
use crate::session::Action;
use crate::tree::map::{Map, Place as At};
use crate::tree::{AnswerSet, Answers, Book, Decision, Form, QuestionId};
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, Pen};
use crate::tui::words::{capital, leads_to, once, told};
use crate::tui::world::World;

/// A place, and the answers that lead there.
pub(crate) struct Node {
    way: Vec<(QuestionId, AnswerSet)>,
    decision: Decision,
    /// The question asked there, and its branches.
    asks: Option<(QuestionId, Vec<AnswerSet>)>,
    /// Whether the way of the case runs through it.
    lit: bool,
    rows: Vec<Row>,
}

/// What a row opens.
enum Row {
    /// The question of this case.
    There(QuestionId),
    /// Where answers lead.
    Branch(QuestionId, AnswerSet),
    /// The card of a code.
    Code(String),
    /// An outcome, by its place in the file.
    Outcome(usize),
}

impl Node {
    /// The place at the end of a way through the map.
    pub(crate) fn new(world: &World<'_>, map: &Map, way: &[(QuestionId, AnswerSet)], lit: bool) -> Self {
        let answers = given(world.book, way);
        let decision = world.book.tree.decide(&answers);
        let asks = match reached(map, way) {
            Some(At::Ask(question, branches)) => {
                Some((*question, branches.iter().map(|(set, _)| *set).collect::<Vec<_>>()))
            }
            _ => None,
        };
        let mut node = Self {
            way: way.to_vec(),
            decision,
            asks,
            lit,
            rows: Vec::new(),
        };
        node.rows = node.rows_of(world);
        node
    }

    fn rows_of(&self, world: &World<'_>) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Some((question, branches)) = &self.asks {
            if self.lit && is_there(world, *question) {
                rows.push(Row::There(*question));
            }
            rows.extend(branches.iter().map(|set| Row::Branch(*question, *set)));
        }
        rows.extend(self.decision.candidates.iter().cloned().map(Row::Code));
        rows.extend(self.decision.possible.iter().map(|id| Row::Outcome(id.index())));
        rows
    }

    /// The place one answer further.
    fn below(&self, world: &World<'_>, question: QuestionId, set: AnswerSet) -> Reply {
        let way = [self.way.clone(), vec![(question, set)]].concat();
        let said = world.case().answers.get(question);
        let lit = self.lit && said.is_some_and(|said| !said.possible().and(set).is_empty());
        let map = Map::new(&world.book.tree);
        Reply::Open(Box::new(Self::new(world, &map, &way, lit)))
    }

    fn write(&self, pen: &mut Pen, world: &World<'_>, row: &Row) {
        let theme = *pen.theme();
        match row {
            Row::There(question) => {
                let title = world.book.question(*question).map(|question| question.title.clone());
                let text = format!("  Go to this question of the case: {}", title.unwrap_or_default());
                pen.item(|pen| pen.write("", &text, theme.strong));
            }
            Row::Branch(question, set) => self.branch(pen, world, (*question, *set)),
            Row::Code(code) => {
                let member = world.book.family.iter().find(|member| member.code == *code);
                let short = member.map(|member| member.short.clone()).unwrap_or_default();
                pen.item(|pen| pen.hang((&format!("  {code}"), theme.strong), 9, &short, theme.text));
            }
            Row::Outcome(index) => {
                if let Some(outcome) = world.book.file.outcomes.get(*index) {
                    write_outcome(pen, world.book, outcome);
                }
            }
        }
    }

    fn branch(&self, pen: &mut Pen, world: &World<'_>, (question, set): (QuestionId, AnswerSet)) {
        let theme = *pen.theme();
        let answers = given(world.book, &[self.way.clone(), vec![(question, set)]].concat());
        let leads = leads_to(world.book, &world.book.tree.decide(&answers));
        let text = format!("{} -> {leads}", labels(world.book, question, set));
        pen.item_with(
            |pen| pen.hang(("  ", theme.text), 2, &text, theme.text),
            |pen| notes(pen, world.book, question, set),
        );
    }

    /// The way there, and the question asked or the end reached.
    fn top(&self, pen: &mut Pen, world: &World<'_>) {
        let strong = pen.theme().strong;
        let way = self
            .way
            .iter()
            .map(|(question, set)| labels(world.book, *question, *set));
        let way = way.collect::<Vec<_>>().join(" > ");
        if !way.is_empty() {
            pen.text(&way);
        }
        let asked = self
            .asks
            .as_ref()
            .and_then(|(question, _)| world.book.question(*question));
        if let Some(question) = asked {
            pen.write("", &question.ask, strong);
            pen.text(&told(&question.why, question.confidence));
            return;
        }
        pen.write("", &capital(&leads_to(world.book, &self.decision)), strong);
        if let Some((question, set)) = self.way.last() {
            notes(pen, world.book, *question, *set);
        }
    }

    /// The heading before a row, where it is the first of its kind.
    fn heading(&self, pen: &mut Pen, index: usize) {
        let kind = |row: &Row| match row {
            Row::There(_) => 0,
            Row::Branch(..) => 1,
            Row::Code(_) => 2,
            Row::Outcome(_) => 3,
        };
        let here = self.rows.get(index).map(kind);
        let before = index.checked_sub(1).and_then(|index| self.rows.get(index)).map(kind);
        if here == before {
            return;
        }
        match here {
            Some(1) => pen.heading("Where each answer leads"),
            Some(2) => pen.heading("Codes still possible here"),
            Some(3) => pen.heading("Outcomes and their rules"),
            _ => pen.gap(),
        }
    }
}

/// The place at the end of a way.
fn reached<'m>(map: &'m Map, way: &[(QuestionId, AnswerSet)]) -> Option<&'m At> {
    let mut place = map.place(map.root())?;
    for (_, set) in way {
        let At::Ask(_, branches) = place else { return None };
        let (_, next) = branches.iter().find(|(branch, _)| branch == set)?;
        place = map.place(*next)?;
    }
    Some(place)
}

/// The answers of a way; several that share a branch as "one of these".
fn given(book: &Book, way: &[(QuestionId, AnswerSet)]) -> Answers {
    way.iter().fold(Answers::default(), |answers, (question, set)| {
        let given = book.tree.given(*question, Form::OneOf, *set);
        given.map_or(answers, |given| answers.with(*question, given))
    })
}

/// Whether the case has come by a question, or is at it.
fn is_there(world: &World<'_>, question: QuestionId) -> bool {
    world.case().answers.get(question).is_some() || world.view.asking.next == Some(question)
}

fn labels(book: &Book, question: QuestionId, set: AnswerSet) -> String {
    let named = set.iter().filter_map(|answer| book.answer(question, answer));
    let short: Vec<&str> = named.map(|answer| answer.short.as_str()).collect();
    capital(&short.join(", "))
}

/// What to watch out for with answers.
fn notes(pen: &mut Pen, book: &Book, question: QuestionId, set: AnswerSet) {
    let theme = *pen.theme();
    let Some(asked) = book.question(question) else { return };
    let named = set.iter().filter_map(|answer| book.answer(question, answer));
    for (answer, note) in named.filter_map(|answer: &Answer| Some((answer, answer.note.as_ref()?))) {
        let text = told(note, answer.confidence.unwrap_or(asked.confidence));
        pen.hang(
            ("", theme.text),
            4,
            &format!("{}: {text}", capital(&answer.short)),
            theme.text,
        );
    }
}

fn write_outcome(pen: &mut Pen, book: &Book, outcome: &Outcome) {
    let theme = *pen.theme();
    let target = match (&outcome.code, &outcome.signpost) {
        (Some(code), _) => code.clone(),
        (_, Some(id)) => end(book, id),
        _ => "undetermined by rule".to_owned(),
    };
    pen.item_with(
        |pen| pen.write("  ", &format!("{} -> {target}", outcome.id), theme.strong),
        |pen| {
            pen.hang(("", theme.text), 4, &told(&outcome.why, outcome.confidence), theme.text);
            if let Some(open) = &outcome.undetermined {
                pen.hang(("", theme.text), 4, &open.advice, theme.text);
            }
            let sources = format!("[{}]", outcome.sources.join(", "));
            pen.hang(("", theme.text), 4, &sources, theme.faint);
        },
    );
}

impl Layer for Node {
    fn place(&self) -> Place {
        Place::List
    }

    fn title(&self, world: &World<'_>) -> String {
        let named = |question: QuestionId| world.book.question(question).map(|question| question.title.clone());
        match (&self.asks, self.way.last()) {
            (Some((question, _)), _) => format!("{}?", named(*question).unwrap_or_default()),
            (None, Some((question, set))) => {
                let title = named(*question).unwrap_or_default();
                format!("{title} is {}", labels(world.book, *question, *set).to_lowercase())
            }
            (None, None) => "Decision tree".to_owned(),
        }
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        self.top(&mut pen, world);
        for (index, row) in self.rows.iter().enumerate() {
            self.heading(&mut pen, index);
            self.write(&mut pen, world, row);
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let Some(row) = self.rows.get(focus).filter(|_| pressed.command == Command::Take) else {
            return Reply::Ignored;
        };
        match row {
            Row::There(question) => {
                let said = world.case().answers.get(*question);
                let answer = said.and_then(|said| said.named.iter().next()).unwrap_or(0);
                let question = world.name(*question);
                Reply::Point(Action::GoTo { question }, answer)
            }
            Row::Branch(question, set) => self.below(world, *question, *set),
            Row::Code(code) => Reply::Open(Box::new(CardLayer::code(code))),
            Row::Outcome(index) => opened(world, *index),
        }
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        let question = self
            .asks
            .as_ref()
            .and_then(|(question, _)| world.book.question(*question));
        let asked = question.map(of_question).unwrap_or_default();
        let possible = self.decision.possible.iter().filter_map(|id| world.book.outcome(*id));
        once(
            asked
                .into_iter()
                .chain(possible.flat_map(|outcome| outcome.sources.iter().cloned())),
        )
    }
}

/// The card of an outcome: of its code, or of its signpost.
pub(super) fn opened(world: &World<'_>, index: usize) -> Reply {
    match world.book.file.outcomes.get(index) {
        Some(Outcome { code: Some(code), .. }) => Reply::Open(Box::new(CardLayer::code(code))),
        Some(Outcome { signpost: Some(id), .. }) => Reply::Open(Box::new(CardLayer::signpost(id))),
        Some(Outcome {
            undetermined: Some(open),
            ..
        }) => Reply::Say(open.ask_provider.clone()),
        _ => Reply::Ignored,
    }
}
