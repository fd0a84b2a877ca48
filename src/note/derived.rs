//! Items of the checklist that follow from what was read: an answer said outright shows the item that asks for it.

use super::answer::votes;
use super::names::{answer, item, question};
use super::reading::{
    Contradiction, Item, Place, Procedure, Quote, Reading, State, Strength, Substance, Suggestion, Ticked,
};
use super::scan::Scan;
use crate::claim::Side;
use crate::pack::model::Weight;

/// Adds the items that follow from answers, levels and drugs.
pub(super) fn derive(scan: &Scan<'_>, reading: &mut Reading) {
    let clash = |one: &Contradiction| one.about.as_deref() == Some("level");
    let contradicted = reading.conflicts.iter().any(clash);
    let mut items: Vec<Item> = Vec::new();
    for procedure in &reading.procedures {
        let mut own = vec![
            of_answer(
                item::APPROACH,
                procedure.answer(question::APPROACH),
                named(scan, procedure),
            ),
            of_answer(item::GUIDANCE, procedure.answer(question::IMAGING), true),
            of_answer(item::DELIVERY, procedure.answer(question::DELIVERY), true),
            of_answer(item::SUBSTANCE, procedure.answer(question::SUBSTANCE), true),
            doses(scan, &reading.substances),
        ];
        if !contradicted {
            own.extend(levels(procedure));
        }
        items = joined(items, own);
    }
    reading
        .checklist
        .retain(|one| !items.iter().any(|other| other.id == one.id));
    reading.checklist.append(&mut items);
}

/// The items of several deliveries: shown where each shows it, in part where only some do.
fn joined(mut all: Vec<Item>, own: Vec<Item>) -> Vec<Item> {
    let first = all.is_empty();
    for one in own {
        match all.iter_mut().find(|other| other.id == one.id) {
            Some(other) => {
                if other.state != one.state {
                    other.state = Ticked::Partly;
                }
                other.quotes.extend(one.quotes);
            }
            None if first => all.push(one),
            None => {}
        }
    }
    all
}

/// Whether the approach is named, and not only the technique that belongs to it: among the words that are quoted for it.
fn named(scan: &Scan<'_>, procedure: &Procedure) -> bool {
    let Some(suggestion) = procedure.answer(question::APPROACH) else {
        return false;
    };
    let cast = votes(scan, question::APPROACH, &scan.sentences);
    cast.iter().any(|vote| {
        let outright = vote.counts() && vote.weight == Weight::Strong && suggestion.answers.contains(&vote.answer);
        outright && suggestion.quotes.contains(&scan.quote(&vote.words))
    })
}

fn of_answer(id: &str, suggestion: Option<&Suggestion>, outright: bool) -> Item {
    let state = match suggestion.map(|one| (one.state, one.strength)) {
        Some((State::Suggested, Some(Strength::Strong))) if outright => Ticked::Shown,
        Some((State::Suggested | State::Conflict, _)) => Ticked::Partly,
        _ => Ticked::NotFound,
    };
    let found = suggestion.filter(|_| state != Ticked::NotFound);
    Item {
        id: id.to_owned(),
        state,
        quotes: found.map(|one| one.quotes.clone()).unwrap_or_default(),
    }
}

/// Dose and volume of everything that went to the target and is named.
fn doses(scan: &Scan<'_>, substances: &[Substance]) -> Item {
    let vague = |one: &Substance| {
        scan.lexicon
            .drugs
            .iter()
            .any(|drug| drug.vague && drug.name == one.name)
    };
    let given: Vec<&Substance> = substances
        .iter()
        .filter(|one| one.site == Place::Target && one.class.is_some() && !vague(one))
        .collect();
    let whole = |one: &&Substance| one.dose.is_some() && one.volume.is_some();
    let part = |one: &&Substance| one.dose.is_some() || one.volume.is_some();
    let state = match (given.is_empty(), given.iter().all(whole), given.iter().any(part)) {
        (false, true, _) => Ticked::Shown,
        (false, false, true) => Ticked::Partly,
        _ => Ticked::NotFound,
    };
    let quotes: Vec<Quote> = given
        .iter()
        .filter_map(|one| one.quotes.first().cloned())
        .take(3)
        .collect();
    Item {
        id: item::DOSE.to_owned(),
        state,
        quotes: if state == Ticked::NotFound { Vec::new() } else { quotes },
    }
}

/// The level and the side of each foramen, or the interspace.
fn levels(procedure: &Procedure) -> Vec<Item> {
    let approach = procedure
        .answer(question::APPROACH)
        .filter(|one| one.state == State::Suggested);
    let approach = approach.and_then(|one| one.answers.first()).map_or("", String::as_str);
    let quotes: Vec<Quote> = procedure
        .entries()
        .filter_map(|one| one.quotes.first().cloned())
        .take(3)
        .collect();
    let all = |known: &dyn Fn(&super::reading::Found) -> bool| {
        let some = procedure.entries().next().is_some();
        if some && procedure.entries().all(known) {
            Ticked::Shown
        } else {
            Ticked::NotFound
        }
    };
    let item = |id: &str, state: Ticked| Item {
        id: id.to_owned(),
        state,
        quotes: if state == Ticked::Shown {
            quotes.clone()
        } else {
            Vec::new()
        },
    };
    let level = all(&|one| one.level.is_some());
    let side = all(&|one| one.side.is_some_and(|side| side != Side::NotDocumented));
    match approach {
        answer::FORAMEN => vec![item(item::FORAMEN_LEVEL, level), item(item::FORAMEN_SIDE, side)],
        answer::INTERLAMINAR => vec![item(item::INTERSPACE, level)],
        _ => Vec::new(),
    }
}
