//! Earlier sessions: which days count, what is kept of them, and what payers make of the count and of the interval.

use epipath::claim::frequency::{Earlier, Place, earlier, place};
use epipath::claim::{CaseResult, Context, session_result};
use epipath::pack::model::{Date, FirstDay, Frequency};
use epipath::session::{Gathered, parse_case, parse_facts};
use rstest::rstest;

use crate::support::{book, context, decide};

const LOW_BACK: &str =
    "region=lumbar approach=interlaminar imaging=fluoroscopy delivery=needle substance=steroid-anesthetic";

fn rule() -> &'static Frequency {
    &book().pack().frequency
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn parsed(facts: &str) -> Result<Context, String> {
    let words: Vec<&str> = facts.split_whitespace().collect();
    parse_facts(book(), &context(), &words)
        .map(|facts| facts.context)
        .map_err(|error| error.to_string())
}

fn ids(result: &CaseResult) -> Vec<&str> {
    result.findings.iter().map(|finding| finding.id.as_str()).collect()
}

#[rstest]
#[case::the_day_before("2026-11-21", "2026-11-20", Place::Within)]
#[case::the_second_day("2026-11-21", "2025-11-22", Place::Within)]
#[case::twelve_months_to_the_day("2026-11-21", "2025-11-21", Place::FirstDay)]
#[case::a_day_more("2026-11-21", "2025-11-20", Place::Before)]
#[case::years_ago("2026-11-21", "2019-01-01", Place::Before)]
#[case::the_day_itself("2026-11-21", "2026-11-21", Place::NotEarlier)]
#[case::later("2026-11-21", "2026-11-22", Place::NotEarlier)]
// A leap day has no day of its own in the year before: the last of February stands for it.
#[case::from_a_leap_day("2024-02-29", "2023-02-28", Place::FirstDay)]
#[case::from_a_leap_day_the_day_after("2024-02-29", "2023-03-01", Place::Within)]
#[case::from_a_leap_day_the_day_before("2024-02-29", "2023-02-27", Place::Before)]
#[case::to_a_leap_day("2025-02-28", "2024-02-29", Place::Within)]
#[case::past_a_leap_day("2025-02-28", "2024-02-28", Place::FirstDay)]
#[case::over_a_leap_day("2025-03-01", "2024-02-29", Place::Before)]
#[case::over_the_new_year("2026-01-01", "2025-01-01", Place::FirstDay)]
fn where_a_day_lies(#[case] service: &str, #[case] session: &str, #[case] expected: Place) {
    assert_eq!(place(rule(), day(service), day(session)), expected);
}

/// Every day of two years: the window holds 365 days before the date of service, or 366 with a leap day in it.
#[test]
fn the_window_is_a_year_long() {
    let mut service = day("2024-01-01");
    while service < day("2026-01-01") {
        let counted = (1..800)
            .filter(|ago| {
                matches!(
                    place(rule(), service, service.days_before(*ago)),
                    Place::Within | Place::FirstDay
                )
            })
            .count();
        let year = usize::try_from(service.days_since(service.months_before(12))).unwrap();
        assert_eq!(counted, year, "{service}");
        assert!(year == 365 || year == 366, "{service}");
        service = Date(service.0.tomorrow().unwrap());
    }
}

#[test]
fn a_day_is_one_session_however_often_it_is_given() {
    let days = ["2026-10-01", "2026-05-01", "2026-10-01", "2025-11-21", "2025-01-01"].map(day);
    let found = earlier(rule(), day("2026-11-21"), &days);
    let expected = Earlier {
        counted: 3,
        on_first_day: 1,
        outside: 1,
        days_since_last: Some(51),
    };
    assert_eq!(found, expected);
}

/// Whether the first day counts is the pack's word, not the program's.
#[test]
fn the_pack_says_whether_the_first_day_counts() {
    let not = Frequency {
        first_day: FirstDay::DoesNotCount,
        ..rule().clone()
    };
    let days = [day("2025-11-21")];
    let found = earlier(&not, day("2026-11-21"), &days);
    assert_eq!((found.counted, found.outside, found.on_first_day), (0, 1, 1));
    let found = earlier(rule(), day("2026-11-21"), &days);
    assert_eq!((found.counted, found.outside, found.on_first_day), (1, 0, 1));
}

/// Days and counts lead to one context: what a receipt holds needs no day of an earlier session.
#[test]
fn only_counts_are_kept() {
    let by_days = "prior-session=2026-10-01 prior-session=2025-11-21 prior-session=2024-03-03";
    let by_counts = "prior-sessions=2 days-since-last=51 prior-on-first-day=1 prior-outside=1";
    assert_eq!(parsed(by_days), parsed(by_counts));
    let both = parsed(&format!("{by_days} {by_counts}"));
    assert_eq!(both, parsed(by_days));
    let shown = format!("{:?}", parsed(by_days).unwrap());
    for day in ["2026-10-01", "2025-11-21", "2024-03-03"] {
        assert!(!shown.contains(day), "{shown}");
    }
    let (days, counts) = (
        decide(book(), &format!("{LOW_BACK} payer=medicare {by_days}")),
        decide(book(), &format!("{LOW_BACK} payer=medicare {by_counts}")),
    );
    assert_eq!(days, counts);
}

/// What is said later replaces all that was said before, as in the wizard.
#[test]
fn a_new_count_replaces_the_older_one() {
    let older = parsed("prior-session=2025-11-21 prior-session=2024-11-21").unwrap();
    let newer = parse_facts(book(), &older, &["prior-sessions=3"]).unwrap().context;
    let counts = (newer.prior_sessions, newer.prior_on_first_day, newer.prior_outside);
    assert_eq!(counts, (Some(3), 0, 0));
    let newer = parse_facts(book(), &older, &["prior-session=2026-11-01"])
        .unwrap()
        .context;
    assert_eq!((newer.prior_sessions, newer.days_since_last), (Some(1), Some(20)));
}

#[rstest]
#[case::on_the_day("prior-session=2026-11-21", "is not before the date of service, 2026-11-21")]
#[case::after_it(
    "prior-session=2026-12-01 date=2026-11-30",
    "is not before the date of service, 2026-11-30"
)]
#[case::another_count(
    "prior-sessions=2 prior-session=2026-10-01",
    "prior-sessions=2, but the days given as prior-session make it 1"
)]
#[case::another_interval("days-since-last=9 prior-session=2026-10-01", "make it 51")]
#[case::none_and_a_last_one("prior-sessions=0 days-since-last=9", "puts the last session within the 12 months")]
#[case::some_and_a_last_one_long_ago(
    "prior-sessions=1 days-since-last=400",
    "puts the last session before the 12 months"
)]
#[case::no_day("prior-session=yesterday", "a day as YYYY-MM-DD")]
#[case::no_such_day("prior-session=2026-02-30", "a day as YYYY-MM-DD")]
#[case::no_days("days-since-last=0", "1 to 9999")]
#[case::too_many("prior-sessions=100", "0 to 99")]
fn what_does_not_agree_is_an_error(#[case] facts: &str, #[case] said: &str) {
    let error = parsed(facts).unwrap_err();
    assert!(error.contains(said), "{error}");
}

#[rstest]
#[case("prior-sessions=1 days-since-last=365")]
#[case("prior-sessions=1 days-since-last=366")]
#[case("prior-sessions=0 days-since-last=365")]
#[case("prior-sessions=0 days-since-last=366")]
#[case("prior-sessions=0")]
#[case("days-since-last=9999")]
#[case("prior-session=2026-10-01 prior-session=2026-10-01")]
fn what_agrees_is_taken(#[case] facts: &str) {
    assert!(parsed(facts).is_ok(), "{:?}", parsed(facts));
}

fn case(facts: &str) -> Result<Gathered, String> {
    let words: Vec<&str> = facts.split_whitespace().collect();
    parse_case(book(), context(), &words).map_err(|error| error.to_string())
}

/// The date of service may stand in another group, and decides all the same.
#[rstest]
#[case(
    "prior-session=2025-06-30 region=lumbar +and date=2026-06-29 region=cervical",
    Some(1)
)]
#[case(
    "prior-session=2025-06-30 region=lumbar +and date=2026-07-01 region=cervical",
    Some(0)
)]
#[case(
    "date=2026-07-01 +and prior-session=2025-06-30 +and prior-session=2026-06-30",
    Some(1)
)]
#[case("region=lumbar +and region=cervical", None)]
fn the_date_may_stand_in_any_group(#[case] facts: &str, #[case] counted: Option<u8>) {
    assert_eq!(case(facts).unwrap().context.prior_sessions, counted);
}

/// What holds for the session is one value in all groups; what holds for a procedure may differ.
#[rstest]
#[case(
    "payer=cpt region=lumbar +and payer=medicare region=cervical",
    Some("payer is given twice")
)]
#[case(
    "performer=surgeon region=lumbar +and performer=anesthesia",
    Some("performer is given twice")
)]
#[case("prior-sessions=1 +and prior-sessions=2", Some("prior-sessions is given twice"))]
#[case(
    "prior-sessions=1 +and prior-session=2026-06-01 +and prior-session=2026-07-01",
    Some("make it 2")
)]
#[case("payer=cpt region=lumbar +and payer=cpt region=cervical", None)]
#[case("imaging=ct +and imaging=fluoroscopy", None)]
fn a_session_fact_takes_one_value_in_all_groups(#[case] facts: &str, #[case] error: Option<&str>) {
    let told = case(facts).err();
    assert_eq!(told.is_some(), error.is_some(), "{told:?}");
    assert!(told.unwrap_or_default().contains(error.unwrap_or_default()));
}

/// Who performed it is said once for the session: the operating surgeon's second block is no more reportable than the first.
#[test]
fn what_holds_for_the_session_reaches_every_group() {
    let neck = "region=cervical approach=interlaminar imaging=ct delivery=needle substance=steroid-anesthetic";
    let block = "purpose=postoperative-pain operative-use=no";
    let once = case(&format!("{LOW_BACK} {block} performer=surgeon +and {neck} {block}")).unwrap();
    let twice = case(&format!(
        "{LOW_BACK} {block} performer=surgeon +and {neck} {block} performer=surgeon"
    ))
    .unwrap();
    let [once, twice] = [once, twice].map(|said| session_result(book(), &said.procedures, &said.context));
    assert!(once.lines.is_empty() && once.signpost.is_some());
    assert_eq!(
        (once.status, once.lines, once.signpost),
        (twice.status, twice.lines, twice.signpost)
    );
}

#[rstest]
#[case::on_the_first_day("prior-session=2025-11-21", &["prior-on-first-day"])]
#[case::before_it("prior-session=2025-11-20", &["prior-outside"])]
#[case::within("prior-session=2026-06-01", &[])]
#[case::all_three(
    "prior-session=2025-11-21 prior-session=2025-11-20 prior-session=2026-06-01",
    &["prior-on-first-day", "prior-outside"]
)]
fn how_days_were_counted_is_told(#[case] facts: &str, #[case] expected: &[&str]) {
    let result = decide(book(), &format!("{LOW_BACK} {facts}"));
    let told: Vec<&str> = ids(&result).into_iter().filter(|id| id.starts_with("prior-")).collect();
    assert_eq!(told, expected);
}

/// Nobody's text says whether the first day counts, and the program does not pretend otherwise.
#[test]
fn the_first_day_is_unconfirmed() {
    let result = decide(book(), &format!("{LOW_BACK} prior-session=2025-11-21"));
    let finding = result
        .findings
        .iter()
        .find(|one| one.id == "prior-on-first-day")
        .unwrap();
    assert_eq!(finding.confidence.to_string(), "unconfirmed");
    assert_eq!(finding.severity.to_string(), "warn");
}

/// Four sessions counted by their days: the fifth warns, and the same four a day later do not.
#[rstest]
#[case("2026-11-21", "unlikely")]
#[case("2026-11-22", "not-checked")]
fn the_fifth_session_by_days(#[case] date: &str, #[case] verdict: &str) {
    let days = "prior-session=2025-11-21 prior-session=2026-02-01 prior-session=2026-05-01 prior-session=2026-08-01";
    let result = decide(book(), &format!("{LOW_BACK} payer=medicare {days} date={date}"));
    assert_eq!(result.coverage.verdict.to_string(), verdict);
    assert_eq!(result.code.as_deref(), Some("62323"));
}

#[rstest]
// After a failed injection 14 days (C13); how the last one worked being unsaid, the interval is told without a verdict.
#[case::failed(
    "medicare",
    "days-since-last=13 course=after-failure",
    "unlikely",
    Some("coverage-repeat-too-soon-after-failure")
)]
#[case::failed_long_enough_ago("medicare", "days-since-last=14 course=after-failure", "not-checked", None)]
#[case::unsaid(
    "medicare",
    "days-since-last=13",
    "not-checked",
    Some("coverage-repeat-within-14-days")
)]
#[case::unsaid_by_days(
    "medicare:TX",
    "prior-session=2026-11-08",
    "not-checked",
    Some("coverage-repeat-within-14-days")
)]
#[case::unsaid_long_enough_ago("medicare", "prior-session=2026-11-07", "not-checked", None)]
// Commercial intervals (payer policy, section 4).
#[case::evicore("evicore", "days-since-last=13", "unlikely", Some("coverage-too-soon"))]
#[case::evicore_at_14("evicore", "days-since-last=14", "not-checked", None)]
#[case::other_editions_at_6("evicore-other-editions", "days-since-last=6", "unlikely", Some("coverage-too-soon"))]
#[case::other_editions_at_7(
    "evicore-other-editions",
    "days-since-last=7",
    "not-checked",
    Some("coverage-maybe-too-soon")
)]
#[case::other_editions_at_14("evicore-other-editions", "days-since-last=14", "not-checked", None)]
#[case::cigna("cigna", "days-since-last=13", "not-checked", Some("coverage-maybe-too-soon"))]
#[case::aetna_older_text("aetna-0016", "days-since-last=6", "not-checked", Some("coverage-too-soon"))]
#[case::aetna_at_7("aetna-0016", "days-since-last=7", "not-checked", None)]
#[case::massachusetts("bcbs-massachusetts", "days-since-last=29", "unlikely", Some("coverage-too-soon"))]
#[case::massachusetts_at_30("bcbs-massachusetts", "days-since-last=30", "not-checked", None)]
#[case::partnership("medi-cal-partnership", "days-since-last=88", "unlikely", Some("coverage-too-soon"))]
#[case::code_rules_only("cpt", "days-since-last=1 course=after-failure", "not-checked", None)]
fn too_soon(#[case] payer: &str, #[case] facts: &str, #[case] verdict: &str, #[case] told: Option<&str>) {
    let result = decide(book(), &format!("{LOW_BACK} payer={payer} {facts}"));
    assert_eq!(result.coverage.verdict.to_string(), verdict);
    let soon = ids(&result)
        .into_iter()
        .find(|id| id.contains("soon") || id.contains("within"));
    assert_eq!(soon, told);
    assert_eq!(result.lines.len(), 1, "the line stands");
}

#[rstest]
#[case("evicore", 4, "unlikely")]
#[case("evicore-other-editions", 4, "unlikely")]
#[case("cigna", 4, "unlikely")]
#[case("priority-health", 4, "unlikely")]
#[case("bcbs-alabama", 6, "unlikely")]
#[case("bcbs-massachusetts", 6, "unlikely")]
#[case("medi-cal-partnership", 3, "not-checked")]
#[case("bcbs-mississippi", 3, "not-checked")]
fn one_session_too_many(#[case] payer: &str, #[case] cap: u8, #[case] verdict: &str) {
    let with = |prior: u8| decide(book(), &format!("{LOW_BACK} payer={payer} prior-sessions={prior}"));
    let told = |result: &CaseResult| ids(result).iter().any(|id| id.ends_with("-session"));
    assert!(!told(&with(cap - 1)), "{payer}");
    let over = with(cap);
    assert!(told(&over), "{payer}");
    assert_eq!(over.coverage.verdict.to_string(), verdict, "{payer}");
}
