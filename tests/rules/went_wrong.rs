//! What once went wrong, each by the name of its mistake.

use epipath::claim::{CaseResult, session_result};
use epipath::pack::model::Verdict;
use epipath::session::{Action, Session, parse_case};
use rstest::rstest;

use crate::support::{book, context};

const LUMBAR: &str =
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";
const FORAMEN: &str = "region=lumbar approach=transforaminal imaging=fluoroscopy substance=steroid-anesthetic";

fn result(facts: &str) -> CaseResult {
    let words: Vec<&str> = facts.split_whitespace().collect();
    let case = parse_case(book(), context(), &words).unwrap();
    session_result(book(), &case.procedures, &case.context)
}

fn lines(result: &CaseResult) -> Vec<String> {
    result.lines.iter().map(epipath::report::claim_line).collect()
}

fn has(result: &CaseResult, id: &str) -> bool {
    result.findings.iter().any(|finding| finding.id == id)
}

/// The verdict was that of the first code alone.
#[rstest]
#[case::unlikely_behind_not_checked(
    "region=cervical approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic +and \
     region=lumbar approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic payer=medicare",
    "no-image-guidance"
)]
#[case::unlikely_behind_outside(
    "region=cervical approach=interlaminar imaging=fluoroscopy delivery=catheter-indwelling substance=steroid-anesthetic \
     +and region=lumbar approach=interlaminar imaging=none delivery=needle substance=steroid-anesthetic payer=medicare",
    "no-image-guidance"
)]
fn the_verdict_hid_behind_the_first_code(#[case] facts: &str, #[case] reason: &str) {
    let result = result(facts);
    assert_eq!(result.coverage.verdict, Verdict::Unlikely);
    assert!(
        result.coverage.reasons.iter().any(|one| one.id == reason),
        "{:#?}",
        result.coverage.reasons
    );
}

#[test]
fn a_rule_about_the_add_on_code_was_never_asked() {
    let facts = format!("{FORAMEN} level=L4-L5:left level=L5-S1:left purpose=diagnostic-root-block payer=medicare");
    let told = result(&facts).coverage.reasons;
    assert!(told.iter().any(|one| one.id == "root-block-second-level"), "{told:#?}");
}

#[test]
fn a_side_by_hand_contradicted_the_level() {
    let both = result(&format!("{FORAMEN} level=L4-L5:both modifier=LT modifier=59"));
    assert_eq!(lines(&both), ["64483-50-59 x 1  L4-L5"]);
    let left = result(&format!("{FORAMEN} level=L4-L5:left modifier=RT modifier=50"));
    assert_eq!(lines(&left), ["64483-LT x 1  L4-L5"]);
    let unsaid = result(&format!("{FORAMEN} level=L4-L5 modifier=RT"));
    assert_eq!(lines(&unsaid), ["64483-RT x 1  L4-L5"]);
}

#[test]
fn the_junction_struck_both_codes_between_which_it_stays_open() {
    let words = "region=thoracolumbar approach=interlaminar imaging=fluoroscopy";
    let open = result(words);
    for code in ["62321", "62323"] {
        assert!(open.candidates.iter().any(|one| one == code), "{:?}", open.candidates);
    }
    let ended = result(&format!("{words} delivery=needle substance=steroid-anesthetic"));
    assert_eq!(ended.candidates, ["62321", "62323"]);
}

#[test]
fn an_ended_code_beside_the_lines_passed_unseen() {
    for code in ["72275", "62311"] {
        let result = result(&format!("{LUMBAR} other-code={code}"));
        assert!(has(&result, "ended-code-beside"), "{code}");
    }
    assert!(!has(
        &result(&format!("{LUMBAR} other-code=99213")),
        "ended-code-beside"
    ));
}

#[test]
fn two_passes_without_a_level_became_one_in_silence() {
    let two = result(&format!("{LUMBAR} +and {LUMBAR}"));
    assert_eq!(lines(&two), ["62323 x 1"]);
    assert!(has(&two, "several-interspaces"));
}

/// Four sessions before one day were still four before another.
#[test]
fn earlier_sessions_outlived_their_day_of_service() {
    let mut session = Session::new(context());
    let line = |line: &str| Action::Facts { line: line.to_owned() };
    session
        .update(
            book(),
            line("date=2026-11-01 prior-session=2026-02-11 prior-session=2026-08-01"),
        )
        .unwrap();
    assert_eq!(session.case().context.prior_sessions, Some(2));
    session.update(book(), line("date=2025-11-01")).unwrap();
    assert_eq!(session.case().context.prior_sessions, None);
    assert_eq!(session.case().context.days_since_last, None);
}
