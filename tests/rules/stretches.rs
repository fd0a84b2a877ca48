//! Within a stretch of days on which no rule changes, the date of service makes no difference to a result.

use std::collections::{BTreeMap, BTreeSet};

use epipath::claim::{Context, Setting, result};
use epipath::pack::model::Date;
use epipath::session::parse_facts;
use rstest::rstest;
use strum::IntoEnumIterator as _;

use crate::support::{book, context};

/// Every day that the rules could speak of.
fn days() -> impl Iterator<Item = Date> {
    let first: Date = "2014-12-01".parse().unwrap();
    let last: Date = "2029-01-31".parse().unwrap();
    first
        .0
        .series(jiff::Span::new().days(1))
        .map(Date)
        .take_while(move |day| *day <= last)
}

/// The days of each stretch, by the day that stands for it.
fn stretches() -> BTreeMap<Date, Vec<Date>> {
    let mut stretches: BTreeMap<Date, Vec<Date>> = BTreeMap::new();
    for day in days() {
        stretches.entry(book().rules_since(day)).or_default().push(day);
    }
    stretches
}

/// A day within and the last.
fn sample(days: &[Date]) -> BTreeSet<Date> {
    [days[days.len() / 2], days[days.len() - 1]].into()
}

fn payers() -> Vec<String> {
    let payers = book().pack().payers().map(|policy| policy.id.clone());
    payers
        .chain(["cpt", "medicare:WA", "medicare:TX", "medicare:NY"].map(str::to_owned))
        .collect()
}

#[test]
fn the_day_that_stands_for_a_stretch_stands_for_itself() {
    let stretches = stretches();
    assert!(stretches.len() > 5, "{:?}", stretches.keys());
    for (since, days) in &stretches {
        assert_eq!(book().rules_since(*since), *since);
        let first = stretches.keys().next() == Some(since);
        assert!(first || days[0] == *since, "{since}: {}", days[0]);
        assert!(
            days.windows(2).all(|pair| pair[0].0.tomorrow().unwrap() == pair[1].0),
            "{since}"
        );
    }
}

#[rstest]
#[case::canal("approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic level=L4-L5")]
#[case::blind("region=cervical approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic")]
#[case::foramen(
    "approach=transforaminal imaging=ct substance=steroid-anesthetic level=L4-L5:both level=L5-S1:left other-code=77003 \
     prior-sessions=4"
)]
#[case::catheter(
    "region=lumbar approach=interlaminar imaging=none delivery=catheter-indwelling substance=other-solution \
     purpose=postoperative-pain operative-use=no performer=anesthesia"
)]
#[case::signpost("region=lumbar approach=other target=facet")]
#[case::open("approach=transforaminal imaging=not-documented level=T12-L1:left")]
fn any_day_of_a_stretch_gives_the_same_result(#[case] words: &str) {
    let words: Vec<&str> = words.split_whitespace().collect();
    let facts = parse_facts(book(), &context(), &words).unwrap();
    let stretches = stretches();
    for (payer, setting) in payers().into_iter().zip(Setting::iter().cycle()) {
        for (since, days) in &stretches {
            let on = |date| {
                let payer = payer.clone();
                result(
                    book(),
                    &facts.answers,
                    &Context {
                        setting,
                        payer,
                        date,
                        ..facts.context.clone()
                    },
                )
            };
            let told = on(*since);
            for day in sample(days) {
                assert_eq!(on(day), told, "{payer} {setting} {day} against {since}");
            }
        }
    }
}

/// Days that the rules tell apart are in different stretches: the edges of the pack, and of a rule that ends.
#[test]
fn a_change_of_rules_starts_a_stretch() {
    let span = book().about.effective;
    assert_eq!(book().rules_since(span.from), span.from);
    let after = Date(span.to.unwrap().0.tomorrow().unwrap());
    assert_eq!(book().rules_since(after), after);
}
