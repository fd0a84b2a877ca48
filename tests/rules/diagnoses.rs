//! Diagnoses are advice, never a gate: what is said of them, and that they change nothing (payer policy, section 2).

use epipath::claim::{CaseResult, Context, Procedure, icd, session_result};
use epipath::pack::model::Weighs;
use epipath::session::parse_facts;
use rstest::rstest;

use crate::support::{book, context, decide};

const NECK: &str = "region=cervical approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic";
const BACK: &str = "region=lumbar approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic";
const FORAMEN: &str = "region=lumbar approach=transforaminal imaging=ct substance=steroid-anesthetic level=L4-L5:left";

fn said(result: &CaseResult) -> Vec<&str> {
    let ids = result.findings.iter().map(|finding| finding.id.as_str());
    ids.filter_map(|id| id.strip_prefix("diagnosis-")).collect()
}

#[rstest]
#[case("M54.16", Some("M54.16"))]
#[case("m5416", Some("M54.16"))]
#[case(" M96.1 ", Some("M96.1"))]
#[case("G35", Some("G35"))]
#[case("M50.121", Some("M50.121"))]
#[case("S13.4XXA", Some("S13.4XXA"))]
#[case("M54.", None)]
#[case("M5", None)]
#[case("54.16", None)]
#[case("M54.16.2", None)]
#[case("M5.416", None)]
#[case("MX4.16", None)]
#[case("M54.12345", None)]
#[case("M54-16", None)]
#[case("", None)]
#[case("back pain", None)]
#[case("\u{e9}54.16", None)]
fn a_diagnosis_is_known_by_its_form_only(#[case] written: &str, #[case] read: Option<&str>) {
    assert_eq!(icd(written).as_deref(), read);
}

#[rstest]
// Tiers (A, A weak, B, C).
#[case(BACK, "M54.16", &["supports"])]
#[case(BACK, "M48.061", &["weak"])]
#[case(BACK, "M54.18", &["supports"])]
#[case(BACK, "M48.07", &["supports"])]
#[case(NECK, "M54.12", &["supports"])]
#[case(NECK, "B02.29", &["weak"])]
// Both regions, where the level decides or the diagnosis has none.
#[case(NECK, "M54.15", &["supports"])]
#[case(BACK, "M54.15", &["supports"])]
#[case(NECK, "M96.1", &["supports"])]
// The other region.
#[case(NECK, "M54.16", &["region"])]
#[case(BACK, "M54.12", &["region"])]
#[case(FORAMEN, "M50.122", &["region"])]
// Traps (C18).
#[case(BACK, "M54.50", &["trap"])]
#[case(NECK, "M54.2", &["trap"])]
#[case(NECK, "M54.6", &["trap"])]
#[case(BACK, "M47.816", &["trap"])]
#[case(BACK, "M51.360", &["trap"])]
#[case(BACK, "G90.521", &["trap"])]
#[case(NECK, "G44.86", &["trap"])]
// Headings.
#[case(BACK, "M51.36", &["not-billable", "trap"])]
#[case(BACK, "M51.37", &["not-billable", "trap"])]
#[case(BACK, "M54.5", &["not-billable", "trap"])]
#[case(BACK, "M48.06", &["heading"])]
#[case(NECK, "M54.1", &["heading"])]
// Not in this pack: never refused.
#[case(BACK, "Z99.9", &["unknown"])]
// Named for a purpose that was not answered.
#[case(BACK, "G89.18", &["other-purpose"])]
fn what_is_said_of_a_diagnosis(#[case] facts: &str, #[case] icd: &str, #[case] expected: &[&str]) {
    let result = decide(book(), &format!("{facts} payer=medicare diagnosis={icd}"));
    assert_eq!(said(&result), expected);
    for finding in result
        .findings
        .iter()
        .filter(|finding| finding.id.starts_with("diagnosis-"))
    {
        assert!(
            finding.text.starts_with(icd) && !finding.sources.is_empty(),
            "{finding:?}"
        );
        assert_ne!(finding.severity.to_string(), "stop");
    }
}

/// A heading is one from the day on which it was split.
#[rstest]
#[case("M51.36", "2024-09-30", &["trap"])]
#[case("M51.36", "2024-10-01", &["not-billable", "trap"])]
fn a_heading_has_its_day(#[case] icd: &str, #[case] date: &str, #[case] expected: &[&str]) {
    let result = decide(book(), &format!("{BACK} payer=medicare date={date} diagnosis={icd}"));
    assert_eq!(said(&result), expected);
}

#[rstest]
// The diagnosis limits do not apply: postoperative pain, pump trial, cisternography.
#[case(&format!("{BACK} purpose=postoperative-pain operative-use=no"), "G89.18", &["exempt-postoperative-pain"])]
#[case(&format!("{BACK} purpose=postoperative-pain operative-use=no"), "M54.50", &["exempt-postoperative-pain"])]
#[case(&format!("{BACK} purpose=pump-trial"), "G80.1", &["exempt-pump-trial"])]
#[case(&format!("{BACK} purpose=csf-imaging"), "M54.12", &["exempt-cisternography"])]
// No list was found for the catheter codes, nor for those without imaging.
#[case(&BACK.replace("delivery=needle", "delivery=catheter-indwelling"), "M54.12", &["no-list"])]
#[case(&BACK.replace("imaging=ct", "imaging=none"), "M54.50", &["no-list"])]
fn where_the_diagnosis_is_not_limited(#[case] facts: &str, #[case] icd: &str, #[case] expected: &[&str]) {
    let result = decide(book(), &format!("{facts} payer=medicare diagnosis={icd}"));
    assert_eq!(said(&result), expected);
}

/// What is known speaks of Medicare; a heading is one whoever pays.
#[rstest]
#[case("", "M54.16", &["other-payer"])]
#[case("payer=uhc", "M54.50", &["other-payer"])]
#[case("payer=uhc", "M51.36", &["not-billable", "other-payer"])]
#[case("payer=medicare date=2022-06-18", "M54.16", &["other-payer"])]
fn other_payers_are_said_not_to_be_looked_at(#[case] payer: &str, #[case] icd: &str, #[case] expected: &[&str]) {
    let result = decide(book(), &format!("{BACK} {payer} diagnosis={icd}"));
    assert_eq!(said(&result), expected);
}

/// No diagnosis of the pack, nor one that it does not hold, changes status, code, lines, modifiers or verdict.
#[test]
fn a_diagnosis_is_never_a_gate() {
    let all = &book().pack().diagnoses.diagnoses;
    let listed = all.iter().flat_map(|one| &one.icd).map(|icd| icd.trim_end_matches('-'));
    let every: Vec<&str> = listed.chain(["Z99.9", "G89.12"]).collect();
    for facts in [NECK, BACK, FORAMEN] {
        let plain = decide(book(), &format!("{facts} payer=medicare:WA"));
        for icd in every.iter().filter(|icd| !icd.ends_with('.')) {
            let result = decide(book(), &format!("{facts} payer=medicare:WA diagnosis={icd}"));
            assert_eq!(
                (&result.status, &result.code, &result.lines, &result.modifiers),
                (&plain.status, &plain.code, &plain.lines, &plain.modifiers),
                "{icd}"
            );
            assert_eq!(result.coverage.verdict, plain.coverage.verdict, "{icd}");
            assert!(!said(&result).is_empty(), "{icd}");
        }
    }
}

/// Without a diagnosis the Medicare verdict says that it did not look, where the diagnosis is limited.
#[rstest]
#[case(&format!("{BACK} payer=medicare"), true)]
#[case(&format!("{BACK} payer=medicare diagnosis=M54.16"), false)]
#[case(&format!("{BACK} payer=medicare purpose=pump-trial"), false)]
#[case(&format!("{BACK} payer=uhc"), false)]
#[case(BACK, false)]
fn without_a_diagnosis_the_verdict_says_so(#[case] facts: &str, #[case] told: bool) {
    let reasons = decide(book(), facts).coverage.reasons;
    assert_eq!(reasons.iter().any(|reason| reason.id == "diagnosis-not-given"), told);
}

/// Several diagnoses, several regions: each line wants one of its own.
#[rstest]
#[case(&["M54.12", "M54.16"], &["supports", "supports"])]
#[case(&["M54.16"], &["uncovered", "supports"])]
#[case(&["M96.1"], &["supports"])]
#[case(&["M54.16", "M54.50"], &["trap", "uncovered", "supports"])]
fn two_regions_want_two_diagnoses(#[case] icd: &[&str], #[case] expected: &[&str]) {
    let mut held: Context = context();
    held.payer = "medicare".to_owned();
    held.diagnoses = icd.iter().map(|icd| (*icd).to_owned()).collect();
    let procedure = |facts: &str| {
        let words: Vec<&str> = facts.split_whitespace().collect();
        let facts = parse_facts(book(), &held, &words).unwrap();
        Procedure {
            answers: facts.answers,
            ..Procedure::default()
        }
    };
    let result = session_result(book(), &[procedure(NECK), procedure(BACK)], &held);
    assert_eq!(said(&result), expected);
}

/// Every region is judged by the right half of the family: no entry fits a code of the other one.
#[test]
fn sets_split_the_family_in_two() {
    let file = &book().pack().diagnoses;
    let codes: Vec<&String> = file.sets.iter().flat_map(|set| &set.codes).collect();
    assert_eq!(codes, ["62321", "64479", "64480", "62323", "64483", "64484"]);
    let graded = |weighs| matches!(weighs, Weighs::Supports | Weighs::Weak);
    assert!(file.diagnoses.iter().filter(|one| graded(one.weighs)).count() >= 50);
}

/// A diagnosis may be given again, and is refused by its form alone.
#[test]
fn a_diagnosis_is_repeatable_and_checked_by_form() {
    let context = crate::support::context();
    let facts = parse_facts(book(), &context, &["diagnosis=M54.16", "diagnosis=m5412"]).unwrap();
    assert_eq!(facts.context.diagnoses, ["M54.16", "M54.12"]);
    let refused = parse_facts(book(), &context, &["diagnosis=radiculopathy"]).unwrap_err();
    assert!(refused.to_string().contains("M54.16"), "{refused}");
}
