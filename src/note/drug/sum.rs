//! Stated volumes against the sum of their parts.

use std::ops::Range;

use super::amount::Amount;
use super::attach::is_total;
use super::decimal::Decimal;
use super::mention::{Drugs, Mention};
use super::unit::Unit;
use crate::note::Place;
use crate::note::scan::Scan;

/// How a stated volume lies to its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::note) enum Verdict {
    /// It is their sum.
    Equal,
    /// It is so much of them: what one site received.
    Share,
    /// It is not their sum.
    Differs,
    /// Not all parts have a volume.
    Open,
}

/// A stated volume and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::note) struct Sum {
    /// As stated.
    pub(in crate::note) stated: Amount,
    /// The words of the parts.
    pub(in crate::note) parts: Range<usize>,
    /// The sum of those that have a volume.
    pub(in crate::note) together: Decimal,
    /// How they lie to each other.
    pub(in crate::note) verdict: Verdict,
}

/// What two volumes may differ by, in rounding.
const ROUNDING: &str = "0.1";

/// The stated volumes of mixtures, in the order of the note.
pub(in crate::note) fn sums(scan: &Scan<'_>, drugs: &Drugs) -> Vec<Sum> {
    let volumes = drugs
        .left
        .iter()
        .filter(|amount| amount.unit == Unit::Milliliter && amount.exact().is_some());
    volumes
        .filter_map(|amount| sum(scan, &drugs.mentions, amount.clone()))
        .collect()
}

fn sum(scan: &Scan<'_>, mentions: &[Mention], stated: Amount) -> Option<Sum> {
    let total = is_total(&scan.text, stated.words.start);
    let mixture = is_of_mixture(scan, &stated);
    if !(total || mixture) {
        return None;
    }
    let parts = parts(scan, mentions, &stated)?;
    let volumes: Vec<Option<Decimal>> = parts
        .iter()
        .map(|one| one.volume.as_ref().and_then(Amount::exact))
        .collect();
    let sum = volumes
        .iter()
        .flatten()
        .fold(Decimal::whole(0), |sum, one| sum.plus(*one));
    let known = volumes.iter().all(Option::is_some);
    let verdict = verdict(stated.exact()?, sum, known, total && !mixture);
    let words = parts.first()?.span.start..parts.last()?.span.end;
    Some(Sum {
        stated,
        parts: words,
        together: sum,
        verdict,
    })
}

fn verdict(stated: Decimal, sum: Decimal, known: bool, total: bool) -> Verdict {
    let rounding = Decimal::parse(ROUNDING).unwrap_or(Decimal::whole(0));
    if known && stated.apart(sum) <= rounding {
        return Verdict::Equal;
    }
    match (stated < sum, known) {
        (true, _) if !total => Verdict::Share,
        (true, _) | (false, true) => Verdict::Differs,
        (false, false) => Verdict::Open,
    }
}

/// Whether an amount is so much of a mixture: `2 mL of a solution containing`, `1 mL of this`.
fn is_of_mixture(scan: &Scan<'_>, amount: &Amount) -> bool {
    let text = &scan.text;
    text.word_at(amount.words.end) == "of"
        && (amount.words.end + 1..amount.words.end + 7).any(|nth| {
            matches!(
                text.word_at(nth),
                "solution"
                    | "mixture"
                    | "combination"
                    | "injectate"
                    | "this"
                    | "same"
                    | "cocktail"
                    | "mix"
                    | "medication"
            )
        })
}

/// The drugs at the target that are told in the sentence of an amount, or in the one before it.
fn parts<'a>(scan: &Scan<'_>, mentions: &'a [Mention], amount: &Amount) -> Option<&'a [Mention]> {
    let here = scan.sentence_of(amount.words.start)?;
    let before = here.words.start.checked_sub(1).and_then(|word| scan.sentence_of(word));
    [Some(here), before].into_iter().flatten().find_map(|sentence| {
        let from = mentions.partition_point(|one| one.words.start < sentence.words.start);
        let to = mentions.partition_point(|one| one.words.start < sentence.words.end);
        run(mentions.get(from..to)?, amount)
    })
}

/// The run of drugs at the target that stands nearest to an amount.
fn run<'a>(mentions: &'a [Mention], amount: &Amount) -> Option<&'a [Mention]> {
    let runs = mentions.chunk_by(|one, other| (one.place == Place::Target) == (other.place == Place::Target));
    let targets = runs.filter(|run| run.first().is_some_and(|one| one.place == Place::Target));
    let apart = |run: &&[Mention]| {
        let start = run.first().map_or(0, |one| one.span.start);
        let end = run.last().map_or(0, |one| one.span.end);
        // Parts are told behind what they make, or before a total.
        start.saturating_sub(amount.words.end) + amount.words.start.saturating_sub(end)
    };
    targets.min_by_key(apart)
}
