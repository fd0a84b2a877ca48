//! Which checklist items a result needs, and whether the record is ready.

use serde::Serialize;

use super::context::Context;
use super::coverage::jurisdiction;
use crate::pack::model::{Confidence, Item, Severity, Stage};
use crate::tree::{Book, Facts};

/// One item as it stands for a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckItem {
    /// Stable name.
    pub id: String,
    /// When it is documented.
    pub stage: Stage,
    /// What a missing item means here: a policy's item weighs hard only under that policy, and one of a situation only in it.
    pub severity: Severity,
    /// Depends on a situation that is still open, such as whether this is a repeat.
    pub conditional: bool,
    /// What the record must show.
    pub text: String,
    /// The neutral question where it is missing.
    pub ask_provider: String,
    /// The policy that asks for it; none where the code itself needs it.
    pub policy: Option<String>,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
}

/// How far the record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Readiness {
    /// Items ticked.
    pub documented: usize,
    /// All items that count.
    pub items: usize,
    /// Hard items not ticked.
    pub hard_missing: usize,
}

impl Readiness {
    /// Whether no hard item is missing.
    #[must_use]
    pub const fn ready(&self) -> bool {
        self.hard_missing == 0
    }
}

/// The items for a code under these facts, by stage.
#[must_use]
pub fn checklist(book: &Book, code: &str, facts: &Facts, context: &Context) -> Vec<CheckItem> {
    let list = &book.pack().checklist;
    let contractor = jurisdiction(book, context).map(|one| one.contractor.as_str());
    let asks = |item: &Item| {
        item.contractors.is_empty() || contractor.is_some_and(|one| item.contractors.iter().any(|listed| listed == one))
    };
    let applies = |item: &&Item| {
        item.codes.iter().any(|listed| listed == code)
            && asks(item)
            && book.possible(&item.given, facts)
            && book.possible(&item.situation, facts)
            && item.effective.unwrap_or(list.effective).holds_on(context.date)
    };
    let mut items: Vec<CheckItem> = list
        .items
        .iter()
        .filter(applies)
        .map(|item| check_item(item, book.certain(&item.situation, facts), context))
        .collect();
    items.sort_by_key(|item| item.stage);
    items
}

fn check_item(item: &Item, in_situation: bool, context: &Context) -> CheckItem {
    let weighs = item.policy.is_none() || item.policy.as_deref() == context.policy();
    CheckItem {
        id: item.id.clone(),
        stage: item.stage,
        severity: if weighs && in_situation {
            item.severity
        } else {
            Severity::Soft
        },
        conditional: !in_situation,
        text: item.text.clone(),
        ask_provider: item.ask_provider.clone(),
        policy: item.policy.clone(),
        sources: item.sources.clone(),
        confidence: item.confidence,
    }
}

/// Counts what is ticked. An item of a situation that is still open counts only once it is ticked.
#[must_use]
pub fn readiness(items: &[CheckItem], ticked: impl Fn(&str) -> bool) -> Readiness {
    let mut readiness = Readiness::default();
    for item in items {
        let documented = ticked(&item.id);
        readiness.items += usize::from(documented || !item.conditional);
        readiness.documented += usize::from(documented);
        readiness.hard_missing += usize::from(!documented && item.severity == Severity::Hard);
    }
    readiness
}

/// The hard items that are not ticked.
pub fn missing<'a>(
    items: &'a [CheckItem],
    ticked: impl Fn(&str) -> bool + 'a,
) -> impl Iterator<Item = &'a CheckItem> + 'a {
    items
        .iter()
        .filter(move |item| item.severity == Severity::Hard && !ticked(&item.id))
}
