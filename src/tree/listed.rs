//! Which rules speak of a code, looked up once: a result need not go through all of them.

use std::collections::HashMap;

use super::book::Book;
use crate::pack::model::{CodeRange, Modifier, Pack, PairEdit, Policy, PolicyRule, StanceRule, lists};

/// The places of rules by the codes of the family, and of their add-on codes.
#[derive(Debug, Clone, Default)]
pub(super) struct Listed {
    by_code: HashMap<String, Places>,
}

/// The places of the rules that list one code.
#[derive(Debug, Clone, Default)]
struct Places {
    /// For each modifier those of its stances.
    stances: Vec<Vec<usize>>,
    /// For each policy those of its rules.
    rules: Vec<Vec<usize>>,
    /// The pair edits.
    pairs: Vec<Beside>,
}

/// A pair edit from the side of one code: what may stand in the other column.
#[derive(Debug, Clone)]
struct Beside {
    place: usize,
    /// Whether the code stands in column 1.
    paid: bool,
    other: Vec<CodeRange>,
}

impl Listed {
    pub(super) fn of(pack: &Pack) -> Self {
        let codes = pack.cards.iter().map(|card| &card.code);
        let add_ons = pack.cards.iter().flat_map(|card| &card.add_ons);
        let codes = codes.chain(add_ons.map(|add_on| &add_on.code));
        Self {
            by_code: codes.map(|code| (code.clone(), Places::of(pack, code))).collect(),
        }
    }
}

impl Places {
    fn of(pack: &Pack, code: &str) -> Self {
        let stances = |modifier: &Modifier| places(&modifier.stances, |rule| names(&rule.codes, code));
        let rules = |policy: &Policy| places(&policy.rules, |rule| names(&rule.codes, code));
        let pairs = pack.edits.pairs.iter().enumerate();
        Self {
            stances: pack.modifiers.modifiers.iter().map(stances).collect(),
            rules: pack.coverage.iter().map(rules).collect(),
            pairs: pairs.flat_map(|(place, edit)| beside(place, edit, code)).collect(),
        }
    }
}

fn names(codes: &[String], code: &str) -> bool {
    codes.iter().any(|listed| listed == code)
}

fn places<T>(rules: &[T], lists: impl Fn(&T) -> bool) -> Vec<usize> {
    let all = rules.iter().enumerate();
    all.filter(|(_, rule)| lists(rule)).map(|(place, _)| place).collect()
}

/// An edit from the side of a code, for each column in which it stands.
fn beside(place: usize, edit: &PairEdit, code: &str) -> impl Iterator<Item = Beside> {
    let sides = [
        (true, &edit.column_1, &edit.column_2),
        (false, &edit.column_2, &edit.column_1),
    ];
    let own = sides.into_iter().filter(|(_, own, _)| lists(own, code));
    let side = |(paid, _, other): (bool, _, &Vec<String>)| Beside {
        place,
        paid,
        other: other.iter().map(|entry| CodeRange::of_entry(entry)).collect(),
    };
    own.map(side).collect::<Vec<_>>().into_iter()
}

impl Book {
    fn places(&self, code: &str) -> Option<&Places> {
        self.listed.get_or_init(|| Listed::of(self.pack())).by_code.get(code)
    }

    /// Every modifier, with its stances on a code of the family.
    pub fn stances_on<'a>(
        &'a self,
        code: &str,
    ) -> impl Iterator<Item = (&'a Modifier, impl Iterator<Item = &'a StanceRule> + Clone)> {
        let places = self.places(code).map(|places| places.stances.as_slice());
        let modifiers = self.pack().modifiers.modifiers.iter();
        modifiers.zip(places.unwrap_or_default()).map(|(modifier, places)| {
            let own = places.iter().filter_map(|place| modifier.stances.get(*place));
            (modifier, own)
        })
    }

    /// Every policy, with its rules on a code of the family.
    pub fn rules_on<'a>(
        &'a self,
        code: &str,
    ) -> impl Iterator<Item = (&'a Policy, impl Iterator<Item = &'a PolicyRule>)> + Clone {
        let places = self.places(code).map(|places| places.rules.as_slice());
        let policies = self.pack().coverage.iter();
        policies.zip(places.unwrap_or_default()).map(|(policy, places)| {
            let own = places.iter().filter_map(|place| policy.rules.get(*place));
            (policy, own)
        })
    }

    /// The pair edits that join two codes, or patterns such as `594xx`; whether the first is the one paid.
    #[must_use]
    pub fn pairs_between(&self, one: &str, other: &str) -> Vec<(&PairEdit, bool)> {
        let edits = &self.pack().edits.pairs;
        let Some(places) = self.places(one) else {
            return edits
                .iter()
                .filter_map(|edit| Some((edit, joins(edit, one, other)?)))
                .collect();
        };
        let range = CodeRange::of_code(other);
        let mut found: Vec<(&PairEdit, bool)> = Vec::new();
        let mut last = None;
        for beside in &places.pairs {
            if Some(beside.place) != last && beside.other.iter().any(|entry| entry.meets(&range)) {
                last = Some(beside.place);
                found.extend(edits.get(beside.place).map(|edit| (edit, beside.paid)));
            }
        }
        found
    }
}

/// Whether an edit joins two codes, and whether the first is the one paid.
fn joins(edit: &PairEdit, one: &str, other: &str) -> Option<bool> {
    let joined = |paid, denied| lists(&edit.column_1, paid) && lists(&edit.column_2, denied);
    joined(one, other)
        .then_some(true)
        .or_else(|| joined(other, one).then_some(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was looked up is what the edits themselves say.
    #[test]
    fn pairs_looked_up_are_the_pairs_of_the_edits() {
        let book = Book::new(crate::embedded::pack().unwrap()).unwrap();
        let edits = &book.pack().edits.pairs;
        let columns = edits.iter().flat_map(|edit| edit.column_1.iter().chain(&edit.column_2));
        let ends = columns.flat_map(|entry| entry.split('-'));
        let others: Vec<&str> = ends
            .chain(["594xx", "6xxxx", "00100", "99999", "0777T", "J1040", "x"])
            .collect();
        let mut found = 0;
        for card in &book.pack().cards {
            for other in &others {
                let slowly: Vec<_> = edits
                    .iter()
                    .filter_map(|edit| Some((edit, joins(edit, &card.code, other)?)))
                    .collect();
                found += slowly.len();
                assert_eq!(book.pairs_between(&card.code, other), slowly, "{} {other}", card.code);
            }
        }
        assert!(found > 100, "{found}");
    }
}
