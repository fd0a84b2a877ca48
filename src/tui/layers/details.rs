//! `d`: what sits beside the way to the code: purpose, performer and the like, setting and payer, each with its default.

use strum::IntoEnumIterator;

use super::facts::Facts;
use super::payers::Payers;
use super::{Layer, Place, Reply};
use crate::claim::{Context, Setting};
use crate::report::{self, phrases};
use crate::session::{Action, session_fact_names, session_facts};
use crate::shelf::rules;
use crate::tree::QuestionId;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::{Page, Pen};
use crate::tui::wizard::{KEYS, key_of};
use crate::tui::words::{capital, payer, told};
use crate::tui::world::World;

/// The details panel.
pub(crate) struct Details {
    /// The row in focus at first.
    pub(crate) first: usize,
}

/// One row of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    Question(QuestionId),
    Setting,
    Payer,
    /// A fact of the session that is typed.
    Fact(&'static str),
}

/// One choice of a row: what it says, and what taking it does.
struct Choice {
    label: String,
    chosen: bool,
    action: Action,
}

/// The questions of the details panel that matter under the answers given.
pub(super) fn detail_questions(world: &World<'_>) -> Vec<QuestionId> {
    report::detail_questions(world.book, world.case(), world.view)
}

/// "Lumbar", "Needle (taken for granted)", "still open".
pub(super) fn standing_answer(world: &World<'_>, id: QuestionId) -> String {
    report::standing_answer(world.book, world.case(), world.view, id)
}

fn rows(world: &World<'_>) -> Vec<Detail> {
    let questions = detail_questions(world).into_iter().map(Detail::Question);
    let typed = session_fact_names().filter(|name| !["setting", "payer"].contains(name));
    questions
        .chain([Detail::Setting, Detail::Payer])
        .chain(typed.map(Detail::Fact))
        .collect()
}

/// What the session says of a fact.
fn said(world: &World<'_>, name: &str) -> String {
    let facts = session_facts(&world.case().context);
    let values = facts.iter().filter_map(|fact| fact.split_once('='));
    let values: Vec<&str> = values
        .filter(|(known, _)| *known == name)
        .map(|(_, value)| value)
        .collect();
    if values.is_empty() {
        "not said".to_owned()
    } else {
        values.join(", ")
    }
}

fn choices(world: &World<'_>, detail: Detail) -> Vec<Choice> {
    let context = &world.case().context;
    match detail {
        Detail::Question(id) => answers(world, id),
        Detail::Fact(_) => Vec::new(),
        Detail::Setting => {
            let choice = |setting: Setting| Choice {
                label: phrases::setting(setting).to_owned(),
                chosen: context.setting == setting,
                action: Action::Setting(setting),
            };
            Setting::iter().map(choice).collect()
        }
        Detail::Payer => payers(world),
    }
}

/// The code rules alone, the policies that hold for everybody, then plans that have to be verified. Where there are more than
/// keys, of the plans only the one chosen.
fn payers(world: &World<'_>) -> Vec<Choice> {
    let chosen = world.case().context.payer.split(':').next().unwrap_or_default();
    let mut policies: Vec<_> = world.book.pack().payers().collect();
    policies.sort_by_key(|policy| policy.verify.is_some());
    if policies.len() >= KEYS.len() {
        policies.retain(|policy| policy.verify.is_none() || policy.id == chosen);
    }
    let none = (Context::CODE_RULES_ONLY, "CPT rules only; coverage is not checked");
    let policies = policies
        .into_iter()
        .map(|policy| (policy.id.as_str(), policy.title.as_str()));
    let choice = |(id, label): (&str, &str)| Choice {
        label: label.to_owned(),
        chosen: chosen == id,
        action: Action::Payer(id.to_owned()),
    };
    std::iter::once(none).chain(policies).map(choice).collect()
}

fn answers(world: &World<'_>, id: QuestionId) -> Vec<Choice> {
    let Some(question) = world.book.question(id) else {
        return Vec::new();
    };
    let now = world.view.facts.of(id).single();
    let choice = |(index, answer): (usize, &crate::pack::model::Answer)| {
        let confidence = answer.confidence.unwrap_or(question.confidence);
        let note = answer
            .note
            .as_ref()
            .map(|note| format!(". {}", told(note, confidence)))
            .unwrap_or_default();
        Choice {
            label: format!("{}{note}", answer.label),
            chosen: now == Some(index),
            action: Action::Answer {
                question: question.id.clone(),
                value: answer.id.clone(),
            },
        }
    };
    question.answers.iter().enumerate().map(choice).collect()
}

fn title(world: &World<'_>, detail: Detail) -> String {
    match detail {
        Detail::Question(id) => world
            .book
            .question(id)
            .map(|question| question.title.clone())
            .unwrap_or_default(),
        Detail::Setting => "Setting".to_owned(),
        Detail::Payer => "Payer".to_owned(),
        Detail::Fact(name) => capital(&name.replace('-', " ")),
    }
}

fn standing(world: &World<'_>, detail: Detail) -> String {
    match detail {
        Detail::Question(id) => standing_answer(world, id),
        Detail::Setting => capital(&world.case().context.setting.to_string()),
        Detail::Payer => payer(&world.case().context.payer),
        Detail::Fact(name) => said(world, name),
    }
}

impl Layer for Details {
    fn place(&self) -> Place {
        Place::Details
    }

    fn title(&self, _: &World<'_>) -> String {
        "Details, never between you and the code".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, focus: usize) -> Page {
        let mut pen = world.pen(width);
        for (index, detail) in rows(world).into_iter().enumerate() {
            let theme = *pen.theme();
            let (title, text) = (format!("  {}", title(world, detail)), standing(world, detail));
            pen.item_with(
                |pen| pen.hang((&title, theme.strong), 20, &text, theme.text),
                |pen| {
                    if index == focus {
                        options(pen, world, detail);
                    }
                },
            );
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        if pressed.command == Command::Payers {
            return Reply::Open(Box::new(Payers::default()));
        }
        let Some(detail) = rows(world).get(focus).copied() else {
            return Reply::Ignored;
        };
        if let (Detail::Fact(name), Command::Take) = (detail, pressed.command) {
            return Reply::Open(Box::new(Facts::starting(&format!("{name}="))));
        }
        let mut all = choices(world, detail);
        let chosen = all.iter().position(|choice| choice.chosen);
        let nth = match pressed.command {
            Command::Choose => pressed.nth,
            Command::Take => chosen.map_or(0, |chosen| (chosen + 1) % all.len().max(1)),
            Command::Default => return back_to_default(world, detail),
            _ => return Reply::Ignored,
        };
        if nth < all.len() {
            Reply::Do(all.swap_remove(nth).action)
        } else {
            Reply::Ignored
        }
    }

    fn rules(&self, world: &World<'_>, focus: usize) -> Vec<String> {
        match rows(world).get(focus) {
            Some(Detail::Question(id)) => vec![rules::question(&world.name(*id))],
            _ => Vec::new(),
        }
    }

    fn sources(&self, world: &World<'_>) -> Vec<String> {
        let questions = detail_questions(world)
            .into_iter()
            .filter_map(|id| world.book.question(id));
        super::super::words::once(questions.flat_map(super::of_question))
    }

    fn first_focus(&self, _: &World<'_>) -> usize {
        self.first
    }

    fn choices(&self, world: &World<'_>, focus: usize) -> usize {
        rows(world).get(focus).map_or(0, |detail| choices(world, *detail).len())
    }
}

fn back_to_default(world: &World<'_>, detail: Detail) -> Reply {
    match detail {
        Detail::Question(id) => Reply::Do(Action::Clear {
            question: world.name(id),
        }),
        Detail::Setting => Reply::Do(Action::Setting(Setting::default())),
        Detail::Payer => Reply::Do(Action::Payer(Context::CODE_RULES_ONLY.to_owned())),
        Detail::Fact(name) => Reply::Do(Action::ClearFact { name: name.to_owned() }),
    }
}

/// The question of the row in focus with its numbered choices.
fn options(pen: &mut Pen, world: &World<'_>, detail: Detail) {
    let theme = *pen.theme();
    if let Detail::Question(id) = detail {
        let ask = world
            .book
            .question(id)
            .map(|question| question.ask.clone())
            .unwrap_or_default();
        pen.hang(("", theme.text), 6, &ask, theme.text);
    }
    if let Detail::Fact(_) = detail {
        let here = |command| world.keys.at(Place::Details, command);
        let (take, back) = (here(Command::Take), here(Command::Default));
        let text = format!("{take} types it, {back} takes it back.");
        pen.hang(("", theme.text), 6, &text, theme.text);
    }
    for (index, choice) in choices(world, detail).into_iter().enumerate() {
        let mark = if choice.chosen { "*" } else { " " };
        let first = format!("    {mark} {}  ", key_of(index));
        pen.hang((&first, theme.strong), first.len(), &choice.label, theme.text);
    }
    if detail == Detail::Payer {
        let all = format!("{} shows all: states and plans.", world.keys.of(Command::Payers));
        pen.hang(("", theme.text), 6, &all, theme.text);
    }
    pen.gap();
}
