//! `I`: who pays: the code rules alone, Medicare of a state, or a plan. Typing narrows the list.

use crossterm::event::KeyEvent;

use super::input::Input;
use super::{Layer, Place, Reply};
use crate::claim::Context;
use crate::pack::model::Policy;
use crate::session::Action;
use crate::tui::keys::{Command, Pressed};
use crate::tui::page::Page;
use crate::tui::words::payer;
use crate::tui::world::World;

/// The list of payers and the words that narrow it.
#[derive(Default)]
pub(crate) struct Payers {
    input: Input,
}

/// One row: what `payer=` takes, and what it is.
struct Row {
    payer: String,
    /// The name of the state, where it is one.
    state: String,
    about: String,
}

impl Payers {
    /// The rows that hold every word typed.
    fn rows(&self, world: &World<'_>) -> Vec<Row> {
        let words: Vec<String> = self.input.trimmed().split_whitespace().map(str::to_lowercase).collect();
        let mut rows = all(world);
        rows.retain(|row| {
            let text = format!("{} {} {}", row.payer, payer(&row.payer), row.about).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        });
        // A state typed by its two letters comes first, then one whose name begins so.
        let state = format!(":{}", self.input.trimmed().to_uppercase());
        let typed = self.input.trimmed().to_lowercase();
        rows.sort_by_key(|row| {
            let begins = row.state.to_lowercase().starts_with(&typed);
            (
                !row.payer.ends_with(&state),
                row.state.is_empty() || typed.is_empty() || !begins,
            )
        });
        rows
    }
}

fn all(world: &World<'_>) -> Vec<Row> {
    let pack = world.book.pack();
    let none = Row {
        payer: Context::CODE_RULES_ONLY.to_owned(),
        state: String::new(),
        about: "coverage is not checked".to_owned(),
    };
    let row = |policy: &Policy| Row {
        payer: policy.id.clone(),
        state: String::new(),
        about: policy.title.clone(),
    };
    let (plans, general): (Vec<&Policy>, Vec<&Policy>) = pack.payers().partition(|policy| policy.verify.is_some());
    let mut rows = vec![none];
    rows.extend(general.iter().map(|policy| row(policy)));
    // Contractors belong to the policy that others extend.
    let by_state = pack.coverage.iter().find_map(|policy| policy.extends.as_deref());
    for jurisdiction in by_state.iter().flat_map(|_| &pack.jurisdictions.jurisdictions) {
        rows.extend(jurisdiction.states.iter().map(|state| {
            let name = pack.jurisdictions.state_names.get(state).unwrap_or(state);
            Row {
                payer: format!("{}:{state}", by_state.unwrap_or_default()),
                state: name.clone(),
                about: format!(
                    "{name}: {} ({}), {}",
                    jurisdiction.contractor, jurisdiction.jurisdiction, jurisdiction.lcd
                ),
            }
        }));
    }
    rows.extend(plans.iter().map(|policy| row(policy)));
    rows
}

impl Layer for Payers {
    fn place(&self) -> Place {
        Place::Typing
    }

    fn title(&self, _: &World<'_>) -> String {
        "Who pays: a state, a plan, or part of its name".to_owned()
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let rows = self.rows(world);
        let now = &world.case().context.payer;
        for row in &rows {
            let theme = *pen.theme();
            let mark = if row.payer == *now { "*" } else { " " };
            let name = format!("{mark} {}", payer(&row.payer));
            pen.item(|pen| pen.hang((&format!("  {name}"), theme.strong), COLUMN, &row.about, theme.text));
        }
        if rows.is_empty() {
            pen.text("No payer of this pack has these words. Other payers are not checked: take the CPT rules only.");
        }
        pen.done()
    }

    fn press(&mut self, pressed: Pressed, focus: usize, world: &World<'_>) -> Reply {
        let row = self.rows(world).into_iter().nth(focus);
        match (pressed.command, row) {
            (Command::Take, Some(row)) => Reply::DoAndClose(Action::Payer(row.payer)),
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

    fn first_focus(&self, world: &World<'_>) -> usize {
        let now = &world.case().context.payer;
        self.rows(world).iter().position(|row| row.payer == *now).unwrap_or(0)
    }
}

const COLUMN: usize = 26;
