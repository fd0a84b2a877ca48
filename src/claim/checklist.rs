//! Which checklist items a result needs, and whether the record is ready.

use serde::Serialize;

use super::context::Context;
use crate::pack::model::{Confidence, Item, Severity, Stage};
use crate::tree::{Book, Facts};

/// One item as it stands for a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckItem {
    /// Stable name.
    pub id: String,
    /// When it is documented.
    pub stage: Stage,
    /// What a missing item means here: a policy's item weighs hard only under that policy.
    pub severity: Severity,
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
    /// All items.
    pub items: usize,
    /// Hard items not ticked.
    pub hard_missing: usize,
}

/// The items for a code under these facts, by stage.
#[must_use]
pub fn checklist(book: &Book, code: &str, facts: &Facts, context: &Context) -> Vec<CheckItem> {
    let list = &book.pack().checklist;
    let applies = |item: &&Item| {
        item.codes.iter().any(|listed| listed == code)
            && book.possible(&item.given, facts)
            && item.effective.unwrap_or(list.effective).holds_on(context.date)
    };
    let mut items: Vec<CheckItem> = list
        .items
        .iter()
        .filter(applies)
        .map(|item| check_item(item, context))
        .collect();
    items.sort_by_key(|item| item.stage);
    items
}

fn check_item(item: &Item, context: &Context) -> CheckItem {
    let weighs = item.policy.is_none() || item.policy.as_deref() == context.policy();
    CheckItem {
        id: item.id.clone(),
        stage: item.stage,
        severity: if weighs { item.severity } else { Severity::Soft },
        text: item.text.clone(),
        ask_provider: item.ask_provider.clone(),
        policy: item.policy.clone(),
        sources: item.sources.clone(),
        confidence: item.confidence,
    }
}

/// Counts what is ticked. Items of repeat injections count only once one of them is ticked.
#[must_use]
pub fn readiness(items: &[CheckItem], ticked: impl Fn(&str) -> bool) -> Readiness {
    let repeat = items.iter().any(|item| item.stage == Stage::Repeat && ticked(&item.id));
    let mut readiness = Readiness::default();
    for item in items.iter().filter(|item| repeat || item.stage != Stage::Repeat) {
        readiness.items += 1;
        if ticked(&item.id) {
            readiness.documented += 1;
        } else if item.severity == Severity::Hard {
            readiness.hard_missing += 1;
        }
    }
    readiness
}
