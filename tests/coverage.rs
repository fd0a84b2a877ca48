//! The second verdict: who decides for a state, what the policy says, and that it never touches the code.

mod support;

use std::collections::BTreeSet;

use rstest::rstest;
use support::{book, decide, end};

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
    let refused = epipath::session::parse_facts(book(), &support::context(), &["payer=medicare-wiser"]);
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
