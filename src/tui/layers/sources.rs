//! `s`: the sources of what is in view.

use super::{Layer, Place};
use crate::claim::CaseResult;
use crate::pack::model::{Card, Question, Signpost, Source};
use crate::tui::page::{Page, Pen};
use crate::tui::result::Tab;
use crate::tui::words::once;
use crate::tui::world::World;

/// The sources named, in the order of use.
pub(crate) struct Sources {
    pub(crate) ids: Vec<String>,
    pub(crate) of: String,
}

impl Layer for Sources {
    fn place(&self) -> Place {
        Place::Reading
    }

    fn title(&self, _: &World<'_>) -> String {
        format!("Sources: {}", self.of)
    }

    fn page(&self, world: &World<'_>, width: u16, _: usize) -> Page {
        let mut pen = world.pen(width);
        let known = self.ids.iter().filter_map(|id| world.book.source(id));
        for source in known {
            one(&mut pen, source);
        }
        if self.ids.is_empty() {
            pen.text("Nothing in view rests on a source.");
        }
        pen.done()
    }
}

fn one(pen: &mut Pen, source: &Source) {
    let theme = *pen.theme();
    pen.gap();
    pen.write("", &source.title, theme.strong);
    let kind = source.kind.to_string().replace('-', " ");
    let number = source
        .number
        .as_ref()
        .map(|number| format!(", {number}"))
        .unwrap_or_default();
    pen.write("  ", &format!("{}{number}; {kind}", source.publisher), theme.text);
    let edition = source
        .edition
        .as_ref()
        .map(|edition| format!("edition {edition}; "))
        .unwrap_or_default();
    let effective = source
        .effective
        .map(|day| format!("in effect {day}; "))
        .unwrap_or_default();
    pen.write(
        "  ",
        &format!("{edition}{effective}read on {}", source.read_on),
        theme.text,
    );
    if let Some(address) = &source.address {
        pen.write("  ", address, theme.text);
    }
    if let Some(note) = &source.note {
        pen.write("  ", note, theme.text);
    }
    pen.write("  ", &format!("cited as {}", source.id), theme.faint);
}

/// The sources of a question and of its answers.
pub(crate) fn of_question(question: &Question) -> Vec<String> {
    once(
        question
            .sources
            .iter()
            .chain(question.answers.iter().flat_map(|answer| &answer.sources))
            .cloned(),
    )
}

/// The sources of a card.
pub(crate) fn of_card(card: &Card) -> Vec<String> {
    let statements = [&card.means, &card.units, &card.included, &card.excluded]
        .into_iter()
        .flatten();
    let stated = statements.flat_map(|statement| &statement.sources);
    let related = card.related.iter().flat_map(|related| &related.sources);
    let add_ons = card.add_ons.iter().flat_map(|add_on| &add_on.sources);
    let parent = card.parent.iter().flat_map(|parent| &parent.sources);
    once(stated.chain(related).chain(add_ons).chain(parent).cloned())
}

/// The sources of a signpost.
pub(crate) fn of_signpost(signpost: &Signpost) -> Vec<String> {
    let codes = signpost.codes.iter().flat_map(|code| &code.sources);
    let notes = signpost.notes.iter().flat_map(|note| &note.sources);
    once(signpost.sources.iter().chain(codes).chain(notes).cloned())
}

/// The sources of a tab of a result.
pub(crate) fn of_result(world: &World<'_>, result: &CaseResult, tab: Tab) -> Vec<String> {
    let findings = result.findings.iter().flat_map(|finding| finding.sources.clone());
    let coverage = result.coverage.reasons.iter().flat_map(|reason| reason.sources.clone());
    let outcome = world.view.decision.outcome().and_then(|id| world.book.outcome(id));
    let outcome = outcome.into_iter().flat_map(|outcome| outcome.sources.clone());
    let signpost = result
        .signpost
        .as_ref()
        .and_then(|signpost| world.book.signpost(&signpost.id));
    let card = result.code.as_deref().and_then(|code| world.book.card(code));
    let own: Vec<String> = match tab {
        Tab::Code => card
            .map(of_card)
            .into_iter()
            .chain(signpost.map(of_signpost))
            .flatten()
            .collect(),
        Tab::Checklist => result.checklist.iter().flat_map(|item| item.sources.clone()).collect(),
        Tab::Modifiers => result
            .modifiers
            .iter()
            .flat_map(|modifier| modifier.sources.clone())
            .collect(),
        Tab::Claim => result
            .alternatives
            .iter()
            .flat_map(|alternative| alternative.sources.clone())
            .collect(),
        Tab::Coverage => {
            let contractor = result.coverage.jurisdiction.iter().flat_map(|one| one.sources.clone());
            contractor.chain(coverage.clone()).collect()
        }
        Tab::Why => result.path.iter().flat_map(|step| step.sources.clone()).collect(),
    };
    once(outcome.chain(own).chain(findings).chain(coverage))
}
