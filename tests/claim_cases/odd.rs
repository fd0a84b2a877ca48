//! Odd facts: whatever levels and sides are given, in whatever order, the lines keep to the rules.

use std::collections::BTreeSet;

use epipath::claim::{CaseResult, Context, Level, Line, Procedure, session_result};
use epipath::session::parse_facts;
use proptest::prelude::*;
use rstest::rstest;
use strum::IntoEnumIterator as _;

use crate::got::Got;
use crate::support::{book, context};

const FORAMEN: &str = "approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic";
const CANAL: &str = "approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";
const SIDES: [&str; 5] = ["", ":left", ":right", ":both", ":not-documented"];
const WHO: [&str; 6] = [
    "payer=cpt",
    "payer=medicare",
    "payer=cpt setting=asc",
    "payer=medicare setting=asc",
    "payer=cpt setting=hospital",
    "payer=medicare setting=hospital",
];

/// The result of procedures that differ in their levels only.
fn decided(route: &str, groups: &[Vec<String>], who: &str) -> CaseResult {
    let mut procedures = Vec::new();
    let mut session = context();
    for levels in groups {
        let mut words: Vec<&str> = route.split(' ').chain(who.split(' ')).collect();
        words.extend(levels.iter().map(String::as_str));
        let facts = parse_facts(book(), &context(), &words).unwrap();
        procedures.push(Procedure {
            answers: facts.answers,
            levels: facts.context.levels.clone(),
            ..Procedure::default()
        });
        session = facts.context;
    }
    let session = Context {
        levels: Vec::new(),
        ..session
    };
    session_result(book(), &procedures, &session)
}

/// Lines and levels in no order.
fn unordered(lines: &[Line]) -> BTreeSet<(String, Vec<String>, u32, BTreeSet<String>)> {
    let one = |line: &Line| {
        let levels: BTreeSet<String> = line.levels.iter().cloned().collect();
        (line.code.clone(), line.modifiers.clone(), line.units, levels)
    };
    lines.iter().map(one).collect()
}

/// Up to eight levels with sides, each given any number of times; the same in another order.
fn levels_in_two_orders() -> impl Strategy<Value = (Vec<String>, Vec<String>)> {
    let names: Vec<String> = Level::iter().map(|level| level.to_string()).collect();
    let one = (prop::sample::select(names), prop::sample::select(SIDES.to_vec()))
        .prop_map(|(level, side)| format!("level={level}{side}"));
    prop::collection::vec(one, 1..8).prop_flat_map(|levels| (Just(levels.clone()), Just(levels).prop_shuffle()))
}

/// What holds of any lines of the family.
fn keeps_to_the_rules(lines: &[Line]) -> Result<(), TestCaseError> {
    let codes: Vec<&str> = lines.iter().map(|line| line.code.as_str()).collect();
    for line in lines {
        let member = book().family.iter().find(|member| member.code == line.code).unwrap();
        let both = line.modifiers.iter().any(|modifier| modifier == "50");
        let sided = line
            .modifiers
            .iter()
            .any(|modifier| modifier == "LT" || modifier == "RT");
        prop_assert!(!both || (!sided && line.units == 1), "{line:?}");
        if let Some(parent) = &member.parent {
            prop_assert!(codes.contains(&parent.as_str()), "an orphan: {codes:?}");
        } else {
            prop_assert_eq!(line.units, 1, "one unit of a primary code: {:?}", line);
        }
        if line.code.starts_with("6232") {
            prop_assert!(line.modifiers.is_empty(), "no side between the laminae: {line:?}");
            prop_assert_eq!(codes.iter().filter(|code| **code == line.code).count(), 1);
        }
    }
    Ok(())
}

/// Every level stands on the lines of one code, and every level given is on a line.
fn every_level_is_counted_once(given: &[String], lines: &[Line]) -> Result<(), TestCaseError> {
    let name = |fact: &String| fact["level=".len()..].split(':').next().unwrap().to_owned();
    let given: BTreeSet<String> = given.iter().map(name).collect();
    let told: BTreeSet<String> = lines.iter().flat_map(|line| line.levels.iter().cloned()).collect();
    prop_assert_eq!(&given, &told);
    for level in &told {
        let codes: BTreeSet<&str> = lines
            .iter()
            .filter(|line| line.levels.contains(level))
            .map(|line| line.code.as_str())
            .collect();
        prop_assert_eq!(codes.len(), 1, "{} on {:?}", level, codes);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// The order in which levels are given decides nothing.
    #[test]
    fn levels_in_any_order_give_the_same_lines(
        (levels, shuffled) in levels_in_two_orders(),
        who in prop::sample::select(WHO.to_vec()),
        route in prop::sample::select(vec![FORAMEN, CANAL]),
    ) {
        let one = decided(route, std::slice::from_ref(&levels), who);
        let other = decided(route, &[shuffled], who);
        prop_assert_eq!(&one.lines, &other.lines);
        keeps_to_the_rules(&one.lines)?;
        if route == FORAMEN {
            every_level_is_counted_once(&levels, &one.lines)?;
        }
    }

    /// Levels in one procedure or spread over two give the same lines; the order of the lines is not compared as yet.
    #[test]
    fn levels_in_one_group_or_two_give_the_same_lines(
        (levels, _) in levels_in_two_orders(),
        cut in 0_usize..8,
        who in prop::sample::select(WHO.to_vec()),
        route in prop::sample::select(vec![FORAMEN, CANAL]),
    ) {
        let (first, second) = levels.split_at(cut.min(levels.len()));
        prop_assume!(!first.is_empty() && !second.is_empty());
        let one = decided(route, std::slice::from_ref(&levels), who);
        let two = decided(route, &[first.to_vec(), second.to_vec()], who);
        prop_assert_eq!(unordered(&one.lines), unordered(&two.lines));
    }
}

#[rstest]
#[case::a_level_with_every_side(
    "level=L4-L5:left level=L4-L5:both level=L4-L5 level=L4-L5:not-documented",
    "64483-50 x1 @L4-L5"
)]
#[case::left_and_an_unknown_side("level=L4-L5:left level=L4-L5:not-documented", "64483-LT x1 @L4-L5")]
#[case::both_sides_of_an_unknown_level("region=lumbar level=not-documented:both", "64483-50 x1")]
#[case::a_root_of_each_part("level=C8:left level=T1:left", "64479-LT x1 @C7-T1 | 64480-LT x1 @T1-T2")]
#[case::the_lowest_thoracic_root("level=T12:left", "64479-LT x1 @T12-L1")]
#[case::a_sacral_root_is_its_foramen("level=s1:b", "64483-50 x1 @S1")]
#[case::region_wider_than_the_level("region=cervical,lumbar level=L5-S1:right", "64483-RT x1 @L5-S1")]
#[case::region_not_documented_but_the_level("region=not-documented level=C4-5:right", "64479-RT x1 @C4-C5")]
#[case::a_neighbor_of_the_same_code("region=sacral level=L5-S1:left", "64483-LT x1 @L5-S1")]
#[case::a_region_with_a_level_of_it_and_one_not(
    "region=lumbar level=C5-C6:left level=L4-L5:left",
    "64479-LT x1 @C5-C6 | 64483-LT x1 @L4-L5"
)]
fn odd_facts(#[case] facts: &str, #[case] lines: &str) {
    let words: Vec<String> = facts.split(' ').map(str::to_owned).collect();
    let result = decided(FORAMEN, &[words], "payer=cpt");
    assert_eq!(Got::of_result(&result).lines.join(" | "), lines);
}
