//! A drug named in a note, with its amounts.

use std::ops::Range;

use super::amount::{Amount, Value, amounts};
use super::attach::attach;
use super::decimal::Decimal;
use super::name::{Name, names};
use super::place::settle;
use super::unit::{Mass, Measure, Unit};
use super::unknown::unknown;
use crate::note::Place;
use crate::note::scan::Scan;

/// A drug named in a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Which of the lexicon; none where the lexicon does not know it.
    pub drug: Option<usize>,
    /// The words of its name.
    pub words: Range<usize>,
    /// The words of its name and its amounts.
    pub span: Range<usize>,
    /// How much of the drug.
    pub dose: Option<Amount>,
    /// How much of the fluid.
    pub volume: Option<Amount>,
    /// How much of the drug in the fluid.
    pub strength: Option<Amount>,
    /// Where it went.
    pub place: Place,
}

/// The drugs of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::note) struct Drugs {
    /// In their order, without those that are denied or of another day.
    pub(in crate::note) mentions: Vec<Mention>,
    /// Amounts that belong to no drug.
    pub(super) left: Vec<Amount>,
}

/// Finds the drugs of a note.
pub(in crate::note) fn drugs(scan: &Scan<'_>) -> Drugs {
    let amounts = amounts(&scan.text);
    let mut names = names(scan, &amounts);
    names.extend(unknown(scan, &amounts, &names));
    names.sort_by_key(|name| name.words.start);
    let (mut mentions, left) = attach(scan, &names, amounts);
    mentions.iter_mut().for_each(Mention::complete);
    settle(scan, &mut mentions);
    Drugs { mentions, left }
}

impl Mention {
    pub(super) fn new(name: &Name) -> Self {
        Self {
            drug: name.drug,
            words: name.words.clone(),
            span: name.words.clone(),
            dose: None,
            volume: None,
            strength: None,
            place: Place::Unclear,
        }
    }

    /// Whether an amount of this kind is known already.
    pub(super) fn has(&self, measure: Measure) -> bool {
        match measure {
            Measure::Dose => self.dose.is_some(),
            Measure::Volume => self.volume.is_some(),
            Measure::Strength => self.strength.is_some(),
        }
    }

    /// Takes an amount, unless there is one of its kind.
    pub(super) fn take(&mut self, amount: Amount) {
        self.span = self.span.start.min(amount.words.start)..self.span.end.max(amount.words.end);
        let field = match amount.unit.measure() {
            Measure::Dose => &mut self.dose,
            Measure::Volume => &mut self.volume,
            Measure::Strength => &mut self.strength,
        };
        field.get_or_insert(amount);
    }

    /// Whether it says how much there was.
    pub(super) fn is_measured(&self) -> bool {
        self.dose.is_some() || self.volume.is_some() || self.strength.is_some()
    }

    /// Whether it is counted by the milliliter, as infusions are.
    pub(super) fn is_infused(&self) -> bool {
        self.strength
            .as_ref()
            .is_some_and(|one| matches!(one.unit, Unit::PerMilliliter(_)))
    }

    /// Works out the dose or the volume from the two others.
    fn complete(&mut self) {
        let Some((mass, strength)) = self.strength.as_ref().and_then(per_milliliter) else {
            return;
        };
        let exact = |amount: &Option<Amount>| amount.as_ref().and_then(Amount::exact);
        match (&self.dose, &self.volume) {
            (None, Some(_)) => {
                let dose = exact(&self.volume).and_then(|volume| volume.times(strength));
                self.dose = dose.map(|dose| self.computed(dose, Unit::Mass(mass)));
            }
            (Some(dose), None) if dose.unit == Unit::Mass(mass) => {
                let volume = exact(&self.dose).and_then(|dose| dose.over(strength));
                self.volume = volume.map(|volume| self.computed(volume, Unit::Milliliter));
            }
            _ => {}
        }
    }

    fn computed(&self, number: Decimal, unit: Unit) -> Amount {
        Amount {
            words: self.span.clone(),
            value: Value::Exact(number),
            unit,
            computed: true,
            slip: false,
        }
    }
}

/// How much of the drug is in a milliliter: one percent is 10 mg.
fn per_milliliter(strength: &Amount) -> Option<(Mass, Decimal)> {
    let number = strength.exact()?;
    match strength.unit {
        Unit::Percent => Some((Mass::Milligram, number.times(Decimal::whole(10))?)),
        Unit::PerMilliliter(mass) => Some((mass, number)),
        _ => None,
    }
}
