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
    let asked = Asked { book, facts, context };
    let mut standing: Vec<_> = asked.standing(code, |_, _| true).collect();
    standing.sort_by_key(|(_, rule)| rule.stance);
    standing
        .into_iter()
        .map(|(modifier, rule)| stance(modifier, rule))
        .collect()
}

/// What the stance of a modifier hangs on beside the code.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) book: &'a Book,
    pub(super) facts: &'a Facts,
    pub(super) context: &'a Context,
}

impl<'a> Asked<'a> {
    /// The modifiers of which some rule is wanted, each with the rule that tells its stance, in the order of the pack.
    pub(super) fn standing(
        self,
        code: &str,
        wanted: impl Fn(&Modifier, &StanceRule) -> bool,
    ) -> impl Iterator<Item = (&'a Modifier, &'a StanceRule)> {
        let file = self.book.pack().modifiers.effective;
        let in_force = move |rule: &&StanceRule| rule.effective.unwrap_or(file).holds_on(self.context.date);
        self.book.stances_on(code).filter_map(move |(modifier, rules)| {
            if !rules.clone().any(|rule| wanted(modifier, rule)) {
                return None;
            }
            let Self { book, facts, context } = self;
            Some((modifier, rule(book, rules.filter(in_force), facts, context)?))
        })
    }
}

/// A rule for these very facts before the general one.
fn rule<'a>(
    book: &Book,
    mut rules: impl Iterator<Item = &'a StanceRule> + Clone,
    facts: &Facts,
    context: &Context,
) -> Option<&'a StanceRule> {
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
    let general = rules.clone().find(|rule| rule.given.is_empty());
    rules.find(special).or(general)
}

/// What is not said in silence: a modifier that the facts bring up and do not settle, and one put on upon weak ground.
pub(super) fn doubts(book: &Book, code: &str, facts: &Facts, context: &Context) -> Vec<Finding> {
    let asked = Asked { book, facts, context };
    let special = |rule: &StanceRule| !rule.given.is_empty();
    let brought_up = asked.standing(code, |_, rule| special(rule));
    let mut brought_up: Vec<_> = brought_up.filter(|(_, rule)| special(rule)).collect();
    brought_up.sort_by_key(|(_, rule)| rule.stance);
    let doubt = |(modifier, rule)| doubt(&stance(modifier, rule));
    brought_up.into_iter().filter_map(doubt).collect()
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
