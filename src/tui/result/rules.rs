//! Which rules a tab of the result shows.

use super::tab::Tab;
use super::{checklist_shown, modifiers_shown};
use crate::claim::CaseResult;
use crate::shelf::rules as name;
use crate::tui::words::once;
use crate::tui::world::World;

/// The rules in view: of a list the one in focus, else all, what was decided first and what is told of it last.
pub(crate) fn rules(world: &World<'_>, result: &CaseResult, (tab, focus): (Tab, usize)) -> Vec<String> {
    let in_focus = match tab {
        Tab::Checklist => checklist_shown(result).get(focus).map(|item| name::checklist(&item.id)),
        Tab::Modifiers => modifiers_shown(result)
            .get(focus)
            .map(|one| name::modifier(&one.modifier)),
        Tab::Code | Tab::Claim | Tab::Coverage | Tab::Why => None,
    };
    if let Some(rule) = in_focus {
        return vec![rule];
    }
    let findings = result.findings.iter().map(|finding| name::finding(&finding.id));
    once(of_tab(world, result, tab).into_iter().chain(findings))
}

fn of_tab(world: &World<'_>, result: &CaseResult, tab: Tab) -> Vec<String> {
    let outcome = world.view.decision.outcome().and_then(|id| world.book.outcome(id));
    let outcome = outcome.map(|outcome| name::outcome(&outcome.id));
    match tab {
        Tab::Code | Tab::Checklist | Tab::Modifiers => {
            let signpost = result.signpost.iter().map(|signpost| name::signpost(&signpost.id));
            let codes = result
                .code
                .iter()
                .chain(&result.candidates)
                .map(|code| name::card(code));
            codes.chain(signpost).chain(outcome).collect()
        }
        Tab::Claim => result.lines.iter().map(|line| name::card(&line.code)).collect(),
        Tab::Coverage => {
            let policy = result.coverage.policy.as_deref().unwrap_or_default();
            let reasons = result.coverage.reasons.iter();
            reasons.map(|reason| name::coverage(policy, &reason.id)).collect()
        }
        Tab::Why => {
            let path = result.path.iter().map(|step| name::question(&step.question));
            outcome.into_iter().chain(path).collect()
        }
    }
}
