//! The second verdict: who decides for a state, what the policy says, and that it never touches the code.

use std::collections::BTreeSet;

use epipath::session::{Fact, FactError};
use rstest::rstest;

use crate::support::{book, decide, end};

const NECK: &str = "region=cervical approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic";

/// Fifty states, the District and five territories, each once (payer policy 1.1).
#[test]
fn every_state_has_one_contractor() {
    let all = &book().pack().jurisdictions.jurisdictions;
    let states: Vec<&String> = all.iter().flat_map(|one| &one.states).collect();
    let each: BTreeSet<&String> = states.iter().copied().collect();
    assert_eq!(states.len(), each.len());
    assert_eq!(each.len(), 56);
}

#[rstest]
#[case("WA", "Noridian", "L39240", "A58993")]
#[case("AZ", "Noridian", "L39240", "A58993")]
#[case("TX", "Novitas", "L36920", "A56681")]
#[case("OH", "CGS", "L39015", "A58731")]
#[case("FL", "First Coast", "L33906", "A56651")]
#[case("NY", "NGS", "L39036", "A58745")]
#[case("GA", "Palmetto GBA", "L38994", "A58695")]
#[case("IA", "WPS", "L39054", "A58777")]
fn a_state_names_its_contractor(
    #[case] state: &str,
    #[case] contractor: &str,
    #[case] lcd: &str,
    #[case] article: &str,
) {
    let coverage = decide(book(), &format!("{NECK} payer=medicare:{state}")).coverage;
    let one = coverage.jurisdiction.unwrap();
    assert_eq!(
        (one.contractor.as_str(), one.lcd.as_str(), one.article.as_str()),
        (contractor, lcd, article)
    );
    assert!(!one.sources.is_empty());
}

fn said(facts: &str) -> String {
    let coverage = decide(book(), facts).coverage;
    coverage
        .reasons
        .iter()
        .map(|reason| reason.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

/// `WISeR` reaches six states, from its first day, for the codes on its list (payer policy 5.3).
#[rstest]
#[case::washington("payer=medicare:WA date=2026-08-01", true)]
#[case::california("payer=medicare:CA date=2026-08-01", false)]
#[case::the_day_before("payer=medicare:WA date=2026-01-14", false)]
#[case::the_first_day("payer=medicare:WA date=2026-01-15", true)]
#[case::no_state("payer=medicare date=2026-08-01", false)]
fn wiser_reaches_six_states_from_its_first_day(#[case] who: &str, #[case] reached: bool) {
    assert_eq!(said(&format!("{NECK} {who}")).contains("WISeR"), reached);
}

/// Dose ceilings stand at one contractor only (C14).
#[test]
fn dose_ceilings_are_noridians_alone() {
    for (state, noridian) in [("OR", true), ("NY", false), ("TX", false), ("GA", false), ("OH", false)] {
        let coverage = decide(book(), &format!("{NECK} payer=medicare:{state}")).coverage;
        let ceilings = coverage
            .reasons
            .iter()
            .any(|reason| reason.id == "noridian-dose-ceilings");
        assert_eq!(ceilings, noridian, "{state}");
    }
}

/// The catheter codes are outside the policies: neither covered nor refused (1.3).
#[test]
fn catheter_codes_are_outside_the_policies() {
    let facts = NECK.replace("delivery=needle", "delivery=catheter-indwelling");
    assert_eq!(
        decide(book(), &format!("{facts} payer=medicare:TX"))
            .coverage
            .verdict
            .to_string(),
        "outside-policy"
    );
}

/// Who pays never changes the code, and every plan says that it has to be verified.
#[test]
fn no_payer_changes_the_code() {
    let plain = end(&decide(book(), NECK));
    for policy in book().pack().payers() {
        let result = decide(book(), &format!("{NECK} payer={}", policy.id));
        assert_eq!(end(&result), plain, "{}", policy.id);
        assert_eq!(result.coverage.policy.as_deref(), Some(policy.id.as_str()));
        assert!(policy.id == "medicare" || policy.verify.is_some(), "{}", policy.id);
    }
}

/// A policy that only adds rules to another is no payer.
#[test]
fn an_added_policy_is_no_payer() {
    let refused = epipath::session::parse_facts(book(), &crate::support::context(), &["payer=medicare-wiser"]);
    assert!(refused.is_err());
}

/// Four sessions pass, the fifth does not (C10); only under the policy, and the code stands.
#[rstest]
#[case("payer=medicare prior-sessions=3", "not-checked")]
#[case("payer=medicare prior-sessions=4", "unlikely")]
#[case("payer=medicare prior-sessions=99", "unlikely")]
#[case("prior-sessions=9", "not-checked")]
fn four_sessions_pass_and_the_fifth_does_not(#[case] facts: &str, #[case] verdict: &str) {
    let result = decide(book(), &format!("{NECK} {facts}"));
    assert_eq!(result.coverage.verdict.to_string(), verdict);
    assert_eq!(result.code.as_deref(), Some("62321"));
}

/// Every reason of a verdict by name.
fn reasons(facts: &str) -> Vec<String> {
    let coverage = decide(book(), facts).coverage;
    coverage.reasons.into_iter().map(|reason| reason.id).collect()
}

/// No epidural is on the lists of the hospital program and of the surgery center demonstration (5.1, 5.2).
#[rstest]
#[case("payer=medicare:WA setting=hospital", "hospital-list", true)]
#[case("payer=medicare:WA setting=hospital date=2023-06-30", "hospital-list", false)]
#[case("payer=medicare:WA", "hospital-list", false)]
#[case("payer=medicare:CA setting=asc", "surgery-center-demonstration-january", true)]
#[case(
    "payer=medicare:CA setting=asc date=2026-01-18",
    "surgery-center-demonstration-january",
    false
)]
#[case(
    "payer=medicare:TX setting=asc date=2026-02-16",
    "surgery-center-demonstration-february",
    true
)]
#[case(
    "payer=medicare:TX setting=asc date=2026-02-15",
    "surgery-center-demonstration-february",
    false
)]
#[case("payer=medicare:TX setting=hospital", "surgery-center-demonstration-february", false)]
#[case("payer=medicare:WA setting=asc", "surgery-center-demonstration-january", false)]
#[case("payer=medicare:OR", "audit-records-request", true)]
#[case("payer=uhc", "audit-records-request", false)]
#[case("payer=medicare:OR prior-sessions=4", "audit-sessions", true)]
#[case("payer=medicare:OR prior-sessions=3", "audit-sessions", false)]
fn payer_facts_by_setting_state_and_date(#[case] facts: &str, #[case] reason: &str, #[case] told: bool) {
    assert_eq!(reasons(&format!("{NECK} {facts}")).iter().any(|id| id == reason), told);
}

/// The lists and audits never make a verdict worse or better than the rules do.
#[test]
fn lists_and_audits_never_change_the_verdict() {
    let added = ["medicare-prior-authorization", "medicare-audits", "medicare-wiser"];
    let policies = &book().pack().coverage;
    for policy in policies.iter().filter(|policy| added.contains(&policy.id.as_str())) {
        assert_eq!(policy.extends.as_deref(), Some("medicare"));
        for rule in &policy.rules {
            assert_eq!(rule.verdict.to_string(), "not-checked", "{}", rule.id);
        }
    }
}

/// Each state maps to one contractor with its numbers and the day it was checked; where there is none, that is said.
#[rstest]
#[case("payer=medicare:TX date=2024-05-01", Some("state-unknown"))]
#[case("payer=medicare", Some("state-not-given"))]
#[case("payer=medicare:TX", None)]
#[case("payer=uhc:TX", None)]
#[case("payer=uhc", None)]
fn a_state_without_a_contractor_is_said(#[case] payer: &str, #[case] told: Option<&str>) {
    let coverage = decide(book(), &format!("{NECK} {payer}")).coverage;
    let states = coverage.reasons.iter().filter(|reason| reason.id.starts_with("state-"));
    let ids: Vec<&str> = states.map(|reason| reason.id.as_str()).collect();
    assert_eq!(ids, told.into_iter().collect::<Vec<_>>());
    let checked = coverage.jurisdiction.map(|one| one.checked.to_string());
    let expected = (payer == "payer=medicare:TX").then(|| "2026-11-21".to_owned());
    assert_eq!(checked, expected);
}

/// The common rules began on 5 December 2021, at Noridian on 19 June 2022 (payer policy 1.1).
#[rstest]
#[case::before_all("payer=medicare date=2021-12-04", None, false)]
#[case::first_day("payer=medicare date=2021-12-05", Some("noridian-began-later"), true)]
#[case::first_day_in_a_state("payer=medicare:TX date=2021-12-05", Some("noridian-began-later"), true)]
#[case::noridian_before("payer=medicare:CA date=2022-06-18", Some("policy-not-begun"), false)]
#[case::noridian_first_day("payer=medicare:CA date=2022-06-19", None, true)]
#[case::noridian_long_before("payer=medicare:CA date=2021-12-04", None, false)]
#[case::noridian_today("payer=medicare:CA", None, true)]
fn the_common_rules_have_a_first_day(#[case] payer: &str, #[case] said: Option<&str>, #[case] rules: bool) {
    let ids = reasons(&format!("{NECK} {payer} prior-sessions=4"));
    let has = |id: &str| ids.iter().any(|one| one == id);
    assert_eq!(has("four-sessions"), rules, "{ids:?}");
    assert_eq!(has("fifth-session"), rules, "{ids:?}");
    for id in ["noridian-began-later", "policy-not-begun"] {
        assert_eq!(has(id), said == Some(id), "{ids:?}");
    }
}

/// A state is read in either case; one that is none is no payer, with the state probably meant.
#[rstest]
#[case("medicare:tx", Ok("medicare:TX"))]
#[case("uhc:tX", Ok("uhc:TX"))]
#[case("medicare:ZZ", Err(Some("medicare:AZ")))]
#[case("medicare:Texas", Err(None))]
#[case("medicare:", Err(None))]
fn a_state_is_one_of_the_pack(#[case] payer: &str, #[case] read: Result<&str, Option<&str>>) {
    let parsed = epipath::session::parse_fact(book(), "payer", payer);
    match (parsed, read) {
        (Ok(Fact::Payer(payer)), Ok(expected)) => assert_eq!(payer, expected),
        (Err(FactError::NoSuchValue { nearest, allowed, .. }), Err(expected)) => {
            assert_eq!(nearest.as_deref(), expected);
            assert_eq!(allowed.len(), 56);
            assert!(allowed.iter().any(|one| one == "medicare:WY"));
        }
        (parsed, _) => panic!("{payer}: {parsed:?}"),
    }
}

/// Every state of the file, and nothing else, has a contractor under Medicare.
#[test]
fn every_state_of_the_file_is_reached() {
    let file = &book().pack().jurisdictions;
    for one in &file.jurisdictions {
        for state in &one.states {
            let found = decide(book(), &format!("{NECK} payer=medicare:{state}"))
                .coverage
                .jurisdiction;
            let found = found.unwrap();
            assert_eq!((&found.lcd, &found.article), (&one.lcd, &one.article), "{state}");
        }
    }
}
