//! Actions in, new state out.

use thiserror::Error;

use super::action::Action;
use super::case::{Case, toggle};
use super::fact::{FactError, session_fact_names};
use super::gathered::parse_facts;
use super::written::session_facts;
use crate::claim::{Context, LevelError, LevelFact};
use crate::tree::{Book, Given, QuestionId, SaidError};

/// A case and the way it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    start: Context,
    actions: Vec<Action>,
    undone: Vec<Action>,
    case: Case,
}

/// Why an action cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refused {
    /// The question has no such answer.
    #[error(transparent)]
    Said(#[from] SaidError),
    /// There is no such level or side.
    #[error(transparent)]
    Level(#[from] LevelError),
    /// There is no such question.
    #[error("there is no question `{0}`")]
    NoQuestion(String),
    /// There is no such checklist item.
    #[error("there is no checklist item `{0}`")]
    NoItem(String),
    /// There is no such modifier.
    #[error("there is no modifier `{0}`")]
    NoModifier(String),
    /// There is no policy for the payer.
    #[error("there is no coverage policy for `{0}`")]
    NoPayer(String),
    /// The only procedure.
    #[error("this is the only procedure")]
    OnlyProcedure,
    /// There is no such fact of the session.
    #[error("there is no fact `{0}` to take back")]
    NoFact(String),
    /// A session has a date of service.
    #[error("a session has a date of service: type another one in its place")]
    DateStays,
    /// Not a fact.
    #[error(transparent)]
    Fact(#[from] FactError),
    /// Nothing lies in that direction.
    #[error("this is the first question")]
    AtStart,
    /// Nothing lies in that direction.
    #[error("this is the last step")]
    AtEnd,
}

impl Session {
    /// An empty case.
    #[must_use]
    pub fn new(context: Context) -> Self {
        Self {
            case: Case::new(context.clone()),
            start: context,
            actions: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// The case that a list of actions makes.
    ///
    /// # Errors
    /// When an action does not fit the pack.
    pub fn replay(book: &Book, context: Context, actions: &[Action]) -> Result<Self, Refused> {
        let mut session = Self::new(context);
        for action in actions {
            session.update(book, action.clone())?;
        }
        Ok(session)
    }

    /// The case as it stands.
    #[must_use]
    pub const fn case(&self) -> &Case {
        &self.case
    }

    /// What held at the start.
    #[must_use]
    pub const fn start(&self) -> &Context {
        &self.start
    }

    /// Everything done so far.
    #[must_use]
    pub fn actions(&self) -> &[Action] {
        &self.actions
    }

    /// Does one thing. A refused action changes nothing.
    ///
    /// # Errors
    /// When the action does not fit the pack or leads nowhere.
    pub fn update(&mut self, book: &Book, action: Action) -> Result<(), Refused> {
        self.case = applied(book, &self.case, &action)?;
        self.actions.push(action);
        self.undone.clear();
        Ok(())
    }

    /// Takes the last action back. Returns whether there was one.
    pub fn undo(&mut self, book: &Book) -> bool {
        let Some(last) = self.actions.pop() else { return false };
        self.undone.push(last);
        self.rebuild(book);
        true
    }

    /// Does the last undone action again. Returns whether there was one.
    pub fn redo(&mut self, book: &Book) -> bool {
        let Some(next) = self.undone.pop() else { return false };
        self.actions.push(next);
        self.rebuild(book);
        true
    }

    /// Whether nothing was done, and nothing taken back that could be done again.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.actions.is_empty() && self.undone.is_empty() && self.case == Case::new(self.start.clone())
    }

    /// Starts an empty case under the setting and payer of this one, on the date that held at the start.
    pub fn restart(&mut self) {
        let old = &self.case.context;
        *self = Self::new(Context {
            setting: old.setting,
            payer: old.payer.clone(),
            ..Context::on(self.start.date)
        });
    }

    /// Every action was accepted once, so each is accepted again.
    fn rebuild(&mut self, book: &Book) {
        self.case = self.actions.iter().fold(Case::new(self.start.clone()), |case, action| {
            applied(book, &case, action).unwrap_or(case)
        });
    }
}

/// The case after an action.
fn applied(book: &Book, case: &Case, action: &Action) -> Result<Case, Refused> {
    let mut next = case.clone();
    match action {
        Action::Answer { question, value } => {
            let id = named(book, question)?;
            answer(book, &mut next, id, Some(book.read(id, value)?));
        }
        Action::Clear { question } => answer(book, &mut next, named(book, question)?, None),
        Action::Back => next.at = Some(before(book, case).ok_or(Refused::AtStart)?),
        Action::Forward => next.at = after(book, case)?,
        Action::GoTo { question } => next.at = Some(named(book, question)?),
        Action::Tick { item } => {
            let known = book.pack().checklist.items.iter().any(|known| known.id == *item);
            known
                .then(|| toggle(&mut next.ticks, item))
                .ok_or_else(|| Refused::NoItem(item.clone()))?;
        }
        Action::Modifier { modifier } => {
            let known = book
                .pack()
                .modifiers
                .modifiers
                .iter()
                .any(|known| known.modifier == *modifier);
            known
                .then(|| toggle(&mut next.modifiers, modifier))
                .ok_or_else(|| Refused::NoModifier(modifier.clone()))?;
        }
        Action::Level { level } => {
            let fact: LevelFact = level.parse()?;
            next.context.levels.retain(|known| known.level != fact.level);
            next.context.levels.push(fact);
        }
        Action::ClearLevel { level } => {
            let fact: LevelFact = level.parse()?;
            next.context.levels.retain(|known| known.level != fact.level);
        }
        Action::AddProcedure => next.add_procedure(),
        Action::NextProcedure => next.turn_to_procedure(false),
        Action::PreviousProcedure => next.turn_to_procedure(true),
        Action::DropProcedure => next.drop_procedure().then_some(()).ok_or(Refused::OnlyProcedure)?,
        Action::Facts { line } => facts(book, &mut next, line)?,
        Action::Begin { line } => {
            let old = &case.context;
            next = Case::new(Context {
                setting: old.setting,
                payer: old.payer.clone(),
                ..Context::on(old.date)
            });
            facts(book, &mut next, line)?;
        }
        Action::ClearFact { name } => clear_fact(book, &mut next, name)?,
        Action::Setting(setting) => next.context.setting = *setting,
        Action::Payer(payer) => {
            next.context.payer.clone_from(payer);
            let known = next
                .context
                .policy()
                .is_none_or(|id| book.pack().payers().any(|policy| policy.id == id));
            known.then_some(()).ok_or_else(|| Refused::NoPayer(payer.clone()))?;
        }
    }
    Ok(next)
}

/// Facts given later replace those given before; levels and modifiers come on top.
fn facts(book: &Book, case: &mut Case, line: &str) -> Result<(), Refused> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut before = case.context.clone();
    if words.iter().any(|word| word.starts_with("date=")) {
        // Earlier sessions were counted from another day.
        forget_earlier(&mut before);
    }
    let given = parse_facts(book, &before, &words)?;
    case.context = given.context;
    case.modifiers.extend(given.modifiers);
    for question in book.tree.question_ids() {
        if let Some(value) = given.answers.get(question) {
            answer(book, case, question, Some(value));
        }
    }
    Ok(())
}

/// What was counted of earlier sessions falls away.
fn forget_earlier(context: &mut Context) {
    let Context {
        prior_sessions,
        prior_outside,
        prior_on_first_day,
        days_since_last,
        ..
    } = context;
    (*prior_sessions, *days_since_last) = (None, None);
    (*prior_outside, *prior_on_first_day) = (0, 0);
}

/// The facts that hold for the session, written and read again without one of them.
fn clear_fact(book: &Book, case: &mut Case, name: &str) -> Result<(), Refused> {
    if name == "date" {
        return Err(Refused::DateStays);
    }
    if !session_fact_names().any(|known| known == name) {
        return Err(Refused::NoFact(name.to_owned()));
    }
    let mut words = session_facts(&case.context);
    let goes_with = |known: &str| known == name || (name == "prior-sessions" && known.starts_with("prior-"));
    words.retain(|word| !word.split('=').next().is_some_and(goes_with));
    let plain = Context {
        levels: case.context.levels.clone(),
        ..Context::on(case.context.date)
    };
    case.context = parse_facts(book, &plain, &words)?.context;
    Ok(())
}

fn named(book: &Book, question: &str) -> Result<QuestionId, Refused> {
    book.question_named(question)
        .ok_or_else(|| Refused::NoQuestion(question.to_owned()))
}

/// Changes one answer, keeps every other that is still asked, and notes which fall away.
fn answer(book: &Book, case: &mut Case, question: QuestionId, given: Option<Given>) {
    case.answers.set(question, given);
    case.fallen = book.tree.asking(&case.answers).fallen;
    case.fallen.retain(|fallen| !book.tree.is_detail(*fallen));
    for fallen in case.fallen.clone() {
        case.answers.set(fallen, None);
    }
    if !book.tree.is_detail(question) || case.at.is_some_and(|at| case.answers.get(at).is_none()) {
        case.at = None;
    }
}

/// The answered question before the one being looked at.
fn before(book: &Book, case: &Case) -> Option<QuestionId> {
    let asking = book.tree.asking(&case.answers);
    let here = case.at.or(asking.next);
    asking
        .path
        .iter()
        .rev()
        .find(|question| here.is_none_or(|here| **question < here))
        .copied()
}

/// The answered question after the one being looked at; none for the next open one, or the result.
fn after(book: &Book, case: &Case) -> Result<Option<QuestionId>, Refused> {
    let here = case.at.ok_or(Refused::AtEnd)?;
    Ok(book
        .tree
        .asking(&case.answers)
        .path
        .iter()
        .find(|question| **question > here)
        .copied())
}
