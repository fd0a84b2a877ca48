//! The stance of every modifier for a code.

use serde::Serialize;

use super::context::Context;
use super::findings::Finding;
use crate::pack::model::{Confidence, FindingSeverity, Modifier, Stance, StanceRule};
use crate::tree::{Book, Facts};

/// A modifier's stance for one code under the facts of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModifierStance {
    /// The modifier.
    pub modifier: String,
    /// A few words.
    pub title: String,
    /// What it says on a claim.
    pub meaning: String,
    /// The stance.
    pub stance: Stance,
    /// When it belongs on the line.
    pub when: String,
    /// The reason.
    pub why: String,
    /// Ids in `sources.yaml`.
    pub sources: Vec<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// The question whose answer picked the rule; none for the general one.
    #[serde(skip)]
    pub asked_by: Option<String>,
}

/// Every modifier with its stance for `code`: those that apply first, those that never do last.
#[must_use]
pub fn modifiers(book: &Book, code: &str, facts: &Facts, context: &Context) -> Vec<ModifierStance> {
    let all = book.pack().modifiers.modifiers.iter();
    let mut stances: Vec<ModifierStance> = all
        .filter_map(|modifier| Some(stance(modifier, rule(book, modifier, code, facts, context)?)))
        .collect();
    stances.sort_by_key(|stance| stance.stance);
    stances
}

/// A rule for these very facts before the general one.
fn rule<'a>(
    book: &'a Book,
    modifier: &'a Modifier,
    code: &str,
    facts: &Facts,
    context: &Context,
) -> Option<&'a StanceRule> {
    let file = book.pack().modifiers.effective;
    let fits = |rule: &&StanceRule| {
        rule.codes.iter().any(|listed| listed == code) && rule.effective.unwrap_or(file).holds_on(context.date)
    };
    let payer = |rule: &StanceRule| {
        rule.policies.is_empty()
            || context
                .policy()
                .is_some_and(|id| rule.policies.iter().any(|listed| listed == id))
    };
    let setting: &str = context.setting.into();
    let here = |rule: &StanceRule| rule.settings.is_empty() || rule.settings.iter().any(|listed| listed == setting);
    let special =
        |rule: &&StanceRule| !rule.given.is_empty() && here(rule) && payer(rule) && book.certain(&rule.given, facts);
    let rules = || modifier.stances.iter().filter(fits);
    rules()
        .find(special)
        .or_else(|| rules().find(|rule| rule.given.is_empty()))
}

/// What is not said in silence: a modifier that the facts bring up and do not settle, and one put on upon weak ground.
pub(super) fn doubts(stances: &[ModifierStance]) -> Vec<Finding> {
    stances.iter().filter_map(doubt).collect()
}

fn doubt(one: &ModifierStance) -> Option<Finding> {
    let asked_by = one.asked_by.as_ref()?;
    let text = match one.stance {
        Stance::MayApply | Stance::Conflict => format!("{} may belong on the line. {}", one.modifier, one.when),
        Stance::Applies if one.confidence != Confidence::Confirmed => format!("{}: {}", one.modifier, one.why),
        Stance::Applies | Stance::Never => return None,
    };
    Some(Finding {
        id: format!("{asked_by}-{}", one.modifier.to_lowercase()),
        severity: FindingSeverity::Warn,
        text,
        sources: one.sources.clone(),
        confidence: one.confidence,
    })
}

fn stance(modifier: &Modifier, rule: &StanceRule) -> ModifierStance {
    ModifierStance {
        modifier: modifier.modifier.clone(),
        title: modifier.title.clone(),
        meaning: modifier.meaning.clone(),
        stance: rule.stance,
        when: rule.when.clone(),
        why: rule.why.clone(),
        sources: rule.sources.clone(),
        confidence: rule.confidence,
        asked_by: rule.given.keys().next().cloned(),
    }
}
